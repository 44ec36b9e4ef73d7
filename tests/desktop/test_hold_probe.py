import pytest

from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.desktop.hold_probe import Probe, merged, not_told, reading, silent_line, together

YES, NO, UNKNOWN = Reading.YES, Reading.NO, Reading.UNKNOWN
CALL = frozenset({Hold.CALL})


@pytest.mark.parametrize(("known", "read"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_a_plain_answer_is_a_reading(known: bool | None, read: Reading) -> None:
    assert reading(known) is read
    probe = Probe.of_one("microphone", Hold.CALL, lambda: known)
    assert probe.holds == CALL
    assert probe.look(CALL, 5.0) == {Hold.CALL: read}


@pytest.mark.parametrize(
    ("some", "said"),
    [((), UNKNOWN), ((UNKNOWN,), UNKNOWN), ((UNKNOWN, NO), NO), ((NO, YES, UNKNOWN), YES)],
)
def test_one_yes_is_enough_and_not_known_counts_only_by_itself(
    some: tuple[Reading, ...], said: Reading
) -> None:
    assert together(some) is said


def test_what_several_probes_say_is_put_together() -> None:
    found = {"camera": {Hold.CALL: NO}, "microphone": {Hold.CALL: YES}, "login": {Hold.LOCKED: NO}}
    wanted = frozenset({Hold.CALL, Hold.LOCKED, Hold.INPUT})
    assert merged(wanted, found) == {Hold.CALL: YES, Hold.LOCKED: NO, Hold.INPUT: UNKNOWN}


def test_what_is_not_known_has_a_line_and_what_is_known_has_none() -> None:
    wanted = frozenset({Hold.CALL, Hold.INPUT})
    lines = not_told((), wanted, {"camera": {Hold.CALL: NO}})
    assert lines == {Hold.INPUT: silent_line(Hold.INPUT)}


def test_a_part_that_is_not_known_is_told_though_another_part_is() -> None:
    microphone = Probe.of_one("microphone", Hold.CALL, lambda: None, "Nobody tells of the microphone.")
    camera = Probe.of_one("camera", Hold.CALL, lambda: False)
    half = {"camera": {Hold.CALL: NO}}
    assert not_told((microphone, camera), CALL, half) == {Hold.CALL: "Nobody tells of the microphone."}
    assert not_told((microphone, camera), CALL, {}) == {Hold.CALL: silent_line(Hold.CALL)}
    assert not_told((microphone, camera), CALL, {**half, "microphone": {Hold.CALL: NO}}) == {}
    assert not_told((microphone,), frozenset({Hold.INPUT}), {"x": {Hold.INPUT: NO}}) == {}


def test_each_has_a_line_of_its_own() -> None:
    assert len({silent_line(hold) for hold in ASKED}) == len(ASKED)
