from pathlib import Path

import pytest

from kindtimer.store.pack_file import BadPack
from kindtimer.store.pack_manifest import read_manifest
from tests.store.packs import MANIFEST

LEAST = 'format = 1\nid = "a"\nname = "A"\nauthor = "B"\nversion = "1"\n'


def test_what_a_pack_says_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(MANIFEST, "utf-8")
    pack = read_manifest(file)
    assert (pack.id, pack.version, pack.contact) == ("evenings", (1, 0), "practice@example.org")
    assert pack.note.startswith("Two minutes before the light goes out")


def test_the_least_there_is(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(LEAST, "utf-8")
    pack = read_manifest(file)
    assert (pack.languages, pack.for_this_week, pack.note) == (("en",), (), "")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[[[[", b"format = 1\n", b"a = " + b"[" * 5000])
def test_what_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "pack.toml"
    file.write_bytes(content)
    with pytest.raises(BadPack, match=r"^pack\.toml"):
        read_manifest(file)
    file.unlink()
    with pytest.raises(BadPack, match=r"^pack\.toml"):
        read_manifest(file)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('"a"', '"evenings\\n"'), "id"),
        (('"a"', '"con"'), "a device"),
        (('"a"', '"com1"'), "a device"),
        (('version = "1"', 'version = "1"\nlanguages = ["en\\n"]'), "languages"),
        (('name = "A"', 'name = "Close your eyes"'), "name: eyes are nobody's"),
        (('version = "1"', 'version = "1"\n[for_this_week]\nnote = "With eyes closed."'), "note: eyes are"),
        (("format = 1", 'format = 1\n"\\u001b[2J\\n\\u202e" = 1'), "unknown field"),
        (("format = 1", 'format = 1\n"' + "x " * 4000 + '" = 1'), "unknown field"),
        (("format = 1", ".".join("a" * 20_000) + " = 1"), "on one line"),
        (("format = 1", ".".join("a" * 2000) + " = 1"), "dots"),
    ],
)
def test_what_means_something_else_is_refused(tmp_path: Path, change: tuple[str, str], named: str) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(LEAST.replace(*change), "utf-8")
    with pytest.raises(BadPack, match=named) as refusal:
        read_manifest(file)
    assert all(line.isprintable() and len(line) < 700 for line in refusal.value.findings)
