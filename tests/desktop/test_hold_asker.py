import threading
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.desktop.hold_asker import HoldAsker, Holds, NoHolds
from kindtimer.desktop.hold_probe import Probe, Readings, silent_line
from tests.desktop.deadline import wait_for

YES, NO, UNKNOWN = Reading.YES, Reading.NO, Reading.UNKNOWN
LOCKED, CALL = frozenset({Hold.LOCKED}), frozenset({Hold.CALL})
Answers = list[Mapping[Hold, Reading]]


class Slow:
    """A probe that hangs until it is let go, and counts how often it was started."""

    def __init__(self) -> None:
        self.release = threading.Event()
        self.started = 0

    def __call__(self) -> bool:
        self.started += 1
        self.release.wait(30.0)
        return True


@pytest.fixture
def slow() -> Iterator[Slow]:
    slow = Slow()
    yield slow
    slow.release.set()
    wait_for(at_rest, "what hung ends")


def heard(asker: Holds) -> Answers:
    answers: Answers = []
    asker.answered.connect(answers.append)
    return answers


def asker_of(*probes: Probe, limit_ms: int = 1900) -> HoldAsker:
    return HoldAsker(probes, limit_ms=limit_ms)


def one(name: str, hold: Hold, look: Callable[[], bool | None]) -> Probe:
    return Probe.of_one(name, hold, look)


def at_rest() -> bool:
    return not any(thread.name.startswith("hold: ") for thread in threading.enumerate())


def test_it_answers_once_with_what_the_probes_know(qtbot: QtBot) -> None:
    asker = asker_of(one("a", Hold.LOCKED, lambda: False), one("b", Hold.CALL, lambda: True))
    answers = heard(asker)
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED | CALL, 5.0)
    assert answers == [{Hold.LOCKED: NO, Hold.CALL: YES}]
    assert isinstance(answers[0], MappingProxyType)
    qtbot.waitUntil(at_rest)
    assert asker.looking == frozenset()


def test_only_what_is_wanted_is_looked_at(qtbot: QtBot) -> None:
    asked: list[tuple[frozenset[Hold], float]] = []

    def look(wanted: frozenset[Hold], seconds: float) -> Readings:
        asked.append((wanted, seconds))
        return {Hold.LOCKED: YES, Hold.INPUT: YES, Hold.CALL: YES}

    asker = asker_of(
        Probe("many", frozenset({Hold.LOCKED, Hold.INPUT}), look),
        Probe("other", frozenset({Hold.SHARING}), look),
    )
    answers = heard(asker)
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED | CALL, 7.0)
    assert asked == [(LOCKED, 7.0)]
    assert answers == [{Hold.LOCKED: YES, Hold.CALL: YES}]


def test_the_answer_comes_on_the_main_thread_and_never_within_the_question(qtbot: QtBot) -> None:
    on: list[bool] = []
    for asker in (asker_of(one("a", Hold.LOCKED, lambda: True)), asker_of(), NoHolds()):
        asker.answered.connect(lambda _known: on.append(QThread.currentThread().isMainThread()))
        with qtbot.waitSignal(asker.answered):
            asker.ask(LOCKED, 5.0)
            assert on == []
        assert on == [True]
        on.clear()


def test_one_that_hangs_is_not_known_and_the_rest_is(qtbot: QtBot, slow: Slow) -> None:
    asker = asker_of(one("slow", Hold.LOCKED, slow), one("quick", Hold.CALL, lambda: True), limit_ms=100)
    answers = heard(asker)
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED | CALL, 5.0)
    assert answers == [{Hold.LOCKED: UNKNOWN, Hold.CALL: YES}]
    assert asker.looking == {"slow"}


def test_one_that_hangs_is_not_started_again_until_it_has_ended(qtbot: QtBot, slow: Slow) -> None:
    asker = asker_of(one("slow", Hold.LOCKED, slow), limit_ms=50)
    answers = heard(asker)
    for _ in range(3):
        with qtbot.waitSignal(asker.answered):
            asker.ask(LOCKED, 5.0)
    assert slow.started == 1
    slow.release.set()
    qtbot.waitUntil(lambda: asker.looking == frozenset())
    assert answers == [{Hold.LOCKED: UNKNOWN}] * 3
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED, 5.0)
    assert answers[-1] == {Hold.LOCKED: YES}
    assert slow.started == 2


