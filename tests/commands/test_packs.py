"""Packs of practices from the terminal."""

import json
import os
from pathlib import Path

import pytest

from tests.store.packs import EVENINGS, LAMP, MANIFEST, pack
from tests.typed import Typed, one_line


def test_one_is_checked_taken_in_listed_and_removed(typed: Typed, tmp_path: Path) -> None:
    file = pack(tmp_path)
    code, said, told = typed("pack", "check", str(file))
    assert (code, told) == (0, "")
    assert said.startswith("Nothing stands in its way: “Evenings” 1.0 by A. Therapist, 1 practice. ")
    assert "who made it, it cannot know" in said
    assert not typed.home.exists()
    code, said, told = typed("pack", "add", str(file))
    assert (code, told) == (0, "")
    assert "KindTimer cannot know who made it." in said
    assert typed("pack", "list")[1].startswith("evenings ")
    told_as = json.loads(typed("pack", "list", "--json")[1])
    assert [(one["id"], one["practices"]) for one in told_as] == [("evenings", ["lamp"])]
    assert "evenings/lamp" in typed("practices")[1]
    assert typed("practice", "evenings/lamp")[0] == 0
    assert typed("pack", "remove", "evenings")[0] == 0
    assert "evenings/lamp" not in typed("practices")[1]
    assert typed("pack", "list")[1].startswith("There is no pack so far.")


def test_a_program_that_runs_is_told_to_look(typed: Typed, tmp_path: Path) -> None:
    with typed.program({"ok": True}) as heard:
        assert typed("pack", "add", str(pack(tmp_path)))[0] == 0
    assert heard == [{"wish": "look_at_packs"}]


def test_one_is_made_of_a_folder(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "lamp").mkdir(parents=True)
    (folder / "pack.toml").write_text(MANIFEST, "utf-8")
    (folder / "lamp" / "practice.toml").write_text(LAMP, "utf-8")
    (folder / "lamp" / "notes.odt").write_text("not for others", "utf-8")
    out = tmp_path / "made.zip"
    code, said, _ = typed("pack", "make", str(folder), "--out", str(out))
    assert code == 0
    assert said.endswith("made.zip: “Evenings” 1.0 by A. Therapist, 1 practice.\n")
    assert typed("pack", "check", str(out))[0] == 0


def test_the_one_authors_are_shown_can_be_made_and_taken_in(typed: Typed, tmp_path: Path) -> None:
    shown = (EVENINGS.parents[1] / "assets" / "practices" / "README.md").read_text("utf-8")
    assert f"```toml\n{MANIFEST}```" in shown
    out = tmp_path / "evenings.zip"
    assert typed("pack", "make", str(EVENINGS), "--out", str(out))[0] == 0
    assert typed("pack", "add", str(out))[0] == 0
    sound = typed.home / "packs" / "evenings" / "lamp" / "light.flac"
    assert sound.read_bytes() == (EVENINGS / "lamp" / "light.flac").read_bytes()


def test_none_is_made_of_what_would_be_refused(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.toml").write_text(MANIFEST, "utf-8")
    out = tmp_path / "made.zip"
    out.write_bytes(b"before")
    line = one_line(typed("pack", "make", str(folder), "--out", str(out)), 1)
    assert "At least one practice" in line
    assert out.read_bytes() == b"before"


def made_of(folder: Path) -> Path:
    (folder / "lamp").mkdir(parents=True)
    (folder / "pack.toml").write_text(MANIFEST, "utf-8")
    (folder / "lamp" / "practice.toml").write_text(LAMP, "utf-8")
    return folder


@pytest.mark.parametrize("year", [0, 300_000_000, 5_000_000_000])
def test_files_of_any_age_make_one(typed: Typed, tmp_path: Path, year: int) -> None:
    folder = made_of(tmp_path / "mine")
    os.utime(folder / "lamp" / "practice.toml", (year, year))
    out = tmp_path / "made.zip"
    assert typed("pack", "make", str(folder), "--out", str(out))[0] == 0
    assert typed("pack", "check", str(out))[0] == 0


@pytest.mark.parametrize("name", [b"k\xc3\xbche.md", b"\xff.txt", b"a\n.md", b"\x1b[31m.toml"])
def test_a_name_no_pack_can_have_is_told_in_one_line(typed: Typed, tmp_path: Path, name: bytes) -> None:
    folder = made_of(tmp_path / "mine")
    (folder / "lamp" / os.fsdecode(name)).write_text("x", "utf-8")
    line = one_line(typed("pack", "make", str(folder), "--out", str(tmp_path / "made.zip")), 1)
    assert "letters from a to z" in line
    assert not (tmp_path / "made.zip").exists()


def test_sizes_are_looked_at_before_anything_is_packed(typed: Typed, tmp_path: Path) -> None:
    folder = made_of(tmp_path / "mine")
    with (folder / "lamp" / "hollow.wav").open("wb") as hollow:  # would take minutes to pack
        hollow.truncate(1 << 40)
    line = one_line(typed("pack", "make", str(folder), "--out", str(tmp_path / "made.zip")), 1)
    assert "At most 200 MB" in line


def test_a_folder_of_packs_that_cannot_be_read_is_told(typed: Typed, tmp_path: Path) -> None:
    typed.home.mkdir(parents=True, exist_ok=True)
    (typed.home / "packs").write_text("no folder", "utf-8")
    assert typed("practices")[0] == 0
    for words in (("add", str(pack(tmp_path))), ("remove", "evenings")):
        assert one_line(typed("pack", *words), 1)


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (("pack",), 2, "After `kindtimer pack` come: WHAT."),
        (("pack", "steal"), 2, "After `kindtimer pack` can come: check, add, list, remove, make."),
        (("pack", "add"), 2, "After `kindtimer pack add` comes a name."),
        (("pack", "list", "more"), 2, "`kindtimer pack list` stands alone."),
        (("pack", "make", "/tmp"), 2, "The file's name ends in .zip."),
        (("pack", "make", "no_such_folder", "--out", "a.zip"), 1, "“no_such_folder” is no folder"),
        (("pack", "remove", "evenings"), 1, "There is no pack called “evenings”. There are: none."),
        (("pack", "check", "no_such.zip"), 1, "“no_such.zip” was not taken, and nothing was changed."),
        (("pack", "add", "no_such.zip"), 1, "“no_such.zip” was not taken, and nothing was changed."),
    ],
)
def test_what_cannot_be_done_gets_one_line(
    typed: Typed, words: tuple[str, ...], code: int, line: str
) -> None:
    assert one_line(typed(*words), code).startswith(line)


def test_names_out_of_a_pack_steer_no_terminal(typed: Typed, tmp_path: Path) -> None:
    file = pack(tmp_path, {"pack.toml": MANIFEST, "lamp/\x1b[31mred.toml": "x"})
    assert "\x1b" not in one_line(typed("pack", "check", str(file)), 1)


def test_a_great_many_reasons_stay_one_line(typed: Typed, tmp_path: Path) -> None:
    files = {f"p{number}/practice.toml": "spoilt" for number in range(60)}
    line = one_line(typed("pack", "check", str(pack(tmp_path, {"pack.toml": MANIFEST, **files}))), 1)
    assert "more." in line
    assert len(line) < 2000
