import gettext
import struct
from pathlib import Path

import pytest

from kindtimer.store.catalogue import catalogue

HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"


def machine_object(texts: dict[str, str]) -> bytes:
    """The bytes of a .mo file (GNU gettext manual, *The Format of GNU MO Files*)."""
    pairs = sorted((key.encode(), value.encode()) for key, value in {"": HEADER, **texts}.items())
    count = len(pairs)
    at = 28 + 16 * count
    keys, values, body = b"", b"", b""
    for column in (0, 1):
        for pair in pairs:
            entry = struct.pack("<II", len(pair[column]), at + len(body))
            keys, values = (keys + entry, values) if column == 0 else (keys, values + entry)
            body += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return head + keys + values + body


def put(assets: Path, language: str, content: bytes) -> None:
    folder = assets / "locale" / language / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "kindtimer.mo").write_bytes(content)


@pytest.fixture
def german(tmp_path: Path) -> Path:
    texts = {"rest": "Ruhe", "{count} breath\0{count} breaths": "{count} Atemzug\0{count} Atemzüge"}
    put(tmp_path, "de", machine_object(texts))
    return tmp_path


@pytest.mark.parametrize("language", ["de", "de_AT", "de-AT"])
def test_a_language_is_found(german: Path, language: str) -> None:
    found = catalogue(german, language)
    assert found.gettext("rest") == "Ruhe"
    assert found.gettext("in") == "in"
    assert found.ngettext("{count} breath", "{count} breaths", 1) == "{count} Atemzug"
    assert found.ngettext("{count} breath", "{count} breaths", 3) == "{count} Atemzüge"


@pytest.mark.parametrize("language", ["en", "fr", "", "../de", "de/../de", "x" * 300, "d\0e"])
def test_without_a_catalogue_the_words_are_their_own(german: Path, language: str) -> None:
    assert catalogue(german, language).gettext("rest") == "rest"


def test_system_follows_the_desktop(german: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    assert catalogue(german, "system").gettext("rest") == "Ruhe"
    monkeypatch.setenv("LANGUAGE", "nl")
    assert catalogue(german, "system").gettext("rest") == "rest"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense, but long enough to be read as a header of some kind",
        machine_object({"rest": "Ruhe"})[:40],
        machine_object({"rest": "Ruhe"}).replace(b"n != 1", b"n ! 1 "),
        machine_object({"rest": "Ruhe"}).replace(b"UTF-8", b"ASCII").replace(b"Ruhe", b"R\xc3\xbche"[:4]),
    ],
)
def test_a_broken_catalogue_leaves_the_words_as_they_are(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, "de", content)
    found = catalogue(tmp_path, "de")
    assert isinstance(found, gettext.NullTranslations)
    assert found.gettext("rest") == "rest"
