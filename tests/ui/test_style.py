"""The one sheet: what it says can be read, seen and hit."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kindtimer.ui.style import sheet, tray_menu_sheet
from kindtimer.visuals.measures import TARGET
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette, contrast
from tests.ui.dressing import settle

PALETTES = pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)


def surfaces(p: Palette) -> dict[str, QColor]:
    return {
        "ground": p.ground,
        "top": p.ground_top,
        "bottom": p.ground_bottom,
        "side": p.side,
        "raised": p.raised,
    }


@PALETTES
def test_text_can_be_read_on_everything_it_stands_on(palette: Palette) -> None:
    for name, surface in {**surfaces(palette), "over": palette.over, "chosen": palette.chosen}.items():
        assert contrast(palette.ink, surface) >= 4.5, name
    assert contrast(palette.quiet, palette.chosen) >= 4.5
    for name, surface in surfaces(palette).items():
        assert contrast(palette.quiet, surface) >= 4.5, name
        assert contrast(palette.in_text, surface) >= 4.5, name
        assert contrast(palette.warmth_text, surface) >= 4.5, name
    for fill in (palette.accent, palette.accent_over):
        assert contrast(palette.on_accent, fill) >= 4.5


@PALETTES
def test_shapes_that_carry_meaning_stand_out(palette: Palette) -> None:
    for name, surface in surfaces(palette).items():
        for shape in (palette.line, palette.focus, palette.accent):
            assert contrast(shape, surface) >= 3.0, name
    for surface in (palette.over, palette.chosen):
        assert contrast(palette.line, surface) >= 3.0
        assert contrast(palette.accent, surface) >= 3.0


@PALETTES
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_to_click_is_large_enough(palette: Palette, scale: float) -> None:
    for rule in re.findall(r"Q(?:Push|Tool)Button[^{]*\{[^}]*\}", sheet(palette, scale)):
        for found in re.findall(r"min-height: (\d+)px", rule):
            assert int(found) + 4 >= TARGET, rule


@PALETTES
def test_nothing_is_pure_black_or_white(palette: Palette) -> None:
    found = {colour.upper() for colour in re.findall(r"#[0-9a-fA-F]{6}", sheet(palette, 1.0))}
    assert len(found) > 8
    assert not found & {"#000000", "#FFFFFF"}


def _looks(button: QPushButton) -> tuple[bool, bool]:
    """Whether the head and the foot of a button have a line of another colour than its middle."""
    image = button.grab().toImage()
    across, rows = button.width() // 2, button.height()
    middle = image.pixelColor(across, 8)
    return image.pixelColor(across, 1) != middle, image.pixelColor(across, rows - 2) != middle


@PALETTES
@pytest.mark.parametrize("kind", ["row", "pill"])
def test_what_is_chosen_and_what_has_the_keyboard_differ_in_shape(
    qtbot: QtBot, palette: Palette, kind: str
) -> None:
    button = QPushButton("Words")
    button.setProperty("kind", kind)
    button.setCheckable(True)
    button.setStyleSheet(sheet(palette, 1.0))
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    settle()
    high = button.height()
    button.clearFocus()
    button.setChecked(True)
    assert (_looks(button), button.height()) == ((False, True), high)  # a bar along its foot
    button.setChecked(False)
    button.setFocus()
    assert _looks(button) == (True, True)  # a ring


def test_the_trays_menu_has_rows_to_hit_and_the_desktops_own_colours(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setStyleSheet(tray_menu_sheet())
    action = menu.addAction("Help now")
    menu.ensurePolished()
    menu.adjustSize()
    assert menu.actionGeometry(action).height() >= TARGET
    assert menu.actionGeometry(action).width() > menu.fontMetrics().horizontalAdvance("Help now")
    assert "#" not in tray_menu_sheet()
