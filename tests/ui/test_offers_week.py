from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.guide.led_day import at
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened, plain


def test_without_a_rule_that_is_on_there_is_no_week(qtbot: QtBot) -> None:
    assert not Opened(qtbot).page.week.isVisible()
    opened = Opened(qtbot, "daily 10:00")
    assert opened.page.week.isVisible()
    opened.press(opened.page.rules.rows["1"].switch)
    assert not opened.page.week.isVisible()


def test_the_picture_says_what_the_list_says(qtbot: QtBot) -> None:
    week = Opened(qtbot, "daily 10:00", quiet="22:00-07:00").page.week
    assert week.picture.isVisible()
    assert not week.list.isVisible()
    told = week.picture.accessibleDescription().splitlines()
    assert told[:7] == [line.text() for line in week.lines]
    assert plain(told[7]) == plain(week.quiet.text()) == "Quiet on every day: 22:00-07:00."
    assert told[0] == "Today, Wednesday 25 November: 10:00."


def test_whoever_likes_a_list_has_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    week = opened.page.week
    opened.press(week.other)
    assert (week.list.isVisible(), week.picture.isVisible()) == (True, False)
    assert week.other.text() == "As a picture"
    opened.press(week.other)
    assert week.picture.isVisible()


@pytest.mark.parametrize(("size", "scale"), [((360, 640), 1.0), ((900, 600), 2.0)])
def test_where_there_is_no_room_for_a_picture_the_list_stands_alone(
    qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    week = Opened(qtbot, "daily 10:00", size=size, scale=scale).page.week
    assert week.list.isVisible()
    assert not week.picture.isVisible()
    assert not week.other.isVisible()


def test_a_day_on_which_the_clock_changes_is_named_under_the_picture(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 02:30", at="12:00", on=date(2026, 3, 27))
    week = opened.page.week
    assert week.notes.text() == (
        "Sunday 29 March: The clock goes forward and 02:30 does not exist on this day, "
        "so this comes at 03:00."
    )
    opened.press(week.other)
    assert not week.notes.isVisible()
    assert "so this comes at 03:00" in week.lines[2].text()


def test_what_nobody_knows_beforehand_is_named(qtbot: QtBot) -> None:
    week = Opened(qtbot, "daily 10:00", "after a call").page.week
    assert plain(week.unknown.text()) == "Not in it, since nobody knows beforehand when: after a call."


def test_it_follows_time_when_the_page_is_opened(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00")
    opened.day.set_clock(at("09:00", date(2026, 11, 27)))
    opened.page.opened()
    settle()
    assert opened.page.week.lines[0].text().startswith("Today, Friday 27 November")


def test_what_the_picture_s_signs_mean_is_said_and_a_pause_is_told(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00, 14:30", quiet="22:00-07:00")
    week = opened.page.week
    assert week.legend.text() == "Shaded: quiet times."
    opened.press(opened.page.now_part.pauses["1 h"])
    assert week.legend.text() == "Shaded: quiet times. Faint: paused."
    assert week.lines[0].text() == "Today, Wednesday 25 November: 14:30. Paused: 10:00."
    opened.press(week.other)
    assert not week.legend.isVisible()
