"""Rule words: rules, quiet times and times as people type them, and back. Pure.

English notation by decision: what is written back here also stands in the settings file, where a person can
read and mend it, and is typed on the command line. It is the same in every language; what is said about it is
translated. Whatever is not understood raises RuleNotPossible with one line that says what would be.
"""

import contextlib
import re
from collections.abc import Iterator
from datetime import time

from kindtimer.core.clock_words import PARTS, quiet_between, spoken_at, time_in
from kindtimer.core.number_words import LENGTH, WHOLE
from kindtimer.core.quiet_times import QuietSpan
from kindtimer.core.rule import (
    WEEK,
    After,
    At,
    Event,
    Every,
    RuleNotPossible,
    Somewhere,
    When,
    Window,
    shown_time,
    time_of,
)
from kindtimer.core.rule_reading import Line, lowered, roomy
from kindtimer.core.weekday_words import weekday_in, weekdays_line
from kindtimer.core.words import tr

LONGEST_LINE, HOUR = 400, 60
NIGHT = QuietSpan(time(22), time(7))

EXAMPLES = "Mon-Fri 10:00, 14:30 · every 90 min · 2 between 10:00 and 16:00"
FEW_EXAMPLES = "Mon-Fri 10:00 · every 90 min"

_DASHES = str.maketrans("–—−‑", "----")
_NIGHT = re.compile(r"(?:(?:at|every|in the|the|all)\s+)?(?:nights?|overnight)")
_PART = re.compile(r"(?:(?:every|each|in the|the)\s+)?(morning|afternoon|evening)s?")
_BOTH = re.compile(r"\s*(?:-|(?:to|till?|until|and)(?=\s))")
_CLOCKS = re.compile(
    rf"(?<![\w:.])(?!{LENGTH}|{WHOLE}\s*(?:times|[x×]|a\s|between|from))\d+(?:[:.h]\d+)*(?:\s*[ap]\.?m\b)?"
)
_WORDY_SPAN = re.compile(r"([^\W\d]+)-([^\W\d]+)")
_TIED = r"(?<!\w)(?:between|from|after)(?!\w)"
"""Words that mean something only with what follows."""

_BUT = r"(?<!\w)(?:except|not|but|without)(?!\w)"
_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?|(?<!\w)(?:today|tonight|tomorrow)(?!\w)",
    re.IGNORECASE,
)
_MOST_WORDS = 12
"""So many words are left out at an end of a line to find what of it can be read."""


def read_rule(line: str) -> tuple[When, frozenset[int]]:
    """What a line asks for, and its weekdays; all of them where it names none. Raises RuleNotPossible."""
    typed = _typed(line)
    if not typed or len(typed) > LONGEST_LINE:
        raise RuleNotPossible(tr("Times are one short line. For example: {examples}", examples=EXAMPLES))
    reading = Line(lowered(typed))
    when = reading.read()
    if when is None:
        raise _refusal(typed, reading)
    return when, reading.days or WEEK


def named_days(line: str) -> frozenset[int] | None:
    """The weekdays a line names, as far as it is typed; None where it names none. Never raises."""
    reading = Line(lowered(_typed(line)[:LONGEST_LINE]))
    with contextlib.suppress(RuleNotPossible):
        reading.read()
    return reading.days


def rule_line(when: When, days: frozenset[int]) -> str:
    """The line that reads as this: what is kept in the settings and typed on the command line."""
    return " ".join(part for part in (_days_line(days, when), _when_line(when)) if part)


def read_quiet(line: str) -> QuietSpan:
    """“22:00-07:00”, “10pm to 7am”, “night”. Raises RuleNotPossible."""
    typed = _typed(line)
    found = _quiet(typed)
    if found is not None:
        return found
    if not typed:
        raise RuleNotPossible(tr("A quiet time is a span. For example: {example}", example=str(NIGHT)))
    _check_clocks(typed)
    for words, rest in _shortened(typed):
        if span := _quiet(rest):
            raise RuleNotPossible(_not_understood(words, str(span)))
    raise RuleNotPossible(
        tr("“{word}” is no span of time. For example: {example}", word=shown_word(typed), example=str(NIGHT))
    )


