"""Offer wish: how a person wants offers to come, and what is to become of one that was missed. Values."""

from enum import StrEnum


class Missed(StrEnum):
    """What the person wants of an offer that was missed, or held for long."""

    LET_GO = "let_go"
    ONE_LATE = "one_late"
    QUIET_MOMENT = "quiet_moment"


class OfferAs(StrEnum):
    """How it is shown. Where no card can be placed it is a notification anyway."""

    CARD = "card"
    NOTIFICATION = "notification"
