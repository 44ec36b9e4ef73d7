"""Prompt list: what `kindtimer prompts` tells. Keys of the JSON are a contract (product §5). Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from kindtimer.core.day_words import listed
from kindtimer.core.offer_told import UNTIL_RESUMED
from kindtimer.core.pause import Pause
from kindtimer.core.quiet_changes import quiet_lines
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import rule_line
from kindtimer.core.schedule import Prompt, Schedule
from kindtimer.core.weekday_words import DAYS
from kindtimer.core.words import tr

USUAL_DAYS, MOST_DAYS = 7, 400


def coming_prompts(schedule: Schedule, start: datetime, days: int) -> list[Prompt]:
    """Every prompt of so many days from this aware moment on."""
    # One that is due at the very moment is among them.
    return list(schedule.between(start - timedelta(microseconds=1), start + timedelta(days=days)))


def prompt_document(prompt: Prompt, pause: Pause | None = None) -> dict[str, Any]:
    """One prompt as JSON values."""
    return {"at": prompt.at.isoformat(), "rule": prompt.rule.id, "note": _note(prompt, pause) or None}


def prompt_line(prompt: Prompt, pause: Pause | None = None) -> str:
    """One prompt as a line to read; its note beside it."""
    when = f"{DAYS[prompt.at.weekday()]} {prompt.at:%Y-%m-%d %H:%M}"
    return f"{when}  {_note(prompt, pause)}".rstrip()


def paused_line(pause: Pause, zone: tzinfo) -> str:
    """Until when nothing is offered, with what ends it."""
    if pause.until is None:
        return tr("Offers are paused until `kindtimer resume`.")
    ends = pause.until.astimezone(zone)
    return tr(
        "Offers are paused until {time}; `kindtimer resume` ends it.",
        time=f"{DAYS[ends.weekday()]} {ends:%Y-%m-%d %H:%M}",
    )


def pause_of(paused_until: object, when: datetime) -> Pause | None:
    """The pause a status document tells of at this moment (UTC); None where there is none."""
    if paused_until == UNTIL_RESUMED:
        return Pause(when, None)
    try:
        until = datetime.fromisoformat(str(paused_until or ""))
    except ValueError:
        return None
    return Pause(when, until) if until.tzinfo is not None and until > when else None


def _note(prompt: Prompt, pause: Pause | None) -> str:
    paused = tr("paused") if pause is not None and pause.holds_at(prompt.at) else ""
    return listed((paused, prompt.note))


def rules_told(rules: Sequence[Rule], quiet: Quiet) -> list[str]:
    """The rules there are and the quiet times, a line each."""
    lines = [_rule_told(rule) for rule in rules]
    if not lines:
        lines = [tr("No times so far. For example: kindtimer prompts add “Mon-Fri 10:00, 14:30”")]
    return [*lines, *quiet_lines(quiet)]


def _rule_told(rule: Rule) -> str:
    parts: Iterable[str] = (
        rule_line(rule.when, rule.days),
        "" if rule.practice == "breathe" else rule.practice,
        "" if rule.minutes == 1.0 else tr("{minutes} min", minutes=f"{rule.minutes:g}"),
        tr("from {day}", day=rule.begins.isoformat()) if rule.begins else "",
        tr("until {day}", day=rule.ends.isoformat()) if rule.ends else "",
        "" if rule.on else tr("off"),
    )
    return f"{rule.id:>3}  {' · '.join(part for part in parts if part)}"
