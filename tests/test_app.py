"""The walk everything stands on: a click on the tray, a session, an entry. With real rooms and fake edges."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kindtimer.core.entry import Door
from kindtimer.core.session import State
from kindtimer.core.settings import OneClick, Settings
from kindtimer.core.wish import Wish
from kindtimer.ui.breathe_page import BreathePage
from kindtimer.ui.today_page import TodayPage
from kindtimer.ui.welcome_page import WelcomePage
from tests.walk import Walk


@pytest.fixture
def walk(qapp: QApplication) -> Iterator[Walk]:
    walk = Walk(qapp, Settings(flower=11, welcomed=True))
    walk.app.begin(None, None)
    yield walk
    walk.app.close()


def test_tray_click_session_entry(qtbot: QtBot, walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    assert walk.app.window.isVisible()
    assert walk.awake.held
    session = walk.app.guide.session
    assert session is not None
    walk.pass_time(session.timeline.duration + 1)
    assert not walk.app.window.isVisible()
    assert not walk.awake.held
    entry = walk.journal.entries[session.id]
    assert (entry.door, entry.practice, entry.pattern) == (Door.TRAY, "breathe", "longer_out_46")
    assert (entry.breaths, entry.practised_s) == (28, entry.planned_s)


def test_escape_leaves_with_the_same_record_and_the_tray_is_at_rest(qtbot: QtBot, walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    walk.pass_time(21)
    qtbot.keyClick(walk.app.window, Qt.Key.Key_Escape)
    assert not walk.app.window.isVisible()
    (entry,) = walk.journal.entries.values()
    assert entry.practised_s == pytest.approx(21)
    assert walk.player.plans[-1] is None
    assert [menu.text for menu in walk.tray.entries()] == ["Breathe", "Home", "Help now", "Quit"]


def test_a_second_click_brings_the_same_session_forward(walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    first = walk.app.guide.session
    walk.pass_time(3)
    walk.tray.breathe_requested.emit()
    assert walk.app.guide.session == first


def test_the_screen_may_sleep_while_a_session_waits(walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    walk.tray.choose("Pause")
    assert not walk.awake.held
    walk.tray.choose("Go on")
    assert walk.awake.held
    walk.tray.choose("Leave the session")
    assert walk.app.guide.session is None


def test_the_tray_says_nothing_of_what_is_done(walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    assert walk.tray.tip == "KindTimer"


def test_a_second_start_shows_the_home_window(walk: Walk) -> None:
    assert walk.app.commands.answer({"wish": "show"}) == {"ok": True}
    assert walk.app.home.window.isVisible()
    assert walk.app.home.window.now == "today"
    assert walk.app.guide.session is None


def test_a_second_start_brings_a_session_forward(walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    assert walk.app.commands.answer({"wish": "show"}) == {"ok": True}
    assert not walk.app.home.open


def test_the_first_start_says_hello_and_a_first_breath_is_one_click_from_there(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(flower=11))
    walk.app.begin(None, None)
    assert walk.app.home.window.now == "welcome"
    assert not walk.app.home.window.sidebar.isVisible()
    walk.tray.breathe_requested.emit()
    assert walk.app.guide.session is not None
    walk.app.close()


def test_help_now_is_one_click_from_the_tray(walk: Walk) -> None:
    walk.tray.choose("Help now")
    assert walk.app.home.window.now == "help_now"
    walk.tray.breathe_requested.emit()
    walk.tray.choose("Help now")
    assert walk.app.home.window.isVisible()


def test_a_person_is_two_choices_from_a_breath(qtbot: QtBot, walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    walk.app.window.help_wanted.emit()
    assert walk.app.home.window.now == "help_now"


def test_ctrl_q_quits_out_of_a_session_and_keeps_its_record(qtbot: QtBot, qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(flower=11, welcomed=True))
    walk.app.begin(None, None)
    walk.tray.breathe_requested.emit()
    walk.pass_time(4)
    modifier = Qt.KeyboardModifier.ControlModifier
    quits: list[str] = []
    walk.app.window.quit_wanted.connect(lambda: quits.append("quit"))
    qtbot.waitUntil(walk.app.window.isActiveWindow)
    qtbot.keyClick(walk.app.window.view, Qt.Key.Key_Q, modifier)
    assert quits == ["quit"]
    walk.app.close()
    assert len(walk.journal.entries) == 1


def test_every_place_can_be_opened(walk: Walk) -> None:
    walk.app.show()
    for place in ("breathe", "hard", "hard_times", "guide", "settings", "help_now", "welcome", "today"):
        walk.app.home.go(place)
        assert walk.app.home.window.now == place


def test_closing_the_window_under_a_breath_leaves_memory_alone(walk: Walk) -> None:
    walk.app.show()
    walk.tray.breathe_requested.emit()
    walk.app.home.window.close()
    assert not walk.app._memory.unload.isActive()


def test_pages_are_gone_before_memory_is_given_back(walk: Walk) -> None:
    walk.app.show()
    walk.app.home.go("help_now")
    page, gone = walk.app.home.window.page("help_now"), []
    assert page is not None
    page.destroyed.connect(lambda: gone.append(True))
    walk.app.home.window.close()
    walk.app._memory.unload.timeout.emit()
    assert gone == [True]


def test_an_entry_that_was_not_written_is_tried_anew_whatever_is_opened(walk: Walk) -> None:
    walk.journal.trouble = "The disk is full."
    walk.tray.breathe_requested.emit()
    walk.app.guide.leave()
    walk.app.show()
    assert walk.app._retry.isActive()
    walk.app._retry.timeout.emit()
    assert walk.app._retry.isActive()
    walk.journal.trouble = None
    walk.app._retry.stop()
    walk.app._retry.timeout.emit()
    assert not walk.app._retry.isActive()


def test_closing_the_window_is_explained_once(walk: Walk) -> None:
    for _ in range(2):
        walk.app.show()
        walk.app.home.window.close()
    assert len(walk.tray.said) == 1
    assert walk.app.preferences.settings.closing_told


def test_the_window_comes_back_where_it_stood(walk: Walk) -> None:
    walk.app.show()
    walk.app.home.window.setGeometry(40, 50, 700, 500)
    walk.app.home.window.close()
    assert walk.app.preferences.settings.home_place == (40, 50, 700, 500)
    walk.app.show()
    assert walk.app.home.window.geometry().getRect() == (40, 50, 700, 500)


def test_one_click_may_bring_the_room_around(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(flower=11, welcomed=True, one_click=OneClick.ROOM))
    walk.app.begin(None, None)
    walk.tray.breathe_requested.emit()
    session = walk.app.guide.session
    assert session is not None
    assert (session.practice, session.state) == ("room", State.GROUND)
    walk.pass_time(2)
    (entry,) = walk.journal.entries.values()
    assert (entry.practice, entry.breaths, entry.practised_s) == ("room", 0, 0.0)
    walk.app.guide.leave()
    for chosen in ("The room around you", "Breathe"):
        walk.tray.choose(chosen)
        walk.app.guide.leave()
    walk.app.show()
    today = walk.app.home.window.page("today")
    assert isinstance(today, TodayPage)
    today.tile.begin.click()
    walk.app.guide.leave()
    begun = [(one.practice, one.door) for one in walk.journal.entries.values()]
    assert begun == [
        ("room", Door.TRAY),
        ("room", Door.TRAY),
        ("breathe", Door.TRAY),
        ("room", Door.HOME),
    ]
    walk.app.close()


def test_the_menu_follows_what_one_click_brings(walk: Walk) -> None:
    assert walk.tray.shown[0] == "Breathe"
    walk.app.preferences.change(one_click=OneClick.ROOM)
    assert walk.tray.shown[:2] == ["The room around you", "Breathe"]


def test_the_command_line_sees_what_is_going_on(walk: Walk) -> None:
    walk.app.commands.answer({"wish": "breathe", "pattern": "coherent", "scene": "words", "size": "small"})
    walk.pass_time(11)
    told = walk.app.commands.answer({"wish": "status"})["status"]
    assert told["running"]
    assert told["tray"]
    session = told["session"]
    assert (session["pattern"], session["scene"], session["size"]) == ("coherent", "words", "small")
    assert session["bpm"] == pytest.approx(60 / 11, abs=1e-3)
    assert session["position_s"] == pytest.approx(11)
    assert not session["paused"]


def test_a_pattern_that_is_gone_does_not_stand_between_a_person_and_a_breath(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(pattern="from_elsewhere", welcomed=True))
    walk.app.begin(None, None)
    walk.tray.breathe_requested.emit()
    assert walk.app.guide.session is not None
    walk.app.close()


def test_without_a_tray_the_home_window_is_the_way_in_and_says_so(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.tray.there = False
    walk.app.begin(None, None)
    walk.app._no_tray.timeout.emit()
    assert walk.app.home.open
    assert "closing it ends KindTimer" in walk.app.home.window.message.words.text()
    walk.app.close()


def test_what_closing_means_without_a_tray_is_said_once(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.tray.there = False
    walk.app.begin(None, None)
    walk.app._no_tray.timeout.emit()
    later = Walk(qapp, walk.app.preferences.settings)
    walk.app.close()
    later.tray.there = False
    later.app.begin(None, None)
    later.app._no_tray.timeout.emit()
    assert later.app.home.open
    assert not later.app.home.window.message.isVisible()
    later.app.close()


def test_at_the_first_start_without_a_tray_it_is_said_when_that_is_left(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings())
    walk.tray.there = False
    walk.app.begin(None, None)
    walk.app._no_tray.timeout.emit()
    window = walk.app.home.window
    assert (window.now, window.message.isVisible()) == ("welcome", False)
    window.go_back()
    assert window.now == "today"
    said = window.message.words.text()
    assert "closing it ends KindTimer" in said
    assert "The first start can be seen once more" in said
    walk.app.close()


def test_at_the_first_start_with_a_tray_nothing_is_said_of_closing(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings())
    walk.app.begin(None, None)
    walk.app._no_tray.timeout.emit()
    page = walk.app.home.window.page("welcome")
    assert isinstance(page, WelcomePage)
    page.look_round.click()
    assert not walk.app.home.window.message.isVisible()
    walk.app.close()


def test_without_a_tray_closing_the_window_ends_the_program(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.tray.there = False
    walk.app.begin(None, None)
    walk.app._no_tray.timeout.emit()
    QTimer.singleShot(0, walk.app.home.window.close)
    assert qapp.exec() == 0
    walk.app.close()


def test_without_a_tray_a_session_that_ends_leaves_the_home_window(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.tray.there = False
    walk.app.begin(None, None)
    walk.app._no_tray.timeout.emit()
    walk.app.home.go("breathe")
    page = walk.app.home.window.page("breathe")
    assert isinstance(page, BreathePage)
    page.start.click()
    session = walk.app.guide.session
    assert session is not None
    assert session.door is Door.HOME
    walk.pass_time(session.timeline.duration + 1)
    assert not walk.app.window.isVisible()
    assert walk.app.home.open
    walk.app.close()


def test_without_a_tray_a_new_wish_takes_the_place_of_a_session_and_ends_nothing(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.tray.there = False
    walk.app.begin(Wish(Door.COMMAND), None)
    walk.pass_time(5)
    assert walk.app.commands.answer({"wish": "breathe", "pattern": "coherent"})["ok"]
    QTimer.singleShot(0, lambda: qapp.exit(7))
    qapp.exec()
    session = walk.app.guide.session
    assert session is not None
    assert session.pattern == "coherent"
    walk.app.close()


def test_ending_the_program_keeps_the_session_there_was(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.app.begin(Wish(Door.COMMAND), None)
    walk.pass_time(15)
    walk.app.close()
    (entry,) = walk.journal.entries.values()
    assert entry.practised_s == pytest.approx(15)
    assert walk.player.closed
    assert walk.journal.closed
    assert walk.tray.closed
    assert walk.awake.closed


def test_sync_shows_its_disc_and_keeps_nothing(walk: Walk) -> None:
    walk.app.commands.answer({"wish": "sync", "seconds": 10})
    walk.pass_time(5)
    plan = walk.player.plans[-1]
    assert plan is not None
    assert plan.asked_for
    walk.app.guide.leave()
    assert walk.journal.entries == {}


def test_the_person_s_own_flower_is_there(qapp: QApplication) -> None:
    shapes = []
    for number in (11, 12):
        walk = Walk(qapp, Settings(flower=number, welcomed=True))
        walk.app.begin(None, None)
        walk.tray.breathe_requested.emit()
        shapes.append(walk.app.window.view._shape)
        walk.app.close()
    assert shapes[0] != shapes[1]


def test_a_closed_lid_pauses_everything(walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    walk.pass_time(10)
    walk.clock.sleep(3600)
    walk.app.guide.look()
    session = walk.app.guide.session
    assert session is not None
    assert session.state is State.AWAY
    assert not walk.awake.held


def test_a_picture_that_cannot_be_painted_closes_its_window_and_keeps_the_record(
    walk: Walk, caplog: pytest.LogCaptureFixture
) -> None:
    walk.tray.breathe_requested.emit()
    walk.pass_time(12)
    walk.app.window.view.failed.emit(ZeroDivisionError())
    assert "a frame could not be painted" in caplog.text
    assert not walk.app.window.isVisible()
    (entry,) = walk.journal.entries.values()
    assert entry.practised_s == pytest.approx(12)
    assert not walk.awake.held
    walk.tray.breathe_requested.emit()
    assert "could not be painted" in walk.app.window.view._notice
