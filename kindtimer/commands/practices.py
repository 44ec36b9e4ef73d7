"""Practices: begins one, and tells which there are, in words or as JSON.

Called by `cli`; prints to standard output and returns the exit code.
"""

from argparse import Namespace
from collections.abc import Mapping

from kindtimer.commands.handing_over import Runner, start
from kindtimer.commands.telling import print_json, read_patterns
from kindtimer.core.command_line import CouldNot, WrongUsage
from kindtimer.core.practice_plan import Depth, Length, PracticePlan
from kindtimer.core.wish import NotPossible, Wish
from kindtimer.core.words import tr
from kindtimer.store.paths import Home
from kindtimer.store.practice_shelf import practices_of


def practice(typed: Namespace, home: Home, runner: Runner, environ: Mapping[str, str]) -> int:
    """`practice ID`: begin it now."""
    length = _length(typed.length)

    def wish() -> Wish:
        # Only a program that starts needs the value; one that runs makes its own of the message.
        from kindtimer.core.entry import Door
        from kindtimer.core.guided_practice import find_plan
        from kindtimer.core.settings import Size

        try:
            find_plan(read_plans(home), typed.practice)
        except NotPossible as reason:
            raise WrongUsage(str(reason)) from None
        size = Size(typed.size) if typed.size else None
        return Wish(Door.COMMAND, practice=typed.practice, length=length, size=size)

    message = {"wish": "practice", "practice": typed.practice, "length": typed.length, "size": typed.size}
    return start(home, wish, message, runner, environ)


def tell_practices(typed: Namespace, home: Home) -> int:
    """`practices`: those there are."""
    from kindtimer.core.lists import practice_document, practice_line

    plans = read_plans(home).values()
    if typed.json:
        return print_json([practice_document(plan) for plan in plans])
    for depth in Depth:
        for plan in plans:
            if plan.depth is depth:
                print(practice_line(plan))
    return 0


def read_plans(home: Home) -> Mapping[str, PracticePlan]:
    """All practices by id, ours and those of this home's packs. Raises CouldNot where ours are not whole."""
    from kindtimer.store.practice_store import BadPractice

    try:
        return practices_of(home, read_patterns())()
    except BadPractice as reason:
        raise CouldNot(reason.findings[0]) from None


def _length(typed: str | None) -> Length | None:
    if typed is None:
        return None
    try:
        return Length(typed)
    except ValueError:
        known = ", ".join(Length)
        raise WrongUsage(
            tr("After --length comes one of {known}. For example: --length short", known=known)
        ) from None
