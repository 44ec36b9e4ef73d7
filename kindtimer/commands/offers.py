"""Offers on the command line: one now, the one that waits, pauses, and the rules with the times they bring.

Called by `cli`; prints to standard output and returns the exit code. Rules can be changed while nothing runs;
else the running program changes them, since settings have one writer.
"""

from argparse import Namespace
from datetime import UTC, datetime, time, tzinfo
from typing import TYPE_CHECKING, Any

from kindtimer.commands.handing_over import accepted, ask_program
from kindtimer.commands.telling import print_json, read_patterns
from kindtimer.core.command_line import CouldNot, WrongUsage, number, whole
from kindtimer.core.own_words import LONGEST_NAME, showable
from kindtimer.core.words import tr
from kindtimer.store.paths import Home

if TYPE_CHECKING:
    from kindtimer.core.clock import Clock
    from kindtimer.core.pause import Pause
    from kindtimer.core.settings import Settings

FIRST_YEAR, LAST_YEAR = 1970, 2200


def offers(typed: Namespace, home: Home) -> int:
    """`break`, `take`, `pause`, `resume`; the exit code."""
    message = {"wish": typed.command, "words": " ".join(getattr(typed, "words", ()))}
    if typed.command == "pause":
        _check_pause(message["words"])
    reply = ask_program(home, message)
    if reply is None:
        if typed.command == "break":
            raise CouldNot(
                tr(
                    "KindTimer is not running, so there is nothing to offer with. `kindtimer` starts it; "
                    "`kindtimer breathe` begins a breath."
                )
            )
        print(tr("KindTimer is not running, so nothing is offered."))
        return 0
    print(_done(typed.command, accepted(reply)))
    return 0


def prompts(typed: Namespace, home: Home) -> int:
    """`prompts`: when offers come, the rules, and changing them; the exit code."""
    _check_options(typed)
    if typed.what in (None, "list"):
        return _list(typed, home)
    asked = {
        "wish": "rules",
        "do": typed.what,
        "words": " ".join(typed.words),
        "practice": typed.practice,
        "minutes": number(_digits(typed.minutes), "--minutes 1"),
        "own": typed.own,
        "remove": typed.remove,
    }
    reply = ask_program(home, asked)
    told = _change(home, asked) if reply is None else str(accepted(reply).get("told", ""))
    if typed.json:
        from kindtimer.store.settings_store import settings_as_they_are

        return _rules_json(settings_as_they_are(home))
    print(told)
    return 0


def _check_options(typed: Namespace) -> None:
    """An option that would do nothing was meant to do something. Raises WrongUsage."""
    for option, value in (
        ("--practice", typed.practice),
        ("--minutes", typed.minutes),
        ("--words", typed.own),
    ):
        if value is not None and typed.what != "add":
            raise WrongUsage(tr("{option} belongs to `kindtimer prompts add`.", option=option))
    if typed.remove and typed.what != "quiet":
        raise WrongUsage(tr("{option} belongs to `kindtimer prompts quiet`.", option="--remove"))
    for option, value in (("--from", typed.start), ("--days", typed.days), ("--zone", typed.zone)):
        if value is not None and typed.what not in (None, "list"):
            line = tr(
                "{option} belongs to `kindtimer prompts` alone: it tells when offers come.", option=option
            )
            raise WrongUsage(line)


def _done(command: str, reply: Any) -> str:
    match command:
        case "break":
            return tr("An offer is there.")
        case "take":
            return tr("The minute begins.") if reply.get("taken") else tr("No offer waits at the moment.")
        case "resume":
            return tr("Offers go on.") if reply.get("resumed") else tr("Offers were not paused.")
    until = reply.get("until")
    if until is None:
        return tr("Offers are paused until `kindtimer resume`.")
    ends = datetime.fromisoformat(until)
    return tr("Offers are paused until {time}.", time=f"{ends:%Y-%m-%d %H:%M}")


def _check_pause(words: str) -> None:
    """What makes no sense is said also where nothing runs. Raises WrongUsage."""
    from kindtimer.core.pause import read_pause
    from kindtimer.core.rule import RuleNotPossible

    try:
        read_pause(words, datetime(2026, 1, 1, tzinfo=UTC), UTC)
    except RuleNotPossible as reason:
        raise WrongUsage(str(reason)) from None


