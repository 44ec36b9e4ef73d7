"""Chord: keys pressed together, as people write them, and which of them stay with what one types in. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from kindtimer.core.words import _, tr

EXAMPLE = "Ctrl+Alt+B"
LONGEST = 60


class Modifier(StrEnum):
    """Keys that are held; in the order in which a chord is written."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    SUPER = "Super"


_HELD = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "alt": Modifier.ALT,
    "option": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "super": Modifier.SUPER,
    "win": Modifier.SUPER,
    "windows": Modifier.SUPER,
    "meta": Modifier.SUPER,
    "cmd": Modifier.SUPER,
}

_NAMED = {
    "space": "Space",
    "enter": "Enter",
    "return": "Enter",
    "tab": "Tab",
    "esc": "Escape",
    "escape": "Escape",
    "backspace": "Backspace",
    "delete": "Delete",
    "del": "Delete",
    "insert": "Insert",
    "ins": "Insert",
    "home": "Home",
    "end": "End",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pause": "Pause",
    "plus": "+",
    "minus": "-",
}

_SIGNS = frozenset(",.-;/'[]\\=`#<")
_FUNCTION_KEYS = frozenset(f"F{number}" for number in range(1, 25))
_SYSTEM = frozenset({"Delete", "Backspace", "Escape", "Tab"})

_TYPING = _("{chord} stays with the window one types in. Ctrl and Alt together are freer: {example}")
_EDITORS = _("Editors use {chord}, as they do Ctrl with most keys. With Alt, too, it is freer: {example}")
_TERMINALS = _("Terminals and editors use {chord}. Ctrl and Alt together are freer: {example}")
_MENUS = _("{chord} opens menus in many programs. Ctrl and Alt together are freer: {example}")
_SYSTEM_S = _("{chord} belongs to the system. Ctrl and Alt with a letter are freer: {example}")


class ChordNotPossible(ValueError):
    """These keys cannot be a shortcut; its text is one kind line."""


@dataclass(frozen=True)
class Chord:
    """`key` is a letter in upper case, a digit, a sign, F1 to F24 or a name as Space; `str` reads back."""

    held: frozenset[Modifier]
    key: str

    def __str__(self) -> str:
        key = {"+": "Plus"}.get(self.key, self.key)
        return "+".join([*(one.value for one in Modifier if one in self.held), key])


def parse_chord(text: str) -> Chord:
    """Read “ctrl + alt + b”. Raises ChordNotPossible: not understood, or needed by what people type in.

    What may be one: Ctrl and Alt together, or Super, each with whatever else is held.
    """
    parts = [part.strip().lower() for part in text.strip().split("+")]
    if len(text) > LONGEST or not all(parts):
        raise ChordNotPossible(
            tr("A shortcut is a few keys with + between them. For example: {example}", example=EXAMPLE)
        )
    *before, last = parts
    held = frozenset(_modifier(one) for one in before)
    chord = Chord(held, _key(last))
    _refuse_what_others_need(chord)
    return chord


def _modifier(word: str) -> Modifier:
    if word not in _HELD:
        raise ChordNotPossible(
            tr(
                "“{word}” is no key that can be held. Ctrl, Alt, Shift and Super are. For example: {example}",
                word=_shown(word),
                example=EXAMPLE,
            )
        )
    return _HELD[word]


def _key(word: str) -> str:
    if word in _HELD:
        raise ChordNotPossible(
            tr(
                "A shortcut ends in a key that is pressed. For example: {example}",
                example=EXAMPLE,
            )
        )
    named = _NAMED.get(word.replace(" ", "").replace("_", ""))
    if named is not None:
        return named
    key = word.upper()
    if key in _FUNCTION_KEYS or key in _SIGNS or (len(key) == 1 and key.isascii() and key.isalnum()):
        return key
    raise ChordNotPossible(
        tr(
            "“{word}” is no key that is known here. Letters, digits, F1 to F24 and Space are. "
            "For example: {example}",
            word=_shown(word),
            example=EXAMPLE,
        )
    )


def _refuse_what_others_need(chord: Chord) -> None:
    """Everything without Ctrl and Alt together, or Super, belongs to the window one works in."""
    if Modifier.SUPER in chord.held:
        if chord.held == {Modifier.SUPER} and chord.key == "L":
            raise ChordNotPossible(tr(_SYSTEM_S, chord=chord, example=EXAMPLE))
        return
    held = chord.held - {Modifier.SHIFT}
    if held == {Modifier.CTRL, Modifier.ALT}:
        reason = _SYSTEM_S if chord.key in _FUNCTION_KEYS | _SYSTEM else ""
    elif held == {Modifier.CTRL}:
        reason = _TERMINALS if Modifier.SHIFT in chord.held else _EDITORS
    else:
        reason = _MENUS if held else _TYPING
    if reason:
        raise ChordNotPossible(tr(reason, chord=chord, example=EXAMPLE))


def _shown(word: str) -> str:
    return "".join(one if one.isprintable() else "\ufffd" for one in word[:20])
