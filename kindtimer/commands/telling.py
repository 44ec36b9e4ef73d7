"""Telling: what is going on, and which patterns, pictures and sounds there are; in words or as JSON.

Called by `cli`; prints to standard output and returns the exit code.
"""

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from kindtimer import __version__
from kindtimer.commands.handing_over import accepted, ask_program
from kindtimer.core.command_line import CouldNot, WrongUsage
from kindtimer.core.own_words import LONGEST_NAME, showable
from kindtimer.core.words import tr, trn
from kindtimer.store.paths import Home, assets

if TYPE_CHECKING:
    from kindtimer.core.pattern import Pattern


def tell_names(typed: Namespace) -> int:
    """`patterns`, `scenes`, `sounds`: what there is in every home; the exit code."""
    return _patterns(typed.json) if typed.command == "patterns" else _names(typed.command, typed.json)


def tell_status(typed: Namespace, home: Home) -> int:
    """`status`: what goes on in this home; the exit code."""
    reply = ask_program(home, {"wish": "status"})
    from kindtimer.core.status import at_rest

    told = at_rest(__version__)
    if reply is not None:
        told |= accepted(reply).get("status", {})
    if typed.json:
        return print_json(told)
    session = told["session"]
    if not told["running"]:
        print(tr("KindTimer is not running."))
    elif session is None:
        print(tr("KindTimer is running; no session."))
    else:
        left = max(1, round((session["planned_s"] - session["position_s"]) / 60.0))
        about = trn("about {count} minute left", "about {count} minutes left", left)
        what = showable(_named(session, home), LONGEST_NAME)
        if session["paused"]:
            print(tr("A session waits: {what}, {about}.", what=what, about=about))
        else:
            print(tr("A session runs: {what}, {about}.", what=what, about=about))
    if told["running"] and (line := _of_offers(told)):
        print(line)
    return 0


def _named(session: "dict[str, Any]", home: Home) -> str:
    if session["pattern"]:
        pattern = read_patterns().get(session["pattern"])
        return tr(pattern.name) if pattern else str(session["pattern"])
    from kindtimer.commands.practices import read_plans

    plan = read_plans(home).get(session["practice"])
    return tr(plan.title) if plan else str(session["practice"])


def _of_offers(told: "dict[str, Any]") -> str:
    from kindtimer.core.clock import SystemClock
    from kindtimer.core.offer_told import document_told

    return document_told(told, SystemClock().when())


def _patterns(as_json: bool) -> int:
    from kindtimer.core.lists import pattern_document, pattern_line

    patterns = read_patterns().values()
    if as_json:
        return print_json([pattern_document(pattern) for pattern in patterns])
    for pattern in patterns:
        print(pattern_line(pattern))
    return 0


def _names(command: str, as_json: bool) -> int:
    from kindtimer.core import lists

    found = lists.scenes() if command == "scenes" else lists.sounds()
    if as_json:
        return print_json(found)
    for one in found:
        print(f"{one['id']:12} {one['name']}")
    return 0


def read_patterns() -> "dict[str, Pattern]":
    """The built-in patterns. Raises CouldNot where their file is not whole."""
    from kindtimer.store.pattern_store import BadPatterns
    from kindtimer.store.pattern_store import read_patterns as read

    try:
        return read(assets() / "patterns.toml")
    except BadPatterns as reason:
        raise CouldNot(str(reason)) from None


def find_pattern(name: str) -> "Pattern":
    """The pattern of that id. Raises WrongUsage with the ones there are."""
    from kindtimer.core.wish import NotPossible, find

    try:
        return find(read_patterns(), name)
    except NotPossible as reason:
        raise WrongUsage(str(reason)) from None


def print_json(document: Any) -> int:
    """One JSON document and nothing else, in plain ASCII where the terminal knows no more.

    So too where a name in it would steer the terminal, or is no text: escaped, it comes through whole.
    """
    is_utf = (sys.stdout.encoding or "").lower().startswith("utf")
    told = json.dumps(document, ensure_ascii=False)
    print(json.dumps(document, indent=2, ensure_ascii=not is_utf or showable(told) != told))
    return 0