def test_an_answer_that_comes_too_late_is_no_answer_to_the_next_question(qtbot: QtBot, slow: Slow) -> None:
    other = Slow()
    asker = asker_of(one("slow", Hold.LOCKED, slow), one("other", Hold.CALL, other), limit_ms=80)
    answers = heard(asker)
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED, 5.0)
    asker.ask(LOCKED | CALL, 5.0)
    slow.release.set()
    qtbot.waitUntil(lambda: asker.looking == {"other"})
    other.release.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1][Hold.LOCKED] is UNKNOWN


def test_one_that_raises_is_not_known(qtbot: QtBot) -> None:
    asker = asker_of(one("broken", Hold.LOCKED, lambda: bool(1 // 0)), one("well", Hold.CALL, lambda: False))
    answers = heard(asker)
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED | CALL, 5.0)
    assert answers == [{Hold.LOCKED: UNKNOWN, Hold.CALL: NO}]


def test_each_question_has_its_answer_one_after_the_other(qtbot: QtBot) -> None:
    asker = asker_of(one("a", Hold.LOCKED, lambda: True), one("b", Hold.CALL, lambda: False))
    answers = heard(asker)
    for wanted in (LOCKED, CALL, frozenset[Hold]()):
        asker.ask(wanted, 5.0)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == [{Hold.LOCKED: YES}, {Hold.CALL: NO}, {}]


def test_a_question_may_be_asked_from_an_answer(qtbot: QtBot) -> None:
    asker = asker_of(one("a", Hold.LOCKED, lambda: True))
    answers = heard(asker)

    def ask_on(_known: Readings) -> None:
        if len(answers) < 3:
            asker.ask(LOCKED, 5.0)

    asker.answered.connect(ask_on)
    asker.ask(LOCKED, 5.0)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert set(map(str, answers)) == {str(answers[0])}


def test_after_the_end_nothing_is_answered(qtbot: QtBot, slow: Slow) -> None:
    for asker in (asker_of(one("slow", Hold.LOCKED, slow), limit_ms=50), NoHolds()):
        with qtbot.assertNotEmitted(asker.answered, wait=120):
            asker.ask(LOCKED, 5.0)
            asker.close()
            slow.release.set()
    qtbot.waitUntil(at_rest)


def test_a_thread_that_hangs_outlives_its_asker_harmlessly(qtbot: QtBot, slow: Slow) -> None:
    asker = asker_of(one("slow", Hold.LOCKED, slow))
    asker.ask(LOCKED, 5.0)
    asker.close()
    del asker
    slow.release.set()
    qtbot.waitUntil(at_rest)
    assert slow.started == 1


def test_it_tells_what_was_known_beforehand_and_what_nobody_told(qtbot: QtBot) -> None:
    known: dict[str, bool | None] = {"a": None}
    probes = (one("a", Hold.LOCKED, lambda: known["a"]), one("b", Hold.CALL, lambda: False))
    asker = HoldAsker(probes, {Hold.SHARING: "Beforehand."})
    assert asker.cannot_tell() == {Hold.SHARING: "Beforehand."}
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED | CALL, 5.0)
    assert asker.cannot_tell() == {Hold.SHARING: "Beforehand.", Hold.LOCKED: silent_line(Hold.LOCKED)}
    with qtbot.waitSignal(asker.answered):
        asker.ask(CALL, 5.0)
    assert Hold.LOCKED in asker.cannot_tell()
    known["a"] = False
    with qtbot.waitSignal(asker.answered):
        asker.ask(LOCKED, 5.0)
    assert asker.cannot_tell() == {Hold.SHARING: "Beforehand."}


def test_where_nobody_is_asked_nothing_is_known(qtbot: QtBot) -> None:
    none = NoHolds()
    answers = heard(none)
    with qtbot.waitSignal(none.answered):
        none.ask(frozenset(ASKED), 5.0)
    assert answers == [dict.fromkeys(ASKED, UNKNOWN)]
    assert set(none.cannot_tell()) == set(ASKED)
