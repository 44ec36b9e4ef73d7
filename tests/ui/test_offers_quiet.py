from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule_words import read_quiet
from tests.ui.offers_room import Opened

NIGHT = read_quiet("22:00-07:00")


def test_a_quiet_time_is_typed_kept_and_shown_in_the_week(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 23:00")
    quiet = opened.page.quiet
    opened.type(quiet.span.edit, "22:00-7:00")
    opened.press(quiet.add_span)
    assert opened.settings.quiet == Quiet((NIGHT,))
    assert list(quiet.spans.buttons) == ["22:00-07:00"]
    assert quiet.span.words == ""
    assert opened.page.week.lines[0].text() == "Today, Wednesday 25 November: nothing."


@pytest.mark.parametrize(
    ("typed", "why"),
    [("25:00-07:00", "is no time of the day"), ("22:00", "is no span"), ("07:00-07:00", "never or always")],
)
def test_what_is_no_quiet_time_is_refused_kindly(qtbot: QtBot, typed: str, why: str) -> None:
    opened = Opened(qtbot)
    field = opened.page.quiet.span
    opened.type(field.edit, typed)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert why in field.told.text()
    assert field.edit.text() == typed
    assert opened.settings.quiet == Quiet()


def test_one_goes_and_comes_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot, quiet="22:00-07:00 12:00-13:00")
    quiet = opened.page.quiet
    opened.press(quiet.spans.buttons["22:00-07:00"])
    assert list(quiet.spans.buttons) == ["12:00-13:00"]
    assert quiet.span.edit.hasFocus()
    opened.page.undo_last()
    assert list(quiet.spans.buttons) == ["22:00-07:00", "12:00-13:00"]
    assert opened.page.undone.text() == "Undone. 22:00-07:00 is quiet."


def test_the_same_one_twice_is_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot, quiet="22:00-07:00")
    opened.type(opened.page.quiet.span.edit, "22:00-07:00")
    opened.press(opened.page.quiet.add_span)
    assert opened.settings.quiet.spans == (NIGHT,)


def test_days_and_dates_off(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    quiet = opened.page.quiet
    opened.press(quiet.days.buttons[4])
    opened.type(quiet.date.edit, "26 Nov")
    opened.press(quiet.add_date)
    assert opened.settings.quiet == Quiet((), frozenset({4}), frozenset({date(2026, 11, 26)}))
    assert list(quiet.dates.buttons) == ["Thursday 26 November 2026"]
    told = [line.text() for line in opened.page.week.lines[1:3]]
    assert told == ["Tomorrow, Thursday 26 November: a day off.", "Friday: a day off."]
    opened.press(quiet.dates.buttons["Thursday 26 November 2026"])
    opened.press(quiet.days.buttons[4])
    assert opened.settings.quiet == Quiet()


@pytest.mark.parametrize("typed", ["", "soon"])
def test_what_is_no_date_is_refused(qtbot: QtBot, typed: str) -> None:
    opened = Opened(qtbot)
    opened.type(opened.page.quiet.date.edit, typed)
    opened.press(opened.page.quiet.add_date)
    assert "is no day." in opened.page.quiet.date.told.text()
    assert opened.settings.quiet == Quiet()


def test_there_is_an_end_to_them(qtbot: QtBot) -> None:
    many = tuple(read_quiet(f"{hour:02d}:{minute:02d}-23:59") for hour in range(5) for minute in range(10))
    opened = Opened(qtbot)
    opened.day.preferences.change(quiet=Quiet(many))
    opened.type(opened.page.quiet.span.edit, "22:00-07:00")
    opened.press(opened.page.quiet.add_span)
    assert "There are 50 of them already" in opened.page.quiet.span.told.text()
    assert opened.settings.quiet == Quiet(many)


def test_nights_are_one_press_where_none_is_set(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    quiet = opened.page.quiet
    quiet.nights.setFocus()
    opened.press(quiet.nights)
    assert opened.settings.quiet == Quiet((NIGHT,))
    assert not quiet.nights.isVisible()
    assert quiet.span.edit.hasFocus()
    opened.press(quiet.spans.buttons["22:00-07:00"])
    assert quiet.nights.isVisible()
    assert not Opened(qtbot, quiet="21:30-05:00").page.quiet.nights.isVisible()


def test_more_letters_than_there_is_room_for_are_told_and_stay(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    quiet = opened.page.quiet
    for field, add in ((quiet.span, quiet.add_span), (quiet.date, quiet.add_date)):
        field.edit.setText("o" * 4000)
        opened.press(add)
        assert field.told.text() == "4000 letters stand here, and up to 40 can be kept."
        assert field.edit.hasFocus()
        assert len(field.edit.text()) == 4000
    opened.press(quiet.nights)
    assert opened.settings.quiet == Quiet((NIGHT,))
