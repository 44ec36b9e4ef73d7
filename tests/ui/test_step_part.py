import pytest
from pytestqt.qtbot import QtBot

from kindtimer.ui.abreast import Abreast
from kindtimer.ui.buttons import BARE, Button
from kindtimer.ui.large_choice import LargeChoice
from kindtimer.ui.step_part import StepPart
from kindtimer.ui.texts import QUIET, Text
from tests.ui.dressing import dressed, settle

LONG = "A line that is so long that it will not stand on one line in a window of this width"


@pytest.mark.parametrize("gap", [8, 16])
@pytest.mark.parametrize(("width", "scale"), [(640, 1.0), (320, 1.0), (312, 2.0)])
def test_its_height_is_told_when_it_is_fitted(qtbot: QtBot, width: int, scale: float, gap: int) -> None:
    choices = Abreast([LargeChoice(one, LONG, lambda: None) for one in ("One", "Another")])
    more, later = Button("More", kind=BARE), Text(LONG, QUIET)
    later.hide()
    part = dressed(StepPart(choices, Text(LONG, QUIET), more, later), scale=scale)
    qtbot.addWidget(part)
    high = part.fit(width, gap)
    part.resize(width, high)
    part.show()
    settle()
    assert more.geometry().bottom() + 1 == high
    assert more.y() - part.findChildren(Text)[-2].geometry().bottom() - 1 == gap
    assert abs(more.geometry().center().x() - part.rect().center().x()) <= 1
    assert more.width() < width
    for text in part.findChildren(Text):
        assert not text.isVisible() or text.height() >= text.heightForWidth(text.width())
    later.show()
    assert part.fit(width, gap) == high  # what opens later is not reckoned with
