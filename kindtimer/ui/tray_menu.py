"""Tray menu: the entries there are now, in words that colleagues may read. Nothing is greyed out.

What one click brings comes first: on desktops that open the menu on a left click it is then one more click
away. *Breathe* is always there.
"""

from collections.abc import Callable, Sequence

from kindtimer.core.session import Session
from kindtimer.core.words import tr
from kindtimer.desktop.tray import MenuEntry


def entries(
    session: Session | None,
    *,
    breathe: Callable[[], None],
    show: Callable[[], None],
    pause: Callable[[], None],
    leave: Callable[[], None],
    home: Callable[[], None],
    help_now: Callable[[], None],
    quit_: Callable[[], None],
    room: Callable[[], None] | None = None,
    offers: Sequence[MenuEntry] = (),
) -> list[MenuEntry]:
    """What the menu holds: with a session on the screen its own entries first, else *Breathe*.

    `room` is given where one click brings *The room around you*; `offers` are their own entries.
    """
    always = [
        MenuEntry(tr("Home"), home, apart=True),
        MenuEntry(tr("Help now"), help_now),
        MenuEntry(tr("Quit"), quit_, apart=True),
    ]
    if session is None:
        first = [] if room is None else [MenuEntry(tr("The room around you"), room)]
        return [*first, MenuEntry(tr("Breathe"), breathe), *offers, *always]
    waits = tr("Pause") if session.runs else tr("Go on")
    return [
        MenuEntry(tr("Show"), show),
        MenuEntry(waits, pause),
        MenuEntry(tr("Leave the session"), leave),
        *offers,
        *always,
    ]
