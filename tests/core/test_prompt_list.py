from datetime import date, timedelta

from kindtimer.core.pause import Pause
from kindtimer.core.prompt_list import (
    coming_prompts,
    pause_of,
    paused_line,
    prompt_document,
    prompt_line,
    rules_told,
)
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_rule
from tests.core.test_offer_desk import BERLIN
from tests.core.test_schedule import berlin, schedule


def test_one_that_is_due_at_the_first_moment_is_among_them() -> None:
    found = coming_prompts(schedule("daily 00:00, 10:00"), berlin(2026, 11, 25), 1)
    assert [prompt_line(one) for one in found] == [
        "Wed 2026-11-25 00:00",
        "Wed 2026-11-25 10:00",
        "Thu 2026-11-26 00:00",
    ]


def test_a_prompt_names_its_rule_and_has_a_note_or_none() -> None:
    (plain,) = coming_prompts(schedule("daily 10:00"), berlin(2026, 11, 25), 1)
    assert prompt_document(plain) == {"at": "2026-11-25T10:00:00+01:00", "rule": "1", "note": None}
    (moved,) = coming_prompts(schedule("daily 02:30"), berlin(2026, 3, 29), 1)
    assert prompt_document(moved)["note"] == moved.note
    assert prompt_line(moved).endswith(moved.note)


def test_rules_are_told_with_all_that_is_not_as_usual() -> None:
    rule = Rule("7", *read_rule("Sat 11:15"), practice="box", minutes=3.0, on=False, begins=date(2026, 3, 1))
    other = Rule("8", *read_rule("daily 10:00"), ends=date(2026, 3, 1) + timedelta(days=1), words="Mine.")
    quiet = Quiet(days=frozenset({6}), dates=frozenset({date(2026, 12, 24)}))
    assert rules_told([rule, other], quiet) == [
        "  7  Sat 11:15 · box · 3 min · from 2026-03-01 · off",
        "  8  daily 10:00 · until 2026-03-02",
        "Days off: Sun, 2026-12-24",
    ]
    assert "Mine." not in "".join(rules_told([other], Quiet()))


def test_what_falls_into_a_pause_is_marked() -> None:
    start = berlin(2026, 11, 25)
    pause = Pause(start, berlin(2026, 11, 25, 14))
    first, second = coming_prompts(schedule("daily 10:00, 14:00"), start, 1)
    assert (prompt_line(first, pause), prompt_line(second, pause)) == (
        "Wed 2026-11-25 10:00  paused",
        "Wed 2026-11-25 14:00",
    )
    assert prompt_document(first, pause)["note"] == "paused"
    assert prompt_document(second, pause)["note"] is None
    (moved,) = coming_prompts(schedule("daily 02:30"), berlin(2026, 3, 29), 1)
    assert prompt_document(moved, Pause(berlin(2026, 3, 1), None))["note"] == f"paused · {moved.note}"


def test_a_pause_says_until_when_and_what_ends_it() -> None:
    start = berlin(2026, 11, 25)
    assert paused_line(Pause(start, None), BERLIN) == "Offers are paused until `kindtimer resume`."
    assert paused_line(Pause(start, berlin(2026, 11, 25, 14)), BERLIN) == (
        "Offers are paused until Wed 2026-11-25 14:00; `kindtimer resume` ends it."
    )


def test_a_pause_is_read_from_what_a_status_says() -> None:
    now, ends = berlin(2026, 11, 25, 10), berlin(2026, 11, 25, 14)
    assert pause_of("until resumed", now) == Pause(now, None)
    assert pause_of(ends.isoformat(), now) == Pause(now, ends)
    for none in (None, "", "soon", "2026-11-25T14:00:00", 7, now.isoformat()):
        assert pause_of(none, now) is None
