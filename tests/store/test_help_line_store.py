from datetime import date, timedelta
from pathlib import Path

import pytest

from kindtimer.core.help_line import COUNTRIES, HelpLine, Kind, by_country, directories
from kindtimer.store.help_line_store import BadHelpLines, read_help_lines
from kindtimer.store.paths import assets

GOOD = """
[[line]]
country = "de"
name = "A line"
kind = ["call", "text"]
number = ["0800 111 0 111"]
source = "sr.de (2024)"
source_url = "https://www.sr.de"
verified_on = 2026-11-25
verified_by = "read"
sure = "high"
"""

LINES = read_help_lines(assets() / "help_lines.toml")

READ_ANEW_DAYS = 180
"""A release goes out only with rows that were read within so many days (facts §5.2)."""


def refused(tmp_path: Path, text: str) -> str:
    file = tmp_path / "help_lines.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadHelpLines) as bad:
        read_help_lines(file)
    assert "\n" not in str(bad.value)
    return str(bad.value)


def test_every_row_says_where_when_and_how_it_was_read() -> None:
    for line in LINES:
        assert line.numbers
        assert line.source
        assert line.source_url.startswith(("https://", "http://"))
        assert "not called" in line.verified_by


def to_read_anew(day: date) -> list[HelpLine]:
    """The rows to be opened on their own sites before a release on that day."""
    return [line for line in LINES if (day - line.verified_on).days > READ_ANEW_DAYS]


def test_no_row_lies_far_behind_the_newest() -> None:
    newest = max(line.verified_on for line in LINES)
    assert to_read_anew(newest) == []
    assert to_read_anew(newest + timedelta(days=READ_ANEW_DAYS + 1)) == list(LINES)


def test_a_directory_and_each_country_with_its_emergency_number() -> None:
    assert [line.numbers for line in directories(LINES)] == [("findahelpline.com",)]
    found = by_country(LINES, "none")
    assert {country for country, _ in found} == set(COUNTRIES)
    for country, lines in found:
        assert lines[0].is_emergency, country
        assert len(lines) > 1, country


def test_no_number_stands_twice_in_a_country() -> None:
    for country, lines in by_country(LINES, "none"):
        numbers = [number for line in lines for number in line.numbers]
        assert len(numbers) == len(set(numbers)), country


def test_rows_are_read_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "help_lines.toml"
    file.write_text(GOOD, "utf-8")
    (line,) = read_help_lines(file)
    assert (line.kinds, line.numbers) == ((Kind.CALL, Kind.TEXT), ("0800 111 0 111",))
    assert (line.hours, line.languages, line.verified_on.isoformat()) == ("", "", "2026-11-25")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('source = "sr.de (2024)"', "", "line[0].source:"),
        ('source = "sr.de (2024)"', 'source = " "', "line[0].source:"),
        ('source_url = "https://www.sr.de"', "", "line[0].source_url:"),
        ("verified_on = 2026-11-25", "", "line[0].verified_on:"),
        ("verified_on = 2026-11-25", 'verified_on = "2026-11-25"', "line[0].verified_on:"),
        ("verified_on = 2026-11-25", "verified_on = 2026-11-25T10:00:00", "line[0].verified_on:"),
        ('number = ["0800 111 0 111"]', "number = []", "line[0].number:"),
        ('number = ["0800 111 0 111"]', 'number = "112"', "line[0].number:"),
        ('number = ["0800 111 0 111"]', "number = [112]", "line[0].number:"),
        ('kind = ["call", "text"]', 'kind = ["shout"]', "line[0].kind:"),
        ('country = "de"', 'country = "Germany"', "line[0].country:"),
        ('country = "de"', 'country = "de"\nhour = "always"', "line[0].hour:"),
        ('country = "de"', 'country = "de"\nhours = 24', "line[0].hours:"),
        ('sure = "high"', 'sure = "very"', "line[0].sure:"),
        ('name = "A line"', 'name = ""', "line[0].name:"),
    ],
)
def test_a_bad_row_is_told_by_file_key_and_fix(tmp_path: Path, old: str, new: str, key: str) -> None:
    told = refused(tmp_path, GOOD.replace(old, new))
    assert "help_lines.toml" in told
    assert key in told


@pytest.mark.parametrize(
    "text", ["", "line = 1", "[line]\nname = 1", "line = [1]", "[[other]]\na = 1", "not toml"]
)
def test_a_bad_file_is_told(tmp_path: Path, text: str) -> None:
    assert "help_lines.toml" in refused(tmp_path, text)


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadHelpLines, match="could not be read"):
        read_help_lines(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadHelpLines, match="not valid TOML"):
        read_help_lines(tmp_path / "bad.toml")
