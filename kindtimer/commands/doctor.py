"""Doctor: what is found on this computer and what to do about the rest; and `doctor sync`.

Called by `cli`.
"""

from argparse import Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kindtimer.commands.handing_over import Runner, ask_program, start
from kindtimer.commands.telling import print_json
from kindtimer.core.command_line import CouldNot, WrongUsage, whole
from kindtimer.core.own_words import showable_line
from kindtimer.core.words import tr, trn
from kindtimer.store.paths import Home

if TYPE_CHECKING:
    from kindtimer.core.check import Check


def doctor(typed: Namespace, home: Home, runner: Runner, environ: Mapping[str, str]) -> int:
    """Look at everything, or flash and click for a while; the exit code."""
    seconds = whole(typed.seconds, "--seconds 60")
    if typed.what == "sync":
        from kindtimer.core.wish import USUAL_SYNC, NotPossible, check_sync

        try:
            seconds = check_sync(USUAL_SYNC if seconds is None else seconds)
        except NotPossible as reason:
            raise WrongUsage(str(reason)) from None
        if typed.json:
            raise WrongUsage(tr("`doctor sync` is seen and heard; --json belongs to `doctor` alone."))
        _see_that_it_can_be_seen(home, environ)
        told = trn(
            "For {count} second, a disc lights up and a click sounds once a second, on loudspeakers too.",
            "For {count} seconds, a disc lights up and a click sounds once a second, on loudspeakers too.",
            seconds,
        )
        print(told, tr("Esc ends it."), flush=True)
        return start(home, None, {"wish": "sync", "seconds": seconds}, runner, environ, seconds)
    if seconds is not None:
        raise WrongUsage(tr("--seconds belongs to `doctor sync`."))
    from dataclasses import asdict

    from kindtimer.store.doctor_files import file_checks

    found = (_program_check(home), *file_checks(home), *_desktop_checks(environ))
    checks = [asdict(check) for check in found]
    if typed.json:
        return print_json({"checks": checks})
    for check in checks:
        name = check["id"].replace("_", " ")
        print(f"{tr('well') if check['ok'] else tr('look'):5} {name:14} {showable_line(check['detail'])}")
        if check["remedy"]:
            print(f"{'':20} {showable_line(check['remedy'])}")
    return 0


def _see_that_it_can_be_seen(home: Home, environ: Mapping[str, str]) -> None:
    """A disc is announced only where one will light up. Raises CouldNot."""
    from kindtimer.desktop.display import display_trouble

    trouble = display_trouble(environ)
    if trouble and ask_program(home, {"wish": "status"}) is None:
        raise CouldNot(trouble)


def _desktop_checks(environ: Mapping[str, str]) -> "tuple[Check, ...]":
    from kindtimer.audio.microphone_use import microphone_in_use
    from kindtimer.core.check import Check
    from kindtimer.desktop.doctor_checks import desktop_checks
    from kindtimer.desktop.local_zone import local_zone, zone_trouble

    trouble = zone_trouble(environ=environ)
    told = trouble or tr("Times are in the zone {zone}.", zone=local_zone(environ=environ).key)
    remedy = trouble and tr(
        "TZ takes a name such as Europe/Berlin; unset, it leaves the zone to the computer."
    )
    zone = Check("time_zone", not trouble, told, remedy)
    return zone, *desktop_checks(environ, microphone_in_use)


def _program_check(home: Home) -> "Check":
    from kindtimer.core.check import Check

    reply = ask_program(home, {"wish": "status"})
    if reply is None:
        return Check("program", True, tr("KindTimer is not running."))
    if not reply.get("ok"):
        line = str(reply.get("line"))
        return Check("program", False, line, tr("Ending it in the desktop's task list loses nothing."))
    told = reply.get("status", {})
    tray = tr("its icon is in the tray") if told.get("tray") else tr("it has no tray icon here")
    return Check(
        "program", True, tr("KindTimer {version} runs; {tray}.", version=told.get("version"), tray=tray)
    )
