import re
from pathlib import Path

import pytest

from kindtimer.core.command_line import parser
from kindtimer.core.guide_topic import Part, Row, Shows
from kindtimer.store.guide_store import BadGuide, read_topics
from tests import fakes
from tests.rules.voice import Voice

GUIDE = fakes.ASSETS / "guide.toml"
GOOD = """
[[topic]]
id = "one"
title = "One"
told = "The first."

[[topic.part]]
title = "Heading"
text = ["A paragraph."]
row = [{ name = "Esc", told = "Leave" }]
source = "Somebody 2020, A Journal"
told = "Fairly sure."

[[topic.part]]
shows = "patterns"
"""


def reading(tmp_path: Path, text: str) -> str:
    file = tmp_path / "guide.toml"
    file.write_text(text)
    with pytest.raises(BadGuide) as bad:
        read_topics(file)
    return str(bad.value)


def test_a_topic_with_all_it_can_hold(tmp_path: Path) -> None:
    file = tmp_path / "guide.toml"
    file.write_text(GOOD)
    (topic,) = read_topics(file)
    assert (topic.id, topic.title, topic.told, topic.evidence) == ("one", "One", "The first.", False)
    source = "Somebody 2020, A Journal"
    first = Part("Heading", ("A paragraph.",), (Row("Esc", "Leave"),), source, "Fairly sure.")
    assert topic.parts == (first, Part(shows=Shows.PATTERNS))


def test_the_guide_there_is() -> None:
    topics = read_topics(GUIDE)
    assert [topic.id for topic in topics] == [
        *("first_breath", "keys", "places", "practices", "offers", "sound", "patterns", "too_much"),
        *("careful", "known", "never", "record", "trouble"),
    ]
    assert [topic.id for topic in topics if topic.evidence] == ["known"]
    shown = {part.shows for topic in topics for part in topic.parts if part.shows}
    assert shown == set(Shows)


def test_each_finding_says_its_source_or_that_it_has_none_and_how_sure_it_is() -> None:
    known = next(topic for topic in read_topics(GUIDE) if topic.evidence)
    how_to_read, *findings = known.parts
    assert not how_to_read.source
    assert len(findings) > 15
    assert all(part.told for part in findings)
    assert [part.title for part in findings if not part.source] == ["Holding the breath"]


def test_each_finding_can_be_read_by_somebody_tired() -> None:
    """A sentence or two without signs of the trade; with whom and how many stands in words."""
    _, *findings = next(topic for topic in read_topics(GUIDE) if topic.evidence).parts
    for part in findings:
        assert len(part.text) == 1
        (said,) = part.text
        assert len(said.split()) <= 45
        assert len(part.told.split()) <= 32
        trade = re.search(
            r"\b(RCT|HRV|RMSSD|effect size|randomi[sz]ed|placebo|[ngrdN] =)|[\[\]()−±]", said + part.told
        )
        assert trade is None or trade.group() in "()"
    untold = [part.text[0][:30] for part in findings if part.source and not re.search(r"\d", part.text[0])]
    assert untold == [
        "People often begin at a hard m",
        "When people were asked not to ",
        "Two other studies of the heart",
        "When people imagined kindness,",
    ]


def test_studies_too_make_no_promise() -> None:
    """They are free of the list, but not to claim or to order."""
    known = next(topic for topic in read_topics(GUIDE) if topic.evidence)
    voice = Voice.read(Path(__file__).parent.parent / "banned_words.toml")
    said = [text for part in known.parts for text in (part.title, *part.text, part.told)]
    assert {what for text in said for what in voice.breaches(text)} <= {"praise and score: good"}
    assert not [text for text in said if "proven" in text or "cure" in text]


def test_the_commands_it_names_are_there() -> None:
    places = next(topic for topic in read_topics(GUIDE) if topic.id == "places")
    (rows,) = [part.rows for part in places.parts if part.title == "The command line"]
    named = {row.name.removeprefix("kindtimer").strip() for row in rows} - {""}
    there = parser("1").format_help()
    assert len(named) == 6
    assert [name for name in named if f"    {name} " not in there] == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('id = "one"', "", ".id"),
        ('id = "one"', 'id = "One thing"', ".id"),
        ('id = "one"', 'id = "one"\nevidence = "yes"', ".evidence"),
        ('id = "one"', 'id = "one"\ncolour = "red"', ".colour"),
        ('title = "One"', "title = 1", ".title"),
        ('told = "The first."', 'told = " "', ".told"),
        ('text = ["A paragraph."]', 'text = "A paragraph."', ".part[0].text"),
        ('text = ["A paragraph."]', 'text = [""]', ".part[0].text"),
        ('text = ["A paragraph."]', f'text = ["{"word " * 61}"]', ".part[0].text"),
        ('told = "Leave"', 'said = "Leave"', ".row[0].said"),
        (', told = "Leave"', "", ".row[0].told"),
        ('row = [{ name = "Esc", told = "Leave" }]', "row = 5", ".row"),
        ('told = "Fairly sure."', "", ".part[0].told"),
        ('shows = "patterns"', 'shows = "weather"', ".part[1].shows"),
        ('shows = "patterns"', 'title = "Empty"', ".part[1]"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in GOOD
    line = reading(tmp_path, GOOD.replace(old, new, 1))
    assert "guide.toml, topic[0]" in line
    assert f"{key}:" in line
    assert "\n" not in line


def test_what_is_no_guide_at_all(tmp_path: Path) -> None:
    assert "at least one [[topic]]" in reading(tmp_path, "")
    assert "page: only [[topic]]" in reading(tmp_path, "page = 1")
    assert "a list of tables" in reading(tmp_path, "topic = [1]")
    assert "not valid TOML" in reading(tmp_path, "[[topic]")
    assert "stands twice" in reading(tmp_path, GOOD + GOOD)
    assert "[[topic.part]]" in reading(tmp_path, '[[topic]]\nid = "a"\ntitle = "A"\ntold = "A"\n')
    with pytest.raises(BadGuide, match="could not be read"):
        read_topics(tmp_path / "nowhere.toml")
