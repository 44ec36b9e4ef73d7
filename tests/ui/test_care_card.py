from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kindtimer.core.cautions import CAUTIONS
from kindtimer.ui.care_card import CareCard
from tests.ui.dressing import dressed, settle


def test_six_lines_that_are_read_and_heard_whole(qtbot: QtBot) -> None:
    for width, scale in ((640, 1.0), (290, 2.0)):
        card = dressed(CareCard(), scale=scale)
        qtbot.addWidget(card)
        card.resize(width, card.heightForWidth(width))
        card.show()
        settle()
        texts = card.findChildren(QLabel)
        said = [text.text() for text in texts]
        assert said == [words for one in CAUTIONS for words in (one.name, one.words)]
        assert all(text.height() >= text.heightForWidth(text.width()) for text in texts)
        assert card.accessibleName().count("\n") == len(CAUTIONS) - 1
        assert all(one.words in card.accessibleName() for one in CAUTIONS)
