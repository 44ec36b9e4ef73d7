"""Practice plan: what a practice file says: what it is for, its cautions, and its steps for each length.

Values only; `store` reads them from folders, `guided_practice` makes of one length what a session walks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kindtimer.core.practice import Ask, Breathe, Choose, Step
from kindtimer.core.segment import laid
from kindtimer.core.words import _

ID = "[a-z][a-z0-9_]{0,39}"
"""The form of an id: of a practice, of a question in it, of a pack."""

WORDS_A_MINUTE = 105.0
"""Of calm guidance; usual talk is about 150 (facts §2.2)."""


SIGNS_A_SECOND = 3.0
"""Chinese and Japanese signs, a syllable or two each: usual talk has four or five, slowed as words are."""

LETTERS_A_SECOND = 6.0
"""Letters of other scripts without spaces between words: kana are a syllable each, eight or nine a second in
usual talk; Thai, Lao, Khmer and Burmese have two or three letters a syllable. Their marks do not count."""

_SIGNS = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTERS = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa"  # kana
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e45\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec4"  # Thai, Lao
    "\u1000-\u102a\u1780-\u17b3]"  # Burmese, Khmer
)
_UNSPACED = re.compile(
    f"{_SIGNS.pattern}|[\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103e\u1780-\u17d3\u3041-\u30fc]"
)


class Length(StrEnum):
    """How long one takes: at most 90 seconds, some minutes, or all of it."""

    MOMENT = "moment"
    SHORT = "short"
    FULL = "full"


class Depth(StrEnum):
    """How much one can stir up (product §3, *Depth*)."""

    STEADYING = "steadying"
    WARMING = "warming"
    DEEPER = "deeper"


DEPTH_NAMES: Mapping[Depth, str] = MappingProxyType(
    {
        Depth.STEADYING: _("steadying"),
        Depth.WARMING: _("warming"),
        Depth.DEEPER: _("can stir things up"),
    }
)


class Serves(StrEnum):
    """What one is for (product §2). A contract: `practices --json` tells it."""

    AWARENESS = "awareness"
    REGULATION = "regulation"
    COMFORT = "comfort"
    WISDOM = "wisdom"
    MOTIVATION = "motivation"
    SELF_TALK = "self_talk"


class Shelf(StrEnum):
    """Where one stands on the page of practices (screens, *Home*)."""

    LOUD = "loud"
    HURTS = "hurts"
    HARD_ON_MYSELF = "hard_on_myself"
    CANNOT_BEGIN = "cannot_begin"
    TIME_AND_QUIET = "time_and_quiet"


@dataclass(frozen=True)
class PracticePlan:
    """One practice as its file holds it.

    `about` is one line of what is done, `benefit` of what for, `evidence` what is known and its limits,
    `caution` what to know beforehand, `closing` the last line. `steps` has an entry for each length there is,
    the shortest first. `packed` names the pack it came with, "" for one that is built in.
    """

    id: str
    title: str
    about: str
    benefit: str
    evidence: str
    source: str
    caution: str
    depth: Depth
    serves: tuple[Serves, ...]
    shelf: Shelf
    steps: Mapping[Length, tuple[Step, ...]] = field(default_factory=lambda: MappingProxyType({}))
    closing: str = ""
    packed: str = ""

    @property
    def lengths(self) -> tuple[Length, ...]:
        """The lengths there are, the shortest first."""
        return tuple(length for length in Length if length in self.steps)

    def seconds(self, length: Length) -> float:
        """About how long one length takes, usual times of its questions included; along first ways."""
        return sum(seconds_of(step) for step in _all(self.steps[length]))

    def usual_length(self, wanted: Length | None = None) -> Length:
        """The length that is nearest to the one that is wanted; without a wish the short one, if any."""
        order = list(Length)
        at = order.index(wanted or Length.SHORT)
        return min(self.lengths, key=lambda one: abs(order.index(one) - at))


def seconds_of(step: Step) -> float:
    """About how long a step takes."""
    return laid(step, 0.0, 0.0).seconds if isinstance(step, Breathe) else step.seconds


def _all(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """A plan's steps along first ways, before they are joined."""
    found: list[Step] = []
    for step in steps:
        found.append(step)
        if isinstance(step, Choose):
            found.extend(_all(step.ways[0].steps))
    return tuple(found)


def asks(steps: tuple[Step, ...]) -> tuple[Ask, ...]:
    """All questions in these steps, those of every way among them, in their order."""
    found: list[Ask] = []
    for step in steps:
        if isinstance(step, Ask):
            found.append(step)
        elif isinstance(step, Choose):
            for way in step.ways:
                found.extend(asks(way.steps))
    return tuple(found)


def spoken_seconds(words: str) -> float:
    """How long it takes to say these words calmly, whether their script parts words with spaces or not."""
    parts = len(_UNSPACED.sub(" ", words).split())
    signs, letters = len(_SIGNS.findall(words)), len(_LETTERS.findall(words))
    return 60.0 * parts / WORDS_A_MINUTE + signs / SIGNS_A_SECOND + letters / LETTERS_A_SECOND
