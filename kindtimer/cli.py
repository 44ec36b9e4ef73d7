"""Command line: reads what was typed, speaks to the running program, or starts it.

Commands that only speak to the running program load no Qt; nothing heavy is imported before it is needed.
Exit codes: 0 done, 1 could not, 2 wrong usage, each failure with one line that says why and what to do.
"""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kindtimer import __version__
from kindtimer.core.command_line import WrongUsage, length, parser, whole
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.words import speak, tr, trn
from kindtimer.store.catalogue import SYSTEM, catalogue
from kindtimer.store.paths import Home, HomeTrouble, assets

if TYPE_CHECKING:
    from kindtimer.core.check import Check
    from kindtimer.core.pattern import Pattern
    from kindtimer.core.timeline import Timeline
    from kindtimer.core.wish import Wish

SYNC_SECONDS = 60
LONGEST_SYNC = 600
STARTS_TRIED = 5
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""

Runner = Callable[[Home, "Wish | None", "int | None"], int]
"""Runs the program to its end: home, wish, seconds of `doctor sync`; the exit code."""


Renderer = Callable[["Timeline", Path, str, bool, Callable[[float], None]], None]
"""Writes a sound file: timeline, file, carrier, whether bells, what hears of its share done (0–1)."""


class CouldNot(Exception):
    """One line why not, and what to do; exit 1."""


