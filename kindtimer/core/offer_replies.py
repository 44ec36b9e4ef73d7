"""Offer replies: what can be answered to an offer, and in which words: the same on card and notification.

What each of them brings about is `Offering`'s. Values and pure functions.
"""

from enum import StrEnum
from types import MappingProxyType

from kindtimer.core.offer_lines import take_words
from kindtimer.core.wish import BREATHE
from kindtimer.core.words import _, tr


class Reply(StrEnum):
    """One answer; its value is what a notification daemon knows it by. The foremost first."""

    TAKE = "take"
    NOT_NOW = "not_now"
    QUARTER_LATER = "later_15"
    HOUR_LATER = "later_60"
    EVENING = "evening"
    NOT_TODAY = "not_today"
    ANOTHER_TIME = "another_time"
    FEWER = "fewer"


_WORDS = MappingProxyType(
    {
        Reply.NOT_NOW: _("Not now"),
        Reply.QUARTER_LATER: _("In 15 minutes"),
        Reply.HOUR_LATER: _("In an hour"),
        Reply.EVENING: _("This evening"),
        Reply.NOT_TODAY: _("Not today"),
        Reply.ANOTHER_TIME: _("Another time"),
        Reply.FEWER: _("Fewer of these"),
    }
)

AT_FIRST = 3
"""So many answers of a notification are in sight on every desktop; some show no more of them."""


def reply_words(reply: Reply, practice: str = BREATHE) -> str:
    """What its button says; the one that takes the offer says what is taken."""
    return take_words(practice) if reply is Reply.TAKE else tr(_WORDS[reply])


def replies(*, asks: bool) -> tuple[Reply, ...]:
    """All of them, the foremost first; an offer that `asks` has the answer to its question among these."""
    if not asks:
        return tuple(Reply)
    rest = [reply for reply in Reply if reply is not Reply.ANOTHER_TIME]
    return (*rest[: AT_FIRST - 1], Reply.ANOTHER_TIME, *rest[AT_FIRST - 1 :])
