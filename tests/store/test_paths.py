import os
import stat
from pathlib import Path

import pytest

from kindtimer.store.paths import LONGEST_SOCKET, Home, HomeTrouble, assets
from tests.store.kept import as_somebody_else, open_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_given_folder_holds_everything(tmp_path: Path) -> None:
    home = Home.find(str(tmp_path / "mine"), {})
    assert {p.parent for p in (home.settings, home.journal, home.log, home.lock)} == {tmp_path / "mine"}
    assert home.settings.name == "settings.json"
    assert home.journal.name == "journal.db"


def test_the_environment_names_a_home_and_the_option_wins(tmp_path: Path) -> None:
    environ = {"KINDTIMER_HOME": str(tmp_path / "by-environment")}
    assert Home.find(None, environ).folder == tmp_path / "by-environment"
    assert Home.find(str(tmp_path / "given"), environ).folder == tmp_path / "given"


def test_without_either_the_platform_decides() -> None:
    home = Home.find(None, {})
    assert home.folder.name == "kindtimer"
    assert home.settings.parent != home.folder


def test_finding_a_home_touches_nothing(tmp_path: Path) -> None:
    Home.find(str(tmp_path / "new"), {"TMPDIR": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_folders_and_lock_are_private(tmp_path: Path) -> None:
    home = Home.find(str(tmp_path / "a" / "b"), {"TMPDIR": str(tmp_path)})
    home.make()
    assert mode(home.folder) == 0o700
    assert mode(home.lock) == 0o600
    assert mode(home.socket.parent) == 0o700


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    Home.find(str(shared), {"TMPDIR": str(tmp_path)}).make()
    assert mode(shared) == 0o755


def test_the_socket_is_named_by_the_real_path(tmp_path: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    real = Home.find(str(tmp_path / "real"), environ).socket
    assert Home.find(str(tmp_path / "link"), environ).socket == real
    assert Home.find(str(tmp_path / "other"), environ).socket != real


@pytest.mark.parametrize("runtime", ["", "relative/run", "/does/not/exist"])
def test_a_runtime_folder_that_is_none_gives_a_private_one(tmp_path: Path, runtime: str) -> None:
    home = Home.find(str(tmp_path), {"XDG_RUNTIME_DIR": runtime, "TMPDIR": str(tmp_path)})
    assert home.socket.parent == tmp_path / f"kindtimer-{os.getuid()}"


@pytest.mark.parametrize("where", ["XDG_RUNTIME_DIR", "TMPDIR"])
def test_the_socket_path_is_never_too_long(tmp_path: Path, where: str) -> None:
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    home = Home.find(str(tmp_path), {where: str(deep)})
    assert len(os.fsencode(home.socket)) <= LONGEST_SOCKET


def test_a_home_that_is_a_file_is_refused_and_left(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(HomeTrouble, match="is a file") as trouble:
        Home.find(str(file), {}).make()
    assert "\n" not in str(trouble.value)
    assert file.read_text() == "mine"


@pytest.mark.parametrize("home", ["/proc/nothing/here", "x" * 300])
def test_a_home_that_cannot_be_made_is_one_line(home: str) -> None:
    with pytest.raises(HomeTrouble, match="could not be made"):
        Home.find(home, {}).make()


def test_a_home_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeTrouble):
        Home.find(str(tmp_path / "file" / "home"), {}).make()


def test_a_read_only_home_is_refused_and_nothing_is_lost() -> None:
    with open_folder() as folder:
        (folder / "settings.json").write_text("{}")
        folder.chmod(0o555)
        with as_somebody_else(), pytest.raises(HomeTrouble, match="cannot be written to"):
            Home.find(str(folder), {}).make()
        assert (folder / "settings.json").read_text() == "{}"


def test_a_runtime_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    with open_folder() as folder:
        elsewhere = folder / f"kindtimer-{os.getuid()}"
        elsewhere.symlink_to(tmp_path)
        home = Home.find(str(tmp_path / "home"), {"TMPDIR": str(folder)})
        with pytest.raises(HomeTrouble, match="somebody else"):
            home.make()


def test_the_assets_are_found() -> None:
    assert (assets() / "patterns.toml").is_file()
