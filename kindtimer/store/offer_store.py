"""Offer store: the desk of offers as one small private file, so that no restart gives an offer twice.

Made by `program`; main thread; short reads and writes. The person's own words are not in it. A damaged file
is kept beside, and offers begin anew: the worst that can come of it is one offer that was given before.
"""

import contextlib
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold
from kindtimer.core.offer import Account, Again, Fate, Offer, Shown, Waiting
from kindtimer.core.offer_desk import MOST_ACCOUNTS, MOST_GIVEN, Desk
from kindtimer.core.pause import LONGEST, Pause
from kindtimer.core.words import tr
from kindtimer.store.paths import Home
from kindtimer.store.safe_file import beside, read_bytes, write_whole

OFFERS, LARGEST = "offers.json", 4 << 20
FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Beyond these a time is damage: what is reckoned from it would leave the calendar."""

T = TypeVar("T")


class OfferStore:
    """One home's desk of offers. `troubles` are kind lines to show once, filled by `load`."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self.troubles: list[str] = []
        self._path = home.folder / OFFERS
        self._clock = clock

    def load(self) -> Desk:
        """The desk as it was left; a new one where there is none, or none that can be read."""
        try:
            raw = read_bytes(self._path, LARGEST)
        except FileNotFoundError:
            return Desk()
        except OSError as error:
            self.troubles.append(_not_read(error.strerror or str(error)))
            return Desk()
        try:
            return _desk(json.loads(raw))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
            self._set_aside()
            return Desk()

    def save(self, desk: Desk) -> str | None:
        """Keep it whole; a kind line where that could not be done."""
        try:
            write_whole(self._path, json.dumps(_plain(desk)).encode())
        except OSError as error:
            return tr(
                "What became of offers could not be kept ({why}). They go on; after a restart one may come "
                "that was there before.",
                why=(error.strerror or str(error)).lower(),
            )
        return None

    def _set_aside(self) -> None:
        bad = beside(self._path, self._clock)
        with contextlib.suppress(OSError):
            os.rename(self._path, bad)
        self.troubles.append(
            tr(
                "What became of offers could not be read. Your times are whole; the old file is kept as "
                "“{name}”.",
                name=bad.name,
            )
        )


def desk_as_it_is(home: Home) -> Desk:
    """What can be read of a home's desk; nothing is changed, whatever the file holds."""
    try:
        return _desk(json.loads(read_bytes(home.folder / OFFERS, LARGEST)))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return Desk()


def _not_read(why: str) -> str:
    return tr("What became of offers could not be read ({why}). Your times are whole.", why=why.lower())


# --- to plain values ------------------------------------------------------------------------------------


def _plain(desk: Desk) -> dict[str, Any]:
    return {
        "looked": _stamp(desk.looked),
        "given": list(desk.given),
        "waiting": desk.waiting
        and {
            "offer": _plain_offer(desk.waiting.offer),
            "ready": _stamp(desk.waiting.ready),
            "until": _stamp(desk.waiting.until),
            "holds": [hold.value for hold in desk.waiting.holds],
        },
        "shown": desk.shown
        and {
            "offer": _plain_offer(desk.shown.offer),
            "at": _stamp(desk.shown.at),
            "line": desk.shown.line,
            "asks": desk.shown.asks,
        },
        "again": desk.again and {"offer": _plain_offer(desk.again.offer), "at": _stamp(desk.again.at)},
        "pause": desk.pause
        and {
            "since": _stamp(desk.pause.since),
            "until": _stamp(desk.pause.until),
            "length_s": desk.pause.length and desk.pause.length.total_seconds(),
            "own": desk.pause.own,
        },
        "passed": desk.passed,
        "asked": desk.asked,
        "lines": list(desk.lines),
        "accounts": [
            [_stamp(one.due), one.rule, one.fate.value, [hold.value for hold in one.holds]]
            for one in desk.accounts
        ],
    }


def _plain_offer(offer: Offer) -> dict[str, Any]:
    return {"keys": list(offer.keys), "rule": offer.rule, "due": _stamp(offer.due), "late": offer.late}


def _stamp(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(UTC).isoformat()


# --- and back; ValueError, TypeError or KeyError for what is none ---------------------------------------


def _desk(held: dict[str, Any]) -> Desk:
    return Desk(
        looked=_maybe(_when, held["looked"]),
        given=tuple(_word(key) for key in held["given"][-MOST_GIVEN:]),
        waiting=_maybe(
            lambda one: Waiting(
                _offer(one["offer"]), _when(one["ready"]), _when(one["until"]), _holds(one["holds"])
            ),
            held["waiting"],
        ),
        shown=_maybe(
            lambda one: Shown(_offer(one["offer"]), _when(one["at"]), int(one["line"]), bool(one["asks"])),
            held["shown"],
        ),
        again=_maybe(lambda one: Again(_offer(one["offer"]), _when(one["at"])), held["again"]),
        pause=_maybe(_pause, held["pause"]),
        passed=int(held["passed"]),
        asked=bool(held["asked"]),
        lines=tuple(int(one) for one in held["lines"]),
        accounts=tuple(
            Account(_when(due), _word(rule), Fate(fate), _holds(holds))
            for due, rule, fate, holds in held["accounts"][-MOST_ACCOUNTS:]
        ),
    )


def _offer(held: dict[str, Any]) -> Offer:
    keys = tuple(_word(key) for key in held["keys"])
    return Offer(keys, _word(held["rule"]), _when(held["due"]), bool(held["late"]))


def _pause(held: dict[str, Any]) -> Pause:
    length = _maybe(_length, held["length_s"])
    return Pause(_when(held["since"]), _maybe(_when, held["until"]), length, bool(held["own"]))


def _when(raw: str) -> datetime:
    when = datetime.fromisoformat(raw)
    if when.tzinfo is None:
        raise ValueError("a time without its zone")
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        raise ValueError("a time nobody could have kept")
    return when.astimezone(UTC)


def _length(seconds: Any) -> timedelta:
    if not 0.0 < float(seconds) <= LONGEST.total_seconds():
        raise ValueError("no pause is as long")
    return timedelta(seconds=float(seconds))


def _holds(raw: list[str]) -> tuple[Hold, ...]:
    return tuple(Hold(one) for one in raw)


def _word(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError("a word is wanted")
    return raw


def _maybe(read: Callable[[Any], T], raw: Any) -> T | None:
    return None if raw is None else read(raw)
