"""Command line: what can be typed, and the numbers in it. Pure: nothing is done here but understanding.

`cli` does what was understood. Imported by every command, so nothing heavy stands at the top.
"""

import argparse
from typing import Any, NoReturn

from kindtimer.core.offer_command_line import add_offer_commands
from kindtimer.core.own_words import LONGEST_NAME, showable
from kindtimer.core.words import tr


class WrongUsage(Exception):
    """One line what was not understood, and what would be; exit 2."""


class CouldNot(Exception):
    """One line why not, and what to do; exit 1."""


class NotOpened(CouldNot):
    """The window that was asked for cannot open at all; whoever asked may see no terminal."""


class Ended(Exception):
    """The system asked for an end (Ctrl+C, SIGTERM, SIGHUP); exit 128 + `number`, and not a word."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


PACK_DEEDS = ("check", "add", "list", "remove", "make")


class _Formatter(argparse.HelpFormatter):
    """Says in the person's language what argparse says in English."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Examples keep their lines. The name is argparse's own."""
        return "\n".join(super(_Formatter, self)._fill_text(line, width, indent) for line in text.split("\n"))


class _Parser(argparse.ArgumentParser):
    """Says what was wrong in one line that tells what to do, not in a screen of usage.

    argparse's own lines are English and speak of arguments; each has its own words here.
    """

    def __init__(self, *, add_help: bool = True, **more: Any) -> None:
        super().__init__(**more, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title = tr("what to name")
        self._optionals.title = tr("options")
        self._words: list[str] = []
        self._example = ""
        if add_help:
            self.add_argument("-h", "--help", action="help", help=tr("show this"))

    def give_example(self, example: str) -> None:
        """One that can be typed as it is; told with the help, and where something was left out."""
        self._example = example
        self.epilog = tr("For example: {example}", example=example)

    # The names and types below are argparse's own.
    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What was typed, all of it understood. Raises WrongUsage."""
        typed, extra = self.parse_known_args(args, namespace)
        if extra:
            self._unknown(" ".join(extra), getattr(typed, "command", None))
        return typed

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What is known of it; free words may stand before and after options, which argparse takes apart."""
        typed, extra = super().parse_known_args(args, namespace)
        if "words" in self._free and not any(word.startswith("-") for word in extra):
            typed.words, extra = [*typed.words, *extra], []
        return typed, extra

    @property
    def _free(self) -> list[str]:
        return [action.dest for action in self._actions if action.nargs == "*"]

    def _parse_known_args(self, arg_strings: list[str], namespace: Any, *newer: Any) -> Any:
        self._words = arg_strings
        try:
            return super()._parse_known_args(arg_strings, namespace, *newer)
        except argparse.ArgumentError as error:
            option = error.argument_name or ""
        if any(word.startswith(f"{option}=") for word in arg_strings):
            raise WrongUsage(tr("{option} stands alone, with nothing after it.", option=option))
        for group in self._mutually_exclusive_groups:
            known = [action.option_strings[0] for action in group._group_actions]
            if option in known:
                raise WrongUsage(tr("{options}: one of them at a time.", options=", ".join(known)))
        start = option.split("/")[0]
        self._unknown(next((word for word in arg_strings if word.startswith(start)), option))

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError as error:
            line = tr(
                "After {option} comes {what}: {told}. `{command} --help` shows what there is.",
                option=error.argument_name,
                what=action.metavar,
                told=action.help,
                command=self.prog,
            )
            raise WrongUsage(line) from None

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        known = ", ".join(str(one) for one in action.choices)
        name = showable(value, LONGEST_NAME)
        if not isinstance(action, argparse._SubParsersAction):
            line = tr(
                "After `{command}` can come: {known}. “{name}” is not known there.",
                command=self.prog,
                name=name,
                known=known,
            )
            raise WrongUsage(line)
        # An option nobody knows leaves its value behind, which is then no command.
        before = self._words[: self._words.index(str(value))] if str(value) in self._words else []
        for word in before:
            if word.startswith("-") and word.split("=")[0] not in self._option_string_actions:
                self._unknown(word)
        raise WrongUsage(
            tr("There is no command called “{name}”. There are: {known}.", name=name, known=known)
        )

    def _unknown(self, words: str, command: str | None = None) -> NoReturn:
        line = tr(
            "“{words}” is not known here. `{command} --help` shows what there is.",
            words=showable(words, LONGEST_NAME),
            command=" ".join(filter(None, (self.prog, command))),
        )
        raise WrongUsage(line)

    def error(self, message: str) -> NoReturn:
        """Something that is always wanted was left out: all else has been told before."""
        wanted = [" ".join((*one.option_strings, str(one.metavar))) for one in self._actions if one.required]
        line = tr(
            "After `{command}` come: {what}. For example: {example}",
            command=self.prog,
            what=", ".join(wanted),
            example=self._example,
        )
        raise WrongUsage(line)


def parser(version: str) -> argparse.ArgumentParser:
    """Everything that can be typed; `command` is None where no command was."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--home", metavar="DIR", help=tr("keep everything under DIR"))
    about = tr("A quiet companion for kind breathing. Without a command it starts, or shows its window.")
    made = _Parser(prog="kindtimer", description=about, parents=[shared])
    made.add_argument(
        "--version", action="version", version=f"kindtimer {version}", help=tr("show the version")
    )
    made.add_argument("--at-login", action="store_true", help=tr("start hidden, as a login does"))
    commands = made.add_subparsers(dest="command", metavar=tr("COMMAND"))

    def command(name: str, told: str) -> _Parser:
        return commands.add_parser(name, help=told, description=told, parents=[shared])

    def paced(one: _Parser, nargs: str | None) -> _Parser:
        one.add_argument("pattern", nargs=nargs, metavar="PATTERN", help=tr("see `kindtimer patterns`"))
        one.add_argument("--minutes", metavar="M", help=tr("how long; it ends on a breath"))
        one.add_argument("--breaths", metavar="N", help=tr("how many breaths"))
        return one

    breathe = paced(command("breathe", tr("begin a breath now")), "?")
    breathe.add_argument("--scene", metavar="S", help=tr("see `kindtimer scenes`"))
    _sized(breathe)
    practice = command("practice", tr("begin a guided practice now"))
    practice.add_argument("practice", metavar="ID", help=tr("see `kindtimer practices`"))
    practice.add_argument("--length", metavar="L", help=tr("moment, short or full; the nearest there is"))
    practice.give_example("kindtimer practice compassion_break --length moment")
    _sized(practice)
    command("stop", tr("end the session"))
    telling = [
        command("status", tr("what KindTimer does now")),
        command("patterns", tr("the breathing patterns there are")),
        command("practices", tr("the guided practices there are")),
        command("scenes", tr("the pictures there are")),
        command("sounds", tr("the sounds there are")),
    ]
    add_offer_commands(command)
    render = paced(command("render", tr("write the sound of a pattern to a file")), None)
    render.add_argument("--out", metavar="FILE.wav", required=True, help=tr("the sound file to write"))
    render.add_argument("--carrier", metavar="C", default="air", help=tr("air, tone or none"))
    render.give_example("kindtimer render coherent --out breath.wav")
    render.add_argument("--no-bells", action="store_true", help=tr("without a bowl at start and end"))
    pack = command("pack", tr("practices that came as a file: check, add, list, remove, make"))
    pack.add_argument("what", metavar="WHAT", choices=PACK_DEEDS, help=", ".join(PACK_DEEDS))
    pack.add_argument("named", nargs="?", metavar="FILE", help=tr("a pack's file, its id, or a folder"))
    pack.add_argument("--out", metavar="FILE.zip", help=tr("the pack to write, for `pack make`"))
    pack.give_example("kindtimer pack check evenings.zip")
    telling.append(pack)
    doctor = command("doctor", tr("what is found here, and what to do about the rest"))
    doctor.add_argument("what", nargs="?", choices=("sync",), help=tr("flash and click once a second"))
    doctor.add_argument("--seconds", metavar="N", help=tr("how long `doctor sync` lasts"))
    for one in (*telling, doctor):
        one.add_argument("--json", action="store_true", help=tr("one JSON document and nothing else"))
    return made


def _sized(one: _Parser) -> None:
    size = one.add_mutually_exclusive_group()
    size.add_argument("--small", dest="size", action="store_const", const="small", help=tr("in the corner"))
    size.add_argument("--full", dest="size", action="store_const", const="full", help=tr("the whole screen"))


def number(text: str | None, example: str) -> float | None:
    """A number as typed; None where none was. Raises WrongUsage."""
    try:
        return None if text is None else float(text)
    except ValueError:
        name = showable(text, LONGEST_NAME)
        line = tr("“{text}” is not a number. For example: {example}", text=name, example=example)
        raise WrongUsage(line) from None


def whole(text: str | None, example: str) -> int | None:
    """A whole number as typed; None where none was. Raises WrongUsage."""
    found = number(text, example)
    if found is None:
        return None
    if not abs(found) < 1e9 or found != int(found):
        name = showable(text, LONGEST_NAME)
        line = tr("“{text}” is no such whole number. For example: {example}", text=name, example=example)
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
