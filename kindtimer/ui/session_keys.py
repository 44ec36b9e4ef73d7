"""Session keys: which deed a pressed key asks for. One place says what a key with Ctrl or Alt means: nothing.

The deeds themselves are the window's; Esc is not among them, since nothing may stand before it.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Deed = Callable[[], None]

HELD_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that go on while they are held; any other one counts once."""


def pressed(event: QKeyEvent, deeds: Mapping[Qt.Key, Deed]) -> Deed | None:
    """The deed of this press, or None where the key is somebody else's."""
    key = Qt.Key(event.key())
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return None
    if event.isAutoRepeat() and key not in HELD_DOWN:
        return None
    return deeds.get(key)
