"""Offer told: what tray, page and terminal say of offers now, in one quiet line colleagues may read. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from enum import Enum, auto
from typing import Any

from kindtimer.core.day_words import moment_told
from kindtimer.core.hold import Hold, held_line
from kindtimer.core.offer_desk import Desk
from kindtimer.core.pause import Pause
from kindtimer.core.rule import shown_time
from kindtimer.core.words import tr

UNTIL_RESUMED = "until resumed"


class Standing(Enum):
    """What matters most of offers now, the same wherever one line tells it; the first that is so."""

    SHOWN = auto()
    PAUSED = auto()
    WAITING = auto()
    NEXT = auto()


def standing(desk: Desk, when: datetime) -> Standing:
    """What matters most: one that is here can be taken, even where it was asked for during a pause."""
    if desk.shown is not None:
        return Standing.SHOWN
    if desk.pause is not None and desk.pause.holds_at(when):
        return Standing.PAUSED
    return Standing.NEXT if desk.waiting is None else Standing.WAITING


def offer_told(
    desk: Desk, when: datetime, zone: tzinfo, holds: Sequence[Hold], coming: datetime | None, by_time: bool
) -> str:
    """The most that matters now, and nothing else.

    `holds` are why one waits, `coming` is when the next one comes; `by_time` says that a rule is on whose
    times stand beforehand.
    """
    stands = standing(desk, when)
    if stands is Standing.SHOWN:
        return tr("A minute is still here.")
    if stands is Standing.PAUSED and desk.pause is not None:
        # That they paused themselves is said in the window alone.
        return tr("Offers are paused.") if desk.pause.own else pause_told(desk.pause, when, zone)
    if stands is Standing.WAITING:
        return held_line(holds)
    if coming is not None:
        return tr("Next: {time}", time=time_told(coming, when.astimezone(zone)))
    return tr("Nothing comes: it is always quiet then, or their last day is over.") if by_time else ""


def pause_told(pause: Pause, when: datetime, zone: tzinfo) -> str:
    """Until when nothing is offered."""
    if pause.own:
        return tr("Offers paused themselves.")
    if pause.until is None:
        return tr("Offers are paused until you go on.")
    return tr(
        "Offers are paused until {time}.",
        time=time_told(pause.until.astimezone(zone), when.astimezone(zone)),
    )


def time_told(at: datetime, now: datetime) -> str:
    """A local moment as people say it: the time alone today, else with its day."""
    return shown_time(at.time()) if at.date() == now.date() else moment_told(at, now.date())


def offer_document(
    desk: Desk, zone: tzinfo, holds: Sequence[Hold], coming: datetime | None
) -> dict[str, Any]:
    """What `kindtimer status --json` says of offers. Keys are a contract (product §5)."""
    offer = None
    if desk.shown is not None:
        shown = desk.shown.offer
        offer = {"rule": shown.rule or None, "due": _stamp(shown.due, zone), "state": "shown"}
    elif desk.waiting is not None:
        waiting = desk.waiting.offer
        offer = {"rule": waiting.rule, "due": _stamp(waiting.due, zone), "state": "waiting"}
    pause = desk.pause
    until = None if pause is None else UNTIL_RESUMED if pause.until is None else _stamp(pause.until, zone)
    return {
        "offer": offer,
        "next_offer": None if coming is None else coming.isoformat(timespec="seconds"),
        "paused_until": until,
        "held": [hold.value for hold in holds],
    }


def _stamp(when: datetime, zone: tzinfo) -> str:
    return when.astimezone(zone).isoformat(timespec="seconds")


def document_told(document: Mapping[str, Any], when: datetime) -> str:
    """The most that matters of what a status document says of offers, for the terminal; often nothing.

    `when` is now, aware; days are told in the zone the document was written in.
    """
    offer = document.get("offer") or {}
    if offer.get("state") == "shown":
        return tr("A minute is here: `kindtimer take`.")
    paused = document.get("paused_until")
    if paused == UNTIL_RESUMED:
        return tr("Offers are paused until `kindtimer resume`.")
    if paused is not None and datetime.fromisoformat(paused) > when:
        return tr("Offers are paused until {time}.", time=_stamp_told(paused, when))
    if offer.get("state") == "waiting":
        reasons = [hold for hold in Hold if hold.value in (document.get("held") or ())]
        return held_line(reasons) or tr("An offer comes in a moment; `kindtimer take` takes it now.")
    coming = document.get("next_offer")
    return "" if coming is None else tr("Next offer: {time}.", time=_stamp_told(coming, when))


def _stamp_told(stamp: str, when: datetime) -> str:
    at = datetime.fromisoformat(stamp)
    return time_told(at, when.astimezone(at.tzinfo))
