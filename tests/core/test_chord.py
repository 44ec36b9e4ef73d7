import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.chord import EXAMPLE, Chord, ChordNotPossible, Modifier, parse_chord


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ctrl+Alt+B", "Ctrl+Alt+B"),
        (" ctrl + alt + b ", "Ctrl+Alt+B"),
        ("Alt+Control+b", "Ctrl+Alt+B"),
        ("super+b", "Super+B"),
        ("Win+Shift+Space", "Shift+Super+Space"),
        ("ctrl+alt+page down", "Ctrl+Alt+PageDown"),
        ("ctrl+alt+plus", "Ctrl+Alt+Plus"),
        ("ctrl+alt+7", "Ctrl+Alt+7"),
        ("ctrl+alt+.", "Ctrl+Alt+."),
        ("super+F9", "Super+F9"),
        ("ctrl+alt+super+F9", "Ctrl+Alt+Super+F9"),
        (EXAMPLE, EXAMPLE),
    ],
)
def test_a_chord_is_read_as_people_write_it(text: str, told: str) -> None:
    assert str(parse_chord(text)) == told


def test_what_is_held_and_what_is_pressed_are_told_apart() -> None:
    assert parse_chord("ctrl+alt+b") == Chord(frozenset({Modifier.CTRL, Modifier.ALT}), "B")


@pytest.mark.parametrize(
    "text",
    [
        *(f"Ctrl+{key}" for key in "CVXZSAFB"),
        "B",
        "F5",
        "Space",
        "Shift+B",
        "Shift+F5",
        "Ctrl+F5",
        "Alt+F",
        "Alt+F4",
        "Alt+Tab",
        "Alt+Shift+F",
        "Ctrl+Shift+C",
        "Ctrl+Shift+V",
        "Ctrl+Shift+T",
        "Ctrl+Alt+F1",
        "Ctrl+Alt+Delete",
        "Super+L",
        "Ctrl+Alt+Shift+F2",
    ],
)
def test_what_other_programs_need_is_left_to_them(text: str) -> None:
    with pytest.raises(ChordNotPossible) as told:
        parse_chord(text)
    assert text in str(told.value)
    assert EXAMPLE in str(told.value)


@pytest.mark.parametrize(
    "text", ["", "+", "Ctrl++", "Ctrl+", "+B", "ctrl alt b", "Ctrl+Alt", "Hyper+B", "x" * 99]
)
@pytest.mark.parametrize("more", ["", "\n"])
def test_what_is_not_understood_is_told_in_one_line(text: str, more: str) -> None:
    with pytest.raises(ChordNotPossible) as told:
        parse_chord(text + more)
    assert "\n" not in str(told.value)
    assert EXAMPLE in str(told.value)
    assert len(str(told.value)) < 160


@pytest.mark.parametrize("key", ["ä", "BB", "F0", "F25", "\0", "٣", "🌱"])
def test_keys_that_are_not_known_are_told(key: str) -> None:
    with pytest.raises(ChordNotPossible, match="is no key that is known here"):
        parse_chord(f"Ctrl+Alt+{key}")


@given(st.text(max_size=80))
def test_any_text_is_a_chord_that_reads_back_or_is_refused(text: str) -> None:
    with contextlib.suppress(ChordNotPossible):
        chord = parse_chord(text)
        assert parse_chord(str(chord)) == chord
