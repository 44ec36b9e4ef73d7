import itertools

import numpy as np
import pytest

from kindtimer.audio.score import Part, Score
from kindtimer.core.breath import Phase
from kindtimer.core.practice import Ask, Practice, Rest, Say
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import as_asked
from kindtimer.store.paths import assets
from kindtimer.store.pattern_store import read_patterns
from tests.audio.stand_ins import BOX, LONGER_OUT, SIGH, decibels, timeline


def levels(part: Part, rate: int = 1000) -> np.ndarray:
    count = round((part.until - part.start) * rate)
    return part.level(part.start + np.arange(count) / rate)


@pytest.mark.parametrize("phases", [LONGER_OUT, SIGH, BOX])
def test_every_phase_is_a_part_of_its_exact_length(phases: object) -> None:
    walk = timeline(phases, 4)  # type: ignore[arg-type]
    parts = Score(walk).parts
    starts = [part.start for part in parts]
    assert starts[0] == 0.0
    assert [p.until for p in parts[:-1]] == starts[1:]
    assert parts[-1].until == walk.planned
    for part in parts:
        moment = walk.at(part.start + part.length / 2)
        assert moment.breath is not None
        assert moment.breath.phase is part.phase
        assert moment.breath.seconds == pytest.approx(part.length)


def test_openness_and_cue_are_the_timeline_s_own() -> None:
    walk = timeline(SIGH, 5)
    for part in Score(walk).parts:
        at = part.start + part.length * np.linspace(0.2, 0.6, 9)
        moments = [walk.at(float(x)) for x in at]
        assert np.allclose(part.openness(at), [m.breath.openness for m in moments if m.breath])
        shape = part.loud[0] + (part.loud[1] - part.loud[0]) * ((at - part.start) / part.length)
        middle = (at > part.start + part.attack) & (at < part.start + part.length - part.release)
        cues = np.array([m.cue for m in moments])
        assert np.allclose(part.level(at)[middle], (shape * cues)[middle])


def test_level_meets_at_every_turn() -> None:
    parts = Score(timeline(BOX, 3)).parts
    for before, after in itertools.pairwise(parts):
        end = before.level(np.array([before.until]))[0]
        assert end == pytest.approx(after.level(np.array([after.start]))[0], abs=1e-9)


def test_it_begins_and_ends_in_silence() -> None:
    parts = Score(timeline()).parts
    assert parts[0].level(np.array([0.0]))[0] == 0.0
    assert parts[-1].level(np.array([parts[-1].until]))[0] == 0.0


def test_the_in_breath_is_no_crescendo_and_the_out_breath_sinks() -> None:
    parts = Score(timeline(breaths=6)).parts
    for part in parts[2:4]:
        at = np.array([part.start + part.attack, part.start + part.length - part.release])
        first, last = part.level(at)
        change = decibels(last) - decibels(first)
        assert -4.0 <= change <= 0.0 if part.phase is Phase.IN else -8.0 <= change <= -4.0


def test_holds_are_steady_and_six_decibels_below() -> None:
    hold = next(p for p in Score(timeline(BOX, 3)).parts if p.phase is Phase.HOLD)
    at = hold.start + np.linspace(hold.attack, hold.length - hold.release, 50)
    level = hold.level(at)
    assert np.ptp(level) < 1e-12
    assert decibels(level[0] / 0.9) == pytest.approx(-6.0, abs=0.1)


def test_onsets_and_ends_are_soft() -> None:
    for phases in (LONGER_OUT, SIGH, BOX):
        for part in Score(timeline(phases, 3)).parts:
            assert 0.08 <= part.attack <= 0.25
            assert part.release >= 0.25
            # At 1000 looks a second no step is larger than a raised cosine of 0.25 s makes it.
            assert np.abs(np.diff(levels(part))).max() < 0.0075


def test_pacing_that_is_cut_ends_softly_and_nothing_sounds_after_it() -> None:
    walk = timeline(breaths=6)
    eased = walk.eased(21.3, "x")
    parts = Score(eased).parts
    assert parts[-1].until == pytest.approx(23.3)
    assert parts[-1].level(np.array([parts[-1].until]))[0] == pytest.approx(0.0, abs=1e-9)
    assert list(Score(eased).cut(np.array([30.0, 30.1]))) == []


def test_cutting_positions_covers_each_once() -> None:
    score = Score(timeline(SIGH, 3))
    at = np.arange(0.0, 40.0, 0.01)
    seen = np.zeros(len(at), dtype=int)
    for low, high, _ in score.cut(at):
        seen[low:high] += 1
    assert (seen == (at < 30.0)).all()


def test_a_timeline_without_breaths_has_no_parts() -> None:
    quiet = Timeline(()).followed_by(Rest(5.0, closing=True))
    assert Score(quiet).parts == ()
    assert list(Score(quiet).cut(np.array([1.0]))) == []


def test_bells_stand_at_both_ends() -> None:
    walk = timeline(breaths=6)
    assert Score(walk).bells == ((0.0, 1.0), (walk.planned, 1.0))


def test_where_words_lead_long_quiet_has_a_soft_bowl_each_minute() -> None:
    end = Rest(12.0, "Enough for now.", 5.0, closing=True)
    steps = (Say("Settle.", 10.0), Rest(200.0), Ask("one", "What?", 300.0), Say("Room.", 61.0), end)
    walk = Timeline.of(Practice("one", steps))
    assert Score(walk).bells == ((0.0, 1.0), (70.0, 0.3), (130.0, 0.3), (190.0, 0.3), (571.0, 1.0))


def test_free_breathing_between_sets_has_none() -> None:
    box = read_patterns(assets() / "patterns.toml")["four_seven_eight"]
    walk = Timeline.of(as_asked(box, None, 8, "Enough for now."))
    assert any(isinstance(one.step, Rest) and one.seconds >= 60 for one in walk.segments)
    assert len(Score(walk).bells) == 2
