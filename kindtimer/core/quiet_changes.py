"""Quiet changes: quiet times and days off after some were added or removed, as a person types them. Pure.

English notation by decision, as for times. `rule_changes` calls it, for the running program and the command
line alike. Anything that cannot be raises RuleNotPossible with one line that says why and what can be.
"""

import re
from dataclasses import replace
from datetime import date

from kindtimer.core.date_words import dates_line, looks_like_a_date, read_dates, read_day
from kindtimer.core.quiet_times import Quiet, QuietSpan
from kindtimer.core.rule import WEEK, RuleNotPossible
from kindtimer.core.rule_records import MOST_DATES, MOST_QUIET
from kindtimer.core.rule_words import read_quiet, shown_word
from kindtimer.core.weekday_words import weekdays_at, weekdays_line
from kindtimer.core.words import tr

COMMAND = "kindtimer prompts quiet"
EXAMPLES = "22:00-07:00 · Sat, Sun · 2026-12-24..2027-01-06"

LONGEST_LINE = 400

_NONE = re.compile(r"(?:none|nothing|never)\.?")
_ALL = re.compile(rf"{_NONE.pattern}|(?:all|all of (?:it|them)|everything)\.?")
_DASHES = str.maketrans({**dict.fromkeys("–—−‑", "-"), "…": ".."})
_APART = re.compile(r"\s*(?:[,;&+]|\band\b)\s*", re.IGNORECASE)
_OFF = re.compile(r"\s+off$|^(?:days?\s+off|off)\s*:?\s+", re.IGNORECASE)


def changed_quiet(quiet: Quiet, words: str, today: date, *, remove: bool) -> tuple[Quiet, str]:
    """All of them after it, and what was done in a line. “none” takes all away, with `remove` or without."""
    if not words.strip():
        raise RuleNotPossible(_what_comes(quiet, remove=remove))
    if (_ALL if remove else _NONE).fullmatch(words.strip().lower()):
        return Quiet(), _all_gone(quiet)
    asked = read_quiet_parts(words, today)
    return _without(quiet, asked) if remove else _with(quiet, asked, today)


def read_quiet_parts(words: str, today: date) -> Quiet:
    """“22:00-07:00”, “Sat, Sun”, “24 Dec to 6 Jan”, or several of them. Raises RuleNotPossible."""
    typed = " ".join(words[: LONGEST_LINE + 1].translate(_DASHES).split())
    if len(typed) > LONGEST_LINE:
        raise _not_read(typed)
    try:
        return _part(typed, today)
    except RuleNotPossible as reason:
        pieces = [piece for piece in _APART.split(typed) if piece]
        if len(pieces) < 2:
            raise _refusal(typed, today, reason) from None
    found = Quiet()
    for piece in pieces:
        try:
            found = _joined(found, _part(piece, today))
        except RuleNotPossible as reason:
            raise _refusal(piece, today, reason) from None
    return found


def quiet_lines(quiet: Quiet) -> list[str]:
    """The quiet times, and the days off, a line each as far as there are any."""
    spans, days = _spans_line(quiet.spans), _days_line(quiet)
    return [
        *([tr("Quiet: {times}", times=spans)] if spans else []),
        *([tr("Days off: {days}", days=days)] if days else []),
    ]


# --- reading --------------------------------------------------------------------------------------------


def _part(typed: str, today: date) -> Quiet:
    text = _OFF.sub("", typed).rstrip(" ,;")
    weekdays = weekdays_at(text.lower())
    if weekdays and weekdays[1] == len(text):
        return Quiet(days=weekdays[0])
    if dates := read_dates(text, today, MOST_DATES):
        return Quiet(dates=dates)
    return Quiet((read_quiet(typed),))


def _refusal(typed: str, today: date, reason: RuleNotPossible) -> RuleNotPossible:
    """What fits best where it is no span: the line for a day, for a day with times, or for all there is."""
    text = typed.lower()
    if weekdays_at(text) and re.search(r"\d", text):
        return RuleNotPossible(
            tr(
                "“{words}” is not understood: a day is off as a whole, and a quiet time holds on every day. "
                "For example: {examples}",
                words=shown_word(typed),
                examples=EXAMPLES,
            )
        )
    if looks_like_a_date(text):
        try:
            if not read_dates(typed, today, MOST_DATES):
                read_day(typed, today)
        except RuleNotPossible as better:
            return better
    return reason if re.search(r"\d", text) else _not_read(typed)