def _change(home: Home, asked: dict[str, Any]) -> str:
    """Change the settings of a home in which nothing runs. Raises WrongUsage or CouldNot."""
    from kindtimer.core.clock import SystemClock
    from kindtimer.core.rule import RuleNotPossible
    from kindtimer.core.rule_changes import changed
    from kindtimer.desktop.local_zone import local_zone
    from kindtimer.desktop.remote import AlreadyRunning, InstanceLock
    from kindtimer.store.settings_store import SettingsStore, settings_as_they_are

    clock = SystemClock()
    today = clock.when().astimezone(local_zone()).date()
    try:
        # Before a folder is made for it: what cannot be leaves nothing behind.
        changed(settings_as_they_are(home), asked, read_patterns(), today)
        home.make()
        lock = InstanceLock(home.lock)
        lock.take(home.socket)
        store = SettingsStore(home, clock)
        settings, told = changed(store.load(), asked, read_patterns(), today)
        trouble = store.save(settings)
        lock.release()
    except RuleNotPossible as reason:
        raise WrongUsage(str(reason)) from None
    except AlreadyRunning:
        line = tr("KindTimer is starting at this moment. Typed once more after it, this is done.")
        raise CouldNot(line) from None
    if trouble:
        raise CouldNot(trouble)
    return told


def _list(typed: Namespace, home: Home) -> int:
    from kindtimer.core.clock import SystemClock
    from kindtimer.core.prompt_list import (
        coming_prompts,
        paused_line,
        prompt_document,
        prompt_line,
        rules_told,
    )
    from kindtimer.core.schedule import Schedule
    from kindtimer.desktop.local_zone import zone_trouble
    from kindtimer.store.settings_store import settings_as_they_are

    settings = settings_as_they_are(home)
    if typed.what == "list":
        if typed.json:
            return _rules_json(settings)
        print("\n".join(rules_told(settings.rules, settings.quiet)))
        return 0
    zone, clock = _zone(typed.zone), SystemClock()
    if not (typed.zone or typed.json) and (trouble := zone_trouble()):
        print(trouble)
    schedule = Schedule(settings.rules, settings.quiet, zone, settings.flower)
    found = coming_prompts(schedule, _start(typed.start, zone, clock), _days(typed.days))
    pause = _pause(home, clock.when())
    if typed.json:
        return print_json([prompt_document(one, pause) for one in found])
    if pause is not None and settings.rules:
        print(paused_line(pause, zone))
    if found:
        print("\n".join(prompt_line(one, pause) for one in found))
    elif settings.rules:
        print(tr("Nothing comes in these days."))
    else:
        print("\n".join(rules_told(settings.rules, settings.quiet)))
    return 0


def _pause(home: Home, when: datetime) -> "Pause | None":
    """The pause there is: as the running program says, else as it was kept."""
    from kindtimer.core.prompt_list import pause_of
    from kindtimer.store.offer_store import desk_as_it_is

    reply = ask_program(home, {"wish": "status"})
    if reply is not None and reply.get("ok"):
        return pause_of(reply.get("status", {}).get("paused_until"), when)
    pause = desk_as_it_is(home).pause
    return None if pause is None else pause.at(when)


def _rules_json(settings: "Settings") -> int:
    from kindtimer.core.rule_records import quiet_record, record_of

    return print_json(
        {"rules": [record_of(rule) for rule in settings.rules], "quiet": quiet_record(settings.quiet)}
    )


def _zone(name: str | None) -> tzinfo:
    from kindtimer.desktop.local_zone import UnknownZone, local_zone, zone_named

    try:
        return local_zone() if name is None else zone_named(name)
    except UnknownZone as reason:
        raise WrongUsage(str(reason)) from None


def _start(day: str | None, zone: tzinfo, clock: "Clock") -> datetime:
    if day is None:
        return clock.when().astimezone(zone)
    from kindtimer.core.date_words import read_day
    from kindtimer.core.rule import RuleNotPossible

    try:
        found = read_day(day, clock.when().astimezone(zone).date())
    except RuleNotPossible:
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        line = tr(
            "“{text}” is no day. For example: --from tomorrow, --from 2026-03-29",
            text=showable(day, LONGEST_NAME),
        )
        raise WrongUsage(line)
    return datetime.combine(found, time(), zone)


def _days(days: str | None) -> int:
    from kindtimer.core.prompt_list import MOST_DAYS, USUAL_DAYS

    found = whole(_digits(days), "--days 7")
    if found is None:
        return USUAL_DAYS
    if not 1 <= found <= MOST_DAYS:
        raise WrongUsage(tr("Days can be a whole number from 1 to {most}.", most=MOST_DAYS))
    return found


def _digits(text: str | None) -> str | None:
    """A number typed as a word in digits; anything else as it is."""
    from kindtimer.core.number_words import number_in

    known = None if text is None else number_in(text)
    return text if known is None else str(known)
