"""Handing over: a wish goes to the KindTimer that runs in this home, or this process becomes it.

Called by `cli` and the other commands. Nothing of Qt is loaded before the program is to start.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kindtimer.core.command_line import CouldNot, NotOpened, WrongUsage
from kindtimer.core.words import tr
from kindtimer.store.paths import Home, HomeTrouble

if TYPE_CHECKING:
    from kindtimer.core.wish import Wish

STARTS_TRIED = 5

Runner = Callable[..., int]
"""Runs the program to its end: home, wish, seconds of `doctor sync`, `at_login` where it is so; the code."""


def ask_program(home: Home, message: dict[str, Any]) -> dict[str, Any] | None:
    """What the KindTimer of this home answers; None where none runs."""
    from kindtimer.desktop.remote import ask, server_of

    return ask(server_of(home.lock, home.socket), message)


def accepted(reply: Mapping[str, Any]) -> Mapping[str, Any]:
    """The reply, where it is a yes. Raises WrongUsage or CouldNot with its line."""
    if reply.get("ok"):
        return reply
    line = str(reply.get("line") or tr("KindTimer could not do that; `kindtimer doctor` says more."))
    raise WrongUsage(line) if reply.get("code") == 2 else CouldNot(line)


def start(
    home: Home,
    wish: "Wish | Callable[[], Wish] | None",
    message: dict[str, Any],
    runner: Runner,
    environ: Mapping[str, str],
    sync_seconds: int | None = None,
) -> int:
    """Hand the message to the KindTimer that runs, or become it; the exit code."""
    reply = ask_program(home, message)
    if reply is not None:
        accepted(reply)
        return 0
    from kindtimer.core.clock import SystemClock
    from kindtimer.desktop.display import display_trouble
    from kindtimer.desktop.remote import AlreadyRunning, hand_over, is_taken
    from kindtimer.store.pattern_store import BadPatterns

    if callable(wish):
        wish = wish()
    try:
        home.make()
    except HomeTrouble as line:
        raise NotOpened(str(line)) from None
    clock = SystemClock()
    for _ in range(STARTS_TRIED):
        if is_taken(home.lock):
            # Another start came first and is not listening so far: it gets the wish once it does.
            reply = hand_over(home.lock, home.socket, message, clock)
            if reply is not None:
                accepted(reply)
                return 0
        trouble = display_trouble(environ)
        if trouble:
            raise CouldNot(trouble)
        try:
            return runner(home, wish, sync_seconds)
        except AlreadyRunning:
            continue
        except BadPatterns as reason:
            raise NotOpened(str(reason)) from None
    raise CouldNot(tr("Another KindTimer came first each time. A second start in a moment shows its window."))
