import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindtimer.core.pack import MOST_FILES, MOST_PACKED
from kindtimer.store.pack_file import BadPack, unpack
from tests.store.packs import LAMP, MANIFEST, pack

GOOD = {"pack.toml": MANIFEST, "lamp/practice.toml": LAMP}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inside" / "pack"
    made.mkdir(parents=True)
    return made


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def refused(file: Path, folder: Path) -> str:
    before = files_in(folder.parent.parent)
    with pytest.raises(BadPack) as refusal:
        unpack(file, folder)
    outside = [name for name in files_in(folder.parent.parent) if not name.startswith("inside/pack/")]
    assert outside == [name for name in before if not name.startswith("inside/pack/")]
    assert all("\n" not in line and len(line) < 300 for line in refusal.value.findings)
    return " ".join(refusal.value.findings)


def test_all_of_it_is_there_and_private(tmp_path: Path, folder: Path) -> None:
    unpack(pack(tmp_path), folder)
    assert files_in(folder) == ["lamp/light.flac", "lamp/practice.toml", "pack.toml"]
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in files_in(folder)} == {0o600}


@pytest.mark.parametrize(
    "name",
    [
        "../out.toml",
        "lamp/../../out.toml",
        "/tmp/out.toml",
        "//host/out.toml",
        "C:/out.toml",
        "C:out.toml",
        "lamp\\out.toml",
        "..\\out.toml",
        "./out.toml",
        "lamp//out.toml",
        "lamp/deeper/out.toml",
        "lamp/con.toml",
        "AUX/practice.toml",
        "lamp/com1.txt",
        "con/practice.toml",
        "light.flac",
        "lamp/out.toml.",
        "lamp/.hidden.toml",
        "lamp/a b.toml",
        "lamp/\u202etxt.toml",
        "lamp/\x1b[31m.toml",
        "lamp/" + "x" * 200 + ".toml",
        "lamp/run.py",
        "lamp/run.sh",
        "lamp/practice",
        "lamp/out.toml:stream",
    ],
)
def test_names_that_lead_out_or_mean_something_else_are_refused(
    tmp_path: Path, folder: Path, name: str
) -> None:
    refused(pack(tmp_path, {**GOOD, name: "x"}), folder)


def test_a_name_that_hides_its_end_is_refused(tmp_path: Path, folder: Path) -> None:
    file = pack(tmp_path, {**GOOD, "lamp/aaaa.toml": "x"})
    file.write_bytes(file.read_bytes().replace(b"lamp/aaaa.toml", b"lamp/aa.py\0aaa"))
    assert "names within the pack" in refused(file, folder)


def field(name: bytes) -> bytes:
    """The extra field by which Python 3.12 and later, and other readers, know a file by another name."""
    body = b"\x01" + struct.pack("<L", zlib.crc32(b"lamp/aaaa.toml")) + name
    return struct.pack("<HH", 0x7075, len(body)) + body


@pytest.mark.parametrize(
    "name", [b"../out.toml", b"/tmp/out.toml", b"lamp/run.py", b"lamp/practice.toml", b""]
)
def test_a_second_name_is_refused(tmp_path: Path, folder: Path, name: bytes) -> None:
    file = pack(tmp_path, GOOD)
    with zipfile.ZipFile(file, "a") as held:
        twin = zipfile.ZipInfo("lamp/aaaa.toml")
        twin.extra = struct.pack("<HH", 0x9999, 2) + b"ab" + field(name)
        held.writestr(twin, "x")
    assert "it has two names" in refused(file, folder)


def test_a_second_name_that_is_the_same_does_no_harm(tmp_path: Path, folder: Path) -> None:
    file = pack(tmp_path, GOOD)
    with zipfile.ZipFile(file, "a") as held:
        twin = zipfile.ZipInfo("lamp/aaaa.toml")
        twin.extra = field(b"lamp/aaaa.toml")
        held.writestr(twin, "x")
    unpack(file, folder)
    assert "lamp/aaaa.toml" in files_in(folder)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(tmp_path: Path, folder: Path, packing: int) -> None:
    file = pack(tmp_path, GOOD)
    with zipfile.ZipFile(file, "a", packing) as held:
        held.writestr("lamp/words.md", "A light. " * 99)
    assert "deflate" in refused(file, folder)


@pytest.mark.parametrize("tail", [b"", b" and a comment"])
def test_a_zip_with_a_second_directory_is_refused(tmp_path: Path, folder: Path, tail: bytes) -> None:
    file = pack(tmp_path, GOOD)
    whole = file.read_bytes()
    at = whole.rfind(b"PK\x05\x06")
    entries, size, start = struct.unpack_from("<HLL", whole, at + 10)
    far = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, size, start)
    mark = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = whole[at:-2] + struct.pack("<H", len(tail)) + tail
    file.write_bytes(whole[:at] + far + mark + end)
    assert "no zip that can be taken" in refused(file, folder)


