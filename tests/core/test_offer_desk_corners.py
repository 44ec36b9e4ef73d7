"""The desk of offers where two things meet: a clock set back, a pause, what gives way, what was asked for."""

from kindtimer.core.offer import Answer, Offer
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause
from tests.core.test_offer_desk import CALL, TWO, at, fates, looked, offered, schedule


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
