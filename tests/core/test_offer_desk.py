"""The desk of offers, told in times of a Berlin day; what holds for any day is asked of many at the end."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kindtimer.core.hold import Hold
from kindtimer.core.offer import Answer, Fate, Offer
from kindtimer.core.offer_desk import MOST_GIVEN, Desk
from kindtimer.core.offer_wish import Missed
from kindtimer.core.pause import Pause, read_pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.schedule import Schedule

BERLIN = ZoneInfo("Europe/Berlin")
CALL = (Hold.CALL,)


def schedule(*lines: str, quiet: str = "") -> Schedule:
    rules = [Rule(str(number), *read_rule(line)) for number, line in enumerate(lines, 1)]
    return Schedule(rules, Quiet((read_quiet(quiet),) if quiet else ()), BERLIN)


def at(clock: str, day: int = 25) -> datetime:
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), BERLIN).astimezone(UTC)


TWO = schedule("daily 10:00, 14:30")


def looked(
    *clocks: str, made: Schedule = TWO, missed: Missed = Missed.LET_GO, desk: Desk | None = None
) -> Desk:
    desk = desk or Desk()
    for clock in clocks:
        desk = desk.look(at(clock), made, missed)
    return desk


def offered(desk: Desk, clock: str, line: int = 0) -> Desk:
    desk = desk.settle(at(clock), (), line)
    assert desk.shown is not None
    return desk


def fates(desk: Desk) -> list[tuple[str, str]]:
    return [(one.due.astimezone(BERLIN).strftime("%H:%M"), one.fate.value) for one in desk.accounts]


# --- on time ---------------------------------------------------------------------------------------------


def test_one_that_is_due_is_shown_once_and_goes_by_itself() -> None:
    desk = looked("09:59", "10:00")
    assert desk.wants_asking(at("10:00"))
    desk = offered(desk, "10:00")
    assert not desk.wants_asking(at("10:00"))
    desk = looked("10:09:59", desk=desk)
    assert desk.shown is not None
    desk = looked("10:10", desk=desk)
    assert desk.shown is None
    assert fates(desk) == [("10:00", "let_pass")]
    assert looked("10:11", "10:12", desk=desk).waiting is None


def test_nothing_from_before_the_first_start_was_missed() -> None:
    desk = looked("10:05", missed=Missed.ONE_LATE)
    assert (desk.waiting, desk.accounts) == (None, ())


def test_the_next_look_is_at_the_next_thing_that_can_happen() -> None:
    desk = looked("09:00")
    assert desk.next_look(at("09:00"), TWO) == at("10:00")
    desk = looked("10:00", desk=desk)
    assert desk.next_look(at("10:00"), TWO) == at("10:00:30")
    held = desk.settle(at("10:00"), CALL, 0)
    assert held.next_look(at("10:00"), TWO) == at("10:00:30")
    shown = offered(desk, "10:00")
    assert shown.next_look(at("10:00"), TWO) == at("10:10")
    assert Desk().next_look(at("09:00"), schedule()) is None


@pytest.mark.parametrize(
    ("answer", "fate"), [(Answer.TAKEN, "taken"), (Answer.NOT_NOW, "not_now"), (Answer.LET_PASS, "let_pass")]
)
def test_an_answer_ends_it(answer: Answer, fate: str) -> None:
    desk = offered(looked("09:59", "10:00"), "10:00").answer(answer, at("10:01"))
    assert desk.shown is None
    assert fates(desk) == [("10:00", fate)]
    assert looked("10:02", desk=desk).waiting is None


def test_put_off_it_comes_again_then_and_only_then() -> None:
    desk = offered(looked("09:59", "10:00"), "10:00").answer(Answer.LATER, at("10:01"), at("10:16"))
    assert desk.next_look(at("10:01"), TWO) == at("10:16")
    desk = looked("10:15", desk=desk)
    assert desk.waiting is None
    desk = offered(looked("10:16", desk=desk), "10:16").answer(Answer.TAKEN, at("10:17"))
    assert fates(desk) == [("10:00", "later"), ("10:16", "taken")]
    assert looked("10:40", desk=desk).waiting is None


# --- held and missed -------------------------------------------------------------------------------------


def test_while_something_holds_it_waits_and_then_comes() -> None:
    desk = looked("09:59", "10:00").settle(at("10:00"), CALL, 0)
    assert desk.shown is None
    assert desk.waiting is not None
    assert desk.waiting.holds == CALL
    desk = looked("10:14:30", desk=desk)
    assert offered(desk, "10:14:30").waiting is None


@pytest.mark.parametrize(
    ("missed", "last", "gone"),
    [
        (Missed.LET_GO, "10:14:59", "10:15"),
        (Missed.ONE_LATE, "11:59", "12:00"),
        (Missed.QUIET_MOMENT, "23:59", "00:00"),
    ],
)
def test_held_for_long_it_is_let_go_of_and_that_is_told(missed: Missed, last: str, gone: str) -> None:
    made = schedule("daily 10:00")
    desk = looked("09:59", "10:00", made=made, missed=missed).settle(at("10:00"), CALL, 0)
    assert looked(last, made=made, missed=missed, desk=desk).waiting is not None
    day = 26 if gone == "00:00" else 25
    desk = desk.look(at(gone, day), made, missed)
    assert desk.waiting is None
    (account,) = desk.accounts
    assert (account.fate, account.holds) == (Fate.HELD, CALL)


def test_a_held_one_gives_way_to_the_next() -> None:
    made = schedule("daily 10:00, 10:12")
    desk = looked("09:59", "10:00", made=made).settle(at("10:00"), CALL, 0)
    desk = looked("10:12", made=made, desk=desk)
    assert desk.waiting is not None
    assert desk.waiting.offer.due == at("10:12")
    assert fates(desk) == [("10:00", "held")]


def test_missed_it_is_let_go_of_unless_the_person_wants_it_late() -> None:
    desk = looked("09:00", "12:00")
    assert desk.waiting is None
    assert fates(desk) == [("10:00", "missed")]


@pytest.mark.parametrize("missed", [Missed.ONE_LATE, Missed.QUIET_MOMENT])
def test_one_late_comes_a_minute_after_the_wake(missed: Missed) -> None:
    made = schedule("daily 09:00, 10:00")
    desk = looked("08:00", "11:00", made=made, missed=missed)
    assert not desk.wants_asking(at("11:00:59"))
    assert desk.next_look(at("11:00"), made) == at("11:01")
    assert desk.wants_asking(at("11:01"))
    desk = offered(desk, "11:01")
    assert desk.shown is not None
    assert desk.shown.offer.late
    assert fates(desk) == [("09:00", "missed")]  # at most one after any absence


def test_what_falls_due_after_the_wake_comes_on_time_and_the_missed_one_gives_way() -> None:
    made = schedule("daily 10:00, 10:30")
    desk = looked("09:00", "10:29:40", made=made, missed=Missed.ONE_LATE)
    desk = looked("10:30", made=made, missed=Missed.ONE_LATE, desk=desk)
    desk = offered(desk, "10:30")
    assert desk.shown is not None
    assert desk.shown.offer.due == at("10:30")
    assert not desk.shown.offer.late


def test_too_late_is_no_offer() -> None:
    desk = looked("09:00", "13:00", made=schedule("daily 10:00"), missed=Missed.ONE_LATE)
    assert desk.waiting is None
    assert fates(desk) == [("10:00", "missed")]


def test_after_a_week_away_only_the_last_day_is_looked_at() -> None:
    desk = looked("09:00", made=TWO)
    desk = desk.look(at("09:00", 25) + timedelta(days=400), TWO, Missed.ONE_LATE)
    assert len(desk.accounts) <= 2


def test_in_the_first_minute_after_a_start_nothing_is_shown() -> None:
    desk = looked("09:59").look(at("10:00"), TWO, Missed.LET_GO, not_before=at("10:00:50"))
    assert not desk.wants_asking(at("10:00:49"))
    assert desk.wants_asking(at("10:00:50"))


# --- the clock -------------------------------------------------------------------------------------------


def test_set_back_nothing_comes_twice() -> None:
    desk = offered(looked("09:59", "10:00"), "10:00").answer(Answer.TAKEN, at("10:01"))
    desk = looked("09:00", "09:30", "10:00", "10:01", desk=desk)
    assert desk.waiting is None


def test_set_back_what_is_shown_stays_as_long_as_it_would_have() -> None:
    desk = offered(looked("09:59", "10:00"), "10:00")
    desk = looked("10:01", "08:00", desk=desk)
    assert desk.shown is not None
    assert desk.shown.until == at("08:09")


def test_set_forward_by_hours_and_back_what_was_never_shown_comes_at_its_time() -> None:
    desk = looked("09:00", "13:00", "09:05", "10:00")
    assert desk.wants_asking(at("10:00"))


def test_what_was_given_is_remembered_long_but_not_for_ever() -> None:
    desk = replace(Desk(), given=tuple(f"1 x {number}" for number in range(MOST_GIVEN)))
    desk = offered(looked("09:59", "10:00", desk=desk), "10:00")
    assert len(desk.given) == MOST_GIVEN
    assert desk.given[-1] == "1 2026-11-25 10:00"


# --- pause -----------------------------------------------------------------------------------------------


def test_a_pause_takes_away_what_waits_and_what_is_shown_and_keeps_the_next_away() -> None:
    pause = read_pause("1h", at("10:01"), BERLIN)
    desk = offered(looked("09:59", "10:00"), "10:00").paused(pause)
    assert desk.shown is None
    held = looked("09:59", "10:00").settle(at("10:00"), CALL, 0).paused(pause)
    assert held.waiting is None
    for one in (desk, held):
        assert fates(one) == [("10:00", "paused")]
        assert one.passed == 0


def test_after_a_pause_nothing_comes_late() -> None:
    desk = looked("09:00").paused(Pause(at("09:30"), at("11:00")))
    desk = looked("10:00", "11:00", missed=Missed.ONE_LATE, desk=desk)
    assert desk.pause is None
    assert desk.waiting is None
    assert fates(desk) == [("10:00", "paused")]


def test_a_pause_that_ended_while_the_computer_slept_kept_its_own_time_free() -> None:
    made = schedule("daily 10:00, 11:30")
    desk = looked("09:00", made=made).paused(Pause(at("09:30"), at("11:00")))
    desk = looked("12:00", made=made, missed=Missed.ONE_LATE, desk=desk)
    assert fates(desk) == [("10:00", "paused")]
    assert desk.waiting is not None
    assert desk.waiting.offer.due == at("11:30")


def test_resumed_it_goes_on_with_the_next() -> None:
    desk = looked("09:00").paused(Pause(at("09:30"), None)).resumed()
    desk = looked("09:59", "10:00", desk=desk)
    assert desk.wants_asking(at("10:00"))


def test_put_off_into_a_pause_it_does_not_come() -> None:
    desk = offered(looked("09:59", "10:00"), "10:00").answer(Answer.LATER, at("10:01"), at("10:16"))
    desk = looked("10:16", desk=desk.paused(Pause(at("10:02"), at("11:00"))))
    assert desk.waiting is None
    assert fates(desk)[-1] == ("10:16", "paused")


# --- manners ---------------------------------------------------------------------------------------------


def days_let_pass(
    days: int, answer: Answer = Answer.LET_PASS, desk: Desk | None = None, first: int = 1
) -> Desk:
    desk, made = desk or Desk(), schedule("daily 10:00")
    for day in range(first, first + days):
        desk = desk.look(at("09:59", day), made, Missed.LET_GO).look(at("10:00", day), made, Missed.LET_GO)
        desk = offered_on(desk, day).answer(answer, at("10:01", day))
    return desk


def offered_on(desk: Desk, day: int) -> Desk:
    return desk.settle(at("10:00", day), (), day)


@pytest.mark.parametrize("answer", [Answer.LET_PASS, Answer.NOT_NOW])
def test_after_three_in_a_row_the_next_asks_once(answer: Answer) -> None:
    made = schedule("daily 10:00")
    asks = []
    desk = Desk()
    for day in range(1, 7):
        desk = desk.look(at("09:59", day), made, Missed.LET_GO).look(at("10:00", day), made, Missed.LET_GO)
        desk = offered_on(desk, day)
        assert desk.shown is not None
        asks.append(desk.shown.asks)
        desk = desk.answer(answer, at("10:01", day))
    assert asks == [False, False, False, True, False, False]


def test_after_seven_in_a_row_offers_pause_themselves_and_one_word_brings_them_back() -> None:
    assert days_let_pass(6).pause is None
    desk = days_let_pass(7)
    assert desk.pause is not None
    assert desk.pause.own
    assert desk.pause.until is None
    desk = desk.resumed()
    assert (desk.pause, desk.passed) == (None, 0)


def test_one_that_is_taken_begins_the_row_anew() -> None:
    desk = days_let_pass(6)
    assert desk.passed == 6
    assert days_let_pass(1, Answer.TAKEN, desk, first=7).passed == 0


def test_lines_that_were_shown_last_are_known() -> None:
    assert days_let_pass(6).lines == (2, 3, 4, 5, 6)


def test_accounts_are_kept_seven_days() -> None:
    desk = days_let_pass(5).look(at("10:01", 10), schedule(), Missed.LET_GO)
    assert [one.due.astimezone(BERLIN).day for one in desk.accounts] == [4, 5]


# --- asked for, and taken --------------------------------------------------------------------------------


def test_one_that_is_asked_for_comes_at_once_and_is_in_no_account() -> None:
    desk = looked("09:00").paused(Pause(at("09:00"), None))
    desk = desk.offer_now(at("09:01"), Offer((), "", at("09:01")), 3)
    assert desk.shown is not None
    assert desk.offer_now(at("09:02"), Offer((), "", at("09:02")), 4) == desk
    assert desk.answer(Answer.TAKEN, at("09:02")).accounts == ()


def test_what_waits_can_be_taken_although_something_holds_it() -> None:
    desk = looked("09:59", "10:00").settle(at("10:00"), CALL, 0).take_waiting(at("10:01"))
    assert desk.waiting is None
    desk = desk.answer(Answer.TAKEN, at("10:01"))
    assert fates(desk) == [("10:00", "taken")]
    assert looked("10:02", desk=desk).waiting is None
    assert looked("09:00").take_waiting(at("09:00")).shown is None


def test_what_has_happened_is_offered_once() -> None:
    offer = Offer(("3 2026-11-25 unlock",), "3", at("08:00"))
    desk = looked("07:00").happened(at("08:00"), offer, TWO, Missed.LET_GO)
    desk = offered(desk, "08:00").answer(Answer.NOT_NOW, at("08:01"))
    assert desk.happened(at("08:05"), offer, TWO, Missed.LET_GO).waiting is None
    quiet = schedule(quiet="07:00-09:00")
    assert looked("07:00").happened(at("08:00"), offer, quiet, Missed.LET_GO).waiting is None
    paused = looked("07:00").paused(Pause(at("07:00"), None))
    assert paused.happened(at("08:00"), offer, TWO, Missed.LET_GO).waiting is None


def test_a_rule_that_is_taken_away_takes_what_waits_with_it() -> None:
    desk = looked("09:59", "10:00")
    assert desk.follow(TWO).waiting is not None
    assert desk.follow(schedule()).waiting is None
    later = offered(desk, "10:00").answer(Answer.LATER, at("10:01"), at("10:16"))
    assert later.follow(TWO).again is not None
    assert later.follow(schedule()).again is None


@pytest.mark.parametrize("hold", [Hold.SESSION, Hold.QUIET, Hold.PAUSE])
def test_what_the_program_knows_itself_holds_too(hold: Hold) -> None:
    made = schedule("daily 10:00", quiet="12:00-13:00")
    desk = looked("09:00", made=made)
    if hold is Hold.PAUSE:
        desk = desk.paused(Pause(at("09:00"), None))
    when = at("12:30" if hold is Hold.QUIET else "09:30")
    assert desk.holds_known(when, made, session=hold is Hold.SESSION) == (hold,)
