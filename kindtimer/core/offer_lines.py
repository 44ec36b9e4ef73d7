"""Offer lines: the one sentence of an offer's card, in turns, none within five of itself. Pure.

Each names how long it takes, and nothing else that is counted. Lines that colleagues may read stand alone.
"""

from collections.abc import Collection
from hashlib import blake2b

from kindtimer.core.wish import ROOM
from kindtimer.core.words import _, tr, trn

LINES = (
    _("If it suits: {length}, slowly."),
    _("A few breaths, then back: {length}."),
    _("Feet on the floor and a long breath out: {length}."),
    _("Between this and the next thing: {length}."),
    _("Nothing to fix for {length}."),
    _("Room for jaw and shoulders, if you like: {length}."),
    _("Something warm in the hands, and {length}."),
    _("The out-breath a little longer than the in-breath, for {length}."),
    _("Rest for the eyes: {length} of slow light."),
    _("If this was a hard stretch: {length} of not pushing."),
    _("If this was an easy stretch: {length} to notice it."),
    _("You picked this time. It may suit, or not: {length}."),
    _("Looking far away, or breathing: {length}, either way."),
    _("With a question, if you like: what would a friend say? For {length}."),
    _("Would {length} of something softer be welcome?"),
    _("Here for {length}. It can also pass by."),
    _("Your own breath, or the flower's: {length}."),
    _("The flower is here for {length}, if you want company."),
    _("A window, a cup, a breath: any of them, for {length}."),
    _("Whatever the last hour was: {length} with nothing asked."),
    _("Softer eyes, softer hands: {length}."),
    _("A little less of everything, for {length}."),
    _("The same room as ever, for {length}."),
)

DISCREET = _("A short break: {length}.")
ASKS = _("Would another time of the day suit you better?")
"""Said once, beside the line, after some have been let pass."""


OF_A_CHOSEN_TIME = frozenset({11})
"""Numbers of the lines that are true only where the person chose this very time."""


OF_BREATH = frozenset({1, 2, 7, 8, 16, 17})
"""Numbers of the lines that speak of breath or of the flower, which nobody is offered who left both alone."""


def pick(seed: str, recent: Collection[int], *, chosen: bool = True, breath: bool = True) -> int:
    """The number of a line that is none of the `recent` ones; the same for the same seed.

    `chosen` says that the person chose this very time, `breath` that what is offered is a breath.
    """
    left_out = {*recent, *(() if chosen else OF_A_CHOSEN_TIME), *(() if breath else OF_BREATH)}
    free = [number for number in range(len(LINES)) if number not in left_out]
    lot = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "big")
    return free[lot % len(free)]


def line_words(number: int, minutes: float, *, own: str = "", discreet: bool = False) -> str:
    """What the card says: the person's `own` line, the discreet one, or the one of that number."""
    if own and not discreet:
        return own
    words = DISCREET if discreet else LINES[number % len(LINES)]
    return tr(words, length=length_words(minutes))


def take_words(practice: str) -> str:
    """What the button says that takes it."""
    return tr("Take the minute") if practice == ROOM else tr("Take a breath")


def length_words(minutes: float) -> str:
    """How long it takes, as a noun."""
    if minutes < 1.0:
        return tr("half a minute")
    whole = round(minutes)
    return tr("one minute") if whole == 1 else trn("{count} minute", "{count} minutes", whole)
