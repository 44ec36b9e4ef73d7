"""Command line: reads what was typed, and has it done.

Commands that only speak to the running program load no Qt; nothing heavy is imported before it is needed.
Exit codes: 0 done, 1 could not, 2 wrong usage, each failure with one line that says why and what to do.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from kindtimer import __version__
from kindtimer.commands.handing_over import Runner, accepted, ask_program, start
from kindtimer.core.command_line import CouldNot, WrongUsage, length, parser
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
) -> int:
    """Do what was typed; the exit code. `runner`, `renderer` and `environ` are handed in by tests."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows only ASCII
    try:
        code = _done(argv, runner or _run_app, renderer, environ or os.environ)
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


def _done(
    argv: Sequence[str] | None, runner: Runner, renderer: "Renderer | None", environ: Mapping[str, str]
) -> int:
    speak(catalogue(assets(), SYSTEM))
    try:
        typed = parser(__version__).parse_args(argv)
    except SystemExit as end:  # --help and --version have spoken
        return int(end.code or 0)
    home = Home.find(getattr(typed, "home", None), environ)
    match typed.command:
        case None:
            return start(home, None, {"wish": "show"}, runner, environ)
        case "breathe":
            return _breathe(typed, home, runner, environ)
        case "stop":
            return _stop(home)
        case "render":
            from kindtimer.commands.sound_file import real_renderer, render

            return render(typed, renderer or real_renderer)
        case "doctor":
            from kindtimer.commands.doctor import doctor

            return doctor(typed, home, runner, environ)
        case _:
            from kindtimer.commands.telling import tell

            return tell(typed, home)


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


def _refused(line: str, code: int) -> int:
    print(" ".join(line.split()), file=sys.stderr)
    return code


def _run_app(home: Home, wish: "Wish | None", sync_seconds: int | None) -> int:
    from kindtimer.core.clock import SystemClock
    from kindtimer.store.fault_log import catch_faults

    catch_faults(home.log, SystemClock())
    from kindtimer.program import run

    return run(home, wish, sync_seconds)
