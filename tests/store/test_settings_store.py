import json
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindtimer.core.ears import Wanted
from kindtimer.core.settings import Settings, Theme, plain
from kindtimer.store.paths import Home
from kindtimer.store.settings_store import SettingsStore, settings_file_note
from tests.store.kept import StandingClock, as_somebody_else, open_folder

MINE = replace(Settings(), minutes=7.0, volume=0.25, flower=12345, sessions_met=4, sound=Wanted.QUIETLY)
TEXT = json.dumps({**plain(MINE), "from_later": {"a": [1, 2]}}, indent=2)


def home_at(folder: Path) -> Home:
    return Home.at(folder, {"XDG_RUNTIME_DIR": str(folder)})


def store_at(folder: Path) -> SettingsStore:
    return SettingsStore(home_at(folder), StandingClock())


def started_with(folder: Path, content: bytes) -> tuple[Settings, SettingsStore]:
    (folder / "settings.json").write_bytes(content)
    store = store_at(folder)
    return store.load(), store


def set_aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("settings.json.bad-*"))


def test_nothing_there_gives_the_defaults_without_a_word(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    assert store.load() == Settings()
    assert store.troubles == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_read(tmp_path: Path) -> None:
    assert store_at(tmp_path).save(MINE) is None
    assert store_at(tmp_path).load() == MINE


def test_the_file_is_private_and_readable_by_a_person(tmp_path: Path) -> None:
    store_at(tmp_path).save(MINE)
    file = tmp_path / "settings.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert '\n  "minutes": 7.0,\n' in file.read_text("utf-8")


def test_unknown_keys_are_carried_along(tmp_path: Path) -> None:
    loaded, store = started_with(tmp_path, TEXT.encode())
    assert store.troubles == []
    store.save(replace(loaded, minutes=5.0))
    held = json.loads((tmp_path / "settings.json").read_text())
    assert held["from_later"] == {"a": [1, 2]}
    assert held["minutes"] == 5.0


def test_one_bad_value_falls_back_alone_and_is_named(tmp_path: Path) -> None:
    loaded, store = started_with(tmp_path, TEXT.replace("0.25", '"loud"').encode())
    assert loaded == replace(MINE, volume=Settings().volume)
    (line,) = store.troubles
    assert "volume" in line
    assert "settings.json.bad-20250304T050607Z" in line
    assert b'"loud"' in set_aside(tmp_path)[0].read_bytes()


@pytest.mark.parametrize(
    ("name", "stands", "other"), [("scene", "flower", "lagoon"), ("country", "none", "atlantis")]
)
def test_a_name_this_version_does_not_know_is_told_and_kept_beside(
    tmp_path: Path, name: str, stands: str, other: str
) -> None:
    content = TEXT.replace(f'"{name}": "{stands}"', f'"{name}": "{other}"').encode()
    loaded, store = started_with(tmp_path, content)
    assert loaded == MINE
    (line,) = store.troubles
    assert name in line
    assert set_aside(tmp_path)[0].read_bytes() == content


def test_a_mended_file_is_not_spoken_of_twice(tmp_path: Path) -> None:
    started_with(tmp_path, TEXT.replace("0.25", '"loud"').encode())
    later = store_at(tmp_path)
    later.load()
    assert later.troubles == []


DAMAGED = {
    "trailing comma": TEXT.replace("\n}", ",\n}").encode(),
    "utf-16": TEXT.encode("utf-16"),
    "ten megabytes": TEXT.replace('"a"', json.dumps("x" * 10_000_000)).encode(),
    "a comment": TEXT.replace("{\n", "{ // mine\n", 1).encode(),
    "a stray byte": TEXT.replace('"a"', '"\xe9"').encode("latin-1"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_gives_every_good_value_and_is_kept(tmp_path: Path, name: str) -> None:
    loaded, store = started_with(tmp_path, DAMAGED[name])
    assert loaded in (MINE, replace(MINE, pattern=Settings().pattern))
    assert len(store.troubles) == 1
    assert set_aside(tmp_path)[0].read_bytes() == DAMAGED[name]
    assert store_at(tmp_path).load() == loaded


HOPELESS = [
    b"",
    b"\0" * 4096,
    b"null",
    b"[]",
    b"5",
    b'"text"',
    b"{",
    b"not json at all",
    b"[" * 2_000_000,
    b'{"minutes":' * 200_000,
    b'{"minutes": 1' + b"0" * 5000 + b"}",
    b'{"flower": 1' + b"0" * 400 + b"}",
    b'{"minutes": NaN}',
    b'{"minutes": true}',
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize("content", HOPELESS, ids=lambda content: repr(content[:14]))
def test_a_hopeless_file_gives_the_defaults_and_is_kept(tmp_path: Path, content: bytes) -> None:
    loaded, store = started_with(tmp_path, content)
    assert loaded == Settings()
    assert len(store.troubles) == 1
    assert set_aside(tmp_path)[0].read_bytes() == content


def test_truncated_at_every_byte_no_value_is_ever_made_up(tmp_path: Path) -> None:
    whole, defaults = plain(MINE), plain(Settings())
    content = TEXT.encode()
    found_before = 0
    for length in range(len(content)):
        for old in tmp_path.iterdir():
            old.unlink()
        loaded = plain(started_with(tmp_path, content[:length])[0])
        found = [name for name in whole if loaded[name] != defaults[name]]
        assert all(loaded[name] == whole[name] for name in found), length
        assert len(found) >= found_before, length
        found_before = len(found)
    assert found_before == 5


def test_an_emptied_file_takes_the_last_good_copy(tmp_path: Path) -> None:
    store_at(tmp_path).save(MINE)
    loaded, store = started_with(tmp_path, b"")
    assert loaded == MINE
    assert len(store.troubles) == 1


def test_a_good_file_edited_by_hand_becomes_the_good_copy(tmp_path: Path) -> None:
    started_with(tmp_path, TEXT.encode())
    assert (tmp_path / "settings.json.good").read_bytes() == TEXT.encode()


def test_a_newer_files_unknown_choice_falls_back_and_stays_beside(tmp_path: Path) -> None:
    content = TEXT.replace('"dusk"', '"aurora"').encode()
    loaded, store = started_with(tmp_path, content)
    assert loaded.theme is Theme.DUSK
    assert "theme" in store.troubles[0]
    assert json.loads((tmp_path / "settings.json").read_text())["from_later"] == {"a": [1, 2]}
    assert set_aside(tmp_path)[0].read_bytes() == content


def test_two_bad_files_in_one_second_are_both_kept(tmp_path: Path) -> None:
    started_with(tmp_path, b"one")
    started_with(tmp_path, b"two")
    assert sorted(p.read_bytes() for p in set_aside(tmp_path)) == [b"one", b"two"]


def test_a_folder_or_a_pipe_under_its_name_is_set_aside(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    store = store_at(tmp_path)
    assert store.load() == Settings()
    (tmp_path / "settings.json").unlink()
    (tmp_path / "settings.json").mkdir()
    assert store.load() == Settings()
    assert len(store.troubles) == 1
    assert (tmp_path / "settings.json").is_file()


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.json").write_text(TEXT)
    (tmp_path / "settings.json").symlink_to(tmp_path / "elsewhere" / "mine.json")
    store = store_at(tmp_path)
    store.save(replace(store.load(), minutes=9.0))
    assert (tmp_path / "settings.json").is_symlink()
    assert store_at(tmp_path).load().minutes == 9.0


def test_deep_unknown_values_do_not_stop_the_writing(tmp_path: Path) -> None:
    deep = "[" * 400 + "]" * 400
    loaded, store = started_with(tmp_path, TEXT.replace("[\n", f"[{deep},\n", 1).encode())
    assert loaded == MINE
    assert store.save(loaded) is None


def test_half_a_surrogate_can_be_written(tmp_path: Path) -> None:
    loaded, store = started_with(tmp_path, b'{"later": "\\ud800"}')
    assert store.save(loaded) is None
    assert store_at(tmp_path).load() == loaded


def test_a_file_that_may_not_be_read_is_kept_and_the_start_goes_on() -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        (folder / "settings.json").write_text(TEXT)
        (folder / "settings.json").chmod(0)
        with as_somebody_else():
            store = store_at(folder)
            assert store.load() == Settings()
        assert len(store.troubles) == 1
        assert set_aside(folder)[0].read_text() == TEXT


def test_in_a_read_only_home_the_settings_live_on_and_it_is_said_in_one_short_line() -> None:
    with open_folder() as folder:
        (folder / "settings.json").write_text(TEXT)
        (folder / "settings.json").chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_else():
            store = store_at(folder)
            assert store.load() == MINE
            line = store.save(replace(MINE, minutes=2.0))
            assert line is not None
            assert "\n" not in line
            assert len(line) <= 120
            assert "settings.json" not in line
            assert store.save(replace(MINE, minutes=3.0)) == line  # as long as it is so
        assert (folder / "settings.json").read_text() == TEXT


def test_a_damaged_file_in_a_read_only_home_is_left_as_it_is() -> None:
    with open_folder() as folder:
        (folder / "settings.json").write_text(TEXT[:-5])
        (folder / "settings.json").chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_else():
            assert store_at(folder).load() == MINE
        assert (folder / "settings.json").read_text() == TEXT[:-5]


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond 16 bytes: what a full disk looks like to a writer."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.save(MINE)
    with full_disk():
        line = store.save(replace(MINE, minutes=2.0))
    assert line is not None
    assert store_at(tmp_path).load() == MINE
    assert store.save(replace(MINE, minutes=2.0)) is None
    assert sorted(p.name for p in tmp_path.iterdir()) == ["settings.json", "settings.json.good"]


def test_a_damaged_file_on_a_full_disk_is_put_back(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(TEXT[:-5])
    with full_disk():
        assert store_at(tmp_path).load() == MINE
    assert (tmp_path / "settings.json").read_text() == TEXT[:-5]
    assert set_aside(tmp_path) == []


def test_the_doctor_hears_of_a_bad_file_and_nothing_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    assert settings_file_note(file) is None
    file.write_text(TEXT)
    assert settings_file_note(file) is None
    file.write_text(TEXT.replace("0.25", "-1"))
    assert "volume" in (settings_file_note(file) or "")
    file.write_text(TEXT[:100])
    assert settings_file_note(file)
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from(list(plain(Settings()))) | st.text(max_size=8), JSON, max_size=8)


@given(OBJECTS, st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_starts_and_can_be_saved(tmp_path: Path, held: dict[str, Any], data: st.DataObject) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    content = json.dumps(held, ensure_ascii=data.draw(st.booleans())).encode("utf-8", "surrogatepass")
    cut = data.draw(st.integers(0, len(content)))
    loaded, store = started_with(tmp_path, content[:cut])
    assert store.save(loaded) is None
    later = store_at(tmp_path)
    assert later.load() == loaded
    assert later.troubles == []


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_start(tmp_path: Path, content: bytes) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    loaded, _ = started_with(tmp_path, content)
    assert isinstance(loaded, Settings)
    kept = [p.read_bytes() for p in set_aside(tmp_path)] or [(tmp_path / "settings.json").read_bytes()]
    assert kept == [content]


def test_a_link_to_what_is_no_file_is_set_aside_and_what_it_leads_to_is_left(tmp_path: Path) -> None:
    target = tmp_path / "not settings"
    target.mkdir()
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").symlink_to(target)
    store = SettingsStore(Home.at(home, {"XDG_RUNTIME_DIR": str(tmp_path)}), StandingClock())
    assert store.load() == Settings()
    assert target.is_dir()
    assert (home / "settings.json").is_file()
    assert len(store.troubles) == 1