def read_time(word: str) -> time:
    """“14:30”, “2pm”, “noon”. Raises RuleNotPossible."""
    found = time_in(lowered(_typed(word)))
    if found is None:
        raise _no_time(word)
    return time_of(found.minute)


def shown_word(word: str) -> str:
    """As much of what was typed as a line can hold."""
    clean = "".join(one if one.isprintable() else "\ufffd" for one in word)
    return clean if len(clean) <= 40 else f"{clean[:39]}…"


# --- written back ---------------------------------------------------------------------------------------


def _days_line(days: frozenset[int], when: When) -> str:
    if days == WEEK:
        return "daily" if isinstance(when, At) else ""
    return weekdays_line(days)


def _when_line(when: When) -> str:
    match when:
        case At(times):
            return ", ".join(shown_time(one) for one in times)
        case Every(minutes, window, at_computer):
            return f"every {minutes} min{' at the computer' if at_computer else ''} {window}"
        case Somewhere(count, window, gap):
            line = f"{count} between {shown_time(window.start)} and {shown_time(window.end)}"
            return line if when == roomy(count, window) else f"{line}, {gap} min apart"
        case After(event, minutes):
            words = {
                Event.UNLOCK: "first unlock",
                Event.FOCUS: f"{minutes} min of focus",
                Event.CALL: "a call",
            }
            return f"after {words[event]}"


def _typed(line: str) -> str:
    """The same on one line with plain dashes; its letters as they were."""
    return " ".join(line.translate(_DASHES).split())


def _quiet(typed: str) -> QuietSpan | None:
    text = lowered(typed)
    if _NIGHT.fullmatch(text):
        return NIGHT
    if part := _PART.fullmatch(text):
        return QuietSpan(PARTS[part[1]].start, PARTS[part[1]].end)
    begin = re.match(r"(?:(?:from|between)\s+)?", text)
    first = spoken_at(text, begin.end() if begin else 0, of_span=True)
    between = _BOTH.match(text, first[1]) if first else None
    last = spoken_at(text, between.end()) if between else None
    if first is None or last is None or last[1] != len(text):
        return None
    start, end = quiet_between(first[0], last[0])
    return QuietSpan(time_of(start), time_of(end))


# --- what was not clear, and an example that fits it ----------------------------------------------------


def _refusal(typed: str, reading: Line) -> RuleNotPossible:
    _check_date(typed)
    _check_clocks(typed)
    _check_day_span(typed)
    text, shown = reading.text, shown_word(typed)
    if reading.far == len(text) and reading.days is not None:
        example = rule_line(At((time(10),)), reading.days)
        return RuleNotPossible(
            tr(
                "“{words}” says on which days, and not when. For example: {example}",
                words=shown,
                example=example,
            )
        )
    if _quiet(typed) is not None or re.search(r"(?<!\w)nights?(?!\w)", text):
        return _of_span(typed)
    if re.fullmatch(LENGTH, text):
        example = _reads(f"every {typed}") or _reads("every 90 min")
        return RuleNotPossible(
            tr("“{words}” says how long, and not when. For example: {example}", words=shown, example=example)
        )
    if re.search(_BUT, text):
        return RuleNotPossible(
            tr(
                "“{words}” leaves days out; a line names those it has. For example: Mon-Thu 10:00",
                words=shown,
            )
        )
    if re.search(r"(?<!\w)(?:every|each)\s.*(?<!\w)(?:days?|weeks?|months?)(?!\w)", text):
        return RuleNotPossible(
            tr(
                "“{words}” was not understood; days go by the week. For example: Mon, Wed, Fri 10:00",
                words=shown,
            )
        )
    rest = typed[reading.far :]
    if re.search(r"[,;]\s*$|^\s*and\s", text[: reading.far]) or re.match(r"\s*and\s", lowered(rest)):
        example = _reads(re.sub(r"^\s*and\s+", "", rest, flags=re.IGNORECASE))
        if example:
            return RuleNotPossible(
                tr(
                    "Those are two lines in one; each is added by itself. For example: {example}",
                    example=example,
                )
            )
    for words, understood in _shortened(typed):
        if (made := _reads(understood)) and not re.search(_TIED, lowered(words)):
            if re.fullmatch(_WORDY_SPAN, words):  # days in another language
                made = re.sub(r"^daily", "Mon-Fri", made)
            return RuleNotPossible(_not_understood(words, made))
    return RuleNotPossible(_by_its_kind(text, shown))


