import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from kindtimer.core.chord import parse_chord
from kindtimer.desktop.breathe_key import (
    COMMAND,
    BreatheKey,
    NoBreatheKey,
    X11BreatheKey,
    breathe_key,
)
from kindtimer.desktop.xcb_library import xcb_library
from tests.desktop.child import Child
from tests.desktop.deadline import stays, wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop

CHORD = parse_chord("Ctrl+Alt+B")

HOLDER = """
from PySide6.QtGui import QGuiApplication
from kindtimer.core.chord import parse_chord
from kindtimer.desktop.breathe_key import breathe_key
app = QGuiApplication([])
key = breathe_key()
print(type(key).__name__, key.hold(parse_chord("Ctrl+Alt+B")), key.why_not(), flush=True)
app.exec()
"""


@pytest.fixture
def xcb() -> Any:
    return xcb_library()


@pytest.fixture
def key(qtbot: QtBot, desktop: Desktop, xcb: Any) -> Iterator[X11BreatheKey]:
    key = X11BreatheKey(xcb, desktop.display)
    yield key
    key.close()


@pytest.fixture
def other(desktop: Desktop) -> Iterator[Display]:
    """Another program."""
    display = Display(desktop.display)
    yield display
    display.close()


@pytest.fixture
def holder_env(desktop: Desktop) -> dict[str, str]:
    return {**desktop.env, "PYTHONPATH": ":".join(sys.path)}


def code_of(display: Display, name: str) -> int:
    return int(display.keysym_to_keycode(XK.string_to_keysym(name)))


def presses(key: X11BreatheKey) -> list[bool]:
    told: list[bool] = []
    key.pressed.connect(lambda: told.append(True))
    return told


def test_the_chord_is_heard_while_somebody_types_and_the_editor_gets_nothing_of_it(
    qtbot: QtBot, desktop: Desktop, editor: Editor, key: X11BreatheKey
) -> None:
    assert key.hold(CHORD) == ""
    with qtbot.waitSignal(key.pressed):
        desktop.hand.press("ctrl+alt+b")
    desktop.hand.press("x")
    wait_for(lambda: "x" in editor.typed(), "the editor gets what is typed")
    assert "b" not in editor.typed()
    desktop.hand.press("b")
    wait_for(lambda: "b" in editor.typed(), "the letter alone is the editor's")


def test_after_it_is_closed_the_editor_gets_the_chord(
    desktop: Desktop, editor: Editor, key: X11BreatheKey
) -> None:
    told = presses(key)
    assert key.hold(CHORD) == ""
    key.close()
    desktop.hand.press("ctrl+alt+b")
    wait_for(lambda: "b" in editor.typed(), "the editor gets the chord")
    assert told == []


@pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
def test_locks_make_no_difference(
    qtbot: QtBot, desktop: Desktop, editor: Editor, key: X11BreatheKey, lock: str
) -> None:
    key.hold(CHORD)
    desktop.hand.press(lock)
    try:
        with qtbot.waitSignal(key.pressed):
            desktop.hand.press("ctrl+alt+b")
    finally:
        desktop.hand.press(lock)
    assert "b" not in editor.typed()


def test_a_key_that_is_held_down_counts_once(
    qtbot: QtBot, desktop: Desktop, editor: Editor, key: X11BreatheKey
) -> None:
    told = presses(key)
    display = desktop.hand.display
    key.hold(CHORD)
    codes = [code_of(display, name) for name in ("Control_L", "Alt_L", "b")]
    for code in codes:
        xtest.fake_input(display, X.KeyPress, code)
    display.sync()
    qtbot.waitUntil(lambda: told == [True])

    def once() -> bool:
        QCoreApplication.processEvents()
        return told == [True]

    stays(once, "one press", seconds=1.2)  # the server repeats a held key after two thirds of a second
    for code in reversed(codes):
        xtest.fake_input(display, X.KeyRelease, code)
    display.sync()
    stays(once, "letting go is no press", seconds=0.1)
    with qtbot.waitSignal(key.pressed):
        desktop.hand.press("ctrl+alt+b")
    assert "b" not in editor.typed()


