"""Offers while rules, settings, days and pauses change under them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import Hold
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from kindtimer.core.settings import OneClick
from tests.guide.led_day import Day, at, begun


@pytest.fixture
def day(qapp: QApplication) -> Callable[..., Day]:
    return begun


@pytest.mark.parametrize("missed", list(Missed))
def test_a_new_rule_begins_when_it_is_made(day: Callable[..., Day], missed: Missed) -> None:
    made = day("09:00", missed=missed)
    made.clock.step(2 * 3600.0)  # nothing has looked since: there was no rule
    made.preferences.change(rules=(Rule("1", *read_rule("daily 10:30")),))
    made.to(at("11:10"))
    assert (made.offered, made.fates()) == ([], [])
    # Nor after an end that nobody saw: what is known of it was kept as the rule was made.
    later = Day(made.clock, made.keeper).begin("daily 10:30", missed=missed).to(at("11:20"))
    assert (later.offered, later.fates()) == ([], [])


def test_what_was_due_by_the_old_rules_is_seen_to_before_they_change(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.clock.step(61.0)  # it is due, and nobody has looked so far
    made.preferences.change(rules=(*made.preferences.settings.rules, Rule("2", *read_rule("Sat 09:00"))))
    assert len(made.offered) == 1


def test_other_settings_cost_offers_nothing(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    saved = made.keeper.saved
    for volume in (0.1, 0.2, 0.3):
        made.preferences.change(volume=volume)
    assert made.keeper.saved == saved


def test_a_pause_and_its_end_see_first_to_what_was_due_until_then(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00")
    made.guide.pause(Pause(made.clock.when(), None))
    made.clock.step(61.0)
    made.guide.resume()
    assert (made.offered, made.fates()) == ([], [("10:00", "paused")])
    other = day("09:59", "daily 10:00")
    other.clock.step(61.0)
    other.guide.pause(Pause(other.clock.when(), None))
    assert other.guide.desk.waiting is None
    assert other.fates() == [("10:00", "paused")]


def test_one_that_was_put_off_is_the_next_one_and_can_be_forgotten(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    made.guide.later(timedelta(minutes=15))
    coming = made.guide.next_at()
    assert coming is not None
    assert coming.strftime("%H:%M") == "10:15"
    made.guide.forget_again()
    made.to(at("11:00"))
    assert len(made.offered) == 1


def test_one_that_was_put_off_into_a_pause_is_not_the_next_one(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00, 14:30").to(at("10:00:01"))
    made.guide.later(timedelta(minutes=15))
    made.guide.pause(Pause(made.clock.when(), at("12:00")))
    coming = made.guide.next_at()
    assert coming is not None
    assert coming.strftime("%H:%M") == "14:30"
    made.guide.pause(Pause(made.clock.when(), None))
    assert made.guide.next_at() is None


def test_a_new_day_is_announced_so_that_tomorrow_becomes_today(day: Callable[..., Day]) -> None:
    made = day("23:58", "daily 10:00")
    told: list[None] = []
    made.guide.changed.connect(lambda: told.append(None))
    made.to(at("23:59"))
    assert told == []
    made.to(at("00:12", date(2026, 11, 26)))
    assert len(told) == 1


def test_a_quiet_moment_is_one_in_which_keys_have_rested_for_a_minute(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00", missed=Missed.QUIET_MOMENT)
    made.desktop.holds = {Hold.CALL}
    made.to(at("10:01"))
    assert [seconds for _, seconds in made.desktop.asked] == [5.0, 60.0]


def test_who_chose_the_room_over_the_breath_is_offered_that(day: Callable[..., Day]) -> None:
    made = day("09:59", one_click=OneClick.ROOM)
    made.guide.offer_now()
    (invitation,) = made.offered
    assert invitation.practice == "room"
    assert not {"breath", "flower"} & set(invitation.words.lower().replace(":", "").split())


def test_at_its_end_what_asks_the_desktop_is_ended_and_nothing_is_led_any_more(
    day: Callable[..., Day],
) -> None:
    made = day("09:59", "daily 10:00").to(at("10:00:01"))
    made.guide.close()
    assert made.desktop.hangs
    made.preferences.change(rules=(Rule("1", *read_rule("daily 11:00")),))
    assert not made.guide._timer.isActive()


def test_a_clock_that_is_set_back_under_an_offer_brings_no_second_card(day: Callable[..., Day]) -> None:
    made = day("09:59", "daily 10:00").to(at("10:02"))
    made.set_clock(at("09:30")).to(at("09:33"))
    assert made.guide.desk.shown is not None
    assert (len(made.offered), made.gone) == (1, 0)
    made.to(at("09:40"))
    assert (len(made.offered), made.gone) == (1, 1)
