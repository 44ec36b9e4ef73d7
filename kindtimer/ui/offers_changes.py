"""Offers changes: what the person changes on the Offers page, kept at once, and taken back one by one.

A change that was made elsewhere since then is never taken back. Main thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences

MOST = 50
"""So many changes can be undone."""


@dataclass(frozen=True)
class Step:
    """One change: the fields as they stood before and as they stand since, and how it was."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    told: str


class OffersChanges:
    """The way from the page's parts to the settings, and back."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._steps: list[Step] = []
        self._moving: frozenset[str] | None = None
        self.noted: Callable[[], object] = lambda: None
        """Called whenever there is more, or less, to take back."""

    def __bool__(self) -> bool:
        return bool(self._steps)

    @property
    def settings(self) -> Settings:
        """The settings now."""
        return self._preferences.settings

    def change(self, told: str, *, moves: bool = False, **fields: Any) -> bool:
        """Change some fields; whether they are others now. `told` says what it is, in a few words.

        One that `moves`, as a slider does key by key, joins the move it goes on from.
        """
        before = {name: getattr(self.settings, name) for name in fields}
        if before == fields:
            return False
        last = self._steps[-1] if self._steps else None
        joins = moves and self._moving == frozenset(fields) and last is not None and last.after == before
        if joins and last is not None:
            before = dict(self._steps.pop().before)
        if before != fields:
            self._steps.append(Step(before, dict(fields), told))
            del self._steps[:-MOST]
        self._moving = frozenset(fields) if moves else None
        self._preferences.change(**fields)
        self.noted()
        return True

    def rest(self) -> None:
        """A move has ended: what comes next is a change of its own."""
        self._moving = None

    def undo(self) -> str:
        """Take back the last change that still stands; what it was, or nothing where there is none."""
        self._moving = None
        told = ""
        while self._steps and not told:
            step = self._steps.pop()
            if all(getattr(self.settings, name) == value for name, value in step.after.items()):
                self._preferences.change(**step.before)
                told = step.told
        self.noted()
        return told
