"""Clock words: times of the day as people say and type them, and spans between two of them. Pure.

English notation by decision. “2:30” stands as it is typed; a small hour said plainly (“2”, “half past two”)
is in the afternoon. Nothing here refuses; what is no time is None, and `rule_words` says so.
"""

import re
from dataclasses import dataclass
from datetime import time

from kindtimer.core.number_words import WORD, WORDS
from kindtimer.core.rule import DAY_MINUTES, Window

NOON = DAY_MINUTES // 2
LAST = DAY_MINUTES - 1
SMALL = range(1, 7)
"""Plain hours that are in the afternoon."""

MORNING, AFTERNOON, EVENING, NIGHT = "morning", "afternoon", "evening", "night"
PARTS = {
    MORNING: Window(time(8), time(12)),
    AFTERNOON: Window(time(13), time(17)),
    EVENING: Window(time(18), time(21)),
    "day": Window(time(9), time(17)),
}
"""Parts of the day. The night goes across midnight, and is for quiet times."""

_HOUR = rf"(?:\d{{1,2}}|{WORD})"
_TAG = r"(?:\s*([ap])\.?m\.?)?"
_END = r"(?!\w|[:.]\d)"
_PART = r"(?:\s+(?:in\s+the|at)\s+(morning|afternoon|evening|night)(?!\w))?"

_NAMED = re.compile(r"\s*(?:12\s+|twelve\s+)?(noon|midday|midnight)(?!\w)")
_PAST = re.compile(
    rf"\s*(half|(?:a\s+)?quarter|{_HOUR}(?:\s+minutes?)?)\s+(past|to)\s+({_HOUR}){_TAG}{_END}{_PART}"
)
_FROM_TO = re.compile(rf"\s*{_HOUR}\s+to\s")
"""Between two times “ten to four” is no time of its own, and “10 to 4” is none anywhere."""
_DIGITS = re.compile(rf"\s*(\d{{1,2}})(?:[:.h](\d\d)|(?<=\d\d)h)?{_TAG}(?:\s*o['’]?clock)?{_END}{_PART}")
_TOGETHER = re.compile(rf"\s*(\d\d)(\d\d){_END}(?!-\d+-\d)")
_WORDS = re.compile(rf"\s*({WORD})(?:\s+(fifteen|thirty|forty-five))?(?:\s+o['’]?clock)?{_TAG}{_END}{_PART}")


@dataclass(frozen=True)
class Spoken:
    """A time as it was typed. `raw` is its minute by the clock, `other` the one twelve hours away, if it may
    be meant; `plain` says that it had no minutes in digits, `long` that it counts hours to 24.
    """

    raw: int
    small: bool = False
    open: bool = False
    plain: bool = False
    long: bool = False

    @property
    def minute(self) -> int:
        """What it means by itself, in minutes after midnight."""
        return (self.raw + NOON) % DAY_MINUTES if self.small else self.raw

    @property
    def other(self) -> int:
        """The same on the other half of the day."""
        return (self.minute + NOON) % DAY_MINUTES

    def within(self, part: str) -> int:
        """What it means in this part of the day."""
        if not self.open or part == MORNING:
            return self.raw
        if part == NIGHT:
            return (self.raw + NOON) % DAY_MINUTES if self.raw >= NOON // 2 else self.raw
        return self.raw + NOON if self.raw < NOON else self.raw


def spoken_at(text: str, at: int = 0, *, of_span: bool = False) -> tuple[Spoken, int] | None:
    """The time that begins there in lower-case text, and where it ends; None where none does.

    `of_span` says that it is one of two, so that “ten to four” is both.
    """
    if found := _NAMED.match(text, at):
        return Spoken(0 if found[1] == "midnight" else NOON), found.end()
    kinds = [(_PAST, _past), (_DIGITS, _digits), (_TOGETHER, _together), (_WORDS, _words)]
    if (to := _FROM_TO.match(text, at)) and (of_span or to[0].strip()[0].isdecimal()):
        kinds.pop(0)
    for pattern, read in kinds:
        if (found := pattern.match(text, at)) and (made := read(found)):
            return made, found.end()
    return None


