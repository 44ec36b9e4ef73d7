"""The desk of offers where two things meet: a clock set back, a pause, what gives way, what nobody saw."""

import pytest

from kindtimer.core.offer import Answer, Offer
from kindtimer.core.offer_desk import Desk
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause
from tests.core.test_offer_desk import (
    CALL,
    TWO,
    at,
    days_let_pass,
    fates,
    looked,
    offered,
    offered_on,
    schedule,
)


def test_the_next_one_that_is_told_can_still_come() -> None:
    desk = offered(looked("09:59", "10:00"), "10:00").answer(Answer.TAKEN, at("10:01"))
    desk = looked("09:30", desk=desk)  # the clock was set back
    found = desk.coming(at("09:30"), TWO)
    assert found is not None
    assert found.due == at("14:30")
    assert desk.next_look(at("09:30"), TWO) == at("14:30")
    paused = desk.paused(Pause(at("09:30"), at("15:00")))
    found = paused.coming(at("09:30"), TWO)
    assert found is not None
    assert found.due == at("10:00", 26)
    assert desk.paused(Pause(at("09:30"), None)).coming(at("09:30"), TWO) is None


def test_a_second_one_that_is_put_off_says_what_became_of_the_first() -> None:
    made = schedule("daily 09:10, 09:30")
    desk = offered(looked("09:00", "09:10", made=made), "09:10").answer(
        Answer.LATER, at("09:11"), at("10:11")
    )
    desk = offered(looked("09:30", made=made, desk=desk), "09:30")
    desk = desk.answer(Answer.LATER, at("09:31"), at("11:31"))
    assert fates(desk) == [("09:10", "later"), ("09:30", "later"), ("09:10", "gave_way")]


def test_one_that_gives_way_to_the_next_was_not_let_pass() -> None:
    made = schedule("daily 10:00", "after a call")
    desk = offered(looked("09:59", "10:00", made=made), "10:00")
    call = Offer(("2 2026-11-25 call 10:02",), "2", at("10:02"))
    desk = offered(desk.happened(at("10:02"), call, made, Missed.LET_GO), "10:02")
    assert fates(desk) == [("10:00", "gave_way")]
    assert desk.passed == 0


def test_what_happens_over_and_over_in_a_pause_or_while_it_is_held_is_one() -> None:
    offer = Offer(("3 2026-11-25 unlock",), "3", at("08:00"))
    paused = looked("07:00").paused(Pause(at("07:00"), at("09:00")))
    for minute in range(5):
        paused = paused.happened(at(f"08:0{minute}"), offer, TWO, Missed.LET_GO)
    assert len(paused.accounts) == 1
    held = looked("07:00").happened(at("08:00"), offer, TWO, Missed.LET_GO).settle(at("08:00"), CALL, 0)
    again = held.happened(at("08:01"), offer, TWO, Missed.LET_GO)
    assert again == held


def test_one_that_was_asked_for_and_waits_outlasts_a_change_of_rules() -> None:
    asked = Offer((), "", at("09:00"))
    desk = looked("08:59").offer_now(at("09:00"), asked, 0)
    desk = desk.answer(Answer.LATER, at("09:01"), at("09:16"))
    desk = looked("09:16", desk=desk).settle(at("09:16"), CALL, 0)
    assert desk.follow(schedule()).waiting is not None


def test_those_that_were_asked_for_say_nothing_of_the_times() -> None:
    desk = looked("09:00")
    for minute in range(9):
        desk = desk.offer_now(at(f"09:0{minute}"), Offer((), "", at(f"09:0{minute}")), 0)
        desk = desk.answer(Answer.NOT_NOW, at(f"09:0{minute}"))
    assert (desk.passed, desk.pause) == (0, None)


def test_set_back_what_waits_has_as_long_as_it_had_and_is_accounted_once() -> None:
    desk = looked("09:59", "10:00").settle(at("10:00"), CALL, 0)
    desk = looked("10:05", "08:05", desk=desk)
    assert desk.waiting is not None
    assert desk.waiting.until == at("08:15")
    desk = looked("08:10", "08:15", "10:00", "10:01", desk=desk)
    assert fates(desk).count(("10:00", "held")) == 1


def days_unseen(desk: Desk, first: int, days: int) -> Desk:
    """So many days on which the offer came and nobody was at the computer."""
    made = schedule("daily 10:00")
    for day in range(first, first + days):
        desk = desk.look(at("09:59", day), made, Missed.LET_GO).look(at("10:00", day), made, Missed.LET_GO)
        desk = offered_on(desk, day).nobody_came().look(at("10:10", day), made, Missed.LET_GO)
    return desk


@pytest.mark.parametrize("before", [0, 3, 6])
def test_what_comes_to_an_empty_chair_is_not_let_pass(before: int) -> None:
    row = days_let_pass(before)
    desk = days_unseen(row, before + 1, 8)
    assert desk.shown is None
    assert (desk.passed, desk.pause, desk.asked) == (row.passed, None, row.asked)
    assert fates(desk)[-7:] == [("10:00", "nobody")] * 7


def test_a_question_that_nobody_saw_is_asked_when_somebody_is_there() -> None:
    made = schedule("daily 10:00")
    desk = days_unseen(days_let_pass(3), 4, 1)
    desk = desk.look(at("09:59", 5), made, Missed.LET_GO).look(at("10:00", 5), made, Missed.LET_GO)
    shown = offered_on(desk, 5).shown
    assert shown is not None
    assert shown.asks


def test_whoever_comes_back_in_time_answers_as_ever() -> None:
    made = schedule("daily 10:00")
    for answer, fate, passed in ((Answer.TAKEN, "taken", 0), (Answer.NOT_NOW, "not_now", 4)):
        desk = days_let_pass(3).look(at("10:00", 4), made, Missed.LET_GO)
        desk = offered_on(desk, 4).nobody_came().answer(answer, at("10:05", 4))
        assert (fates(desk)[-1], desk.passed) == (("10:00", fate), passed)


def test_where_nothing_is_shown_nobody_coming_is_nothing() -> None:
    assert looked("09:00").nobody_came() == looked("09:00")
