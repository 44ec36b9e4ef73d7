"""Slowing: six a minute over ten simulated minutes, and how slow a person's first sessions become.

Pure: asked of `core` alone, along the very path a click takes (wish, practice, timeline).
"""

from dataclasses import replace
from pathlib import Path

from kindtimer.core.entry import Door
from kindtimer.core.pattern import Pattern
from kindtimer.core.settings import Settings
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import Wish, compose
from kindtimer.store.pattern_store import read_patterns
from tests.bench.figure import Figure

PATTERNS = Path(__file__).resolve().parents[2] / "assets" / "patterns.toml"


def _six_a_minute(patterns: dict[str, Pattern]) -> float:
    """Breaths in ten minutes, the last one counted by how far it has come."""
    wish = Wish(Door.COMMAND, "longer_out_46", minutes=12)
    timeline = Timeline.of(compose(wish, patterns, Settings(), ""))
    breath = timeline.at(600.0 - 1e-9).breath
    assert breath is not None
    pattern = patterns["longer_out_46"].phases
    started = next(start for phase, start, _ in pattern.parts if phase is breath.phase)
    return breath.index + (started + breath.progress * breath.seconds) / pattern.period


def figures() -> list[Figure]:
    """In no time."""
    patterns = dict(read_patterns(PATTERNS))
    told = [
        Figure(
            "breaths in 10 minutes of six a minute, apart from 60",
            abs(_six_a_minute(patterns) - 60.0),
            "",
            0.0005,
        )
    ]
    for before, slowest in ((0, 9.0), (1, 9.0), (2, 7.2), (3, 7.2), (4, 6.0)):
        settings = replace(Settings(), sessions_met=before)
        timeline = Timeline.of(compose(Wish(Door.TRAY), patterns, settings, ""))
        rates = [phases.bpm for segment in timeline.segments for phases in segment.phases]
        told.append(
            Figure(
                f"slowest rate of session {before + 1}",
                round(min(rates), 9),
                "a minute",
                slowest,
                at_most=False,
            )
        )
        told.append(Figure(f"first rate of session {before + 1}", rates[0], "a minute"))
    return told
