import os
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kindtimer.audio.sound_check import sound_trouble
from kindtimer.core.practice_plan import PracticePlan
from kindtimer.store.pack_file import BadPack
from kindtimer.store.pack_folder import LOCK, pack_plans
from kindtimer.store.pack_store import PackStore, put
from kindtimer.store.paths import assets
from kindtimer.store.pattern_store import read_patterns
from tests.store.packs import LAMP, MANIFEST, pack

PATTERNS = read_patterns(assets() / "patterns.toml")
GOOD: Mapping[str, str | bytes] = {"pack.toml": MANIFEST, "lamp/practice.toml": LAMP}


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    return PackStore(tmp_path / "home" / "packs", PATTERNS, sound_trouble)


def plans(home: Path) -> dict[str, PracticePlan]:
    return pack_plans(home / "home" / "packs", PATTERNS)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != LOCK)


def all_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_one_that_a_therapist_made_is_taken_in_and_goes_without_trace(
    tmp_path: Path, store: PackStore
) -> None:
    file = pack(tmp_path)
    checked = store.check(file)
    assert not (tmp_path / "home").exists()
    assert store.add(file) == checked
    assert (checked.name, checked.author, checked.version_told) == ("Evenings", "A. Therapist", "1.0")
    assert checked.practices == checked.for_this_week == ("lamp",)
    assert store.packs() == {"evenings": checked}
    plan = plans(tmp_path)["evenings/lamp"]
    assert (plan.id, plan.packed, plan.title) == ("evenings/lamp", "evenings", "By the lamp")
    assert store.remove("evenings")
    assert not store.remove("evenings")
    assert left_in(tmp_path / "home" / "packs") == []
    assert plans(tmp_path) == {}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda text: text.replace("format = 1", "format = 2"), "format: this KindTimer reads format 1"),
        (lambda text: text.replace('"evenings"', '"../evenings"'), "id: expected `str` matching"),
        (lambda text: text.replace('"1.0"', '"new"'), "version: numbers with dots"),
        (lambda text: text.replace('"Evenings"', '"Even\\u202Eings"'), "name: the sign U+202E"),
        (lambda text: text.replace('"Evenings"', '" "'), "name: some words"),
        (lambda text: text.replace('"A. Therapist"', '""'), "author: some words"),
        (lambda text: text.replace('"Evenings"', f'"{"x" * 200}"'), "name: expected `str` of length <= 120"),
        (lambda text: text.replace('["lamp"]', '["candle"]'), "for_this_week: “candle” is none"),
        (lambda text: text.replace('["lamp"]', '["lamp", "b", "c"]'), "at most two practices"),
        (lambda text: text.replace('["en"]', '["English"]'), "languages"),
        (lambda text: text + "\n[run]\ncode = 1\n", "unknown field `run`"),
        (lambda text: text.replace('name = "Evenings"', ""), "missing required field `name`"),
        (lambda text: text + "[[[", "not valid TOML"),
        (lambda text: text + "# " + os.urandom(40_000).hex(), "larger than 64 KB"),
    ],
)
def test_a_spoilt_manifest_is_named(
    tmp_path: Path, store: PackStore, change: Callable[[str], str], named: str
) -> None:
    file = pack(tmp_path, {**GOOD, "pack.toml": change(MANIFEST)})
    with pytest.raises(BadPack) as refusal:
        store.add(file)
    assert named in " ".join(refusal.value.findings)
    assert left_in(tmp_path / "home" / "packs") == []


def test_every_reason_is_told_at_once(tmp_path: Path, store: PackStore) -> None:
    files = {
        **GOOD,
        "lamp/light.wav": b"RIFF and nothing more",
        "second/practice.toml": LAMP.replace("silence = 20", ""),
        "Third/practice.toml": LAMP,
        "fourth/words.txt": "No practice here.",
    }
    with pytest.raises(BadPack) as refusal:
        store.check(pack(tmp_path, files))
    told = refusal.value.findings
    assert any(line.startswith("lamp/light.wav: it is no sound file") for line in told)
    assert any(line.startswith("second/practice.toml, step 1, silence") for line in told)
    assert any(line.startswith("Third/practice.toml: small letters") for line in told)
    assert any(line.startswith("fourth/practice.toml") for line in told)


def test_a_pack_without_a_practice_is_none(tmp_path: Path, store: PackStore) -> None:
    with pytest.raises(BadPack, match="At least one practice"):
        store.check(pack(tmp_path, {"pack.toml": MANIFEST.split("[for")[0]}))


def test_only_its_makers_newer_one_takes_its_place(tmp_path: Path, store: PackStore) -> None:
    store.add(pack(tmp_path))
    before = all_files(tmp_path / "home")
    other = MANIFEST.replace("A. Therapist", "Somebody else").replace("1.0", "9.0")
    for manifest, why in ((MANIFEST, "not newer"), (other, "by somebody else")):
        with pytest.raises(BadPack, match=why):
            store.add(pack(tmp_path, {**GOOD, "pack.toml": manifest}, "other.zip"))
        assert all_files(tmp_path / "home") == before
    newer = MANIFEST.replace('"1.0"', '"1.1"')
    store.add(pack(tmp_path, {"pack.toml": newer, "lamp/practice.toml": LAMP}, "newer.zip"))
    assert store.packs()["evenings"].version_told == "1.1"
    assert "packs/evenings/lamp/light.flac" not in all_files(tmp_path / "home")


