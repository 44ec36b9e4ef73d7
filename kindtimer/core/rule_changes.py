"""Rule changes: rules and quiet times after one was added, removed or switched, as a person types it. Pure.

The running program and the command line without one change them alike. Anything that cannot be raises
RuleNotPossible with one line that says why and what can be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kindtimer.core.pattern import Pattern
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import MOST_RULES, Rule, RuleNotPossible, many_told, next_id
from kindtimer.core.rule_records import LONGEST, LONGEST_WORDS, SHORTEST
from kindtimer.core.rule_words import read_quiet, read_rule, rule_line, shown_word
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr

USUAL = "breathe"


def changed(
    settings: Settings, asked: Mapping[str, Any], patterns: Mapping[str, Pattern]
) -> tuple[Settings, str]:
    """The settings after what was `asked` ("do", and its words), and one line of what was done."""
    words = str(asked.get("words") or "")
    match asked.get("do"):
        case "add":
            return _added(settings, words, asked, patterns)
        case "remove":
            return _removed(settings, words)
        case "on" | "off":
            return _switched(settings, words, on=asked["do"] == "on")
        case "quiet":
            return _quiet(settings, words, remove=bool(asked.get("remove")))
    raise RuleNotPossible(tr("This KindTimer does not know that; a newer one may."))


def checked_practice(name: str | None, patterns: Mapping[str, Pattern]) -> str:
    """*breathe*, or the id of a pattern there is."""
    if name is None or name == USUAL or name in patterns:
        return name or USUAL
    known = ", ".join((USUAL, *patterns))
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
    line = " ".join(words.split())
    if len(line) > LONGEST_WORDS:
        raise RuleNotPossible(tr("An own line can have up to {most} letters.", most=LONGEST_WORDS))
    return line


def _added(
    settings: Settings, words: str, asked: Mapping[str, Any], patterns: Mapping[str, Pattern]
) -> tuple[Settings, str]:
    if len(settings.rules) >= MOST_RULES:
        raise RuleNotPossible(
            tr("There are {most} rules already; one that goes makes room.", most=MOST_RULES)
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
    rules = (*settings.rules, rule)
    told = tr("Rule {number}: {line}.", number=rule.id, line=rule_line(when, days))
    return replace(settings, rules=rules), " ".join(filter(None, (told, many_told(rules))))


def _removed(settings: Settings, words: str) -> tuple[Settings, str]:
    rule = _found(settings.rules, words)
    rest = tuple(one for one in settings.rules if one is not rule)
    return replace(settings, rules=rest), tr(
        "Rule {number} is gone: {line}.", number=rule.id, line=rule_line(rule.when, rule.days)
    )


def _switched(settings: Settings, words: str, *, on: bool) -> tuple[Settings, str]:
    rule = _found(settings.rules, words)
    rules = tuple(replace(one, on=on) if one is rule else one for one in settings.rules)
    line = rule_line(rule.when, rule.days)
    told = (
        tr("Rule {number} is on: {line}.", number=rule.id, line=line)
        if on
        else tr("Rule {number} is off: {line}.", number=rule.id, line=line)
    )
    return replace(settings, rules=rules), told


def _found(rules: Sequence[Rule], words: str) -> Rule:
    number = words.strip()
    for rule in rules:
        if rule.id == number:
            return rule
    if not rules:
        raise RuleNotPossible(
            tr("There is no rule so far. For example: kindtimer prompts add “Mon-Fri 10:00”")
        )
    raise RuleNotPossible(
        tr(
            "There is no rule {number}. There are: {known}.",
            number=shown_word(number) or "–",
            known=", ".join(rule.id for rule in rules),
        )
    )


def _quiet(settings: Settings, words: str, *, remove: bool) -> tuple[Settings, str]:
    span = read_quiet(words)
    spans = tuple(one for one in settings.quiet.spans if one != span)
    if remove and len(spans) == len(settings.quiet.spans):
        known = ", ".join(str(one) for one in spans) or tr("none")
        raise RuleNotPossible(tr("{span} is no quiet time. There are: {known}.", span=span, known=known))
    quiet = Quiet(spans if remove else (*spans, span), settings.quiet.days, settings.quiet.dates)
    told = (
        tr("{span} is no longer quiet.", span=span) if remove else tr("Quiet from now on: {span}.", span=span)
    )
    return replace(settings, quiet=quiet), told
