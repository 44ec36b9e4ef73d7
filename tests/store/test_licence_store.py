import re
import tomllib
from pathlib import Path

import pytest

from kindtimer.core.licences import Licence
from kindtimer.store.licence_store import BadLicences, read_licences
from kindtimer.store.paths import assets

GOOD = """
[[licence]]
work = "a-library"
licence = "MIT"
holder = "Somebody"
where = "https://example.org"
"""

BROUGHT_ALONG = {
    "shiboken6": "by pyside6-essentials",
    "SQLite3 Multiple Ciphers": "within apsw-sqlite3mc",
    "SQLite": "within apsw-sqlite3mc",
    "PortAudio": "sounddevice opens it",
    "libsndfile": "within soundfile",
    "cffi": "by sounddevice and soundfile",
    "pycparser": "by cffi",
    "typing-extensions": "by soundfile",
}
"""What comes with a dependency and is no dependency itself, and how it comes."""


def refused(tmp_path: Path, text: str) -> str:
    file = tmp_path / "licences.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadLicences) as bad:
        read_licences(file)
    assert "\n" not in str(bad.value)
    return str(bad.value)


def test_no_dependency_is_forgotten_and_none_that_is_gone_is_named() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {str(re.split(r"[ <>=!~;\[]", one)[0]) for one in project["dependencies"]}
    listed = {one.name for one in read_licences(assets() / "licences.toml")}
    assert listed - {"KindTimer", "Python"} - BROUGHT_ALONG.keys() == wanted
    assert listed >= BROUGHT_ALONG.keys()


def test_kindtimer_itself_comes_first_under_the_licence_of_its_project_file() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    first = read_licences(assets() / "licences.toml")[0]
    assert (first.name, first.licence, first.holder) == (
        "KindTimer",
        project["license"],
        project["authors"][0]["name"],
    )


def test_rows_are_read_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "licences.toml"
    file.write_text(GOOD, "utf-8")
    assert read_licences(file) == (Licence("a-library", "MIT", "Somebody", "https://example.org"),)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('holder = "Somebody"', "", "licence[0].holder:"),
        ('holder = "Somebody"', 'holder = " "', "licence[0].holder:"),
        ('licence = "MIT"', "licence = 3", "licence[0].licence:"),
        ('work = "a-library"', 'name = "a-library"', "licence[0].name:"),
        ("\n[[licence]]", GOOD + "\n[[licence]]", "licence[1].work:"),
    ],
)
def test_a_bad_row_is_told_by_file_key_and_fix(tmp_path: Path, old: str, new: str, key: str) -> None:
    told = refused(tmp_path, GOOD.replace(old, new, 1))
    assert "licences.toml" in told
    assert key in told


@pytest.mark.parametrize("text", ["", "licence = 1", "licence = [1]", "[[other]]\na = 1", "not toml"])
def test_a_bad_file_is_told(tmp_path: Path, text: str) -> None:
    assert "licences.toml" in refused(tmp_path, text)


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLicences, match="could not be read"):
        read_licences(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadLicences, match="not valid TOML"):
        read_licences(tmp_path / "bad.toml")
