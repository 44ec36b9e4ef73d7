"""Rule changes: rules and quiet times after one was added, removed or switched, as a person types it. Pure.

The running program and the command line without one change them alike. Anything that cannot be raises
RuleNotPossible with one line that says why and what can be.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kindtimer.core.number_words import number_in
from kindtimer.core.own_words import one_line
from kindtimer.core.pattern import Pattern
from kindtimer.core.quiet_changes import changed_quiet
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import (
    MOST_RULES,
    After,
    Every,
    Rule,
    RuleNotPossible,
    Somewhere,
    many_told,
    minute_of,
    next_id,
)
from kindtimer.core.rule_records import LONGEST, LONGEST_WORDS, SHORTEST
from kindtimer.core.rule_words import read_rule, rule_line, shown_word
from kindtimer.core.settings import Settings
from kindtimer.core.wish import ROOM
from kindtimer.core.words import tr

USUAL = "breathe"
MOST_NAMED = 12
"""So many numbers are told in a line."""

_NUMBER = re.compile(r"^(?:rule\b|time\b|number\b|no\b\.?|#)\s*", re.IGNORECASE)


def changed(
    settings: Settings, asked: Mapping[str, Any], patterns: Mapping[str, Pattern], today: date
) -> tuple[Settings, str]:
    """The settings after what was `asked` ("do", and its words), and one line of what was done.

    `today` is the person's local day: “24 Dec” is the next one from it.
    """
    words = str(asked.get("words") or "")
    match asked.get("do"):
        case "add":
            return _added(settings, words, asked, patterns)
        case "remove":
            return _removed(settings, words)
        case "on" | "off":
            return _switched(settings, words, on=asked["do"] == "on")
        case "quiet":
            quiet, told = changed_quiet(settings.quiet, words, today, remove=bool(asked.get("remove")))
            return replace(settings, quiet=quiet), told
    raise RuleNotPossible(tr("This KindTimer does not know that; a newer one may."))


def checked_practice(name: str | None, patterns: Mapping[str, Pattern]) -> str:
    """*breathe*, *room*, or the id of a pattern there is."""
    if name in (None, USUAL, ROOM) or name in patterns:
        return name or USUAL
    known = ", ".join((USUAL, ROOM, *patterns))
    raise RuleNotPossible(
        tr("There is no practice called “{name}”. There are: {known}.", name=shown_word(name), known=known)
    )


def checked_minutes(minutes: float | None) -> float:
    """How long what is offered lasts."""
    if minutes is None:
        return 1.0
    if not SHORTEST <= minutes <= LONGEST:
        raise RuleNotPossible(
            tr("What is offered can last from half a minute to {most} minutes.", most=round(LONGEST))
        )
    return minutes


def checked_words(words: str) -> str:
    """A person's own line for the card, on one line."""
    line = one_line(words)
    if len(line) > LONGEST_WORDS:
        raise RuleNotPossible(tr("An own line can have up to {most} letters.", most=LONGEST_WORDS))
    return line


def _added(
    settings: Settings, words: str, asked: Mapping[str, Any], patterns: Mapping[str, Pattern]
) -> tuple[Settings, str]:
    if not words.strip():
        raise RuleNotPossible(
            tr(
                "After `add` come the times. For example: {example}",
                example="kindtimer prompts add “Mon-Fri 10:00”",
            )
        )
    when, days = read_rule(words)
    rule = Rule(
        next_id(settings.rules),
        when,
        days,
        practice=checked_practice(asked.get("practice"), patterns),
        minutes=checked_minutes(asked.get("minutes")),
        words=checked_words(str(asked.get("own") or "")),
    )
    line = rule_line(when, days)
    if there := _twin(settings.rules, rule):
        told = tr("That is there already, as number {number}: {line}.", number=there.id, line=line)
        off = (
            "" if there.on else tr("It is off; `kindtimer prompts on {number}` turns it on.", number=there.id)
        )
        return settings, " ".join(filter(None, (told, off)))
    if len(settings.rules) >= MOST_RULES:
        raise RuleNotPossible(
            tr("There are {most} lines of times already; one that goes makes room.", most=MOST_RULES)
        )
    rules = (*settings.rules, rule)
    # Said by the very rule that crosses it: a person who wants many has been told.
    many = "" if many_told(settings.rules) else many_told(rules)
    silent = (
        tr("All its times lie in quiet times, so it brings nothing as long as those are as they are.")
        if is_silent(rule, settings.quiet)
        else ""
    )
    told = tr("Number {number}: {line}.", number=rule.id, line=line)
    return replace(settings, rules=rules), " ".join(filter(None, (told, silent, many)))


def is_silent(rule: Rule, quiet: Quiet) -> bool:
    """Whether none of a rule's times can ever come, since all of them are quiet; never so after an event."""
    match rule.when:
        case After():
            return False
        case Somewhere(_, window) | Every(_, window, at_computer=True):
            minutes = set(range(minute_of(window.start), minute_of(window.end) + 1))
        case _:
            minutes = set(rule.minutes_of_day())
    return rule.days <= quiet.days or minutes <= quiet.minutes


def _twin(rules: Sequence[Rule], rule: Rule) -> Rule | None:
    """One that is the same but for its number and its switch."""
    return next((one for one in rules if replace(one, id=rule.id, on=rule.on) == rule), None)


def _removed(settings: Settings, words: str) -> tuple[Settings, str]:
    rule = _found(settings.rules, words, "remove")
    rest = tuple(one for one in settings.rules if one is not rule)
    return replace(settings, rules=rest), tr(
        "Number {number} is gone: {line}.", number=rule.id, line=rule_line(rule.when, rule.days)
    )


def _switched(settings: Settings, words: str, *, on: bool) -> tuple[Settings, str]:
    rule = _found(settings.rules, words, "on" if on else "off")
    rules = tuple(replace(one, on=on) if one is rule else one for one in settings.rules)
    line = rule_line(rule.when, rule.days)
    told = (
        tr("Number {number} is on: {line}.", number=rule.id, line=line)
        if on
        else tr("Number {number} is off: {line}.", number=rule.id, line=line)
    )
    return replace(settings, rules=rules), told


def _found(rules: Sequence[Rule], words: str, what: str) -> Rule:
    """The rule that is named, by its number. Raises RuleNotPossible."""
    number = _NUMBER.sub("", words.strip().rstrip(".")).strip()
    known = number_in(number)
    for rule in rules:
        if rule.id in (number, str(known)):
            return rule
    if not rules:
        raise RuleNotPossible(
            tr(
                "There are no times so far. For example: {example}",
                example="kindtimer prompts add “Mon-Fri 10:00”",
            )
        )
    example = f"kindtimer prompts {what} {rules[0].id}"
    if not number:
        raise RuleNotPossible(
            tr(
                "After `{what}` comes a number of `kindtimer prompts list`. For example: {example}",
                what=what,
                example=example,
            )
        )
    if len(rules) > MOST_NAMED:
        raise RuleNotPossible(
            tr(
                "There is no number “{number}”. `kindtimer prompts list` tells them. For example: {example}",
                number=shown_word(words.strip()),
                example=example,
            )
        )
    raise RuleNotPossible(
        tr(
            "There is no number “{number}”. There are: {known}. For example: {example}",
            number=shown_word(words.strip()),
            known=", ".join(rule.id for rule in rules),
            example=example,
        )
    )
