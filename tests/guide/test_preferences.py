from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences
from tests.fakes import FakeKeeper


def test_a_change_is_kept_then_announced(qtbot: QtBot) -> None:
    keeper = FakeKeeper()
    preferences = Preferences(Settings(), keeper)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change(volume=0.5)
    assert told.args == [keeper.saved[-1]]
    assert preferences.settings.volume == 0.5


def test_the_same_value_is_no_change(qtbot: QtBot) -> None:
    keeper = FakeKeeper()
    preferences = Preferences(Settings(), keeper)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(volume=Settings().volume)
    assert keeper.saved == []


def test_trouble_with_the_file_is_told_once_and_the_value_counts(qtbot: QtBot) -> None:
    preferences = Preferences(Settings(), FakeKeeper(trouble="They are kept in memory for now."))
    told: list[str] = []
    preferences.trouble_told.connect(told.append)
    preferences.change(volume=0.5)
    preferences.change(volume=0.6)
    assert told == ["They are kept in memory for now."]
    assert preferences.settings.volume == 0.6


def test_trouble_that_is_over_is_taken_back_and_told_again_where_it_comes_again(qtbot: QtBot) -> None:
    keeper = FakeKeeper(trouble="The disk is full.")
    preferences = Preferences(Settings(), keeper)
    heard: list[str] = []
    preferences.trouble_told.connect(lambda line: heard.append(f"+ {line}"))
    preferences.trouble_over.connect(lambda line: heard.append(f"- {line}"))
    for volume, trouble in (
        (0.1, "The disk is full."),
        (0.2, "It is read-only."),
        (0.3, None),
        (0.4, None),
        (0.5, "It is read-only."),
    ):
        keeper.trouble = trouble
        preferences.change(volume=volume)
    assert heard == [
        "+ The disk is full.",
        "- The disk is full.",
        "+ It is read-only.",
        "- It is read-only.",
        "+ It is read-only.",
    ]
