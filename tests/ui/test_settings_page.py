from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.core.ears import Wanted
from kindtimer.core.setting import Section
from kindtimer.core.settings import Settings, Theme
from kindtimer.guide.preferences import Preferences
from kindtimer.store.licence_store import read_licences
from kindtimer.ui.choices import Choices
from kindtimer.ui.growing_field import GrowingField
from kindtimer.ui.settings_page import SettingsPage
from kindtimer.visuals.measures import GRID
from kindtimer.visuals.palette import DUSK
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small


class Opened:
    def __init__(
        self,
        qtbot: QtBot,
        settings: Settings | None = None,
        size: tuple[int, int] = (1240, 900),
        scale: float = 1.0,
        device: str | None = "Headset",
        kept_at: str = "/somewhere/share/kindtimer",
    ) -> None:
        self.qtbot = qtbot
        self.device = device
        self.done: list[str] = []
        self.keeper = fakes.FakeKeeper()
        self.preferences = Preferences(settings or Settings(flower=11), self.keeper)
        self.page = SettingsPage(
            self.preferences,
            fakes.patterns(),
            device=lambda: self.device,
            kept_at=kept_at,
            version="1.2.3",
            licences=read_licences(fakes.ASSETS / "licences.toml"),
            quit_=lambda: self.done.append("quit"),
            guide=lambda: self.done.append("guide"),
            welcome=lambda: self.done.append("welcome"),
            offers=lambda: self.done.append("offers"),
        )
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        dressed(self.page, scale=scale)
        self.page.show()
        self.page.opened()
        settle()

    @property
    def settings(self) -> Settings:
        return self.preferences.settings

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def pill(self, name: str, value: Any, part: str = "") -> QWidget:
        control = self.page.by_name[name, part].control
        assert isinstance(control, Choices)
        return control.button(value)

    def shown(self) -> list[str]:
        return [row.setting.name for row in self.page.by_name.values() if row.isVisible()]


def test_a_choice_holds_at_once_and_can_be_put_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.press(opened.pill("sound", Wanted.QUIETLY))
    assert opened.settings.sound is Wanted.QUIETLY
    assert opened.keeper.saved[-1] == opened.settings
    opened.press(opened.page.by_name["sound", ""].back)
    assert opened.settings == Settings(flower=11)