def test_a_file_larger_than_any_pack_is_refused_unread(tmp_path: Path, folder: Path) -> None:
    file = pack(tmp_path, GOOD)
    whole = file.read_bytes()
    with file.open("wb") as hollow:  # takes no room on the disk
        hollow.seek(MOST_PACKED)
        hollow.write(whole)
    assert "At most 201 MB" in refused(file, folder)


def test_links_are_refused(tmp_path: Path, folder: Path) -> None:
    file = pack(tmp_path, GOOD)
    with zipfile.ZipFile(file, "a") as held:
        link = zipfile.ZipInfo("lamp/link.toml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        held.writestr(link, "/etc/passwd")
    assert "no links" in refused(file, folder)


@pytest.mark.parametrize("name", ["lamp/practice.toml", "LAMP/PRACTICE.TOML", "Pack.toml"])
def test_a_name_that_stands_twice_is_refused(tmp_path: Path, folder: Path, name: str) -> None:
    file = pack(tmp_path, {**GOOD, "twin/practice.toml": "x"})
    same = name.ljust(len("twin/practice.toml"))
    if len(name) == len(
        "twin/practice.toml"
    ):  # under its own name zipfile would write it only with a warning
        file.write_bytes(file.read_bytes().replace(b"twin/practice.toml", name.encode()))
    else:
        with zipfile.ZipFile(file, "a") as held:
            held.writestr(name, same)
    assert "stands twice" in refused(file, folder)


def test_a_zip_that_would_fill_a_disk_is_refused(tmp_path: Path, folder: Path) -> None:
    bomb = pack(tmp_path, {**GOOD, "lamp/light.wav": bytes(30 << 20)})
    assert "more than 20 times as large" in refused(bomb, folder)


def test_a_file_that_is_larger_than_it_says_is_refused(tmp_path: Path, folder: Path) -> None:
    content = os.urandom(50_000)
    file = pack(tmp_path, {**GOOD, "lamp/light.wav": content})
    told = struct.pack("<L", len(content))
    file.write_bytes(file.read_bytes().replace(told, struct.pack("<L", 10_000)))
    refused(file, folder)


def test_too_many_files_are_refused_before_they_are_read(tmp_path: Path, folder: Path) -> None:
    many = {f"lamp/{number}.txt": "x" for number in range(MOST_FILES)}
    assert "At most 500 files" in refused(pack(tmp_path, {**GOOD, **many}), folder)


def test_a_directory_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, folder: Path) -> None:
    file = pack(tmp_path, GOOD)
    whole = bytearray(file.read_bytes())
    end = whole.rfind(b"PK\x05\x06")
    struct.pack_into("<L", whole, end + 12, 1 << 30)
    file.write_bytes(whole)
    assert "no zip that can be taken" in refused(file, folder)


def test_what_wants_a_passphrase_is_refused(tmp_path: Path, folder: Path) -> None:
    file = pack(tmp_path, GOOD)
    whole = bytearray(file.read_bytes())
    at = whole.find(b"PK\x01\x02")
    whole[at + 8] |= 1
    file.write_bytes(whole)
    assert "passphrase" in refused(file, folder)


def test_without_a_manifest_it_is_no_pack(tmp_path: Path, folder: Path) -> None:
    assert "pack.toml is missing" in refused(pack(tmp_path, {"lamp/practice.toml": LAMP}), folder)


@pytest.mark.parametrize("cut", [0, 1, 10, 100, -1, -10, -22, -60])
def test_a_zip_that_is_cut_is_refused(tmp_path: Path, folder: Path, cut: int) -> None:
    file = pack(tmp_path, GOOD)
    file.write_bytes(file.read_bytes()[:cut])
    assert "no whole zip" in refused(file, folder)


@pytest.mark.parametrize("what", ["folder", "pipe", "nothing"])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, folder: Path, what: str) -> None:
    file = tmp_path / "evenings.zip"
    if what == "folder":
        file.mkdir()
    elif what == "pipe":
        os.mkfifo(file)
    refused(file, folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=40))
def test_whatever_bytes_it_has_nothing_lands_outside(
    tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes
) -> None:
    outer = tmp_path_factory.mktemp("fuzz")
    folder = outer / "inside" / "pack"
    folder.mkdir(parents=True)
    whole = bytearray(pack(outer, GOOD).read_bytes())
    at %= len(whole)
    whole[at : at + len(noise)] = noise
    (outer / "evenings.zip").write_bytes(whole)
    try:
        unpack(outer / "evenings.zip", folder)
        told = ["taken"]
    except BadPack as refusal:
        told = refusal.findings
    assert told
    assert [name for name in files_in(outer) if not name.startswith("inside/pack/")] == ["evenings.zip"]
