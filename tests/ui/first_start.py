"""The first start alone, and what it led to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.buttons import Button
from kindtimer.ui.welcome_page import WelcomePage
from kindtimer.visuals.flower import FlowerShape
from tests import fakes
from tests.ui.dressing import dressed, settle


class Opened:
    """A first start, and what it led to."""

    def __init__(
        self,
        qtbot: QtBot,
        settings: Settings | None = None,
        size: tuple[int, int] = (1440, 900),
        scale: float = 1.0,
    ) -> None:
        self.qtbot = qtbot
        self.done: list[str] = []
        self.told: list[str] = []
        self.tray = True
        self.preferences = Preferences(settings or Settings(flower=11), fakes.FakeKeeper())
        self.page = self.made()
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        dressed(self.page, scale=scale)
        self.page.show()
        self.page.opened()
        settle()

    def made(self) -> WelcomePage:
        return WelcomePage(
            self.preferences,
            FlowerShape.grown(11),
            first_breath=lambda: self.done.append("breath"),
            room=lambda: self.done.append("room"),
            done=lambda: self.done.append("home"),
            tray=lambda: self.tray,
            tell=self.told.append,
        )

    @property
    def settings(self) -> Settings:
        return self.preferences.settings

    def press(self, button: Button) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def seen(self) -> list[str]:
        return [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]

    def back(self) -> Button:
        return next(one for one in self.page.findChildren(Button) if one.isVisible() and one.text() == "Back")
