"""Rule records: rules and quiet times as they stand in the settings file, in plain words. Pure.

A person may read and mend them there. What cannot be read is left out by itself; the others stay.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from kindtimer.core.own_words import one_line
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import MOST_RULES, Rule, RuleNotPossible, next_id
from kindtimer.core.rule_words import read_quiet, read_rule, rule_line
from kindtimer.core.weekday_words import DAYS

LONGEST_WORDS = 200
"""Letters of a person's own line for the card."""

MOST_QUIET = 50
"""Quiet times of the day."""

MOST_DATES = 100
"""Dates off: six weeks of summer, and more."""

SHORTEST, LONGEST = 0.5, 20.0
"""Minutes of what is offered."""

T = TypeVar("T")


class Partly(ValueError):
    """Some of it could be read: `value` is that, and holds nothing of the rest."""

    def __init__(self, value: Any) -> None:
        super().__init__("not all of it could be read")
        self.value = value


def rules_of(raw: Any) -> tuple[Rule, ...]:
    """Rules of a list of records. Raises TypeError for what is none, Partly where some could not be read."""
    if not isinstance(raw, list | tuple):
        raise TypeError("a list of rules is wanted")
    rules: list[Rule] = []
    for one in raw:
        rule = _tried(_rule, one)
        if rule is None or len(rules) == MOST_RULES:
            continue
        if rule.id in {known.id for known in rules} or not rule.id:
            rule = _renamed(rule, rules)
        rules.append(rule)
    if len(rules) < len(raw):
        raise Partly(tuple(rules))
    return tuple(rules)


def record_of(rule: Rule) -> dict[str, Any]:
    """A rule as plain values; what is as usual is left out."""
    record: dict[str, Any] = {"id": rule.id, "when": rule_line(rule.when, rule.days)}
    usual = Rule("", rule.when)
    if rule.practice != usual.practice:
        record["practice"] = rule.practice
    if rule.minutes != usual.minutes:
        record["minutes"] = rule.minutes
    if rule.words:
        record["words"] = rule.words
    if not rule.on:
        record["on"] = False
    if rule.begins:
        record["from"] = rule.begins.isoformat()
    if rule.ends:
        record["until"] = rule.ends.isoformat()
    return record


def quiet_of(raw: Any) -> Quiet:
    """Quiet times of a record. Raises TypeError for what is none, Partly where some could not be read."""
    if not isinstance(raw, dict):
        raise TypeError("a table of quiet times is wanted")
    spans, all_spans = _all(read_quiet, raw.get("times", []))
    days, all_days = _all(_weekday, raw.get("days", []))
    dates, all_dates = _all(date.fromisoformat, raw.get("dates", []), MOST_DATES)
    quiet = Quiet(tuple(dict.fromkeys(spans)), frozenset(days), frozenset(dates))
    if not (all_spans and all_days and all_dates):
        raise Partly(quiet)
    return quiet


def quiet_record(quiet: Quiet) -> dict[str, list[str]]:
    """Quiet times as plain values."""
    return {
        "times": [str(span) for span in quiet.spans],
        "days": [DAYS[day] for day in sorted(quiet.days)],
        "dates": [day.isoformat() for day in sorted(quiet.dates)],
    }


def _rule(record: Any) -> Rule:
    if not isinstance(record, Mapping):
        raise TypeError
    when, days = read_rule(_words(record["when"], 1000))
    minutes = record.get("minutes", 1.0)
    if isinstance(minutes, bool) or not SHORTEST <= float(minutes) <= LONGEST:
        raise ValueError
    on = record.get("on", True)
    if not isinstance(on, bool):
        raise TypeError
    return Rule(
        id=one_line(_words(record.get("id", ""), 20)),
        when=when,
        days=days,
        practice=one_line(_words(record.get("practice", "breathe"), 80)) or "breathe",
        minutes=float(minutes),
        words=one_line(_words(record.get("words", ""), LONGEST_WORDS)),
        on=on,
        begins=_day(record.get("from")),
        ends=_day(record.get("until")),
    )


def _renamed(rule: Rule, others: Iterable[Rule]) -> Rule:
    return replace(rule, id=next_id(others))


def _words(raw: Any, longest: int) -> str:
    if not isinstance(raw, str) or len(raw) > longest:
        raise TypeError
    return raw


def _day(raw: Any) -> date | None:
    return None if raw is None else date.fromisoformat(_words(raw, 20))


def _weekday(raw: str) -> int:
    return [day.lower() for day in DAYS].index(raw.strip().lower())


def _all(read: Callable[[str], T], raw: Any, most: int = MOST_QUIET) -> tuple[list[T], bool]:
    """What could be read of a list of words, and whether all could."""
    if not isinstance(raw, list | tuple):
        return [], False
    found = [made for one in raw[:most] if (made := _tried(read, one)) is not None]
    return found, len(found) == len(raw)


def _tried(read: Callable[[Any], T], raw: Any) -> T | None:
    try:
        return read(raw)
    except (RuleNotPossible, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None
