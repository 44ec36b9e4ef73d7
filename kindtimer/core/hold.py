"""Hold: why an offer waits, each reason in plain words, and what a desktop answers when it is asked. Pure."""

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType

from kindtimer.core.words import _, tr


class Hold(StrEnum):
    """A reason to wait. Each of `SWITCHABLE` can be turned off by the person."""

    FULL_SCREEN = "full_screen"
    SHARING = "sharing"
    CALL = "call"
    DO_NOT_DISTURB = "do_not_disturb"
    LOCKED = "locked"
    INPUT = "input"
    SESSION = "session"
    QUIET = "quiet"
    PAUSE = "pause"


class Reading(StrEnum):
    """What a probe knows. UNKNOWN (it failed, hung or has nobody to ask) never holds anything."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


ASKED = (Hold.LOCKED, Hold.FULL_SCREEN, Hold.SHARING, Hold.CALL, Hold.DO_NOT_DISTURB, Hold.INPUT)
"""Those the desktop is asked for, in the order in which they are told."""

SWITCHABLE = ASKED

_WORDS = MappingProxyType(
    {
        Hold.FULL_SCREEN: _("something fills the screen"),
        Hold.SHARING: _("the screen is shown to others"),
        Hold.CALL: _("microphone or camera are in use"),
        Hold.DO_NOT_DISTURB: _("do not disturb is on"),
        Hold.LOCKED: _("the screen is locked"),
        Hold.INPUT: _("keys or mouse are busy"),
        Hold.SESSION: _("a session is running"),
        Hold.QUIET: _("it is a quiet time"),
        Hold.PAUSE: _("offers are paused"),
    }
)


def hold_words(hold: Hold) -> str:
    """The reason, in a few words."""
    return tr(_WORDS[hold])


def held_line(holds: Iterable[Hold]) -> str:
    """One quiet line of why an offer waits; nothing where nothing holds."""
    reasons = tuple(holds)
    if not reasons:
        return ""
    return tr("An offer waits: {why}.", why=", ".join(hold_words(hold) for hold in reasons))
