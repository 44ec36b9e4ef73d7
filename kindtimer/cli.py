"""Command line: reads what was typed, and has it done.

Commands that only speak to the running program load no Qt; nothing heavy is imported before it is needed.
Exit codes: 0 done, 1 could not, 2 wrong usage, each failure with one line that says why and what to do.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kindtimer import __version__
from kindtimer.commands.handing_over import Runner, accepted, ask_program, start
from kindtimer.commands.standard_streams import NotTold, fill_missing, output, say_refusal
from kindtimer.core.command_line import CouldNot, Ended, NotOpened, WrongUsage, length, parser
from kindtimer.core.scene_names import scene_trouble
from kindtimer.core.words import speak, tr
from kindtimer.store.catalogue import SYSTEM, catalogue
from kindtimer.store.paths import Home, HomeTrouble, assets

if TYPE_CHECKING:
    from kindtimer.commands.sound_file import Renderer
    from kindtimer.core.wish import Wish

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""


def main(
    argv: Sequence[str] | None = None,
    runner: Runner | None = None,
    renderer: "Renderer | None" = None,
    environ: Mapping[str, str] | None = None,
    notice: Callable[[str], None] | None = None,
) -> int:
    """Do what was typed; the exit code. All but `argv` is handed in by tests alone.

    `notice` shows why the program could not open to whoever sees no terminal.
    """
    fill_missing()
    environ = os.environ if environ is None else environ
    notice = notice or (_show_notice if runner is None else None)
    try:
        with output():
            return _done(argv, runner or _run_app, renderer, environ)
    except NotOpened as line:
        code = _refused(str(line), 1)
        if notice is not None and _is_all_there_is_to_see(environ):
            notice(str(line))
        return code
    except WrongUsage as line:
        return _refused(str(line), 2)
    except (CouldNot, HomeTrouble) as line:
        return _refused(str(line), 1)
    except NotTold as trouble:
        return _not_told(trouble.__cause__)
    except Ended as end:
        return 128 + end.number
    except KeyboardInterrupt:
        return INTERRUPTED


def _done(
    argv: Sequence[str] | None, runner: Runner, renderer: "Renderer | None", environ: Mapping[str, str]
) -> int:
    speak(catalogue(assets(), SYSTEM))
    try:
        typed = parser(__version__).parse_args(argv)
    except SystemExit as end:  # --help and --version have spoken
        return int(end.code or 0)
    match typed.command:
        case "render":
            from kindtimer.commands.sound_file import real_renderer, render

            return render(typed, renderer or real_renderer)
        case "patterns" | "scenes" | "sounds":
            from kindtimer.commands.telling import tell_names

            return tell_names(typed)
    # Those need no home, and work where the one that was named cannot be.
    return _done_at_home(typed, _home(getattr(typed, "home", None), environ), runner, environ)


def _done_at_home(typed: Namespace, home: Home, runner: Runner, environ: Mapping[str, str]) -> int:
    match typed.command:
        case None if typed.at_login:
            # One that runs is as it should be: nothing is shown.
            return start(home, None, {"wish": "status"}, partial(runner, at_login=True), environ)
        case None:
            return start(home, None, {"wish": "show"}, runner, environ)
        case "breathe":
            return _breathe(typed, home, runner, environ)
        case "practices":
            from kindtimer.commands.practices import tell_practices

            return tell_practices(typed, home)
        case "practice":
            from kindtimer.commands.practices import practice

            return practice(typed, home, runner, environ)
        case "stop":
            return _stop(home)
        case "break" | "take" | "pause" | "resume":
            from kindtimer.commands.offers import offers

            return offers(typed, home)
        case "prompts":
            from kindtimer.commands.offers import prompts

            return prompts(typed, home)
        case "pack":
            from kindtimer.commands.packs import packs

            return packs(typed, home)
        case "doctor":
            from kindtimer.commands.doctor import doctor

            return doctor(typed, home, runner, environ)
        case _:
            from kindtimer.commands.telling import tell_status

            return tell_status(typed, home)


def _breathe(typed: Namespace, home: Home, runner: Runner, environ: Mapping[str, str]) -> int:
    minutes, breaths = length(typed)
    trouble = scene_trouble(typed.scene)
    if trouble:
        raise WrongUsage(trouble)

    def wish() -> "Wish":
        # Only a program that starts needs the value; one that runs makes its own of the message.
        from kindtimer.commands.telling import find_pattern
        from kindtimer.core.entry import Door
        from kindtimer.core.settings import Size
        from kindtimer.core.wish import Wish

        if typed.pattern is not None:
            find_pattern(typed.pattern)
        size = Size(typed.size) if typed.size else None
        return Wish(Door.COMMAND, typed.pattern, minutes, breaths, typed.scene, size)

    message = {"wish": "breathe", "pattern": typed.pattern, "minutes": minutes, "breaths": breaths}
    message |= {"scene": typed.scene, "size": typed.size}
    return start(home, wish, message, runner, environ)


def _stop(home: Home) -> int:
    reply = ask_program(home, {"wish": "stop"})
    if reply is None:
        print(tr("KindTimer is not running."))
    elif accepted(reply).get("stopped", True):
        print(tr("The session has ended."))
    else:
        print(tr("No session is running."))
    return 0


def _home(given: str | None, environ: Mapping[str, str]) -> Home:
    """Where everything is kept. Raises WrongUsage or HomeTrouble where that can be no folder of its own."""
    if given is not None and not given.strip():
        # Not the usual home: whoever typed it had another in mind, perhaps in a variable that is empty.
        raise WrongUsage(tr("After --home comes a folder. For example: --home ~/kindtimer"))
    named = environ.get("KINDTIMER_HOME")
    if given is None and named and not named.strip():
        raise WrongUsage(tr("KINDTIMER_HOME is blank, and names no folder. Unset, the usual place is taken."))
    try:
        home = Home.find(given, environ)
    except FileNotFoundError:
        line = tr(
            "“{path}” is named from the folder this terminal is in, and that folder is gone. "
            "--home DIR with a whole path names another.",
            path=given or named,
        )
        raise HomeTrouble(line) from None
    real = os.path.realpath(home.folder)
    if real == os.path.dirname(real):
        line = tr(
            "“{path}” holds the whole system, and KindTimer keeps its things in a folder of their own. "
            "Nothing was changed; --home DIR names another folder.",
            path=home.folder,
        )
        raise HomeTrouble(line)
    if any("\ud800" <= one <= "\udfff" for one in str(home.folder)):
        line = tr(
            "The name of “{path}” is no text to this computer, and a journal cannot stand in there. "
            "--home DIR names another folder.",
            path=home.folder,
        )
        raise HomeTrouble(line)
    return home


def _refused(line: str, code: int) -> int:
    say_refusal(line)
    return code


def _not_told(error: BaseException | None) -> int:
    if isinstance(error, BrokenPipeError):
        return 1  # whoever read has heard enough
    why = (getattr(error, "strerror", None) or str(error)).lower()
    return _refused(tr("What there is to say could not be written ({why}); a terminal shows it.", why=why), 1)


def _is_all_there_is_to_see(environ: Mapping[str, str]) -> bool:
    """Whether it was begun from a menu or a key, where a line on a terminal is seen by nobody."""
    from kindtimer.desktop.display import display_trouble

    return not sys.stderr.isatty() and display_trouble(environ) is None


def _show_notice(line: str) -> None:
    from kindtimer.program import show_notice

    show_notice(line)


def _run_app(home: Home, wish: "Wish | None", sync_seconds: int | None, *, at_login: bool = False) -> int:
    from kindtimer.core.clock import SystemClock
    from kindtimer.store.fault_log import catch_faults

    catch_faults(home.log, SystemClock())
    from kindtimer.desktop.local_zone import zone_trouble
    from kindtimer.program import run

    if trouble := zone_trouble():
        say_refusal(trouble)

    return run(home, wish, sync_seconds, at_login=at_login)
