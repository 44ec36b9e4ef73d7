"""Rule reading: what a line of plain words asks for, read from left to right. Pure; `rule_words` calls it.

English notation by decision. A line that is not understood is None here, with how far it was; values that
cannot be raise RuleNotPossible on their own.
"""

import re
from collections.abc import Iterator

from kindtimer.core.clock_words import PARTS, Spoken, spoken_at, window_of
from kindtimer.core.number_words import LENGTH, WHOLE, minutes_in, number_in
from kindtimer.core.rule import After, At, Event, Every, Somewhere, When, Window, time_of
from kindtimer.core.weekday_words import weekdays_at

_EVERY = re.compile(
    rf"\s*,?\s*(?:hourly|(?:once|one)\s+(?:an|per|every|each)\s+hour|(?:every|each)\s+(other\s+)?({LENGTH}))(?!\w)"
)
_COMPUTER = re.compile(r"\s*,?\s*(?:while\s+)?at\s+(?:the|my|a)\s+computer(?!\w)")
_TIMES = rf"(?:(once|twice|thrice)|({WHOLE})\s*(?:times?|[x×])(?!\w)|({WHOLE})(?=\s+(?:a|per)\s+day))"
_COUNT = re.compile(rf"\s*,?\s*{_TIMES}(?:\s+(?:(?:a|per|each|every)\s+day|daily))?")
_BETWEEN = r"(?:(?:somewhere|some\s?time|anywhere|any\s?time)\s+)?"
_BARE_COUNT = re.compile(rf"\s*({WHOLE})(?=\s+{_BETWEEN}(?:between|from|within)\s)")
_SOMEWHERE = re.compile(rf"\s*,?\s*{_BETWEEN}")
_ONLY_BETWEEN = re.compile(r"\s*(?:between|somewhere|some\s?time|anywhere|any\s?time)\s")
_LEADING = re.compile(r"\s*,?\s*(between|from|within|during|in)\s+")
_TO = re.compile(r"\s*(?:[-&]|(?:to|till?|until|and)(?=\s))")
_DASH = re.compile(r"\s*(?:-|(?:to|till?|until)(?=\s))")
_PART = re.compile(
    r"\s*,?\s*(?:(?:every|each|(?:(?:in|during|within|on)\s+)?the|in)\s+)?(morning|afternoon|evening|day)s?(?!\w)"
)
_APART = re.compile(rf"\s*,?\s*(?:and\s+)?(?:at\s+least\s+)?({LENGTH})\s+apart(?!\w)")
_AFTER = re.compile(
    rf"\s*after\s+(?:(?:the\s+|every\s+|each\s+)?(?:first\s+)?(unlock)(?:ing)?(?:\s+(?:of|in)\s+(?:the|a|each)\s+(?:day|morning))?"
    rf"|({LENGTH})(?:(?:\s+of)?\s+(?:focus|work)|\s+at\s+(?:the|my|a)\s+computer)?"
    r"|(?:(?:an?|the|every|each)\s+)?(?:phone\s+|video\s+)?calls?)(?!\w)"
)
_AT = re.compile(r"\s*[,:]?\s*(?:at(?!\w)|@|every(?=\s+(?:noon|midday|midnight)))?")
_SEPARATOR = re.compile(r"\s*[,;&+]?\s*(?:and(?!\w))?\s*(?:(?:at|in)(?!\w)|@)?(?=\s|\d)")
_AFTER_DAYS = re.compile(r"\s*[:,;]")
_REST = re.compile(r"[\s,.;]*")
_COUNTS = {"once": 1, "twice": 2, "thrice": 3}


