from dataclasses import replace
from pathlib import Path

import pytest

from kindtimer.core.check import Check
from kindtimer.store.doctor_files import file_checks
from kindtimer.store.paths import Home
from tests.store.kept import as_somebody_else, open_folder


def checks(folder: Path) -> dict[str, Check]:
    home = Home.at(folder, {"XDG_RUNTIME_DIR": "/"})
    return {check.id: check for check in file_checks(home)}


def test_a_home_that_is_not_there_is_well_and_stays_away(tmp_path: Path) -> None:
    found = checks(tmp_path / "new")
    assert list(found) == ["home", "settings", "journal"]
    assert all(check.ok for check in found.values())
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = checks(tmp_path / "file")
    assert not found["home"].ok
    assert "--home" in (found["home"].remedy or "")


def test_a_home_that_cannot_be_written() -> None:
    with open_folder() as folder, as_somebody_else():
        assert not checks(folder)["home"].ok
        assert not checks(folder / "new")["home"].ok


@pytest.mark.parametrize(("name", "id_"), [("settings.json", "settings"), ("journal.db", "journal")])
def test_a_damaged_file_is_told_and_left(tmp_path: Path, name: str, id_: str) -> None:
    (tmp_path / name).write_bytes(b"{broken")
    found = checks(tmp_path)
    assert not found[id_].ok
    assert found[id_].remedy
    assert (tmp_path / name).read_bytes() == b"{broken"


def test_a_journal_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal.db").mkdir()
    assert not checks(tmp_path)["journal"].ok


@pytest.mark.parametrize("place", ["{}", "{}/deeper", "new/{}", "new/{}/deeper"])
@pytest.mark.parametrize("length", [300, 5000])
def test_a_home_with_a_name_that_is_too_long(tmp_path: Path, place: str, length: int) -> None:
    found = checks(tmp_path / place.format("x" * length))
    assert [check.ok for check in found.values()] == [False, False, False]
    assert all(check.remedy for check in found.values())
    assert "too long" in found["home"].detail
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["/proc/x", "/proc/x/y", "/sys/x", "/dev/null/x", "/dev/full"])
def test_a_home_that_a_start_could_not_make_is_not_well(place: str) -> None:
    """Rights alone say that root may."""
    found = checks(Path(place))
    assert [check.ok for check in found.values()] == [False, False, False]
    assert all("--home" in (check.remedy or "") for check in found.values())


@pytest.mark.parametrize("place", ["/proc", "/sys/kernel", "/proc/self"])
def test_a_home_that_is_there_and_takes_nothing_is_not_well(place: str) -> None:
    assert not checks(Path(place))["home"].ok


def test_what_was_tried_is_taken_back(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    assert checks(tmp_path / "there")["home"].ok
    assert checks(tmp_path / "new" / "deep")["home"].ok
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_a_link_that_leads_nowhere_is_no_folder_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert not checks(tmp_path / "link")["home"].ok
    assert not checks(tmp_path / "link" / "x")["home"].ok


def test_settings_with_a_folder_of_their_own_that_cannot_be_written() -> None:
    with open_folder() as folder:
        (folder / "config").mkdir()
        home = replace(
            Home.at(folder, {"XDG_RUNTIME_DIR": "/"}), settings=folder / "config" / "settings.json"
        )
        assert {check.id: check for check in file_checks(home)}["settings"].ok
        (folder / "config").chmod(0o555)
        with as_somebody_else():
            found = {check.id: check for check in file_checks(home)}["settings"]
        assert not found.ok
        assert str(folder / "config") in found.detail
        assert found.remedy