def _not_read(typed: str) -> RuleNotPossible:
    return RuleNotPossible(
        tr(
            "“{words}” is no span of time and no day. For example: {examples}",
            words=shown_word(typed),
            examples=EXAMPLES,
        )
    )


# --- changing -------------------------------------------------------------------------------------------


def _with(quiet: Quiet, asked: Quiet, today: date) -> tuple[Quiet, str]:
    if asked.dates and max(asked.dates) < today:
        raise RuleNotPossible(tr("{days} is over already.", days=dates_line(asked.dates)))
    joined = _joined(quiet, asked)
    if len(joined.dates) > MOST_DATES:  # those that are over make room
        joined = replace(joined, dates=frozenset(day for day in joined.dates if day >= today))
    for there, most in ((joined.spans, MOST_QUIET), (joined.dates, MOST_DATES)):
        if len(there) > most:
            raise RuleNotPossible(
                tr("There are {most} of them already; one that goes makes room.", most=most)
            )
    spans = tuple(one for one in asked.spans if one not in quiet.spans)
    told = [tr("Quiet from now on: {span}.", span=_spans_line(spans))] if spans else []
    told += [tr("{span} is quiet already.", span=one) for one in asked.spans if one in quiet.spans]
    fresh = Quiet((), asked.days - quiet.days, asked.dates - quiet.dates)
    if fresh != Quiet():
        told.append(tr("Days off: {days}.", days=_days_line(fresh)))
    elif asked.days or asked.dates:
        told.append(tr("Days off already: {days}.", days=_days_line(asked)))
    if joined.days == WEEK and fresh.days:
        told.append(tr("That is every day of the week, so nothing is offered."))
    return joined, " ".join(told)


def _without(quiet: Quiet, asked: Quiet) -> tuple[Quiet, str]:
    gone = Quiet(
        tuple(one for one in asked.spans if one in quiet.spans),
        asked.days & quiet.days,
        asked.dates & quiet.dates,
    )
    if gone == Quiet():
        known = ", ".join(filter(None, (_spans_line(quiet.spans), _days_line(quiet)))) or tr("none")
        if asked.spans:
            raise RuleNotPossible(
                tr("{span} is no quiet time. There are: {known}.", span=asked.spans[0], known=known)
            )
        raise RuleNotPossible(
            tr("{days}: no days off. There are: {known}.", days=_days_line(asked), known=known)
        )
    told = [tr("{span} is no longer quiet.", span=one) for one in gone.spans]
    if gone.days or gone.dates:
        told.append(tr("No longer days off: {days}.", days=_days_line(gone)))
    spans = tuple(one for one in quiet.spans if one not in gone.spans)
    return Quiet(spans, quiet.days - gone.days, quiet.dates - gone.dates), " ".join(told)


def _joined(one: Quiet, other: Quiet) -> Quiet:
    spans = tuple(dict.fromkeys((*one.spans, *other.spans)))
    return Quiet(spans, one.days | other.days, one.dates | other.dates)


# --- telling --------------------------------------------------------------------------------------------


def _all_gone(quiet: Quiet) -> str:
    lines = " · ".join(filter(None, (_spans_line(quiet.spans), _days_line(quiet))))
    if not lines:
        return tr("There are no quiet times and no days off.")
    return tr("Quiet times and days off are gone: {times}.", times=lines)


def _what_comes(quiet: Quiet, *, remove: bool) -> str:
    held = [str(quiet.spans[0])] if quiet.spans else []
    held += [part for part in (weekdays_line(quiet.days), dates_line(quiet.dates)) if part]
    what = f"--remove “{held[0]}”" if remove and held else "22:00-07:00"
    if remove and quiet.spans:
        what = f"--remove {held[0]}"
    return tr(
        "After `quiet` comes a span of time, or days. For example: {example}", example=f"{COMMAND} {what}"
    )


def _spans_line(spans: tuple[QuietSpan, ...]) -> str:
    return ", ".join(map(str, spans))


def _days_line(quiet: Quiet) -> str:
    return ", ".join(filter(None, (weekdays_line(quiet.days), dates_line(quiet.dates))))