def main(
    argv: Sequence[str] | None = None,
    runner: Runner | None = None,
    renderer: Renderer | None = None,
    environ: Mapping[str, str] | None = None,
) -> int:
    """Do what was typed; the exit code. `runner`, `renderer` and `environ` are handed in by tests."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows only ASCII
    try:
        code = _done(argv, runner or _run_app, renderer or _render_file, environ or os.environ)
        sys.stdout.flush()
        return code
    except WrongUsage as line:
        return _refused(str(line), 2)
    except (CouldNot, HomeTrouble) as line:
        return _refused(str(line), 1)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has heard enough; the interpreter's own last flush must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _done(argv: Sequence[str] | None, runner: Runner, renderer: Renderer, environ: Mapping[str, str]) -> int:
    speak(catalogue(assets(), SYSTEM))
    try:
        typed = parser(__version__).parse_args(argv)
    except SystemExit as end:  # --help and --version have spoken
        return int(end.code or 0)
    home = Home.find(getattr(typed, "home", None), environ)
    match typed.command:
        case None:
            return _start(home, None, {"wish": "show"}, runner, environ)
        case "breathe":
            return _breathe(typed, home, runner, environ)
        case "stop":
            return _stop(home)
        case "status":
            return _status(home, typed.json)
        case "patterns":
            return _patterns(typed.json)
        case "scenes" | "sounds":
            return _names(typed.command, typed.json)
        case "render":
            return _render(typed, renderer)
        case _:
            return _doctor(typed, home, runner, environ)


def _read_patterns() -> "dict[str, Pattern]":
    from kindtimer.store.pattern_store import BadPatterns, read_patterns

    try:
        return read_patterns(assets() / "patterns.toml")
    except BadPatterns as reason:
        raise CouldNot(str(reason)) from None


def _find(name: str) -> "Pattern":
    from kindtimer.core.wish import NotPossible, find

    try:
        return find(_read_patterns(), name)
    except NotPossible as reason:
        raise WrongUsage(str(reason)) from None


# --- the program that runs, or is started -----------------------------------------------------------


def _ask(home: Home, message: dict[str, Any]) -> dict[str, Any] | None:
    from kindtimer.desktop.remote import ask, server_of

    return ask(server_of(home.lock, home.socket), message)


def _accepted(reply: Mapping[str, Any]) -> Mapping[str, Any]:
    if reply.get("ok"):
        return reply
    line = str(reply.get("line") or tr("KindTimer could not do that; `kindtimer doctor` says more."))
    raise WrongUsage(line) if reply.get("code") == 2 else CouldNot(line)


def _start(
    home: Home,
    wish: "Wish | Callable[[], Wish] | None",
    message: dict[str, Any],
    runner: Runner,
    environ: Mapping[str, str],
    sync_seconds: int | None = None,
) -> int:
    """Hand the message to the KindTimer that runs, or become it; the exit code."""
    reply = _ask(home, message)
    if reply is not None:
        _accepted(reply)
        return 0
    from kindtimer.core.clock import SystemClock
    from kindtimer.desktop.display import display_trouble
    from kindtimer.desktop.remote import AlreadyRunning, hand_over, is_taken
    from kindtimer.store.pattern_store import BadPatterns

    if callable(wish):
        wish = wish()
    home.make()
    clock = SystemClock()
    for _ in range(STARTS_TRIED):
        if is_taken(home.lock):
            # Another start came first and is not listening so far: it gets the wish once it does.
            reply = hand_over(home.lock, home.socket, message, clock)
            if reply is not None:
                _accepted(reply)
                return 0
        trouble = display_trouble(environ)
        if trouble:
            raise CouldNot(trouble)
        try:
            return runner(home, wish, sync_seconds)
        except AlreadyRunning:
            continue
        except BadPatterns as reason:
            raise CouldNot(str(reason)) from None
    raise CouldNot(tr("Another KindTimer came first each time. A second start in a moment shows its window."))


def _breathe(typed: Namespace, home: Home, runner: Runner, environ: Mapping[str, str]) -> int:
    minutes, breaths = length(typed)
    if typed.scene is not None and typed.scene not in SCENE_NAMES:
        known = ", ".join(SCENE_NAMES)
        raise WrongUsage(
            tr("There is no scene called “{name}”. There are: {known}.", name=typed.scene[:40], known=known)
        )

    def wish() -> "Wish":
        # Only a program that starts needs the value; one that runs makes its own of the message.
        from kindtimer.core.entry import Door
        from kindtimer.core.settings import Size
        from kindtimer.core.wish import Wish

        if typed.pattern is not None:
            _find(typed.pattern)
        size = Size(typed.size) if typed.size else None
        return Wish(Door.COMMAND, typed.pattern, minutes, breaths, typed.scene, size)

    message = {"wish": "breathe", "pattern": typed.pattern, "minutes": minutes, "breaths": breaths}
    message |= {"scene": typed.scene, "size": typed.size}
    return _start(home, wish, message, runner, environ)


def _stop(home: Home) -> int:
    reply = _ask(home, {"wish": "stop"})
    if reply is None:
        print(tr("KindTimer is not running."))
    elif _accepted(reply).get("stopped", True):
        print(tr("The session has ended."))
    else:
        print(tr("No session is running."))
    return 0


def _status(home: Home, as_json: bool) -> int:
    reply = _ask(home, {"wish": "status"})
    from kindtimer.core.status import at_rest

    told = at_rest(__version__)
    if reply is not None:
        told |= _accepted(reply).get("status", {})
    if as_json:
        return _print_json(told)
    session = told["session"]
    if not told["running"]:
        print(tr("KindTimer is not running."))
    elif session is None:
        print(tr("KindTimer is running; no session."))
    else:
        left = max(1, round((session["planned_s"] - session["position_s"]) / 60.0))
        about = trn("about {count} minute left", "about {count} minutes left", left)
        line = (
            tr("A session waits: {what}, {about}.")
            if session["paused"]
            else tr("A session runs: {what}, {about}.")
        )
        print(line.format(what=session["pattern"] or session["practice"], about=about))
    return 0


# --- lists ------------------------------------------------------------------------------------------


def _patterns(as_json: bool) -> int:
    from kindtimer.core.lists import pattern_document, pattern_line

    patterns = _read_patterns().values()
    if as_json:
        return _print_json([pattern_document(pattern) for pattern in patterns])
    for pattern in patterns:
        print(pattern_line(pattern))
    return 0


def _names(command: str, as_json: bool) -> int:
    from kindtimer.core import lists

    found = lists.scenes() if command == "scenes" else lists.sounds()
    if as_json:
        return _print_json(found)
    for one in found:
        print(f"{one['id']:12} {one['name']}")
    return 0


# --- a sound file -----------------------------------------------------------------------------------


def _render(typed: Namespace, renderer: Renderer) -> int:
    from kindtimer.core.sound_names import CARRIER_NAMES
    from kindtimer.core.timeline import Timeline
    from kindtimer.core.wish import as_asked

    minutes, breaths = length(typed)
    if typed.carrier not in CARRIER_NAMES:
        known = ", ".join(CARRIER_NAMES)
        line = tr(
            "There is no sound called “{name}”. There are: {known}.", name=typed.carrier[:40], known=known
        )
        raise WrongUsage(line)
    out = Path(typed.out)
    if out.suffix.lower() != ".wav":
        raise WrongUsage(tr("The file's name ends in .wav. For example: --out breath.wav"))
    timeline = Timeline.of(as_asked(_find(typed.pattern), minutes, breaths, ""))
    if out.is_dir() or not out.parent.is_dir():
        raise CouldNot(tr("“{path}” is not a place for a file; a folder that is there is wanted.", path=out))
    part = out.with_name(f".{out.name}.part.wav")
    try:
        renderer(timeline, part, typed.carrier, not typed.no_bells, _shown())
        os.replace(part, out)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        line = tr(
            "“{path}” could not be written ({why}); a folder of your own is one way.", path=out, why=why
        )
        raise CouldNot(line) from None
    finally:
        part.unlink(missing_ok=True)
    count = timeline.breaths_by(timeline.duration)
    told = trn("{count} breath", "{count} breaths", count)
    minutes_told = f"{timeline.duration / 60:.1f}"
    print(tr("{path}: {breaths}, {minutes} minutes.", path=out, breaths=told, minutes=minutes_told))
    return 0


def _shown() -> Callable[[float], None]:
    """Progress on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda part: None

    def show(part: float) -> None:
        print(f"\r{part:4.0%}", end="\r" if part < 1 else "\r    \r", file=sys.stderr, flush=True)

    return show


