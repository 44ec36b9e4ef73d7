"""X keyboard: which keys of an X server have which signs, and which bits say what is held.

For grabs of keys (`breathe_key`). Three round trips to the server; no Qt. Main thread.
"""

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from kindtimer.core.chord import Chord, Modifier
from kindtimer.desktop.xcb_library import Cookie, Declarations, declared, free

_SYMBOLS: Mapping[str, int] = {
    "Space": 0x20,
    "Enter": 0xFF0D,
    "Tab": 0xFF09,
    "Escape": 0xFF1B,
    "Backspace": 0xFF08,
    "Delete": 0xFFFF,
    "Insert": 0xFF63,
    "Home": 0xFF50,
    "End": 0xFF57,
    "PageUp": 0xFF55,
    "PageDown": 0xFF56,
    "Up": 0xFF52,
    "Down": 0xFF54,
    "Left": 0xFF51,
    "Right": 0xFF53,
    "Pause": 0xFF13,
}
_F1 = 0xFFBE
_LOCKS = (0xFF7F, 0xFF14)  # Num_Lock, Scroll_Lock
_HELD: Mapping[Modifier, tuple[int, ...]] = {
    Modifier.ALT: (0xFFE9, 0xFFEA),  # Alt_L, Alt_R
    Modifier.SUPER: (0xFFEB, 0xFFEC),  # Super_L, Super_R
}
_SHIFT, _CAPS_LOCK, _CONTROL, _MOD1, _MOD4 = 1, 2, 4, 8, 64


_SERVER, _POINTER, _BYTE = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint8
KEYBOARD: Declarations = {
    "xcb_get_keyboard_mapping": (Cookie, (_SERVER, _BYTE, _BYTE)),
    "xcb_get_keyboard_mapping_reply": (_POINTER, (_SERVER, Cookie, _POINTER)),
    "xcb_get_keyboard_mapping_keysyms": (ctypes.POINTER(ctypes.c_uint32), (_POINTER,)),
    "xcb_get_keyboard_mapping_keysyms_length": (ctypes.c_int, (_POINTER,)),
    "xcb_get_modifier_mapping": (Cookie, (_SERVER,)),
    "xcb_get_modifier_mapping_reply": (_POINTER, (_SERVER, Cookie, _POINTER)),
    "xcb_get_modifier_mapping_keycodes": (ctypes.POINTER(_BYTE), (_POINTER,)),
}


class Keyboard:
    """Which keys have which signs, and which bits say that a modifier is held."""

    def __init__(self, xcb: Any, server: Any) -> None:
        declared(xcb, KEYBOARD)
        setup = ctypes.string_at(xcb.xcb_get_setup(server), 40)
        self._least, most = setup[34], setup[35]
        asked = xcb.xcb_get_keyboard_mapping(server, self._least, most - self._least + 1)
        reply = xcb.xcb_get_keyboard_mapping_reply(server, asked, None)
        self._wide = ctypes.string_at(reply, 2)[1] if reply else 0
        count = xcb.xcb_get_keyboard_mapping_keysyms_length(reply) if reply else 0
        found = xcb.xcb_get_keyboard_mapping_keysyms(reply) if reply else None
        self._symbols: Sequence[int] = found[:count] if found else ()
        free(reply)
        asked = xcb.xcb_get_modifier_mapping(server)
        reply = xcb.xcb_get_modifier_mapping_reply(server, asked, None)
        self._each = ctypes.string_at(reply, 2)[1] if reply else 0
        codes = xcb.xcb_get_modifier_mapping_keycodes(reply) if reply else None
        self._modifiers: Sequence[int] = codes[: 8 * self._each] if codes else ()
        free(reply)

    def grabs_of(self, chord: Chord) -> frozenset[tuple[int, int]]:
        """Key and held bits of every way to press a chord, whatever locks are on; none without such a key."""
        held = sum({self.mask_of(modifier) for modifier in chord.held})
        codes = self.codes_of((_symbol(chord.key),))
        return frozenset((code, held | locks) for code in codes for locks in self.lock_masks())

    def codes_of(self, symbols: Sequence[int]) -> set[int]:
        """Keys on which one of these signs stands, in any layout."""
        places = (place for place, symbol in enumerate(self._symbols) if symbol in symbols)
        return {self._least + place // self._wide for place in places}

    def mask_of(self, modifier: Modifier) -> int:
        """The bit that says that it is held."""
        if modifier is Modifier.SHIFT:
            return _SHIFT
        if modifier is Modifier.CTRL:
            return _CONTROL
        usual = _MOD1 if modifier is Modifier.ALT else _MOD4
        return next(self._masks(_HELD[modifier]), usual)

    def lock_masks(self) -> list[int]:
        """Every way in which the locks may be on."""
        locks = sorted({_CAPS_LOCK, *self._masks(_LOCKS)})
        return [sum(some) for count in range(len(locks) + 1) for some in combinations(locks, count)]

    def _masks(self, symbols: Sequence[int]) -> Iterator[int]:
        codes = self.codes_of(symbols)
        for place, code in enumerate(self._modifiers):
            if code in codes:
                yield 1 << (place // self._each)


def _symbol(key: str) -> int:
    """The X name of a key's sign, as a number; Latin letters and signs are their own."""
    if key in _SYMBOLS:
        return _SYMBOLS[key]
    return ord(key.lower()) if len(key) == 1 else _F1 + int(key[1:]) - 1
