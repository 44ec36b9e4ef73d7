"""Offer command line: what can be typed about offers. Pure; `core/command_line.py` calls it."""

import argparse
from collections.abc import Callable

from kindtimer.core.words import tr

CHANGES = ("add", "remove", "on", "off", "quiet")
WHAT = ("list", *CHANGES)

EXAMPLES = (
    "kindtimer prompts --from tomorrow --days 3",
    'kindtimer prompts add "Mon-Fri 10:00, 14:30"',
    'kindtimer prompts add "weekdays at 10 and half past two" --minutes 2',
    'kindtimer prompts add "every 90 min 09:00-17:00"',
    'kindtimer prompts add "every hour at the computer"',
    'kindtimer prompts add "2 between 10:00 and 16:00"',
    'kindtimer prompts add "twice in the afternoon" --practice room',
    'kindtimer prompts add "after first unlock"',
    'kindtimer prompts add "after 50 min of focus"',
    'kindtimer prompts add "after a call"',
    "kindtimer prompts list",
    "kindtimer prompts off 1",
    "kindtimer prompts remove 1",
    "kindtimer prompts quiet 22:00-07:00",
    'kindtimer prompts quiet "Sat, Sun"',
    "kindtimer prompts quiet 2026-12-24..2027-01-06",
    "kindtimer prompts quiet 24 Dec to 6 Jan",
    "kindtimer prompts quiet --remove 22:00-07:00",
    "kindtimer prompts quiet none",
)
"""One of every kind, each as it can be typed."""


def add_offer_commands(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add them; `command` makes one of a name and what is told of it."""
    command("break", tr("offer a kind minute now"))
    command("take", tr("take the offer that waits"))
    pause = command("pause", tr("no offers for a while"))
    pause.add_argument(
        "words",
        nargs="*",
        metavar="HOW LONG",
        help=tr("90 min, half an hour, until 2pm, until tomorrow, or nothing: until `resume`"),
    )
    command("resume", tr("offers go on"))
    prompts = command("prompts", tr("when offers come, and the times set for them"))
    prompts.add_argument(
        "what",
        nargs="?",
        choices=WHAT,
        metavar="WHAT",
        help=tr("{what}; left out: when offers come", what=", ".join(WHAT)),
    )
    prompts.add_argument(
        "words",
        nargs="*",
        metavar="WORDS",
        help=tr("when, such as “Mon-Fri 10:00”; its number in the list; or what is quiet"),
    )
    prompts.add_argument(
        "--practice",
        metavar="P",
        help=tr(
            "what is offered: breathe, room (the room around you), or a pattern: see `kindtimer patterns`"
        ),
    )
    prompts.add_argument("--minutes", metavar="M", help=tr("how long it lasts: 0.5 to 20; 1 unless told"))
    prompts.add_argument("--words", dest="own", metavar="LINE", help=tr("your own line for the card"))
    prompts.add_argument("--remove", action="store_true", help=tr("with `quiet`: no longer quiet"))
    prompts.add_argument(
        "--from", dest="start", metavar="DATE", help=tr("from this day on: 2026-03-29, tomorrow")
    )
    prompts.add_argument("--days", metavar="N", help=tr("how many days; 7 unless told"))
    prompts.add_argument("--zone", metavar="Z", help=tr("as in another time zone: Europe/Berlin"))
    prompts.add_argument("--json", action="store_true", help=tr("one JSON document and nothing else"))
    prompts.epilog = "\n  ".join((tr("For example:"), *EXAMPLES))
