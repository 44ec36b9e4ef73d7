"""Setting steps: what was changed in the settings, so that it can be undone one by one. Pure; no Qt.

*Settings* tells each change the person made; what was changed elsewhere since then is never taken back.
"""

from dataclasses import dataclass
from typing import Any

from kindtimer.core.setting import Setting
from kindtimer.core.settings import Settings

MOST = 50
"""So many changes can be undone."""


@dataclass(frozen=True)
class Step:
    """One change: what stood before and what stands since. `setting` is of the device of that time."""

    setting: Setting
    before: Any
    after: Any


class SettingSteps:
    """The changes, the last one at the end."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._moving: Setting | None = None

    def __bool__(self) -> bool:
        return bool(self._steps)

    def add(self, setting: Setting, before: Any, after: Any, *, moves: bool = False) -> None:
        """A change. One that `moves`, as a slider does key by key, joins the move it goes on from."""
        last = self._steps[-1] if self._steps else None
        if self._moving == setting and last is not None and (last.setting, last.after) == (setting, before):
            before = self._steps.pop().before
        if before != after:
            self._steps.append(Step(setting, before, after))
            del self._steps[:-MOST]
        self._moving = setting if moves else None

    def rest(self) -> None:
        """A move has ended: what comes next is a change of its own."""
        self._moving = None

    def take_last(self, settings: Settings) -> Step | None:
        """The last change that still stands in these settings, or None; later ones are forgotten with it."""
        self._moving = None
        while self._steps:
            step = self._steps.pop()
            if step.setting.value(settings) == step.after:
                return step
        return None
