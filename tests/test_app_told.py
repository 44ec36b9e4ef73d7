"""What is told when something went wrong: once, where the person is, and no longer than it is true."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.app import LOGIN_TRAY_COMES_MS, build
from kindtimer.core.entry import Door
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish
from kindtimer.ui.hard_times_page import HardTimesPage
from kindtimer.ui.place_names import HARD_TIMES, PRACTICE, PRACTICES
from kindtimer.ui.practices_page import PracticesPage
from tests.gallery import plans
from tests.ui.dressing import settle
from tests.walk import Walk


@pytest.fixture
def walk(qapp: QApplication) -> Iterator[Walk]:
    walk = Walk(qapp, Settings(flower=11, welcomed=True))
    walk.app.begin(None, None)
    yield walk
    walk.app.close()


def test_what_was_wrong_is_told_the_terminal_too_where_a_session_begins_at_once(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    walk = Walk(qapp, Settings(welcomed=True), ("The settings file was damaged.",))
    walk.app.begin(Wish(Door.COMMAND), None)
    assert capsys.readouterr().err == "The settings file was damaged.\n"
    assert walk.app.window.view._notice == "The settings file was damaged."
    walk.app.close()


def test_what_was_wrong_at_the_start_is_said_where_it_can_be_seen(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    trouble = "The settings file was damaged; it is kept beside the new one."
    walk = Walk(qapp, Settings(welcomed=True), (trouble,))
    walk.app.begin(None, None)
    assert trouble in capsys.readouterr().err
    walk.tray.breathe_requested.emit()
    assert walk.app.window.view._notice == trouble
    walk.app.close()


def test_all_that_was_wrong_at_the_start_is_said_in_the_home_window(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True), ("One thing.", "Another thing."))
    walk.app.begin(None, None)
    walk.app.show()
    assert walk.app.home.window.message.words.text() == "One thing.\nAnother thing."
    walk.app.close()


def test_trouble_that_is_over_is_said_no_more(walk: Walk) -> None:
    walk.keeper.trouble = "Settings could not be saved."
    walk.app.preferences.change(volume=0.11)  # told to nobody so far
    walk.keeper.trouble = None
    walk.app.preferences.change(volume=0.12)
    walk.app.show()
    message = walk.app.home.window.message
    assert not message.isVisible()
    walk.keeper.trouble = "Settings could not be saved."
    walk.app.preferences.change(volume=0.13)
    assert message.isVisible()
    walk.app.home.go("help_now")
    assert not message.isVisible()
    walk.app.home.go("settings")
    assert message.isVisible()
    walk.keeper.trouble = None
    walk.app.preferences.change(volume=0.14)
    assert not message.isVisible()


def test_a_pack_that_is_removed_while_a_practice_of_it_is_open_leads_back_and_is_said(walk: Walk) -> None:
    held = dict(plans())
    held["evenings/lamp"] = replace(held["loving_kindness"], id="evenings/lamp", packed="evenings")
    anew: list[str] = []
    parts = replace(walk.parts, plans=lambda: dict(held), look_at_packs=lambda: anew.append("read"))
    app = build(walk.app._application, parts)
    app.begin(None, None)
    app.show_home(PRACTICES)
    page = app.home.window.page(PRACTICES)
    assert isinstance(page, PracticesPage)
    next(row for row in page.rows_seen if row.plan.id == "evenings/lamp").click()
    assert app.home.window.now == PRACTICE
    del held["evenings/lamp"]
    app.commands.packs_changed.emit()
    settle()
    assert anew == ["read"]
    assert app.home.window.now == PRACTICES
    assert app.home.window.message.words.text().startswith("“Loving-kindness” was removed with its pack.")
    assert "evenings/lamp" not in {row.plan.id for row in page.rows_seen}
    app.close()


def test_trouble_in_a_session_is_said_in_its_window(walk: Walk) -> None:
    walk.journal.trouble = "The disk is full. The session goes on."
    walk.tray.breathe_requested.emit()
    walk.pass_time(1)
    assert walk.app.window.view._notice == walk.journal.trouble


def test_what_the_journal_could_not_take_is_said_no_more_once_it_is_kept(walk: Walk) -> None:
    walk.app.show()
    message = walk.app.home.window.message
    walk.tray.breathe_requested.emit()
    walk.app.window.hide()  # as where another window covers it: the line stands at home
    walk.journal.trouble = "The disk is full."
    walk.pass_time(9)
    assert message.words.text() == "The disk is full."
    walk.app.guide.leave()
    walk.app._retry.timeout.emit()
    assert message.isVisible()
    walk.journal.trouble = None
    walk.app._retry.timeout.emit()
    assert not message.isVisible()


def test_quitting_ends_it_also_where_the_journal_takes_nothing_but_nothing_can_be_lost(walk: Walk) -> None:
    walk.journal.trouble = "Another program holds the journal."
    walk.app.quit()
    assert walk.app._ends
    assert not walk.app.home.open


def test_words_that_can_be_written_nowhere_keep_it_open_once_and_say_why(walk: Walk) -> None:
    walk.journal.trouble, walk.journal.safe = "The disk is full.", False
    walk.app.quit()
    assert not walk.app._ends
    assert walk.app.home.window.now == HARD_TIMES
    assert "can be written nowhere" in walk.app.home.window.message.words.text()
    assert walk.app.home.window.message.isVisible()
    walk.app.quit()
    assert walk.app._ends


def test_once_they_are_kept_after_all_that_is_said_no_more(walk: Walk) -> None:
    walk.journal.trouble, walk.journal.safe = "The disk is full.", False
    walk.app.quit()
    walk.journal.trouble, walk.journal.safe = None, True
    walk.app._retry.timeout.emit()
    assert not walk.app.home.window.message.isVisible()
    walk.app.quit()
    assert walk.app._ends


def test_a_kill_ends_it_at_once(walk: Walk) -> None:
    walk.journal.trouble, walk.journal.safe = "The disk is full.", False
    walk.app.end()
    assert walk.app._ends


def test_what_is_being_written_is_kept_before_it_ends(walk: Walk) -> None:
    walk.app.show_home(HARD_TIMES)
    page = walk.app.home.window.page(HARD_TIMES)
    assert isinstance(page, HardTimesPage)
    page.sections["eases"].field.setPlainText("The kettle.")
    walk.app.quit()
    assert walk.journal.page.eases == "The kettle."


def test_what_an_earlier_run_could_not_write_is_said_to_be_kept(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings(welcomed=True))
    walk.journal.trouble, walk.journal.back = "It waits.", "It is in it now."
    walk.app.begin(None, None)
    assert walk.app._retry.isActive()
    walk.journal.trouble = None
    walk.app._retry.timeout.emit()
    walk.app.show()
    assert walk.app.home.window.message.words.text() == "It is in it now."
    walk.app.close()


def test_at_a_login_no_window_opens_and_the_tray_may_take_its_time(qapp: QApplication) -> None:
    walk = Walk(qapp, Settings())
    walk.tray.there = False
    walk.app.begin(None, None, at_login=True)
    assert not walk.app.home.open
    assert walk.app._no_tray.isActive()
    assert walk.app._no_tray.interval() == LOGIN_TRAY_COMES_MS
    walk.app._no_tray.timeout.emit()
    assert walk.app.home.open
    walk.app.close()
