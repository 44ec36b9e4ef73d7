from pytestqt.qtbot import QtBot

from kindtimer.core.guide_topic import Part, Row
from kindtimer.ui.guide_passage import Passage
from kindtimer.ui.prose import Prose
from tests.ui.dressing import dressed, settle


def test_names_stand_above_what_is_told_where_it_is_narrow(qtbot: QtBot) -> None:
    part = Part("", rows=(Row("Esc", "Leave"), Row("F1", "Guide")))
    for size, beside in (((600, 300), True), ((300, 300), False)):
        passage = dressed(Passage(part))
        qtbot.addWidget(passage)
        passage.resize(*size)
        passage.show()
        settle()
        esc, leave = passage.findChildren(Prose)[:2]
        assert (esc.y() == leave.y()) is beside


def test_a_screen_reader_hears_the_words_as_one_types_them(qtbot: QtBot) -> None:
    passage = Passage(Part("Commands", ("Each tells more with --help.",), (Row("--small", "In the corner"),)))
    qtbot.addWidget(passage)
    assert passage.accessibleName() == "Commands"
    assert passage.accessibleDescription() == "Each tells more with --help.\n--small: In the corner"
    assert [one.accessibleName() for one in passage.findChildren(Prose)] == [
        "Each tells more with --help.",
        "--small",
        "In the corner",
    ]


def test_what_was_searched_for_is_marked(qtbot: QtBot) -> None:
    passage = Passage(Part("", ("A pattern, --small may follow.",)), ("--small",))
    qtbot.addWidget(passage)
    (prose,) = passage.findChildren(Prose)
    assert prose.marked == "--small"
