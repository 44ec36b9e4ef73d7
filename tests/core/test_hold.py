import pytest

from kindtimer.core.hold import ASKED, Hold, held_line, hold_words


@pytest.mark.parametrize("hold", list(Hold))
def test_every_reason_has_words_of_its_own(hold: Hold) -> None:
    words = hold_words(hold)
    assert words
    assert [one for one in Hold if hold_words(one) == words] == [hold]


def test_a_line_names_all_reasons_and_nothing_where_there_are_none() -> None:
    assert held_line(()) == ""
    line = held_line((Hold.CALL, Hold.INPUT))
    assert hold_words(Hold.CALL) in line
    assert hold_words(Hold.INPUT) in line


def test_what_the_program_knows_itself_is_not_asked_of_the_desktop() -> None:
    assert not {Hold.SESSION, Hold.QUIET, Hold.PAUSE} & set(ASKED)