def time_in(words: str) -> Spoken | None:
    """The time these words are, and nothing else."""
    text = " ".join(words.lower().split())
    found = spoken_at(text)
    return found[0] if found and found[1] == len(text) else None


def window_of(start: Spoken, end: Spoken) -> tuple[int, int] | None:
    """The part of one day between two times; small hours as they fit. None where it ends before it begins."""
    last = LAST if end.minute == 0 and start.minute > 0 else end.minute
    starts, ends = [start.minute], [last]
    if _may_turn(end, start):
        ends.append(end.other)
    if _may_turn(start, end):
        # “8 to 10pm” is an evening, “9 to 5pm” a day.
        if not end.open and not end.long and start.plain:
            starts.insert(0, start.other) if _half(start.other) == _half(last) else starts.append(start.other)
        else:
            starts.append(start.other)
    for first in starts:
        for then in ends:
            if first < then:
                return first, then
    return None


def quiet_between(start: Spoken, end: Spoken) -> tuple[int, int]:
    """A quiet time between two; plain hours make it as short as they can; it may cross midnight."""
    starts, ends = [_plainly(start, end)], [_plainly(end, start)]
    if start.plain and start.open and not end.long:
        starts.append(start.other)
    if end.plain and end.open and not start.long:
        ends.append(end.other)
    spans = [(first, last) for first in starts for last in ends if first != last]
    return min(spans, key=lambda one: (one[1] - one[0]) % DAY_MINUTES, default=(starts[0], ends[0]))


def _plainly(one: Spoken, beside: Spoken) -> int:
    return one.raw if beside.long else one.minute


def _may_turn(one: Spoken, beside: Spoken) -> bool:
    return one.open and not beside.long


def _half(minute: int) -> bool:
    return minute >= NOON


def _made(
    hour: int, minute: int, tag: str | None, part: str | None, *, plain: bool, padded: bool
) -> Spoken | None:
    """`minute` may be below 0: so long before the hour."""
    if minute > 59 or hour > 23 or (tag and not 1 <= hour <= 12):
        return None
    if tag:
        hour = hour % 12 + (12 if tag == "p" else 0)
        return Spoken((hour * 60 + minute) % DAY_MINUTES)
    raw = (hour * 60 + minute) % DAY_MINUTES
    is_long = hour > 12 or hour == 0 or padded
    is_open = not is_long and (plain or hour < 10)
    spoken = Spoken(raw, plain and is_open and hour in SMALL, is_open, plain, is_long)
    if part is None:
        return spoken
    if hour == 12 and part == NIGHT:
        return Spoken(minute % DAY_MINUTES)
    return Spoken(spoken.within(part))


def _past(found: re.Match[str]) -> Spoken | None:
    many, way, word, tag, part = found.groups()
    hour = _number(word)
    minutes = 30 if many == "half" else 15 if many.endswith("quarter") else _number(many.split()[0])
    if hour < 1 or (many == "half" and way == "to"):
        return None
    return _made(hour, minutes if way == "past" else -minutes, tag, part, plain=True, padded=False)


def _digits(found: re.Match[str]) -> Spoken | None:
    hour, minute, tag, part = found.groups()
    padded = hour.startswith("0")
    return _made(int(hour), int(minute or 0), tag, part, plain=minute is None, padded=padded)


def _together(found: re.Match[str]) -> Spoken | None:
    return _made(int(found[1]), int(found[2]), None, None, plain=False, padded=True)


def _words(found: re.Match[str]) -> Spoken | None:
    word, minute, tag, part = found.groups()
    if not 1 <= WORDS[word] <= 12:
        return None
    return _made(WORDS[word], WORDS.get(minute or "", 0), tag, part, plain=True, padded=False)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else WORDS[word]
