"""What a screen reader finds in the breath view: one picture with a name and a value that is asked for.

A plain widget is filler to it; so a window or a panel that has a `spoken_role` is told as that, and one that
has more to tell names what makes its interface in `spoken_by`. The value is
answered when queried and never pushed: twelve announcements a minute would drown everything. Main thread.
"""

from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from kindtimer.core.moment import Moment
from kindtimer.core.words import PHASE_WORDS, tr


class Tells(Protocol):
    """What the view can be asked for."""

    def spoken_name(self) -> str:
        """The picture's name."""

    def spoken_value(self) -> str:
        """Where the breath is, in words."""


def spoken(moment: Moment | None) -> str:
    """A moment in words: “in, 2 of 5 seconds”, or the lines that stand there where nothing is paced."""
    if moment is None:
        return ""
    breath = moment.breath
    if breath is None or moment.presence < 0.5:
        return " ".join(line.words for line in (moment.line, moment.second) if line.words)
    whole = max(1, round(breath.seconds))
    done = min(whole, int(breath.progress * whole) + 1)
    phase = tr(PHASE_WORDS[breath.phase])
    return tr("{phase}, {done} of {whole} seconds", phase=phase, done=done, whole=whole)


class BreathAccessible(QAccessibleWidget):
    """The view's own interface."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)
        self._tells = cast(Tells, widget)

    def text(self, kind: QAccessible.Text) -> str:
        """Name and value; everything else as widgets do."""
        if kind == QAccessible.Text.Name:
            return self._tells.spoken_name()
        if kind in (QAccessible.Text.Value, QAccessible.Text.Description):
            return self._tells.spoken_value()
        return str(super().text(kind))


_kept: list[QAccessibleInterface] = []
"""All that was ever handed to Qt. Qt's own cache deletes them, at the latest with the application, and may
hold two for one widget; one that Python had let go of would be deleted twice. PySide, too, keeps each of them
until then, so this costs eight bytes for each."""
_installed: list[bool] = []


def _factory(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    # Only objects that say how they are told.
    if not isinstance(thing, QWidget):
        return None
    role = getattr(thing, "spoken_role", None)
    if hasattr(thing, "spoken_value"):
        made: QAccessibleInterface = BreathAccessible(thing)
    elif hasattr(thing, "spoken_by"):
        made = thing.spoken_by(thing)
    elif isinstance(role, QAccessible.Role):
        made = QAccessibleWidget(thing, role)
    else:
        return None
    _kept.append(made)
    return made


def install_accessible() -> None:
    """Make the interface known to Qt, once."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_factory)
