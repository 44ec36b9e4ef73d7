from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindtimer.ui.offers_part import OffersPart, say, show_switch, switched, together
from kindtimer.ui.texts import Text
from tests.ui.dressing import dressed


def test_a_line_without_words_takes_no_room(qtbot: QtBot) -> None:
    text = Text("")
    qtbot.addWidget(text)
    say(text, "Here.")
    assert not text.isHidden()
    say(text, "")
    assert text.isHidden()


def test_a_switch_tells_what_a_person_chose_and_not_what_it_is_shown(qtbot: QtBot) -> None:
    chosen: list[bool] = []
    switch = switched("Quiet", chosen.append, "told")
    qtbot.addWidget(switch)
    show_switch(switch, True)
    assert switch.isChecked()
    assert chosen == []
    switch.click()
    assert chosen == [False]
    assert switch.accessibleDescription() == "told"


def test_what_is_made_later_is_dressed_like_the_page(qtbot: QtBot) -> None:
    part = OffersPart("Part")
    qtbot.addWidget(part)
    inner = switched("More", lambda on: None)
    part.dress_late(inner)  # nothing to dress it in so far
    assert inner._scale == 1.0
    dressed(part, scale=2.0)
    box = QWidget()
    together(inner).setParent(box)
    part.column.addWidget(box)
    part.dress_late(inner)
    assert inner._scale == 2.0
