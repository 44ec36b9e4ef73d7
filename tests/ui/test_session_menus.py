from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kindtimer.core.ears import Wanted
from kindtimer.core.settings import Motion, Size
from kindtimer.core.sound import Bells, Carrier, Heard, SoundState
from tests.ui.conftest import Room


def _filled(menu: QMenu | None) -> dict[str, QAction]:
    assert menu is not None
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_sound_can_be_chosen_in_a_session(room: Room) -> None:
    room.begin()
    menu = room.window.controls.sound.menu()
    _filled(menu)["With sound"].trigger()
    _filled(menu)["Tone"].trigger()
    _filled(menu)["No bowl"].trigger()
    settings = room.preferences.settings
    assert (settings.sound, settings.carrier, settings.bells) == (
        Wanted.WITH_SOUND,
        Carrier.TONE,
        Bells.NONE,
    )
    checked = {words for words, action in _filled(menu).items() if action.isChecked()}
    assert checked == {"With sound", "Tone", "No bowl"}


def test_the_sound_menu_says_what_the_keys_would_do_now(room: Room) -> None:
    room.begin()
    menu = room.window.controls.sound.menu()
    room.player.heard = SoundState(Heard.HELD_BACK)
    assert "Turn sound on here   ↑" in _filled(menu)
    room.player.heard = SoundState(Heard.PLAYING, muted=True)
    assert "Unmute   M" in _filled(menu)


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
