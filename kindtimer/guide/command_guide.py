"""Command guide: answers what a second start or the command line asks of the running program.

Messages and replies are plain mappings (product §5); a reply is `ok` true, or false with one kind `line`
and the exit `code`. Main thread only.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Signal

from kindtimer.core.entry import Door
from kindtimer.core.practice_plan import Length
from kindtimer.core.scene_names import scene_trouble
from kindtimer.core.settings import Size
from kindtimer.core.wish import USUAL_SYNC, NotPossible, Wish, check_sync
from kindtimer.core.words import tr
from kindtimer.guide.session_guide import SessionGuide

Answer = Callable[[Mapping[str, Any]], dict[str, Any]]
"""The reply to a message. May raise NotPossible with a kind line."""


class CommandGuide(QObject):
    """One answer for each wish."""

    show_requested = Signal()
    """A second start: show what there is."""

    packs_changed = Signal()
    """Packs of practices came or went."""

    def __init__(
        self,
        guide: SessionGuide,
        status: Callable[[], dict[str, Any]],
        parent: QObject | None = None,
        more: Mapping[str, Answer] = MappingProxyType({}),
    ) -> None:
        """`more` are answers others give, by the wish's name."""
        super().__init__(parent)
        self._guide = guide
        self._status = status
        self._answers: dict[str, Answer] = {
            "show": self._show,
            "breathe": self._breathe,
            "practice": self._practice,
            "stop": self._stop,
            "look_at_packs": self._look_at_packs,
            "status": lambda _message: {"status": self._status()},
            "sync": self._sync,
            **more,
        }

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Do what is asked; never raises for what a message holds."""
        done = self._answers.get(str(message.get("wish")))
        if done is None:
            return _refused(tr("This KindTimer does not know that command; a newer one may."))
        try:
            return {"ok": True, **done(message)}
        except NotPossible as reason:
            return _refused(str(reason))

    def _show(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        self.show_requested.emit()
        return {}

    def _breathe(self, message: Mapping[str, Any]) -> dict[str, Any]:
        session = self._guide.begin(wish_of(message))
        return {"planned_s": session.timeline.planned, "breaths": session.timeline.breaths_by(1e9)}

    def _practice(self, message: Mapping[str, Any]) -> dict[str, Any]:
        session = self._guide.begin(practice_wish_of(message))
        return {"planned_s": session.timeline.planned}

    def _look_at_packs(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        self.packs_changed.emit()
        return {}

    def _stop(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        was = self._guide.session is not None
        self._guide.leave()
        return {"stopped": was}

    def _sync(self, message: Mapping[str, Any]) -> dict[str, Any]:
        self._guide.begin_sync(check_sync(message.get("seconds", USUAL_SYNC)))
        return {}


def wish_of(message: Mapping[str, Any]) -> Wish:
    """The wish a message holds; NotPossible with a line where it holds none."""
    pattern, scene, size = (message.get(key) for key in ("pattern", "scene", "size"))
    minutes, breaths = message.get("minutes"), message.get("breaths")
    trouble = scene_trouble(scene)
    if trouble:
        raise NotPossible(trouble)
    try:
        return Wish(
            door=Door.COMMAND,
            pattern=None if pattern is None else str(pattern),
            minutes=None if minutes is None else float(minutes),
            breaths=None if breaths is None else int(breaths),
            scene=scene,
            size=None if size is None else Size(size),
        )
    except (TypeError, ValueError, OverflowError):
        raise NotPossible(
            tr("That length or size could not be read. For example: breathe --minutes 3 --small")
        ) from None


def practice_wish_of(message: Mapping[str, Any]) -> Wish:
    """The wish for a practice that a message holds; NotPossible with a line where it holds none."""
    length, size = message.get("length"), message.get("size")
    try:
        return Wish(
            door=Door.COMMAND,
            practice=str(message.get("practice") or ""),
            length=None if length is None else Length(length),
            size=None if size is None else Size(size),
        )
    except (TypeError, ValueError):
        raise NotPossible(
            tr("That length or size could not be read. For example: practice grounding --length moment")
        ) from None


def _refused(line: str) -> dict[str, Any]:
    return {"ok": False, "line": line, "code": 2}
