import os
import subprocess
import sys
from pathlib import Path

import pytest

from kindtimer.audio.sound_check import sound_trouble
from kindtimer.store.pack_folder import heal, pack_folders, pack_plans, packs_held
from kindtimer.store.pack_store import PackStore
from kindtimer.store.paths import assets
from kindtimer.store.pattern_store import read_patterns
from tests.store.packs import pack

PATTERNS = read_patterns(assets() / "patterns.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    PackStore(tmp_path / "packs", PATTERNS, sound_trouble).add(pack(tmp_path))
    return tmp_path / "packs"


def test_the_practices_of_packs_have_the_name_of_theirs(folder: Path) -> None:
    assert [path.name for path in pack_folders(folder)] == ["evenings"]
    assert {name: plan.packed for name, plan in pack_plans(folder, PATTERNS).items()} == {
        "evenings/lamp": "evenings"
    }


def test_reading_puts_a_pack_back_whose_newer_one_never_came(folder: Path) -> None:
    (folder / "evenings").rename(folder / ".old-evenings")
    assert set(pack_plans(folder, PATTERNS)) == {"evenings/lamp"}
    assert (folder / "evenings").is_dir()


def test_while_packs_are_changed_nothing_is_put_back(folder: Path) -> None:
    (folder / "evenings").rename(folder / ".old-evenings")
    with packs_held(folder, waits=True):
        heal(folder)
        assert pack_plans(folder, PATTERNS) == {}
        with pytest.raises(OSError, match=os.strerror(11)), packs_held(folder, waits=False):
            pass
    heal(folder)
    assert (folder / "evenings").is_dir()


def test_one_that_stands_is_not_replaced_by_what_it_replaced(folder: Path) -> None:
    (folder / ".old-evenings").mkdir()
    heal(folder)
    assert (folder / "evenings" / "pack.toml").is_file()


def test_a_folder_that_cannot_be_read_has_no_practices(tmp_path: Path) -> None:
    for name in ("no_such", "x" * 300):
        assert pack_plans(tmp_path / name, PATTERNS) == {}
    (tmp_path / "a_file").write_text("", "utf-8")
    assert pack_plans(tmp_path / "a_file", PATTERNS) == {}
    with pytest.raises(OSError, match="too long"):
        pack_folders(tmp_path / ("x" * 300))


def test_reading_them_unpacks_nothing(folder: Path) -> None:
    unwanted = ("zipfile", "tempfile", "msgspec", "kindtimer.store.pack_file", "kindtimer.store.pack_store")
    code = (
        "import sys; from pathlib import Path; from kindtimer.store.pack_folder import pack_plans;"
        f"print(list(pack_plans(Path({str(folder)!r}), {{}})), [n for n in {unwanted} if n in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "['evenings/lamp'] []\n"
