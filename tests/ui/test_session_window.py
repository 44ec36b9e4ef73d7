from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kindtimer.core.entry import Door
from kindtimer.core.session import State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.sound import Heard, SoundState
from tests.ui.conftest import Room


def test_a_session_fills_the_screen_and_opens_with_its_first_breath(room: Room) -> None:
    room.begin()
    assert room.window.isVisible()
    assert room.window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert room.window.view.geometry() == room.window.rect()


def test_escape_leaves_at_once_and_asks_nothing(room: Room) -> None:
    room.begin(seconds=7)
    room.press(Qt.Key.Key_Escape)
    assert not room.window.isVisible()
    assert room.guide.session is None
    assert len(room.journal.entries) == 1


def test_escape_leaves_from_a_pause_a_panel_and_the_ground(room: Room) -> None:
    for keys in ([Qt.Key.Key_Space], [Qt.Key.Key_G], [Qt.Key.Key_G, Qt.Key.Key_Return], [Qt.Key.Key_Tab]):
        room.begin(seconds=1)
        for key in keys:
            room.press(key)
        room.press(Qt.Key.Key_Escape)
        assert not room.window.isVisible()
        assert room.guide.session is None


def test_closing_by_the_window_manager_is_leaving(room: Room) -> None:
    room.begin(seconds=3)
    room.window.close()
    assert not room.window.isVisible()
    assert room.guide.session is None


def test_a_session_that_ends_by_itself_closes_its_window(room: Room) -> None:
    session = room.begin()
    room.pass_time(session.timeline.duration + 1)
    assert not room.window.isVisible()


def test_space_waits_and_goes_on(room: Room) -> None:
    room.begin(seconds=2.3)
    room.press(Qt.Key.Key_Space)
    assert room.window.view.spoken_value() == "Waiting. Space goes on."
    assert room.window.controls.isVisible()
    room.clock.step(60)
    room.press(Qt.Key.Key_Space)
    assert room.session.state is State.RUNNING
    assert room.position == pytest.approx(2.3)


def test_e_eases_off_and_brings_pacing_back(room: Room) -> None:
    room.begin(seconds=12)
    room.press(Qt.Key.Key_E)
    assert room.session.eased
    room.pass_time(10)
    room.press(Qt.Key.Key_E)
    assert not room.session.eased


@pytest.mark.parametrize("key", [Qt.Key.Key_G, Qt.Key.Key_F6])
def test_too_much_offers_the_room_first(room: Room, key: Qt.Key) -> None:
    room.begin(seconds=5)
    room.press(key)
    assert room.window.care.asks
    room.press(Qt.Key.Key_Return)
    assert room.session.state is State.GROUND
    assert "this room" in room.window.view.spoken_value()


def test_too_much_closes_by_the_same_key(room: Room) -> None:
    room.begin(seconds=5)
    room.press(Qt.Key.Key_G)
    room.press(Qt.Key.Key_G)
    assert not room.window.care.asks
    assert room.session.runs