def test_a_chord_that_another_program_holds_is_told_and_left_to_it(
    qtbot: QtBot, desktop: Desktop, key: X11BreatheKey, other: Display
) -> None:
    root = other.screen().root
    root.grab_key(code_of(other, "b"), X.ControlMask | X.Mod1Mask, 0, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    line = key.hold(CHORD)
    assert "Ctrl+Alt+B" in line
    assert "Another program" in line
    desktop.hand.press("ctrl+alt+b")
    wait_for(other.pending_events, "the other program gets its chord")
    root.ungrab_key(code_of(other, "b"), X.AnyModifier)
    other.sync()
    assert key.hold(CHORD) == ""


def test_another_chord_takes_the_place_of_the_one_before(
    qtbot: QtBot, desktop: Desktop, editor: Editor, key: X11BreatheKey
) -> None:
    key.hold(CHORD)
    key.hold(parse_chord("Ctrl+Alt+G"))
    with qtbot.waitSignal(key.pressed):
        desktop.hand.press("ctrl+alt+g")
    desktop.hand.press("ctrl+alt+b")
    wait_for(lambda: "b" in editor.typed(), "the editor gets the old chord")
    assert "g" not in editor.typed()


def test_it_follows_the_letter_to_another_key(
    qtbot: QtBot, desktop: Desktop, editor: Editor, key: X11BreatheKey, other: Display
) -> None:
    b, g = code_of(other, "b"), code_of(other, "g")
    signs = {code: other.get_keyboard_mapping(code, 1)[0] for code in (b, g)}
    key.hold(CHORD)
    try:
        other.change_keyboard_mapping(b, [signs[g]])
        other.change_keyboard_mapping(g, [signs[b]])
        other.sync()

        def heard() -> bool:
            for code in (code_of(other, "Control_L"), code_of(other, "Alt_L"), g):
                xtest.fake_input(other, X.KeyPress, code)
                xtest.fake_input(other, X.KeyRelease, code) if code == g else None
            for name in ("Alt_L", "Control_L"):
                xtest.fake_input(other, X.KeyRelease, code_of(other, name))
            other.sync()
            QCoreApplication.processEvents()
            return bool(told)

        told = presses(key)
        wait_for(heard, "the chord on its new key", every=0.05)
    finally:
        for code, had in signs.items():
            other.change_keyboard_mapping(code, [had])
        other.sync()


def test_a_key_that_this_keyboard_has_not_is_told(qtbot: QtBot, key: X11BreatheKey) -> None:
    assert "Super+F24" in key.hold(parse_chord("Super+F24"))


def test_a_display_that_does_not_answer_is_told(qtbot: QtBot, xcb: Any) -> None:
    key = X11BreatheKey(xcb, ":9999")
    assert key.hold(CHORD) != ""
    key.close()


def test_a_program_that_is_killed_leaves_the_chord_free(
    desktop: Desktop, editor: Editor, holder_env: dict[str, str]
) -> None:
    with Child("holder", (sys.executable, "-c", HOLDER), holder_env, desktop.folder) as holder:
        wait_for(lambda: holder.said().startswith("X11BreatheKey"), "it holds the chord", alive=holder.check)
        desktop.hand.press("ctrl+alt+b")
        desktop.hand.press("x")
        wait_for(lambda: "x" in editor.typed(), "the editor gets what is typed")
        assert "b" not in editor.typed()
        holder.kill()

    def free() -> bool:
        desktop.hand.press("ctrl+alt+b")
        return "b" in editor.typed()

    wait_for(free, "the editor gets the chord", every=0.05)


@pytest.mark.parametrize("told", [{"WAYLAND_DISPLAY": "wayland-1"}, {"XDG_SESSION_TYPE": "wayland"}])
def test_under_wayland_a_line_names_the_command(
    desktop: Desktop, holder_env: dict[str, str], told: dict[str, str]
) -> None:
    env = {**holder_env, **told}
    with Child("holder", (sys.executable, "-c", HOLDER), env, desktop.folder) as holder:
        wait_for(lambda: COMMAND in holder.said(), "the command is named", alive=holder.check)
        assert holder.said().startswith("NoBreatheKey")


def test_elsewhere_it_is_the_null_object(qtbot: QtBot) -> None:
    none: BreatheKey = breathe_key()
    assert isinstance(none, NoBreatheKey)
    assert COMMAND in none.why_not()
    assert none.hold(CHORD) == none.why_not()
    none.close()