# --- doctor -----------------------------------------------------------------------------------------


def _doctor(typed: Namespace, home: Home, runner: Runner, environ: Mapping[str, str]) -> int:
    seconds = whole(typed.seconds, "--seconds 60")
    if typed.what == "sync":
        seconds = SYNC_SECONDS if seconds is None else seconds
        if not 1 <= seconds <= LONGEST_SYNC:
            raise WrongUsage(tr("Seconds can be a whole number from 1 to 600. For example: --seconds 60"))
        if typed.json:
            raise WrongUsage(tr("`doctor sync` is seen and heard; --json belongs to `doctor` alone."))
        told = tr(
            "For {seconds} seconds, a disc lights up and a click sounds once a second, on loudspeakers too."
        )
        print(told.format(seconds=seconds), tr("Esc ends it."), flush=True)
        return _start(home, None, {"wish": "sync", "seconds": seconds}, runner, environ, seconds)
    if seconds is not None:
        raise WrongUsage(tr("--seconds belongs to `doctor sync`."))
    from dataclasses import asdict

    from kindtimer.desktop.doctor_checks import desktop_checks
    from kindtimer.store.doctor_files import file_checks

    found = (_program_check(home), *file_checks(home), *desktop_checks(environ))
    checks = [asdict(check) for check in found]
    if typed.json:
        return _print_json({"checks": checks})
    for check in checks:
        name = check["id"].replace("_", " ")
        print(f"{tr('well') if check['ok'] else tr('look'):5} {name:14} {check['detail']}")
        if check["remedy"]:
            print(f"{'':20} {check['remedy']}")
    return 0


def _program_check(home: Home) -> "Check":
    from kindtimer.core.check import Check

    reply = _ask(home, {"wish": "status"})
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


# --- saying it --------------------------------------------------------------------------------------


def _print_json(document: Any) -> int:
    is_utf = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(document, indent=2, ensure_ascii=not is_utf))
    return 0


def _refused(line: str, code: int) -> int:
    print(" ".join(line.split()), file=sys.stderr)
    return code


def _run_app(home: Home, wish: "Wish | None", sync_seconds: int | None) -> int:
    from kindtimer.core.clock import SystemClock
    from kindtimer.store.fault_log import catch_faults

    catch_faults(home.log, SystemClock())
    from kindtimer.program import run

    return run(home, wish, sync_seconds)


def _render_file(
    timeline: "Timeline", out: Path, carrier: str, bells: bool, progress: Callable[[float], None]
) -> None:
    from kindtimer.core.sound import Bells, Carrier

    try:
        from kindtimer.audio.offline import render_file
    except ImportError as missing:
        line = tr("{name} is needed for sound files; installing KindTimer anew brings it.", name=missing.name)
        raise CouldNot(line) from None
    chosen = Bells.START_END if bells else Bells.NONE
    render_file(timeline, out, carrier=Carrier(carrier), bells=chosen, progress=progress)
