"""Status: what `kindtimer status --json` holds. Keys are a contract (product §5): none is renamed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kindtimer.core.session import Session
from kindtimer.core.sound import SoundState

NO_OFFERS: Mapping[str, Any] = MappingProxyType(
    {"offer": None, "next_offer": None, "paused_until": None, "held": []}
)
"""What is told of offers where nothing runs."""


def status(
    *,
    version: str,
    session: Session | None,
    now: float,
    sound: SoundState,
    tray: bool,
    offers: Mapping[str, Any],
    frames: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The document of a running program. `position_s` and `planned_s` are session seconds.

    `offers` are the keys of `core.offer_told.offer_document`.
    """
    return {
        "running": True,
        "version": version,
        "session": _session(session, now) if session else None,
        **offers,
        "sound": {
            "state": sound.state.value,
            "device": sound.device,
            "error_ms": None if sound.error_ms is None else round(sound.error_ms, 2),
            "gaps": sound.gaps,
            "muted": sound.muted,
        },
        "tray": tray,
        "frames": frames,
    }


def at_rest(version: str) -> dict[str, Any]:
    """The document where nothing runs."""
    told = status(version=version, session=None, now=0.0, sound=SoundState(), tray=False, offers=NO_OFFERS)
    return {**told, "running": False}


def _session(session: Session, now: float) -> dict[str, Any]:
    position = session.position(now)
    bpm = session.timeline.bpm(position)
    return {
        "practice": session.practice,
        "pattern": session.pattern,
        "scene": session.scene,
        "bpm": None if bpm is None else round(bpm, 3),
        "position_s": round(position, 3),
        "planned_s": round(session.timeline.planned, 3),
        "paused": not session.runs,
        "state": session.state.value,
        "size": session.size.value,
    }
