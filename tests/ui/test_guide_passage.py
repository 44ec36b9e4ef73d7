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


def test_other_words_are_marked_in_place_of_the_first(qtbot: QtBot) -> None:
    passage = Passage(Part("", ("Slow light.", "A soft tone.")), ("slow",))
    qtbot.addWidget(passage)
    light, tone = passage.findChildren(Prose)
    passage.mark(("tone",))
    assert (light.marked, tone.marked) == ("", "tone")


def test_it_is_never_lower_than_its_words_at_its_width_and_size(qtbot: QtBot) -> None:
    passage = dressed(Passage(Part("", ("Slow light and a soft tone. " * 20,))))
    qtbot.addWidget(passage)
    passage.resize(300, 10)
    passage.stand_whole()
    high = passage.minimumHeight()
    assert high > 100
    passage.show()
    settle()
    assert passage.minimumHeight() == high
    passage.resize(600, 10)
    settle()
    assert passage.minimumHeight() == 0
    passage.stand_whole()
    dressed(passage, scale=2.0)
    settle()
    assert passage.minimumHeight() == 0
