import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kindtimer.ui.session_keys import Deed, pressed, session_deeds
from tests.ui.conftest import Room

NOTHING = Qt.KeyboardModifier.NoModifier
DEEDS: dict[int, Deed] = {Qt.Key.Key_E: lambda: None, Qt.Key.Key_Up: lambda: None}


def _event(key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING, *, held: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", held)


def test_a_key_does_its_deed_and_another_none() -> None:
    assert pressed(_event(Qt.Key.Key_E), DEEDS) is DEEDS[Qt.Key.Key_E]
    assert pressed(_event(Qt.Key.Key_Q), DEEDS) is None


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
    ],
)
def test_with_a_modifier_it_is_somebody_else_s(modifier: Qt.KeyboardModifier) -> None:
    assert pressed(_event(Qt.Key.Key_E, modifier), DEEDS) is None


def test_the_number_pad_is_no_modifier() -> None:
    event = _event(Qt.Key.Key_Up, Qt.KeyboardModifier.KeypadModifier)
    assert pressed(event, DEEDS) is DEEDS[Qt.Key.Key_Up]


def test_a_capital_letter_does_the_same() -> None:
    event = _event(Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert pressed(event, DEEDS) is DEEDS[Qt.Key.Key_E]


def test_only_the_volume_goes_on_while_it_is_held() -> None:
    assert pressed(_event(Qt.Key.Key_E, held=True), DEEDS) is None
    assert pressed(_event(Qt.Key.Key_Up, held=True), DEEDS) is DEEDS[Qt.Key.Key_Up]


def test_on_a_keyboard_of_another_script_the_place_of_a_key_counts() -> None:
    asked: list[str] = []
    deeds: dict[int, Deed] = {Qt.Key.Key_G: lambda: asked.append("g")}
    cyrillic = QKeyEvent(QEvent.Type.KeyPress, 0x41F, Qt.KeyboardModifier.NoModifier, 42, 0x6D0, 0, "п")
    done = pressed(cyrillic, deeds)
    assert done is not None
    done()
    assert asked == ["g"]
    elsewhere = QKeyEvent(QEvent.Type.KeyPress, 0x41F, Qt.KeyboardModifier.NoModifier, 50, 0x6D0, 0, "п")
    assert pressed(elsewhere, deeds) is None


def test_arrows_turn_and_the_page_keys_step(room: Room) -> None:
    turned: list[int] = []
    nothing = DEEDS[Qt.Key.Key_E]
    stepped: list[int] = []
    deeds = session_deeds(
        room.guide,
        too_much=nothing,
        ease=nothing,
        next_scene=nothing,
        say_keys=nothing,
        turn=turned.append,
        step=stepped.append,
    )
    deeds[Qt.Key.Key_Right]()
    deeds[Qt.Key.Key_Left]()
    assert turned == [1, -1]
    deeds[Qt.Key.Key_PageDown]()
    deeds[Qt.Key.Key_PageUp]()
    assert stepped == [1, -1]
