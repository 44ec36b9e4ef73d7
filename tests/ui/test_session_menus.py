import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kindtimer.core.ears import Wanted
from kindtimer.core.settings import Motion, Size
from kindtimer.core.sound import Bells, Carrier, Heard, SoundState
from kindtimer.core.sound_names import CARRIER_NAMES
from tests.ui.conftest import Room
from tests.ui.practice_room import AFTER, SETTLE, PracticeRoom


def _filled(menu: QMenu | None) -> dict[str, QAction]:
    assert menu is not None
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def _keys(menu: QMenu | None, room: Room, state: Heard, *, muted: bool = False) -> list[str]:
    """What can be done with a key now."""
    room.player.heard = SoundState(state, muted=muted)
    return [words for words, action in _filled(menu).items() if not action.isCheckable()]


def test_sound_can_be_chosen_in_a_session(room: Room) -> None:
    room.begin()
    menu = room.window.controls.sound.menu()
    _filled(menu)["With sound from now on"].trigger()
    _filled(menu)["A tone with the breath"].trigger()
    _filled(menu)["No bowl"].trigger()
    settings = room.preferences.settings
    assert (settings.sound, settings.carrier, settings.bells) == (
        Wanted.WITH_SOUND,
        Carrier.TONE,
        Bells.NONE,
    )
    checked = {words for words, action in _filled(menu).items() if action.isChecked()}
    assert checked == {"With sound from now on", "A tone with the breath", "No bowl"}


def test_the_sound_menu_says_what_the_keys_would_do_now(room: Room) -> None:
    room.begin()
    menu = room.window.controls.sound.menu()
    assert _keys(menu, room, Heard.PLAYING) == ["Mute this session   M", "Louder   ↑", "Softer   ↓"]


@pytest.mark.parametrize("muted", [False, True])
def test_of_several_ways_to_silence_or_sound_one_is_shown(room: Room, muted: bool) -> None:
    room.begin()
    menu = room.window.controls.sound.menu()
    for state in (Heard.HELD_BACK, Heard.OFF):
        assert _keys(menu, room, state, muted=muted) == ["Turn sound on here   ↑"]
    assert _keys(menu, room, Heard.PLAYING, muted=True) == ["Unmute   M"]


def test_each_carrier_can_be_chosen(room: Room) -> None:
    room.begin()
    words = _filled(room.window.controls.sound.menu())
    shown = [word for word in words if word.endswith("with the breath")]
    assert len(shown) == len(CARRIER_NAMES)


def test_more_holds_size_finishing_picture_movement_and_the_record(room: Room) -> None:
    room.begin(seconds=5)
    menu = room.window.controls.more.menu()
    _filled(menu)["Words"].trigger()
    _filled(menu)["Stillness"].trigger()
    _filled(menu)["Keep no record"].trigger()
    _filled(menu)["Small, in the corner   F"].trigger()
    assert "Full screen   F" in _filled(menu)
    assert (room.session.scene, room.session.size) == ("words", Size.SMALL)
    assert room.preferences.settings.motion is Motion.STILL
    assert not room.preferences.settings.keep_record
    assert room.journal.entries == {}
    _filled(menu)["Finish here"].trigger()
    assert room.session.timeline.planned < 20


def test_nothing_is_greyed_out(room: Room) -> None:
    room.begin()
    for menu in (room.window.controls.sound.menu(), room.window.controls.more.menu()):
        assert all(action.isEnabled() for action in _filled(menu).values())


def test_a_practice_can_be_walked_by_the_menu_and_a_breath_has_no_steps(qtbot: QtBot) -> None:
    room = PracticeRoom(qtbot, SETTLE, AFTER)
    room.walk(3)
    _filled(room.window.controls.more.menu())["Next"].trigger()
    room.go_on(2)
    assert room.session.moment(room.clock.now()).step == AFTER
    _filled(room.window.controls.more.menu())["Back"].trigger()
    room.go_on(2)
    assert room.session.moment(room.clock.now()).step == SETTLE
    room.begin()
    assert "Next" not in _filled(room.window.controls.more.menu())
    room.guide.leave()
