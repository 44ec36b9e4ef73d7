from collections.abc import Iterator

import pytest
from Xlib import XK

from kindtimer.core.chord import Chord, Modifier, parse_chord
from kindtimer.desktop.x_keyboard import Keyboard
from kindtimer.desktop.xcb_library import connected, xcb_library
from tests.desktop.harness import Desktop

CONTROL, ALT, SUPER, SHIFT, CAPS = 4, 8, 64, 1, 2


@pytest.fixture
def keyboard(desktop: Desktop) -> Iterator[Keyboard]:
    xcb = xcb_library()
    server, _root = connected(xcb, desktop.display)
    yield Keyboard(xcb, server)
    xcb.xcb_disconnect(server)


@pytest.mark.parametrize(
    ("key", "name"),
    [("B", "b"), ("7", "7"), ("Space", "space"), ("F9", "F9"), ("PageUp", "Prior"), (".", "period")],
)
def test_a_sign_is_found_where_the_server_has_it(
    desktop: Desktop, keyboard: Keyboard, key: str, name: str
) -> None:
    codes = {code for code, _ in keyboard.grabs_of(Chord(frozenset({Modifier.SUPER}), key))}
    assert desktop.hand.display.keysym_to_keycode(XK.string_to_keysym(name)) in codes


def test_what_is_held_becomes_bits_with_every_way_the_locks_may_be(keyboard: Keyboard) -> None:
    locks = keyboard.lock_masks()
    assert {0, CAPS} < set(locks)
    assert len(locks) == len(set(locks)) >= 4  # without locks, either, both
    bits = {held for _, held in keyboard.grabs_of(parse_chord("Ctrl+Alt+B"))}
    assert bits == {CONTROL | ALT | lock for lock in locks}
    assert min(held for _, held in keyboard.grabs_of(parse_chord("Shift+Super+B"))) == SHIFT | SUPER


def test_a_sign_that_no_key_has_is_nowhere(keyboard: Keyboard) -> None:
    assert keyboard.grabs_of(Chord(frozenset({Modifier.SUPER}), "F24")) == frozenset()