def test_f_makes_it_small_in_the_corner_and_full_once_more(room: Room) -> None:
    room.begin()
    room.press(Qt.Key.Key_F)
    assert room.window.geometry() != QGuiApplication.primaryScreen().geometry()
    work_area = QGuiApplication.primaryScreen().availableGeometry()
    assert work_area.contains(room.window.geometry())
    assert room.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    room.press(Qt.Key.Key_F)
    assert room.session.size is Size.FULL
    assert room.window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert not room.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_the_window_that_has_the_keys_stays_the_same_one(room: Room) -> None:
    room.begin(seconds=4)
    native = room.window.winId()
    for on_top in (True, False):
        room.press(Qt.Key.Key_F)
        assert room.window.winId() == native
        assert bool(room.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is on_top
        assert room.window.windowHandle().flags() == room.window.windowFlags()


def test_s_shows_the_other_picture(room: Room) -> None:
    room.begin()
    room.press(Qt.Key.Key_S)
    assert room.session.scene == "words"
    assert room.window.view.spoken_name() == "Words"
    room.press(Qt.Key.Key_S)
    assert room.session.scene == "flower"


def test_m_and_arrows_reach_the_player(room: Room) -> None:
    room.begin()
    room.player.heard = SoundState(Heard.PLAYING)
    room.press(Qt.Key.Key_M)
    assert room.player.heard.muted
    room.player.heard = SoundState(Heard.HELD_BACK)
    room.press(Qt.Key.Key_Up)
    assert room.player.turned_on == 1
    room.press(Qt.Key.Key_Down)
    assert room.preferences.settings.volume == pytest.approx(0.35)


def test_keys_with_a_modifier_are_somebody_else_s(room: Room) -> None:
    room.begin()
    for key in (Qt.Key.Key_E, Qt.Key.Key_F, Qt.Key.Key_S, Qt.Key.Key_G):
        room.qtbot.keyClick(room.window, key, Qt.KeyboardModifier.ControlModifier)
    assert (room.session.eased, room.session.size, room.session.scene) == (False, Size.FULL, "flower")
    assert not room.window.care.asks


def test_tab_brings_the_controls_and_space_presses_the_button_with_the_focus(room: Room) -> None:
    room.begin(seconds=4)
    room.press(Qt.Key.Key_Tab)
    assert room.window.controls.isVisible()
    assert room.window.focusWidget() is room.window.controls.leave
    room.press(Qt.Key.Key_Tab)
    assert room.window.focusWidget() is room.window.controls.pause
    room.press(Qt.Key.Key_Space)
    assert room.session.state is State.PAUSED


def test_return_presses_the_button_with_the_focus_too(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Return)
    assert room.session.state is State.PAUSED


def test_a_moving_pointer_brings_the_controls_and_a_trembling_one_does_not(room: Room) -> None:
    room.begin(seconds=4)
    room.window._pointer = QPoint(200, 200)
    room.qtbot.mouseMove(room.window.view, QPoint(201, 201))
    assert room.window.controls.isHidden()
    room.qtbot.mouseMove(room.window.view, QPoint(260, 240))
    assert room.window.controls.isVisible()


def test_controls_stand_where_the_stage_says(room: Room) -> None:
    room.begin()
    room.window.controls.appear()
    for wide, high in ((1440, 900), (900, 600), (360, 480)):
        room.window.resize(wide, high)
        controls = room.window.controls.geometry()
        assert room.window.rect().contains(controls)
        assert controls.bottom() == room.window.view.stage.controls.bottom()
        for button in room.window.controls.findChildren(QPushButton):
            assert room.window.controls.rect().contains(button.geometry())
            assert room.window.view.stage.controls.contains(button.geometry().translated(controls.topLeft()))


def test_h_says_the_phase_and_shows_the_keys(new_room: Callable[[Settings], Room]) -> None:
    room = new_room(Settings(sessions_met=4))
    room.begin(pattern="coherent", seconds=60)
    moment = room.window._moment(room.clock.now())
    assert moment.line.words == ""
    room.press(Qt.Key.Key_H)
    assert room.window._moment(room.clock.now()).line.words == "in"
    assert "M mute" in room.window.view._notice
    room.pass_time(25)
    assert room.window._moment(room.clock.now()).line.words == ""


def test_sound_that_is_held_back_says_how_to_turn_it_on(room: Room) -> None:
    room.begin()
    room.player.heard = SoundState(Heard.HELD_BACK)
    room.pass_time(0.5)
    assert room.window.view._notice == "Sound is off here. ↑ turns it on."


def test_a_screen_that_goes_takes_nothing_with_it(room: Room) -> None:
    room.begin(seconds=5)
    room.window.stay_on_screens(QGuiApplication.screens())
    assert room.window.isVisible()
    assert room.position == pytest.approx(5.0)


def test_coming_back_from_a_closed_lid_asks_in_two_rows(room: Room) -> None:
    room.begin(seconds=20)
    room.clock.sleep(600)
    room.guide.look()
    assert room.window.care.asks
    assert room.window.view.spoken_value() == "You were away. Go on, or finish here?"
    room.press(Qt.Key.Key_Return)
    assert room.session.state is State.RUNNING


def test_size_is_kept_for_each_door(room: Room) -> None:
    room.begin(Door.TRAY)
    room.press(Qt.Key.Key_F)
    room.press(Qt.Key.Key_Escape)
    room.begin(Door.COMMAND)
    assert room.window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert room.preferences.settings == replace(room.preferences.settings, size={"tray": "small"})


def test_no_words_of_a_session_reach_the_title(room: Room) -> None:
    room.begin(pattern="four_seven_eight")
    assert room.window.windowTitle() == "KindTimer"


def test_nothing_is_painted_while_nothing_can_be_seen(room: Room) -> None:
    room.begin()
    room.qtbot.waitUntil(lambda: room.window.view.running)
    room.window.view.set_covered(True)
    assert not room.window.view.running
    room.window.view.set_covered(False)
    assert room.window.view.running
    room.window.hide()
    assert not room.window.view.running


def test_no_frames_are_asked_for_while_a_session_waits(room: Room) -> None:
    room.begin(seconds=3)
    room.qtbot.waitUntil(lambda: room.window.view.running)
    room.press(Qt.Key.Key_Space)
    room.clock.step(1.0)
    room.qtbot.waitUntil(lambda: not room.window.view.running)
    room.press(Qt.Key.Key_Space)
    assert room.window.view.running


def test_a_question_stays_open_whatever_else_changes(room: Room) -> None:
    room.begin(seconds=8)
    room.press(Qt.Key.Key_G)
    for deed in (room.guide.toggle_size, lambda: room.guide.show_scene("words"), room.guide.toggle_mute):
        deed()
        assert room.window.care.asks


def test_a_session_does_not_end_under_an_open_question(room: Room) -> None:
    session = room.begin(seconds=8)
    room.press(Qt.Key.Key_G)
    room.pass_time(session.timeline.duration)
    assert room.window.isVisible()
    assert room.window.care.asks
    room.press(Qt.Key.Key_G)
    room.pass_time(1)
    assert not room.window.isVisible()


def test_something_ordinary_closes_by_itself_whatever_else_changes(room: Room) -> None:
    room.begin(seconds=8)
    room.guide.ground()
    room.window.care._go_ordinary()
    room.guide.show_scene("words")
    room.guide.toggle_size()
    assert room.window.care._ordinary.isActive()
    room.window.care._ordinary.timeout.emit()
    assert not room.window.isVisible()


def test_up_and_down_are_the_volume_s_from_every_button(room: Room) -> None:
    room.begin(seconds=2)
    room.player.heard = SoundState(Heard.HELD_BACK)
    room.press(Qt.Key.Key_Tab)
    focused = room.window.focusWidget()
    room.press(Qt.Key.Key_Up)
    assert room.player.turned_on == 1
    assert room.window.focusWidget() is focused


def test_f6_asks_out_of_an_open_menu(room: Room) -> None:
    room.begin(seconds=2)
    menu = room.window.controls.sound.menu()
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert QApplication.sendEvent(menu, pressed)
    assert room.window.care.asks


def test_muting_is_shown_and_so_is_the_sound_that_comes_back(room: Room) -> None:
    room.begin(seconds=2)
    room.player.heard = SoundState(Heard.PLAYING)
    room.press(Qt.Key.Key_M)
    assert room.window.view._notice == "Muted. M turns sound on."
    room.press(Qt.Key.Key_M)
    assert room.window.view._notice == "Sound is on."


def test_in_the_room_around_and_under_a_question_no_keys_are_listed(room: Room) -> None:
    room.begin(seconds=2)
    room.press(Qt.Key.Key_G)
    hint = room.window.view._hint
    room.window.say_keys()
    assert room.window.view._hint == hint
    room.guide.ground()
    hint = room.window.view._hint
    room.window.say_keys()
    assert room.window.view._hint == hint


def test_a_list_of_keys_gives_way_when_other_keys_count(room: Room) -> None:
    room.begin(seconds=2)
    room.press(Qt.Key.Key_H)
    room.guide.ground()
    assert "G too much" not in room.window.view._hint
    assert room.window.view._notice == ""


def test_a_screen_reader_hears_the_phase_again_and_the_keys(room: Room) -> None:
    said: list[str] = []
    room.window._announcer._speak = said.append
    room.begin(pattern="coherent", seconds=60)
    said.clear()
    room.press(Qt.Key.Key_H)
    assert said[0].startswith("in. ")
    assert "E own pace" in said[0]
    said.clear()
    room.pass_time(3)
    room.window._look_at_session()
    assert said == ["out"]


def test_a_screen_reader_hears_the_lines_of_the_room_once(room: Room) -> None:
    said: list[str] = []
    room.window._announcer._speak = said.append
    room.begin(seconds=8)
    said.clear()
    room.guide.ground()
    room.guide.show_scene("words")
    assert [line for line in said if "This is the room." in line] == said
    assert len(said) == 1
    assert room.window.view.spoken_name() == "The room around you"


def test_a_screen_reader_finds_a_window_a_named_panel_and_named_menus(room: Room) -> None:
    room.begin(seconds=6)
    room.press(Qt.Key.Key_G)
    panel = room.window.findChild(QWidget, "panel")
    assert panel is not None
    for widget, role in ((room.window, QAccessible.Role.Window), (panel, QAccessible.Role.Grouping)):
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        assert told.role() == role
        assert told.text(QAccessible.Text.Name)
    for button in (room.window.controls.sound, room.window.controls.more):
        assert button.menu().accessibleName()
