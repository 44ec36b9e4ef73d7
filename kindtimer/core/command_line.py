"""Command line: what can be typed, and the numbers in it. Pure: nothing is done here but understanding.

`cli` does what was understood. Imported by every command, so nothing heavy stands at the top.
"""

import argparse
from typing import NoReturn

from kindtimer.core.words import tr


class WrongUsage(Exception):
    """One line what was not understood, and what would be; exit 2."""


class CouldNot(Exception):
    """One line why not, and what to do; exit 1."""


class _Parser(argparse.ArgumentParser):
    """Says what was wrong in one line, not in a screen of usage."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(
            tr("{message}. `{command} --help` shows what there is.", message=message, command=self.prog)
        )

    def _check_value(self, action: argparse.Action, value: object) -> None:
        # argparse's own words for this speak of arguments and choices.
        if action.choices is not None and value not in action.choices:
            known = ", ".join(str(one) for one in action.choices)
            line = tr(
                "There is no command called “{name}”. There are: {known}.", name=str(value)[:40], known=known
            )
            raise WrongUsage(line)


def parser(version: str) -> argparse.ArgumentParser:
    """Everything that can be typed; `command` is None where no command was."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    shared.add_argument("--home", metavar="DIR", help=tr("keep everything under DIR"))
    about = tr("A quiet companion for kind breathing. Without a command it starts, or shows its window.")
    made = _Parser(prog="kindtimer", description=about, parents=[shared], allow_abbrev=False)
    made.add_argument("--version", action="version", version=f"kindtimer {version}")
    commands = made.add_subparsers(dest="command", metavar=tr("COMMAND"))

    def command(name: str, told: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=told, description=told, parents=[shared], allow_abbrev=False)

    def paced(one: argparse.ArgumentParser, nargs: str | None) -> argparse.ArgumentParser:
        one.add_argument("pattern", nargs=nargs, metavar="PATTERN", help=tr("see `kindtimer patterns`"))
        one.add_argument("--minutes", metavar="M", help=tr("how long; it ends on a breath"))
        one.add_argument("--breaths", metavar="N", help=tr("how many breaths"))
        return one

    breathe = paced(command("breathe", tr("begin a breath now")), "?")
    breathe.add_argument("--scene", metavar="S", help=tr("see `kindtimer scenes`"))
    size = breathe.add_mutually_exclusive_group()
    size.add_argument("--small", dest="size", action="store_const", const="small", help=tr("in the corner"))
    size.add_argument("--full", dest="size", action="store_const", const="full", help=tr("the whole screen"))
    command("stop", tr("end the session"))
    telling = [
        command("status", tr("what KindTimer does now")),
        command("patterns", tr("the breathing patterns there are")),
        command("scenes", tr("the pictures there are")),
        command("sounds", tr("the sounds there are")),
    ]
    render = paced(command("render", tr("write the sound of a pattern to a file")), None)
    render.add_argument("--out", metavar="FILE.wav", required=True, help=tr("the sound file to write"))
    render.add_argument("--carrier", metavar="C", default="air", help=tr("air, tone or none"))
    render.add_argument("--no-bells", action="store_true", help=tr("without a bowl at start and end"))
    doctor = command("doctor", tr("what is found here, and what to do about the rest"))
    doctor.add_argument("what", nargs="?", choices=("sync",), help=tr("flash and click once a second"))
    doctor.add_argument("--seconds", metavar="N", help=tr("how long `doctor sync` lasts"))
    for one in (*telling, doctor):
        one.add_argument("--json", action="store_true", help=tr("one JSON document and nothing else"))
    return made


def number(text: str | None, example: str) -> float | None:
    """A number as typed; None where none was. Raises WrongUsage."""
    try:
        return None if text is None else float(text)
    except ValueError:
        line = tr("“{text}” is not a number. For example: {example}", text=str(text)[:40], example=example)
        raise WrongUsage(line) from None


def whole(text: str | None, example: str) -> int | None:
    """A whole number as typed; None where none was. Raises WrongUsage."""
    found = number(text, example)
    if found is None:
        return None
    if not abs(found) < 1e9 or found != int(found):
        line = tr("“{text}” is no such whole number. For example: {example}", text=text, example=example)
        raise WrongUsage(line)
    return int(found)


def length(typed: argparse.Namespace) -> tuple[float | None, int | None]:
    """Minutes and breaths as typed, at most one of them, both of a sane size."""
    minutes = number(typed.minutes, "--minutes 3")
    breaths = whole(typed.breaths, "--breaths 10")
    if minutes is None and breaths is None:
        return None, None
    from kindtimer.core.wish import NotPossible, check_length

    try:
        check_length(minutes, breaths)
    except NotPossible as reason:
        raise WrongUsage(str(reason)) from None
    return minutes, breaths
