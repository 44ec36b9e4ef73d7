from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from kindtimer.core.cautions import CAUTIONS
from kindtimer.core.guide_topic import Found, Part, Row, Shows, Topic, found, spoken
from kindtimer.core.pattern_words import seconds_told
from kindtimer.core.words import speak
from tests import fakes

STUDY = Part("Pace", ("Some breathed slowly (n = 400).",), source="Fincham 2023", told="Fairly sure.")
TOPICS = (
    Topic("keys", "Keys", "What they do.", (Part("At home", rows=(Row("Esc", "Back"), Row("F1", "Guide"))),)),
    Topic("sound", "Sound", "Whose ears.", (Part("", ("It waits.", "It stays quiet at home.")),)),
    Topic("known", "Known", "Studies.", (STUDY,), evidence=True),
)


def where(asked: str) -> list[str]:
    return [one.topic.id for one in found(TOPICS, asked)]


def test_words_are_found_within_their_topic_and_the_rest_is_left_out() -> None:
    assert found(TOPICS, "quiet") == [Found(TOPICS[1], (Part("", ("It stays quiet at home.",)),))]
    assert not found(TOPICS, "quiet")[0].whole
    assert found(TOPICS, "BACK esc")[0].parts == (Part("At home", rows=(Row("Esc", "Back"),)),)


def test_a_heading_brings_all_that_stands_under_it() -> None:
    assert where("home") == ["keys", "sound"]
    assert found(TOPICS, "at home")[0].whole
    assert found(TOPICS, "whose ears") == [Found(TOPICS[1], ())]


def test_a_finding_keeps_its_source_and_its_limits() -> None:
    for asked in ("slowly", "fincham", "fairly sure", "pace"):
        assert found(TOPICS, asked) == [Found(TOPICS[2], (STUDY,))]


def test_nothing_asked_for_and_nothing_there() -> None:
    assert (where(""), where("   "), where("xylophone"), where("esc quiet")) == ([], [], [], [])
    assert where("x" * 4000) == []
    assert where("🌱 (") == []


def test_patterns_and_cautions_come_from_where_they_live() -> None:
    shown = tuple(Part(shows=one) for one in Shows)
    patterns = fakes.patterns()
    (topic,) = spoken([Topic("all", "All", "All.", shown)], patterns)
    named, cautions = topic.parts
    assert [row.name for row in named.rows] == [pattern.name for pattern in patterns.values()]
    for row, pattern in zip(named.rows, patterns.values(), strict=True):
        assert row.told.startswith(seconds_told(pattern))
        assert pattern.caution in row.told
    assert [(row.name, row.told) for row in cautions.rows] == [(one.name, one.words) for one in CAUTIONS]


class Loud(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper()


@pytest.fixture
def loud() -> Iterator[None]:
    speak(Loud())
    yield
    speak(NullTranslations())


@pytest.mark.usefixtures("loud")
def test_everything_is_said_in_the_persons_language_but_a_citation() -> None:
    keys, _, known = spoken(TOPICS, {})
    assert (keys.title, keys.told) == ("KEYS", "WHAT THEY DO.")
    assert keys.parts[0] == Part("AT HOME", rows=(Row("ESC", "BACK"), Row("F1", "GUIDE")))
    assert (known.parts[0].source, known.parts[0].told) == ("Fincham 2023", "FAIRLY SURE.")
    assert known.parts[0].text == ("SOME BREATHED SLOWLY (N = 400).",)