class Line:
    """One line in lower case. `days` are those it names, None where none; `far` is how far it made sense."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.days: frozenset[int] | None = None
        self.far = 0
        self._at = 0

    def read(self) -> When | None:
        """What it asks for, or None. Raises RuleNotPossible for values that cannot be."""
        self._take_days()
        self._take(_AFTER_DAYS)
        start, days = self._at, self.days
        for kind in (self._every, self._somewhere, self._after, self._part, self._times):
            self._at, self.days = start, days
            made = kind()
            if made is None:
                continue
            self._take_days()
            self._take(_REST)
            if self._at == len(self.text):
                return made
            self.far = max(self.far, self._at)
        self.days = days
        self.far = max(self.far, start)
        return None

    # --- the kinds ------------------------------------------------------------------------------------

    def _every(self) -> When | None:
        window = self._window()
        found = self._take(_EVERY)
        if found is None:
            return None
        minutes = minutes_in(found[2] or "hour")
        if minutes is None or minutes != int(minutes):
            return None
        computer = self._take(_COMPUTER)
        self._take_days()
        window = window or self._window()
        computer = self._take(_COMPUTER) or computer
        return Every(int(minutes) * (2 if found[1] else 1), window or PARTS["day"], bool(computer))

    def _somewhere(self) -> When | None:
        only_between = _ONLY_BETWEEN.match(self.text, self._at)
        count, window = self._count(), None
        if count is None:
            window = self._window()
            count = self._count() if window else None
        if count is None:
            if not only_between:
                return None
            count = 1  # “between 1 and 3” alone
        self._take(_SOMEWHERE)
        self._take_days()
        window = window or self._window() or PARTS["day"]
        self._take_days()
        apart = self._take(_APART)
        gap = minutes_in(apart[1]) if apart else None
        return roomy(count, window) if gap is None else Somewhere(count, window, int(gap))

    def _count(self) -> int | None:
        if found := self._take(_COUNT):
            words, times, a_day = found.groups()
            return _COUNTS[words] if words else number_in(times or a_day)
        found = self._take(_BARE_COUNT)
        return number_in(found[1]) if found else None

    def _after(self) -> When | None:
        found = self._take(_AFTER)
        if found is None:
            return None
        unlock, focus = found.groups()
        if unlock:
            return After(Event.UNLOCK)
        return After(Event.FOCUS, int(minutes_in(focus) or 0)) if focus else After(Event.CALL)

    def _part(self) -> When | None:
        """“mornings at 9”, or a part of the day alone: once in it."""
        found = self._take(_PART)
        if found is None:
            return None
        start = self._at
        times = self._times(found[1])
        if times is None:
            self._at = start
            return roomy(1, PARTS[found[1]])
        return times

    def _times(self, part: str = "") -> When | None:
        self._take(_AT)
        found = sorted(set(self._minutes(part)))
        return At(tuple(time_of(minute) for minute in found)) if found else None

    def _minutes(self, part: str) -> Iterator[int]:
        before = self._at
        while one := self._spoken():
            if self._take(_DASH):
                self._at = before  # a span is no list of times
                return
            yield one.within(part) if part else one.minute
            before = self._at
            self._take(_SEPARATOR)
        self._at = before

    # --- parts of them --------------------------------------------------------------------------------

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self._at)
        if found:
            self._at = found.end()
        return found

    def _take_days(self) -> None:
        if self.days is None and (found := weekdays_at(self.text, self._at)):
            self.days, self._at = found

    def _spoken(self, *, of_span: bool = False) -> Spoken | None:
        found = spoken_at(self.text, self._at, of_span=of_span)
        if found is None:
            return None
        self._at = found[1]
        return found[0]

    def _window(self) -> Window | None:
        """“between 9 and 5”, “09:00-17:00”, “in the afternoon”; None where none stands."""
        before = self._at
        self._take(_SOMEWHERE)
        leading = self._take(_LEADING)
        start = self._spoken(of_span=True)
        if start and self._take(_TO if leading else _DASH) and (end := self._spoken()):
            first, last = window_of(start, end) or (start.minute, end.minute)
            return Window(time_of(first), time_of(last))
        self._at = before
        found = self._take(_PART)
        return PARTS[found[1]] if found else None


def roomy(count: int, window: Window) -> Somewhere:
    """With the usual gap, or as much of it as there is room for."""
    usual = Somewhere(1, window).gap
    return Somewhere(count, window, min(usual, window.minutes // max(1, count)))


def lowered(line: str) -> str:
    """In lower case, letter for letter, so that places stay the same."""
    return "".join(low if len(low := one.lower()) == 1 else one for one in line)
