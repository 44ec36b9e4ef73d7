import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.buttons import PLAIN
from kindtimer.ui.light_row import LightRow
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from tests.ui.dressing import dressed, settle

TOLD = "Name what is hard, remember that others know this too, and offer a kind wish."


class Shown:
    def __init__(
        self, qtbot: QtBot, row: LightRow, wide: int = 560, scale: float = 1.0, palette: Palette = DUSK
    ) -> None:
        self.row, self.held = row, QWidget()
        qtbot.addWidget(self.held)
        column = QVBoxLayout(self.held)
        column.addWidget(row)
        column.addStretch(1)
        self.held.resize(wide, 400)
        dressed(self.held, palette, scale)
        self.held.show()
        settle()

    def picture(self) -> QImage:
        return self.row.grab().toImage()


def row(beside: str = "1, 2 or 5 minutes", sign: str = "") -> LightRow:
    return LightRow("Compassion break", TOLD, lambda: None, beside=beside, sign=sign)


def test_it_is_a_button_with_a_name_and_all_of_its_words(qtbot: QtBot) -> None:
    shown = Shown(qtbot, row())
    told = QAccessible.queryAccessibleInterface(shown.row)
    assert told.role() is QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Compassion break"
    assert told.text(QAccessible.Text.Description) == f"{TOLD} 1, 2 or 5 minutes."
    assert told.state().focusable


def test_it_is_pressed_by_hand_and_by_key(qtbot: QtBot) -> None:
    pressed: list[int] = []
    shown = Shown(qtbot, LightRow("Words", "Told.", lambda: pressed.append(1)))
    qtbot.mouseClick(shown.row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(shown.row, Qt.Key.Key_Space)
    assert pressed == [1, 1]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("wide", [300, 420, 560, 1280])
def test_its_lines_stand_one_under_the_other_within_it(qtbot: QtBot, wide: int, scale: float) -> None:
    shown = Shown(qtbot, row(), wide, scale)
    places = [place for place, _, _ in shown.row._laid(shown.row.width())]
    assert len(places) == 3
    for place in places:
        assert shown.row.rect().contains(place)
    for at, one in enumerate(places):
        assert not [other for other in places[at + 1 :] if other.intersects(one)]
    assert shown.row.height() == shown.row.heightForWidth(shown.row.width())


def test_what_stands_beside_goes_below_where_there_is_no_room(qtbot: QtBot) -> None:
    wide, narrow = Shown(qtbot, row(), 560), Shown(qtbot, row(), 240)
    first, beside, _ = (place for place, _, _ in wide.row._laid(wide.row.width()))
    assert beside.y() == first.y()
    assert beside.x() > first.x()
    lines = narrow.row._laid(narrow.row.width())
    assert [words for _, words, _ in lines] == ["Compassion break", TOLD, "1, 2 or 5 minutes"]


def test_one_line_alone_is_a_target_high(qtbot: QtBot) -> None:
    shown = Shown(qtbot, LightRow("It hurts", "", lambda: None, beside="Something warm", kind=PLAIN))
    assert shown.row.height() == 44


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST])
def test_its_words_are_painted_in_ink_and_what_is_told_more_quietly(qtbot: QtBot, palette: Palette) -> None:
    shown = Shown(qtbot, row(), palette=palette)
    picture = shown.picture()
    seen = {picture.pixelColor(QPoint(x, y)).name() for x in range(560 - 24) for y in range(picture.height())}
    assert {palette.ink.name(), palette.quiet.name()} <= seen


def test_from_right_to_left_it_is_mirrored(qtbot: QtBot) -> None:
    shown = Shown(qtbot, LightRow("Ab", "", lambda: None))
    shown.row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = shown.picture()
    ground = picture.pixelColor(QPoint(picture.width() // 2, 6))
    inked = [
        x for x in range(12, picture.width() - 12) if picture.pixelColor(x, picture.height() // 2) != ground
    ]
    assert inked
    assert min(inked) > picture.width() // 2


def test_its_sign_stands_at_the_far_edge_and_can_be_another(qtbot: QtBot) -> None:
    shown = Shown(qtbot, row(sign="down"))
    down = shown.picture()
    shown.row.point("up")
    up = shown.picture()
    differ = [
        x for x in range(down.width()) for y in range(down.height()) if down.pixel(x, y) != up.pixel(x, y)
    ]
    assert differ
    assert min(differ) > down.width() - 48