def _by_its_kind(text: str, shown: str) -> str:
    is_every = re.search(r"(?<!\w)(?:every|each)(?!\w)", text)
    if is_every and re.search(_TIED, text):
        return tr(
            "“{words}” leaves open between which times. For example: every 90 min 09:00-17:00", words=shown
        )
    if re.search(r"(?<!\w)after(?!\w)", text):
        return tr(
            "“{words}” cannot be noticed from here. For example: after a call, after first unlock",
            words=shown,
        )
    if is_every:
        return tr("“{words}” leaves open how often. For example: every 90 min 09:00-17:00", words=shown)
    if re.search(_TIED, text):
        return tr(
            "“{words}” leaves open between which times. For example: 2 between 10:00 and 16:00", words=shown
        )
    return _not_understood(shown, FEW_EXAMPLES)


def _of_span(typed: str) -> RuleNotPossible:
    span = _quiet(typed)
    if span is None or span.end <= span.start:
        return RuleNotPossible(
            tr(
                "“{words}” goes across midnight, and no line does. For example: 1 between 18:00 and 21:00",
                words=shown_word(typed),
            )
        )
    window = Window(span.start, span.end)
    line = rule_line(roomy(2 if window.minutes >= HOUR else 1, window), WEEK)
    return RuleNotPossible(
        tr("“{words}” leaves open how often. For example: {example}", words=shown_word(typed), example=line)
    )


def _not_understood(words: str, example: str) -> str:
    return tr(
        "“{words}” was not understood. For example: {example}", words=shown_word(words), example=example
    )


def _no_time(word: str) -> RuleNotPossible:
    return RuleNotPossible(
        tr("“{word}” is no time of the day. Times go from 00:00 to 23:59.", word=shown_word(word.strip()))
    )


def _check_clocks(typed: str) -> None:
    """Say which number is no time. Raises RuleNotPossible."""
    for found in _CLOCKS.finditer(lowered(typed)):
        if (
            len(found[0]) < 12
            and spoken_at(found[0]) is None
            and "every" not in lowered(typed[: found.start()])
        ):
            raise _no_time(typed[found.start() : found.end()])


def _check_date(typed: str) -> None:
    """Say that no rule is for a day alone. Raises RuleNotPossible."""
    if found := _DATE.search(typed):
        raise RuleNotPossible(
            tr(
                "“{date}” is a single day; times for offers go by the week. For example: Mon-Fri 10:00",
                date=found[0],
            )
        )


def _check_day_span(typed: str) -> None:
    """Say which span of days is none, where one end is a day. Raises RuleNotPossible."""
    for found in _WORDY_SPAN.finditer(typed):
        ends = [weekday_in(lowered(one)) for one in found.groups()]
        if None in ends and ends != [None, None]:
            raise RuleNotPossible(
                tr(
                    "“{word}” is no day of the week. For example: Mon-Fri 10:00",
                    word=shown_word(found[0]),
                )
            )


def _shortened(typed: str) -> Iterator[tuple[str, str]]:
    """Words left out at the start or the end of a line, fewest first, and what is left of it."""
    words = typed.split(" ")
    for many in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        yield " ".join(words[:many]), " ".join(words[many:])
        yield " ".join(words[-many:]), " ".join(words[:-many])


def _reads(typed: str) -> str:
    """The line it reads as, or nothing."""
    reading = Line(lowered(typed))
    try:
        when = reading.read()
    except RuleNotPossible:
        return ""
    return rule_line(when, reading.days or WEEK) if when is not None else ""
