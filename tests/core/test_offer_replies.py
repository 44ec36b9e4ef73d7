import pytest

from kindtimer.core.offer_replies import AT_FIRST, Reply, replies, reply_words
from kindtimer.core.wish import BREATHE, ROOM


def test_each_has_words_of_its_own() -> None:
    words = [reply_words(reply) for reply in Reply]
    assert all(words)
    assert len(set(words)) == len(words)


def test_the_one_that_takes_it_says_what_is_taken() -> None:
    assert reply_words(Reply.TAKE, BREATHE) == "Take a breath"
    assert reply_words(Reply.TAKE, ROOM) == "Take the minute"
    assert reply_words(Reply.NOT_NOW, ROOM) == reply_words(Reply.NOT_NOW)


@pytest.mark.parametrize("asks", [False, True])
def test_none_is_left_out_and_the_first_two_are_always_the_same(asks: bool) -> None:
    listed = replies(asks=asks)
    assert sorted(listed) == sorted(Reply)
    assert listed[:2] == (Reply.TAKE, Reply.NOT_NOW)


def test_a_question_has_its_answer_among_those_every_desktop_shows() -> None:
    assert Reply.ANOTHER_TIME in replies(asks=True)[:AT_FIRST]
