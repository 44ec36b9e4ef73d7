"""Rule words: rules, quiet times and pauses as people type them, and back. Pure.

What is written here in plain English is also how rules stand in the settings file, so that a person can read
and mend it. Anything that is not understood raises RuleNotPossible with one line that says what would be.
"""

import re
from collections.abc import Callable
from datetime import time

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
)
from kindtimer.core.words import tr

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
GROUPS = {
    "daily": WEEK,
    "every day": WEEK,
    "weekdays": frozenset(range(5)),
    "weekends": frozenset({5, 6}),
    "weekend": frozenset({5, 6}),
}
LONGEST_LINE = 400

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_EVERY = re.compile(r"every\s+(\d{1,4})\s*(min|minutes|minute|m|h|hours|hour)(\s+at the computer)?\s+(\S+)")
_SOMEWHERE = re.compile(
    r"(\d{1,3})\s+(?:a day\s+)?between\s+([^\s,]+)\s+and\s+([^\s,]+)"
    r"(?:,?\s+(\d{1,4})\s*(?:min|minutes|m)\s+apart)?"
)
_AFTER = re.compile(
    r"after\s+(?:(?:the\s+)?(?:first\s+)?(unlock)|(\d{1,4})\s*(?:min|minutes|m)(?:\s+of)?\s+focus|a?\s*call)"
)

EXAMPLES = "Mon-Fri 10:00, 14:30 · daily 02:30 · every 90 min 09:00-17:00 · 2 between 10:00 and 16:00"


def read_rule(line: str) -> tuple[When, frozenset[int]]:
    """What a line asks for, and its weekdays. Raises RuleNotPossible."""
    text = " ".join(line.replace("–", "-").lower().split())
    if not text or len(text) > LONGEST_LINE:
        raise RuleNotPossible(tr("A rule is one short line. For example: {examples}", examples=EXAMPLES))
    days, rest = _days_first(text)
    return _read_when(rest, line), days


def rule_line(when: When, days: frozenset[int]) -> str:
    """The line that reads as this: what is kept in the settings and typed on the command line."""
    return " ".join(part for part in (_days_line(days, when), _when_line(when)) if part)


def read_quiet(line: str) -> QuietSpan:
    """“22:00-07:00”. Raises RuleNotPossible."""
    start, end = _span(line)
    return QuietSpan(start, end)


def read_time(word: str) -> time:
    """“14:30”. Raises RuleNotPossible."""
    found = _TIME.fullmatch(word.strip())
    hour, minute = (int(one) for one in found.groups()) if found else (99, 99)
    if hour > 23 or minute > 59:
        raise RuleNotPossible(
            tr("“{word}” is no time of the day. Times go from 00:00 to 23:59.", word=shown_word(word))
        )
    return time(hour, minute)


# --- days -----------------------------------------------------------------------------------------------


def _days_first(text: str) -> tuple[frozenset[int], str]:
    """The weekdays a line begins with, all where none are named, and what follows."""
    for name, days in GROUPS.items():
        if text == name or text.startswith(f"{name} "):
            return days, text[len(name) :].strip()
    words = text.split(" ")
    named: set[int] = set()
    taken = 0
    for word in words:
        if not word[:1].isalpha() or word in ("every", "after"):
            break
        for part in word.strip(",").split(","):
            named |= _day_span(part)
        taken += 1
    return frozenset(named) or WEEK, " ".join(words[taken:])


def _day_span(word: str) -> set[int]:
    first, dash, last = word.partition("-")
    begin = _weekday(first, word)
    end = _weekday(last, word) if dash else begin
    return {(begin + k) % 7 for k in range((end - begin) % 7 + 1)}


def _weekday(name: str, word: str) -> int:
    for number, (short, long) in enumerate(zip(DAYS, LONG_DAYS, strict=True)):
        if name == short.lower() or name == long:
            return number
    raise RuleNotPossible(
        tr(
            "“{word}” is no day of the week. These are: {days}, or spans like Mon-Fri, weekdays, daily.",
            word=shown_word(word),
            days=", ".join(DAYS),
        )
    )


def _days_line(days: frozenset[int], when: When) -> str:
    if days == WEEK:
        return "daily" if isinstance(when, At) else ""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs)


# --- what comes on them ---------------------------------------------------------------------------------


def _read_when(text: str, line: str) -> When:
    for pattern, read in _KINDS:
        if found := pattern.fullmatch(text):
            return read(found)
    if text[:1].isdigit() and "between" not in text:
        words = [word for word in re.split(r"[,\s]+|\band\b", text) if word]
        return At(tuple(sorted({read_time(word) for word in words})))
    raise RuleNotPossible(
        tr("“{line}” was not understood. For example: {examples}", line=shown_word(line), examples=EXAMPLES)
    )


def _read_every(found: re.Match[str]) -> When:
    number, unit, at_computer, span = found.groups()
    minutes = int(number) * (60 if unit.startswith("h") else 1)
    return Every(minutes, Window(*_span(span)), at_computer=bool(at_computer))


def _read_somewhere(found: re.Match[str]) -> When:
    count, start, end, gap = found.groups()
    window = Window(read_time(start), read_time(end))
    return Somewhere(int(count), window, int(gap)) if gap else _roomy(int(count), window)


def _roomy(count: int, window: Window) -> Somewhere:
    """With the usual gap, or as much of it as there is room for."""
    usual = Somewhere(1, window).gap
    return Somewhere(count, window, min(usual, window.minutes // max(1, count)))


def _read_after(found: re.Match[str]) -> When:
    unlock, focus = found.groups()
    if unlock:
        return After(Event.UNLOCK)
    return After(Event.FOCUS, int(focus)) if focus else After(Event.CALL)


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], When]], ...] = (
    (_EVERY, _read_every),
    (_SOMEWHERE, _read_somewhere),
    (_AFTER, _read_after),
)


def _when_line(when: When) -> str:
    match when:
        case At(times):
            return ", ".join(shown_time(one) for one in times)
        case Every(minutes, window, at_computer):
            return f"every {minutes} min{' at the computer' if at_computer else ''} {window}"
        case Somewhere(count, window, gap):
            line = f"{count} between {shown_time(window.start)} and {shown_time(window.end)}"
            return line if when == _roomy(count, window) else f"{line}, {gap} min apart"
        case After(event, minutes):
            words = {
                Event.UNLOCK: "first unlock",
                Event.FOCUS: f"{minutes} min of focus",
                Event.CALL: "a call",
            }
            return f"after {words[event]}"


def _span(word: str) -> tuple[time, time]:
    start, dash, end = word.replace("–", "-").replace(" ", "").partition("-")
    if not dash:
        raise RuleNotPossible(
            tr("“{word}” is no span of time. For example: 09:00-17:00", word=shown_word(word))
        )
    return read_time(start), read_time(end)


def shown_word(word: str) -> str:
    """As much of what was typed as a line can hold."""
    clean = "".join(one if one.isprintable() else "\ufffd" for one in word)
    return clean if len(clean) <= 40 else f"{clean[:39]}…"
