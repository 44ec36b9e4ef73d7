from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.core.ears import Wanted
from kindtimer.core.settings import Settings
from kindtimer.core.settings_table import table
from kindtimer.ui.choices import Choices
from kindtimer.ui.long_names import MAY_BREAK
from kindtimer.ui.setting_row import SettingRow
from kindtimer.ui.switch import Switch
from tests import fakes
from tests.ui.dressing import dressed, nameless, settle, too_small


def made(qtbot: QtBot, name: str, settings: Settings, told: list[Any]) -> SettingRow:
    setting = next(one for one in table(fakes.patterns()) if one.name == name)
    row = dressed(SettingRow(setting, settings, lambda _row, value: told.append(value)))
    qtbot.addWidget(row)
    row.resize(600, 200)
    row.show()
    settle()
    return row


def press(qtbot: QtBot, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_name_what_it_does_what_stands_and_what_is_usual_are_seen(qtbot: QtBot) -> None:
    told: list[Any] = []
    row = made(qtbot, "sound", Settings(), told)
    assert row.usual.text() == "Usual: In headphones only"
    assert row.usual.x() > row.title.geometry().right()
    assert row.control.accessibleDescription().endswith(" Usual: In headphones only.")
    assert not row.back.isVisible()
    assert isinstance(row.control, Choices)
    press(qtbot, row.control.button(Wanted.QUIETLY))
    row.show_settings(Settings(sound=Wanted.QUIETLY))
    press(qtbot, row.back)
    assert told == [Wanted.QUIETLY, Wanted.UNSET]
    assert row.back.accessibleName() == "Sound: back to usual"


def test_a_slider_is_as_long_before_it_was_moved_as_after(qtbot: QtBot) -> None:
    row = made(qtbot, "volume", Settings(), [])
    wide = row.control.width()
    row.show_settings(Settings(volume=0.9))
    settle()
    assert row.back.isVisible()
    assert row.back.x() > row.control.geometry().right()
    assert row.control.width() == wide


def test_a_switch_says_its_name_itself(qtbot: QtBot) -> None:
    told: list[Any] = []
    row = made(qtbot, "keep_record", Settings(), told)
    assert isinstance(row.control, Switch)
    assert (row.control.text(), row.title.isVisible(), row.control.isChecked()) == (
        "Keep a record",
        False,
        True,
    )
    row.show_settings(Settings(keep_record=False))
    assert (row.control.isChecked(), told) == (False, [])
    row.control.click()
    assert told == [True]


def test_the_way_back_gives_the_keyboard_to_the_control(qtbot: QtBot) -> None:
    row = made(qtbot, "volume", Settings(volume=0.9), [])
    row.back.setFocus()
    row.show_settings(Settings())
    assert row.focused.hasFocus()
    assert not row.back.isVisible()


@pytest.mark.parametrize(
    ("pattern", "said"),
    [("box_4", "“Box” stands here now."), ("gone", "goes as usual: Longer out."), ("x" * 200, "…")],
)
def test_a_value_that_is_none_of_the_choices_is_told_calmly(qtbot: QtBot, pattern: str, said: str) -> None:
    row = made(qtbot, "pattern", Settings(pattern=pattern), [])
    assert row.odd.isVisible()
    assert said in row.odd.text()
    assert isinstance(row.control, Choices)
    assert not any(row.control.button(one).isChecked() for one in row.setting.words)
    row.show_settings(Settings())
    assert not row.odd.isVisible()
    assert row.control.button("longer_out_46").isChecked()


def test_a_device_is_named_and_has_a_time_of_its_own(qtbot: QtBot) -> None:
    row = made(qtbot, "late_ms", Settings(late_ms={"🎧 سماعة": 180.0}), [])
    assert not row.show_device(None)
    assert row.show_device("🎧 سماعة")
    assert "🎧 سماعة" in row.note.text()
    assert row.value == 180.0
    assert row.focused.accessibleDescription().startswith("180 ms later. ")


def test_a_device_with_an_endless_name_is_shown_in_short_and_loses_nothing(qtbot: QtBot) -> None:
    row = made(qtbot, "late_ms", Settings(late_ms={"Other": 20.0}), [])
    assert row.show_device("x" * 4000)
    assert len(row.note.text().replace(MAY_BREAK, "")) < 160
    assert not row.control.isVisible()
    assert row.show_device("Other")
    assert row.control.isVisible()
    assert row.value == 20.0


@pytest.mark.parametrize("name", ["sound", "volume", "keep_record"])
def test_it_fits_the_narrowest_window_at_large_type(qtbot: QtBot, name: str) -> None:
    row = made(qtbot, name, replace(Settings(), volume=0.9), [])
    dressed(row, scale=2.0)
    row.resize(312, 400)
    for stop in row.stops:
        if hasattr(stop, "fold"):
            stop.fold(312)
    settle()
    assert (too_small(row), nameless(row)) == ([], [])
    assert row.minimumSizeHint().width() <= 312
