import pytest
from pytestqt.qtbot import QtBot

from kindtimer.ui.abreast import Abreast, one_line
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.large_choice import LargeChoice
from tests.ui.dressing import dressed, settle


def made(qtbot: QtBot, width: int, *, scale: float = 1.0, equal: bool = True) -> tuple[Abreast, list[Button]]:
    words = ("With sound", "Quietly", "Look round first")
    buttons = [LargeChoice(one, "", lambda: None) if equal else Button(one, kind=BARE) for one in words]
    abreast = dressed(Abreast(buttons, equal=equal), scale=scale)
    qtbot.addWidget(abreast)
    abreast.resize(width, abreast.fit(width))
    abreast.show()
    settle()
    return abreast, buttons


@pytest.mark.parametrize("equal", [True, False])
@pytest.mark.parametrize(
    ("width", "scale", "across"), [(640, 1.0, True), (280, 1.0, False), (312, 2.0, False)]
)
def test_buttons_stand_beside_each_other_where_there_is_room(
    qtbot: QtBot, width: int, scale: float, across: bool, equal: bool
) -> None:
    abreast, buttons = made(qtbot, width, scale=scale, equal=equal)
    assert abreast.across is across
    assert len({button.y() for button in buttons}) == (1 if across else len(buttons))
    for button in buttons:
        assert button.height() >= button.minimumSizeHint().height()


def test_equal_ones_fill_the_line(qtbot: QtBot) -> None:
    abreast, buttons = made(qtbot, 640)
    assert max(one.width() for one in buttons) - min(one.width() for one in buttons) <= 1
    assert buttons[-1].geometry().right() == abreast.width() - 1
    assert buttons[0].x() == 0


def test_where_they_cannot_be_equal_each_is_as_wide_as_its_words_need(qtbot: QtBot) -> None:
    abreast, buttons = made(qtbot, 752, scale=2.0)
    assert abreast.across
    assert len({button.y() for button in buttons}) == 1
    assert [button.width() >= one_line(button) for button in buttons] == [True] * 3
    assert buttons[2].width() > buttons[0].width() > buttons[1].width()
    assert buttons[-1].geometry().right() == abreast.width() - 1
    abreast.resize(1600, abreast.fit(1600))
    settle()
    assert max(one.width() for one in buttons) - min(one.width() for one in buttons) <= 1


@pytest.mark.parametrize("width", [640, 280])
def test_its_height_is_told_when_it_is_fitted(qtbot: QtBot, width: int) -> None:
    abreast, buttons = made(qtbot, width)
    assert abreast.fit(width) == buttons[-1].geometry().bottom() + 1


def test_one_line_is_as_wide_as_its_words_need(qtbot: QtBot) -> None:
    for button in (Button("Back", kind=BARE), LargeChoice("Back", "", lambda: None)):
        qtbot.addWidget(dressed(button))
        assert one_line(button) > button.fontMetrics().horizontalAdvance("Back")
