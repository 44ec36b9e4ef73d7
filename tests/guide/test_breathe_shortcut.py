import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kindtimer.core.settings import Settings
from kindtimer.guide.breathe_shortcut import BreatheShortcut
from kindtimer.guide.preferences import Preferences
from tests import fakes


class Chosen:
    def __init__(self, keys: str = "") -> None:
        self.preferences = Preferences(Settings(breathe_key=keys), fakes.FakeKeeper())
        self.desktop, self.made = fakes.FakeKeys(), 0
        self.shortcut = BreatheShortcut(self.preferences, self._make, "kindtimer breathe")
        self.told: list[str] = []
        self.shortcut.trouble_told.connect(self.told.append)

    def _make(self, _parent: QObject) -> fakes.FakeKeys:
        self.made += 1
        return self.desktop


@pytest.fixture
def chosen(qapp: QApplication) -> Chosen:
    return Chosen("Ctrl+Alt+B")


def test_without_chosen_keys_nothing_is_made(qapp: QApplication) -> None:
    none = Chosen()
    none.shortcut.begin()
    none.shortcut.close()
    assert none.made == 0


def test_what_was_chosen_is_held_from_the_start_to_the_end(chosen: Chosen) -> None:
    chosen.shortcut.begin()
    assert chosen.desktop.held == "Ctrl+Alt+B"
    chosen.shortcut.close()
    assert chosen.desktop.held == ""


def test_pressing_them_is_told(chosen: Chosen) -> None:
    pressed: list[None] = []
    chosen.shortcut.pressed.connect(lambda: pressed.append(None))
    chosen.shortcut.begin()
    chosen.desktop.pressed.emit()
    assert len(pressed) == 1


def test_others_take_their_place_and_none_can_be_chosen(chosen: Chosen) -> None:
    chosen.shortcut.begin()
    assert chosen.shortcut.choose("super + k") == ""
    assert chosen.desktop.held == chosen.shortcut.keys() == "Super+K"
    assert chosen.shortcut.choose(" ") == ""
    assert (chosen.desktop.held, chosen.shortcut.keys()) == ("", "")


@pytest.mark.parametrize("keys", ["Ctrl+X", "B", "nonsense", "Ctrl+Alt+T"])
def test_what_cannot_be_leaves_the_ones_there_were(chosen: Chosen, keys: str) -> None:
    chosen.desktop.taken = "Ctrl+Alt+T"
    chosen.shortcut.begin()
    assert chosen.shortcut.choose(keys) != ""
    assert chosen.desktop.held == chosen.shortcut.keys() == "Ctrl+Alt+B"


def test_keys_that_are_taken_at_the_start_are_told_once(chosen: Chosen) -> None:
    chosen.desktop.taken = "Ctrl+Alt+B"
    chosen.shortcut.begin()
    assert chosen.told == ["Another program has these keys."]
    assert chosen.shortcut.keys() == "Ctrl+Alt+B"