def test_undo_takes_back_several_changes_one_by_one(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page, before = opened.page, opened.settings
    assert not page.undo.isEnabled()
    opened.press(opened.pill("home_theme", Theme.DAWN))
    opened.press(opened.pill("size", "small", "tray"))
    page.by_name["gentle_only", ""].focused.setFocus()
    qtbot.keyClick(page.by_name["gentle_only", ""].focused, Qt.Key.Key_Space)
    assert (opened.settings.size, opened.settings.gentle_only) == ({"tray": "small"}, False)
    opened.press(page.undo)
    assert opened.settings.gentle_only
    assert page.undone.text() == "Undone. Gentle breathing only: On"
    opened.press(page.undo)
    assert opened.settings.size == {}
    page.undo.setFocus()
    opened.press(page.undo)
    assert opened.settings == before
    assert not page.undo.isEnabled()
    assert page.search.hasFocus()


def test_what_cannot_be_undone_so_far_looks_so(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    words = opened.page.undo.palette
    quiet, ready = DUSK.quiet.name(), DUSK.in_text.name()
    assert words().color(QPalette.ColorRole.ButtonText).name() == quiet
    opened.press(opened.pill("home_theme", Theme.DAWN))
    assert words().color(QPalette.ColorRole.ButtonText).name() == ready


def test_ctrl_z_undoes_where_no_text_is_written(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    opened.press(opened.pill("home_theme", Theme.DAWN))
    qtbot.keyClicks(page.search, "colours")
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.settings.home_theme is Theme.DAWN
    assert page.search.text() == ""
    page.by_name["home_theme", ""].focused.setFocus()
    qtbot.keyClick(page.by_name["home_theme", ""].focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.settings == Settings(flower=11)


def test_a_slider_that_is_moved_key_by_key_was_moved_once(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    slide = opened.page.by_name["volume", ""].focused
    slide.setFocus()
    for _ in range(4):
        qtbot.keyClick(slide, Qt.Key.Key_Right)
    assert opened.settings.volume == pytest.approx(0.6)
    assert slide.accessibleDescription().startswith("60 %. ")
    opened.press(opened.page.undo)
    assert opened.settings.volume == pytest.approx(0.4)
    assert not opened.page.undo.isEnabled()


def test_what_was_changed_elsewhere_shows_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    opened.press(opened.pill("home_theme", Theme.DAWN))
    held = opened.pill("home_theme", Theme.DAWN)
    held.setFocus()
    opened.preferences.change(home_theme=Theme.DUSK, volume=0.8)
    assert held.hasFocus()
    assert page.by_name["home_theme", ""].value is Theme.DUSK
    assert page.by_name["volume", ""].focused.accessibleDescription().startswith("80 %. ")
    page.undo_last()  # what was chosen here no longer stands
    assert opened.settings.home_theme is Theme.DUSK
    assert not page.undo.isEnabled()


def test_a_search_narrows_the_rows_and_nothing_found_is_said_calmly(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    page.first_to_focus().setFocus()
    qtbot.keyClicks(page.search, "Bluetooth")
    assert opened.shown() == ["late_ms"]
    assert page.search.hasFocus()
    page.search.setText("numpy")
    assert (opened.shown(), page.about.list.isVisible()) == ([], True)
    page.search.setText("xylophone 🌱")
    assert page.nothing.isVisible()
    assert not page.kept.isVisible()
    page.search.clear()
    assert not page.nothing.isVisible()
    assert len(opened.shown()) == len(page.by_name)


@pytest.mark.parametrize(("size", "column"), [((1240, 900), 640), ((812, 600), 560)])
def test_sound_and_theme_are_one_click_from_home(qtbot: QtBot, size: tuple[int, int], column: int) -> None:
    page = Opened(qtbot, size=size).page
    page.let_be_wide(column)
    settle()
    for name in ("sound", "home_theme"):
        row = page.by_name[name, ""]
        foot = row.mapTo(page.viewport(), row.rect().bottomLeft()).y()
        assert row.isVisible()
        assert foot < page.viewport().height() + 2 * GRID  # below the choice there is only room
    assert page.verticalScrollBar().value() == 0
    assert [part.section for part in page.sections.values()] == list(Section)


def test_an_old_search_is_gone_when_one_comes_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.page.search.setText("bluetooth")
    opened.page.opened()
    assert opened.page.search.text() == ""
    assert len(opened.shown()) == len(opened.page.by_name)


def test_each_link_leads_to_its_section_and_the_first_thing_in_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(900, 600))
    page = opened.page
    page.search.setText("volume")
    for section in (Section.SESSIONS, Section.ABOUT, Section.SOUND):
        page.show_section(section)
        part = page.sections[section]
        assert part.first.hasFocus()
        settle()
        top = part.mapTo(page.viewport(), part.rect().topLeft()).y()
        at_foot = page.verticalScrollBar().value() == page.verticalScrollBar().maximum()
        assert top == 0 or at_foot
    assert page.search.text() == ""


@pytest.mark.parametrize(("size", "scale"), [((1240, 900), 1.0), ((900, 540), 2.0), ((360, 420), 2.0)])
def test_nothing_moves_under_a_hand_that_chooses(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    opened = Opened(qtbot, size=size, scale=scale)
    page, dawn = opened.page, opened.pill("theme", Theme.DAWN)
    page.ensureWidgetVisible(dawn)
    settle()

    def stands() -> int:
        return dawn.mapTo(page.viewport(), dawn.rect().topLeft()).y()

    stood = stands()
    opened.press(dawn)
    assert stands() == stood
    page.undo_last()
    assert opened.settings.theme is Theme.DUSK
    qtbot.waitUntil(lambda: stands() == stood)  # layouts take their turns
    opened.press(dawn)
    page.verticalScrollBar().setValue(0)
    opened.press(page.undo)  # at the top it is said in words
    assert page.undone.text() == "Undone. Colours of a session: Dusk, dark"
    settle()
    page.ensureWidgetVisible(dawn)
    stood = stands()
    opened.press(dawn)
    assert (page.undone.text(), stands()) == ("", stood)


def test_what_is_undone_in_sight_is_seen_and_moves_nothing(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page, row = opened.page, opened.page.by_name["home_theme", ""]
    opened.press(opened.pill("home_theme", Theme.DAWN))
    stood = row.pos()
    opened.press(page.undo)
    assert (row.value, row.pos()) == (Theme.SYSTEM, stood)
    assert page.undone.text() == ""


def test_what_is_undone_out_of_sight_comes_into_sight(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(900, 540), scale=2.0)
    page, row = opened.page, opened.page.by_name["bells", ""]
    opened.press(opened.pill("bells", "none"))
    page.show_section(Section.ABOUT)
    settle()
    assert row.visibleRegion().isEmpty()
    page.undo_last()
    settle()
    assert not row.visibleRegion().isEmpty()
    page.opened()
    assert not page.undone.isVisible()


def test_what_a_link_leads_to_is_in_sight_in_the_smallest_window_too(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(360, 316), scale=2.0)
    page = opened.page
    for section in Section:
        page.show_section(section)
        settle()
        first = page.sections[section].first
        top = first.mapTo(page.viewport(), first.rect().topLeft()).y()
        assert top >= 0
        assert top + first.height() <= page.viewport().height()


def test_the_record_is_reached_from_where_it_is_told_what_is_kept(qtbot: QtBot) -> None:
    opened = Opened(qtbot, size=(900, 600))
    page = opened.page
    page.search.setText("privacy")
    settle()
    opened.press(page.kept.record)
    row = page.by_name["keep_record", ""]
    assert row.focused.hasFocus()
    assert not row.visibleRegion().isEmpty()
    qtbot.keyClick(row.focused, Qt.Key.Key_Space)
    assert page.kept.now.text().startswith("No record")


def test_the_time_of_a_device_is_asked_only_where_one_is_known(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(late_ms={"Other": 40.0}), device=None)
    assert "late_ms" not in opened.shown()
    opened.device = "🎧 سماعة"
    opened.page.opened()
    assert "late_ms" in opened.shown()
    slide = opened.page.late.focused
    slide.setFocus()
    qtbot.keyClick(slide, Qt.Key.Key_PageUp)
    qtbot.keyClick(slide, Qt.Key.Key_Right)
    assert opened.settings.late_ms == {"Other": 40.0, "🎧 سماعة": 110.0}
    assert slide.accessibleDescription().startswith("110 ms later. ")


def test_quit_guide_and_first_start_are_there(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    page = opened.page
    assert page.quit.text() == "Quit KindTimer"
    for button in (page.quit, page.about.guide, page.about.welcome):
        opened.press(button)
    assert opened.done == ["quit", "guide", "welcome"]


def test_tab_goes_as_one_reads(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(volume=0.9))
    page = opened.page
    page.quit.setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        held = page.focusWidget()
        if held is None or held in seen:
            break
        seen.append(held)
        page.focusNextChild()
    tops = [one.mapTo(page.body, one.rect().center()).y() for one in seen]
    for before, after in pairwise(tops):
        assert after >= before - 24
    assert len(seen) > 20
    assert seen[-1] is page.about.turn


@pytest.mark.parametrize(
    "settings",
    [
        Settings(pattern="gone", scene="gone"),
        Settings(pattern="x" * 200, volume=0.123, minutes=2.5, late_ms={"Headset": -500.0}),
        Settings(pattern="box_4", size={"tray": "small", "command": "small"}),
    ],
)
def test_whatever_stands_there_is_shown_and_nothing_is_lost(qtbot: QtBot, settings: Settings) -> None:
    opened = Opened(qtbot, settings)
    opened.preferences.change(theme=Theme.CONTRAST)
    opened.page.opened()
    assert opened.settings == replace(settings, theme=Theme.CONTRAST)


def test_an_endless_value_that_comes_back_is_told_in_short(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Settings(pattern="x" * 200), (360, 420), 2.0)
    opened.press(opened.page.by_name["pattern", ""].back)
    assert opened.settings.pattern == "longer_out_46"
    opened.page.undo_last()
    assert opened.settings.pattern == "x" * 200
    told = opened.page.undone
    settle()
    assert told.isVisible()
    words = told.text().replace("\u200b", " ").split()
    assert max(told.fontMetrics().horizontalAdvance(word) for word in words) <= told.width()


@pytest.mark.parametrize("device", ["Headset", "x" * 4000, "👩\u200d👧 سماعات الرأس " * 9, None])
def test_everything_fits_can_be_hit_and_has_a_name_at_each_size(qtbot: QtBot, device: str | None) -> None:
    path = "/" + (device or "home") * 9
    for size, scale in (((1240, 900), 1.0), ((812, 600), 1.0), ((900, 540), 2.0), ((360, 420), 2.0)):
        opened = Opened(qtbot, Settings(pattern="x" * 200, volume=0.9), size, scale, device, path)
        page = opened.page
        page.about.show_licences()
        settle()
        assert (too_small(page), nameless(page)) == ([], [])
        assert page.horizontalScrollBar().maximum() == 0
        for one in page.held.findChildren(QWidget):
            if one.isVisible():
                left = one.mapTo(page.body, one.rect().topLeft()).x()
                assert left >= 0
                assert left + one.width() <= page.body.width(), one
            if isinstance(one, GrowingField):
                assert one.height() >= one.minimumSizeHint().height()
            if isinstance(one, QLabel) and one.isVisible():
                assert one.height() >= one.heightForWidth(one.width()) or not one.wordWrap()
                words = one.text().replace("\u200b", " ").split()
                assert max((one.fontMetrics().horizontalAdvance(w) for w in words), default=0) <= one.width()


@pytest.mark.parametrize("asked", ["login", "offers", "notification", "reminder", "shortcut"])
def test_what_is_chosen_on_offers_is_found_and_led_to(qtbot: QtBot, asked: str) -> None:
    opened = Opened(qtbot)
    opened.page.search.setText(asked)
    settle()
    opened.press(opened.page.tray.offers)
    assert opened.done == ["offers"]