def test_what_a_killed_run_left_is_put_right(tmp_path: Path, store: PackStore) -> None:
    store.add(pack(tmp_path))
    folder = tmp_path / "home" / "packs"
    (folder / "evenings").rename(folder / ".old-evenings")
    (folder / ".new-abc" / "pack").mkdir(parents=True)
    second = MANIFEST.replace('"evenings"', '"mornings"')
    store.add(pack(tmp_path, {**GOOD, "pack.toml": second}, "second.zip"))
    assert left_in(folder) == ["evenings", "mornings"]
    assert set(store.packs()) == {"evenings", "mornings"}


def test_where_the_newer_one_cannot_be_put_the_older_stays(tmp_path: Path, store: PackStore) -> None:
    store.add(pack(tmp_path))
    folder = tmp_path / "home" / "packs"
    before = all_files(folder)
    with pytest.raises(OSError, match="no_such"):
        put(folder / "no_such", folder / "evenings")
    assert all_files(folder) == before


def test_one_that_was_removed_never_comes_back(tmp_path: Path, store: PackStore) -> None:
    folder = tmp_path / "home" / "packs"
    for left in (".gone-evenings", ".old-evenings"):  # a run ended while it removed, or while it replaced
        store.add(pack(tmp_path))
        shutil.copytree(folder / "evenings", folder / left)
        assert store.remove("evenings")
        assert plans(tmp_path) == {}
        assert left_in(folder) == []
    store.add(pack(tmp_path))
    (folder / "evenings").rename(folder / ".gone-evenings")
    assert store.packs() == {}
    assert plans(tmp_path) == {}
    second = MANIFEST.replace('"evenings"', '"mornings"')
    store.add(pack(tmp_path, {**GOOD, "pack.toml": second}, "second.zip"))
    assert left_in(folder) == ["mornings"]


def test_two_that_are_taken_in_at_once_are_both_there(tmp_path: Path, store: PackStore) -> None:
    files = []
    for number in range(6):
        manifest = MANIFEST.replace('"evenings"', f'"evenings{number}"')
        files.append(pack(tmp_path, {**GOOD, "pack.toml": manifest}, f"{number}.zip"))
    with ThreadPoolExecutor(3) as pool:
        taken = list(pool.map(store.add, files))
    assert set(store.packs()) == {one.id for one in taken} == {f"evenings{number}" for number in range(6)}


def test_one_that_was_spoilt_later_is_left_out_and_can_go(tmp_path: Path, store: PackStore) -> None:
    store.add(pack(tmp_path))
    second = MANIFEST.replace('"evenings"', '"mornings"')
    store.add(pack(tmp_path, {**GOOD, "pack.toml": second}, "second.zip"))
    folder = tmp_path / "home" / "packs" / "evenings"
    (folder / "pack.toml").write_text("spoilt", "utf-8")
    (folder / "lamp" / "practice.toml").write_text("spoilt", "utf-8")
    (folder / "lamp" / "practice.json").unlink()
    assert set(store.packs()) == {"mornings"}
    assert set(plans(tmp_path)) == {"mornings/lamp"}
    assert store.remove("evenings")


def test_what_is_kept_for_quick_reading_says_the_same_and_is_no_part_of_a_pack(
    tmp_path: Path, store: PackStore
) -> None:
    store.add(pack(tmp_path))
    kept = tmp_path / "home" / "packs" / "evenings" / "lamp" / "practice.json"
    quick = plans(tmp_path)
    for content in (b"", b"[]", b"{", b"[" * 100_000):
        kept.write_bytes(content)
        assert plans(tmp_path) == quick
    kept.write_text("{}", "utf-8")
    assert plans(tmp_path) == {}  # spoilt by somebody: left out, and nothing fails
    kept.unlink()
    assert plans(tmp_path) == quick
    with pytest.raises(BadPack, match=r"only \.flac"):
        store.check(pack(tmp_path, {**GOOD, "lamp/practice.json": "{}"}))


def test_a_name_that_leads_out_removes_nothing(tmp_path: Path, store: PackStore) -> None:
    store.add(pack(tmp_path))
    kept = tmp_path / "home" / "journal.db"
    kept.write_bytes(b"kept")
    for name in ("..", "../journal.db", ".", "", "/", str(tmp_path)):
        assert not store.remove(name)
    assert kept.exists()


def test_a_folder_that_is_not_there_has_no_packs(tmp_path: Path, store: PackStore) -> None:
    assert store.packs() == {}
    assert plans(tmp_path) == {}
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
    assert not store.remove("evenings")
