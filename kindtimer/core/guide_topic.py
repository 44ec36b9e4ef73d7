"""Guide topic: one thing the guide tells of, in parts of paragraphs and rows; and finding words in them.

The topics are data (`assets/guide.toml`, read by `store/guide_store.py`). Patterns and cautions are put in
here from where they live, so that they stand in one place only. Values and pure functions; no Qt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kindtimer.core.cautions import CAUTIONS
from kindtimer.core.pattern import Pattern
from kindtimer.core.pattern_words import seconds_told
from kindtimer.core.words import tr

LONGEST_PARAGRAPH = 60
"""Words to a paragraph at the most."""


class Shows(StrEnum):
    """What the program itself fills a part with."""

    PATTERNS = "patterns"
    CAUTIONS = "cautions"


@dataclass(frozen=True)
class Row:
    """A name, and what is told of it."""

    name: str
    told: str


@dataclass(frozen=True)
class Part:
    """Paragraphs, then rows, under a heading or none.

    `source` says where a finding was read (a citation, the same in every language), `told` how sure it is.
    """

    title: str = ""
    text: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    source: str = ""
    told: str = ""
    shows: Shows | None = None


@dataclass(frozen=True)
class Topic:
    """One topic. `evidence` marks what speaks of studies, exempt from the list of banned words.

    `search` are words that find it and are not shown.
    """

    id: str
    title: str
    told: str
    parts: tuple[Part, ...]
    evidence: bool = False
    search: str = ""


@dataclass(frozen=True)
class Found:
    """A topic in which the words were found. `parts` hold them; none where they stand in its title."""

    topic: Topic
    parts: tuple[Part, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing of the topic is left out."""
        return self.parts == self.topic.parts


def spoken(topics: Iterable[Topic], patterns: Mapping[str, Pattern]) -> tuple[Topic, ...]:
    """The topics in the person's language, with what the program itself fills in."""
    return tuple(
        replace(
            topic,
            title=tr(topic.title),
            told=tr(topic.told),
            search=tr(topic.search),
            parts=tuple(_spoken_part(part, patterns) for part in topic.parts),
        )
        for topic in topics
    )


def _spoken_part(part: Part, patterns: Mapping[str, Pattern]) -> Part:
    rows = [Row(tr(row.name), tr(row.told)) for row in part.rows]
    if part.shows is Shows.PATTERNS:
        rows += [_pattern_row(pattern) for pattern in patterns.values()]
    elif part.shows is Shows.CAUTIONS:
        rows += [Row(tr(caution.name), tr(caution.words)) for caution in CAUTIONS]
    text = tuple(tr(paragraph) for paragraph in part.text)
    return replace(part, title=tr(part.title), text=text, rows=tuple(rows), told=tr(part.told))


def _pattern_row(pattern: Pattern) -> Row:
    lines = (seconds_told(pattern), tr(pattern.purpose), tr(pattern.caution))
    return Row(tr(pattern.name), "\n".join(line for line in lines if line))


def found(topics: Sequence[Topic], asked: str) -> list[Found]:
    """The topics that hold all words asked for in one paragraph, row or heading, narrowed to these.

    Upper and lower case are the same. Nothing asked for finds nothing.
    """
    words = asked.casefold().split()
    if not words:
        return []
    hits = []
    for topic in topics:
        parts = tuple(part for one in topic.parts if (part := _narrowed(one, words)) is not None)
        if parts or _holds(words, topic.title, topic.told, topic.search):
            hits.append(Found(topic, parts))
    return hits


def _narrowed(part: Part, words: Sequence[str]) -> Part | None:
    if part.source or _holds(words, part.title):
        # A finding and its limits are never torn apart.
        whole = (part.title, *part.text, part.source, part.told)
        return part if _holds(words, *whole) else None
    text = tuple(paragraph for paragraph in part.text if _holds(words, part.title, paragraph))
    rows = tuple(row for row in part.rows if _holds(words, part.title, row.name, row.told))
    return replace(part, text=text, rows=rows) if text or rows else None


def _holds(words: Sequence[str], *texts: str) -> bool:
    held = " ".join(texts).casefold()
    return all(word in held for word in words)
