"""Session keys: which deed a pressed key asks for. One place says what a key with Ctrl or Alt means: nothing.

The deeds themselves are the window's; Esc is not among them, since nothing may stand before it.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kindtimer.guide.session_guide import SessionGuide

Deed = Callable[[], None]

HELD_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that go on while they are held; any other one counts once."""


BY_PLACE: Mapping[int, int] = {
    26: Qt.Key.Key_E,
    39: Qt.Key.Key_S,
    41: Qt.Key.Key_F,
    42: Qt.Key.Key_G,
    43: Qt.Key.Key_H,
    58: Qt.Key.Key_M,
}
"""Where the letters lie on a keyboard of another script: code of the key under X11 and Wayland."""

LATIN_ENDS, NAMED_FROM = 0x24F, 0x01000000
"""Qt numbers letters as Unicode does, and keys without a letter from the second number on."""


def session_deeds(
    guide: SessionGuide,
    *,
    too_much: Deed,
    ease: Deed,
    next_scene: Deed,
    say_keys: Deed,
    turn: Callable[[int], None],
    step: Callable[[int], None],
) -> Mapping[int, Deed]:
    """What each key asks for: the guide's own deeds, and those of the window, handed in.

    `turn` is what the arrow to the right (1) and to the left (-1) does, `step` what the page keys do.
    """
    return {
        Qt.Key.Key_Space: guide.toggle_pause,
        Qt.Key.Key_G: too_much,
        Qt.Key.Key_F6: too_much,
        Qt.Key.Key_E: ease,
        Qt.Key.Key_M: guide.toggle_mute,
        Qt.Key.Key_F: guide.toggle_size,
        Qt.Key.Key_S: next_scene,
        Qt.Key.Key_H: say_keys,
        Qt.Key.Key_Up: guide.louder,
        Qt.Key.Key_Down: guide.softer,
        Qt.Key.Key_Right: lambda: turn(1),
        Qt.Key.Key_Left: lambda: turn(-1),
        Qt.Key.Key_PageDown: lambda: step(1),
        Qt.Key.Key_PageUp: lambda: step(-1),
    }


def pressed(event: QKeyEvent, deeds: Mapping[int, Deed]) -> Deed | None:
    """The deed of this press, or None where the key is somebody else's."""
    key: int = event.key()
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return None
    if event.isAutoRepeat() and key not in HELD_DOWN:
        return None
    if key not in deeds and LATIN_ENDS < event.key() < NAMED_FROM:
        key = BY_PLACE.get(event.nativeScanCode(), key)
    return deeds.get(key)
