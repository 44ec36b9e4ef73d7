"""Lists: what `kindtimer patterns`, `practices`, `scenes` and `sounds` hold.

Keys are a contract (product §5).
"""

from typing import Any

from kindtimer.core.pattern import Pattern
from kindtimer.core.practice_plan import DEPTH_NAMES, PracticePlan
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.sound_names import BELL_NAMES, CARRIER_NAMES
from kindtimer.core.words import tr


def pattern_document(pattern: Pattern) -> dict[str, Any]:
    """One pattern; phases in seconds, 0 for a part that is not there."""
    phases = pattern.phases
    return {
        "id": pattern.id,
        "name": tr(pattern.name),
        "phases": {
            "in": phases.inhale,
            "top_up": phases.top_up,
            "hold": phases.hold,
            "out": phases.out,
            "rest": phases.rest,
        },
        "bpm": round(pattern.bpm, 4),
        "tier": pattern.tier,
        "default_minutes": pattern.default_minutes,
        "cap_minutes": pattern.cap_minutes,
    }


def pattern_line(pattern: Pattern) -> str:
    """One pattern as a line to read."""
    seconds = "–".join(f"{length:g}" for _, _, length in pattern.phases.parts)
    bpm = tr("{bpm} a minute", bpm=f"{pattern.bpm:.3g}")
    return f"{pattern.id:18} {seconds:12} {bpm:16} {tr(pattern.name)}. {tr(pattern.purpose)}"


def practice_document(plan: PracticePlan) -> dict[str, Any]:
    """One practice; `lengths_s` are about how many seconds each of its lengths takes."""
    return {
        "id": plan.id,
        "title": tr(plan.title),
        "serves": [one.value for one in plan.serves],
        "depth": plan.depth.value,
        "lengths_s": {length.value: round(plan.seconds(length)) for length in plan.lengths},
        "source": tr(plan.source),
    }


def practice_line(plan: PracticePlan) -> str:
    """One practice as a line to read."""
    minutes = ", ".join(f"{max(1, round(plan.seconds(length) / 60.0))}" for length in plan.lengths)
    told, title = tr("{minutes} min", minutes=minutes), tr(plan.title)
    ended = title if title.endswith("?") else f"{title}."
    return f"{plan.id:22} {told:14} {tr(DEPTH_NAMES[plan.depth]):18} {ended} {tr(plan.about)}"


def scenes() -> list[dict[str, str]]:
    """The pictures there are."""
    return [{"id": id_, "name": tr(name)} for id_, name in SCENE_NAMES.items()]


def sounds() -> list[dict[str, str]]:
    """What can carry the breath, and the bowls."""
    carriers = [{"id": i, "name": tr(name), "kind": "carrier"} for i, name in CARRIER_NAMES.items()]
    bells = [{"id": i, "name": tr(name), "kind": "bells"} for i, name in BELL_NAMES.items() if i != "none"]
    return carriers + bells
