"""What is told when something went wrong: once, where the person is, and no longer than it is true."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.entry import Door
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish
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


def test_trouble_in_a_session_is_said_in_its_window(walk: Walk) -> None:
    walk.journal.trouble = "The disk is full. The session goes on."
    walk.tray.breathe_requested.emit()
    walk.pass_time(1)
    assert walk.app.window.view._notice == walk.journal.trouble
