"""The Offers page on a day that is led by hand, and what is looked at on it."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.hold import Hold
from kindtimer.core.rule_words import rule_line
from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.offers_changes import OffersChanges
from kindtimer.ui.offers_page import OffersPage
from kindtimer.ui.rule_list import RuleList
from kindtimer.visuals.palette import DUSK, Palette
from tests import fakes
from tests.guide.led_day import Day, begun
from tests.ui.dressing import dressed, settle

WEDNESDAY = date(2026, 11, 25)


class FakeLogin:
    """Starting at login, as a switch alone; `trouble` is what every change says."""

    def __init__(self, trouble: str = "") -> None:
        self.on, self.trouble = False, trouble

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> str:
        self.on = not self.trouble
        return self.trouble

    def turn_off(self) -> str:
        self.on = bool(self.trouble)
        return self.trouble


class FakeShortcut:
    """Takes whatever keys begin with Ctrl+Alt."""

    def __init__(self, why_not: str = "") -> None:
        self.held, self._why_not = "", why_not

    def why_not(self) -> str:
        return self._why_not

    def command(self) -> str:
        return "kindtimer breathe"

    def keys(self) -> str:
        return self.held

    def choose(self, keys: str) -> str:
        if keys and not keys.startswith("Ctrl+Alt+"):
            return f"{keys} stays with the window one types in."
        self.held = keys
        return ""


class Opened:
    """The page, opened at a time of a day in Berlin, with these rules."""

    def __init__(
        self,
        qtbot: QtBot,
        *lines: str,
        at: str = "09:12",
        on: date = WEDNESDAY,
        size: tuple[int, int] = (1240, 900),
        scale: float = 1.0,
        palette: Palette = DUSK,
        **settings: object,
    ) -> None:
        self.qtbot = qtbot
        self.day: Day = begun(at, *lines, on=on, **settings)
        self.taken = 0
        self.unknown: dict[Hold, str] = {}
        self.login, self.shortcut = FakeLogin(), FakeShortcut()
        self.page = OffersPage(
            self.day.guide,
            self.day.preferences,
            fakes.patterns(),
            self.day.clock,
            cannot_tell=lambda: self.unknown,
            take=self._take,
            login=self.login,
            shortcut=self.shortcut,
        )
        qtbot.addWidget(self.page, before_close_func=lambda page: self.day.guide.close())
        self.page.resize(*size)
        dressed(self.page, palette, scale)
        self.page.show()
        self.page.opened()
        settle()

    def _take(self) -> None:
        self.taken += 1

    @property
    def settings(self) -> Settings:
        return self.day.preferences.settings

    @property
    def lines(self) -> list[str]:
        """The rules there are, as they are typed."""
        return [rule_line(rule.when, rule.days) for rule in self.settings.rules]

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def type(self, field: QWidget, words: str) -> None:
        assert field.isVisible()
        field.setFocus()
        self.qtbot.keyClicks(field, words)
        settle()


def changes(**settings: object) -> OffersChanges:
    """Settings alone, with the way to change them."""
    return OffersChanges(Preferences(Settings(**settings), fakes.FakeKeeper()))  # type: ignore[arg-type]


def plain(words: str) -> str:
    """Without the signs that keep a rule's direction."""
    return words.replace("\u2068", "").replace("\u2069", "")


def row_lines(rules: RuleList) -> list[str]:
    """The rows as they stand, one below the other."""
    rows = sorted(rules.rows.values(), key=lambda row: row.y())
    return [plain(row.switch.text()) for row in rows]


def in_sight(page: OffersPage, widget: QWidget) -> bool:
    """Whether all of it is within the page's viewport."""
    place = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
    return widget.isVisible() and page.viewport().rect().contains(place)


def until_in_sight(page: OffersPage, widget: QWidget) -> None:
    """Let events go by until all of it is seen, or so many that it never will be."""
    for _ in range(50):
        settle()
        if in_sight(page, widget):
            return
    raise AssertionError(f"{widget} is out of sight")
