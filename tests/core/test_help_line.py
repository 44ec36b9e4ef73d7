from dataclasses import replace
from datetime import date, timedelta

import pytest

from kindtimer.core.help_line import (
    FRESH_DAYS,
    HelpLine,
    Kind,
    Sure,
    by_country,
    directories,
    kind_told,
    may_have_changed,
    read_told,
)

DAY = date(2026, 11, 25)
LINE = HelpLine(
    country="de",
    name="TelefonSeelsorge",
    kinds=(Kind.CALL,),
    numbers=("0800 111 0 111",),
    hours="",
    languages="",
    source="sr.de (2024)",
    source_url="https://www.sr.de",
    verified_on=DAY,
    verified_by="read",
    sure=Sure.HIGH,
)
EMERGENCY = replace(LINE, name="Emergency number", kinds=(Kind.EMERGENCY,), numbers=("112",))
LINES = [
    replace(LINE, country="us"),
    LINE,
    EMERGENCY,
    replace(LINE, country="at"),
    replace(LINE, country="everywhere", kinds=(Kind.DIRECTORY,)),
]


def test_countries_stand_by_name_and_the_emergency_number_first() -> None:
    found = by_country(LINES, "none")
    assert [country for country, _ in found] == ["at", "de", "us"]
    assert dict(found)["de"] == [EMERGENCY, LINE]


@pytest.mark.parametrize(
    ("chosen", "order"), [("us", ["us", "at", "de"]), ("xx", ["at", "de", "us"]), ("", ["at", "de", "us"])]
)
def test_a_choice_moves_one_up_and_hides_nothing(chosen: str, order: list[str]) -> None:
    found = by_country(LINES, chosen)
    assert [country for country, _ in found] == order
    assert sum(len(lines) for _, lines in found) == len(LINES) - 1


def test_what_serves_all_countries_stands_apart() -> None:
    assert directories(LINES) == [LINES[-1]]


def test_how_and_when_in_words() -> None:
    assert kind_told(LINE) == "Call"
    assert kind_told(replace(LINE, kinds=(Kind.TEXT, Kind.CALL))) == "Call or text"
    assert kind_told(replace(LINE, kinds=(Kind.CHAT, Kind.MAIL))) == "Chat, Write"
    assert read_told(LINE) == "Read November 2026 at sr.de (2024)"


def test_a_row_of_more_than_a_year_may_have_changed() -> None:
    assert not may_have_changed(LINE, DAY + timedelta(days=FRESH_DAYS))
    assert may_have_changed(LINE, DAY + timedelta(days=FRESH_DAYS + 1))
    assert not may_have_changed(LINE, DAY - timedelta(days=400))
