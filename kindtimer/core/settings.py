"""Settings: one frozen value, and the table of its fields. Reading and writing the file is `store`'s.

A bad value falls back for its own field alone; unknown keys are carried along untouched.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from math import isfinite
from types import MappingProxyType
from typing import Any

from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.help_line import COUNTRIES, NO_COUNTRY
from kindtimer.core.hold import SWITCHABLE, Hold
from kindtimer.core.offer_wish import Missed, OfferAs
from kindtimer.core.own_words import one_line
from kindtimer.core.pace import SETTLING
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_records import Partly, quiet_of, quiet_record, record_of, rules_of
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.sound import Bells, Carrier


class Size(StrEnum):
    """How a session stands on the screen."""

    FULL = "full"
    SMALL = "small"


class Motion(StrEnum):
    """How much may move. `SYSTEM` follows the desktop's wish where it tells one."""

    SYSTEM = "system"
    MOVING = "moving"
    STILL = "still"


class Theme(StrEnum):
    """The look of a window. `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    DUSK = "dusk"
    DAWN = "dawn"
    CONTRAST = "contrast"


class OneClick(StrEnum):
    """What one click on the tray brings (product §3, *Which door*), as far as it is there."""

    BREATH = "breath"
    ROOM = "room"


Check = Callable[[Any], Any]
"""Turns what the file holds into the field's value, or raises ValueError or TypeError."""


def _number(low: float, high: float) -> Check:
    def check(raw: Any) -> float:
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not isfinite(raw):
            raise TypeError("a number is wanted")
        if not low <= raw <= high:
            raise ValueError("the number is out of range")
        return float(raw)

    return check


def _whole(low: int, high: int) -> Check:
    number = _number(low, high)

    def check(raw: Any) -> int:
        value = number(raw)
        if value != int(value):
            raise ValueError("a whole number is wanted")
        return int(raw)

    return check


def _yes_no(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise TypeError("true or false is wanted")
    return raw


def _text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw or len(raw) > 200:
        raise TypeError("a short text is wanted")
    return raw


def _name(raw: Any) -> str:
    """A name as it may be told; what it names is known by its letters alone."""
    return _text(one_line(_text(raw)))


def _chord(raw: Any) -> str:
    """Keys as they are written; what they mean is understood where they are held."""
    if not isinstance(raw, str) or len(raw) > 60:
        raise TypeError("a few keys are wanted")
    return raw


def _one_of(known: Collection[str]) -> Check:
    def check(raw: Any) -> str:
        if _text(raw) not in known:
            raise ValueError("not among those there are")
        return _text(raw)

    return check


def _place(raw: Any) -> tuple[int, int, int, int] | None:
    if raw is None:
        return None
    if not isinstance(raw, list | tuple) or len(raw) != 4:
        raise TypeError("four whole numbers are wanted")
    number = _whole(-100_000, 100_000)
    left, top, width, height = (number(one) for one in raw)
    if width < 1 or height < 1:
        raise ValueError("a window has a width and a height")
    return left, top, width, height


def _holds(raw: Any) -> tuple[Hold, ...]:
    if not isinstance(raw, list | tuple):
        raise TypeError("a list of reasons is wanted")
    holds = tuple(dict.fromkeys(Hold(one) for one in raw))
    if not set(holds) <= set(SWITCHABLE):
        raise ValueError("this one always holds")
    return holds


def _sizes(raw: Any) -> Mapping[str, str]:
    if not isinstance(raw, dict):
        raise TypeError("a table of doors is wanted")
    return MappingProxyType({Door(key).value: Size(value).value for key, value in raw.items()})


def _late(raw: Any) -> Mapping[str, float]:
    if not isinstance(raw, dict):
        raise TypeError("a table of devices is wanted")
    number = _number(-500, 1000)
    return MappingProxyType({_text(key): number(value) for key, value in raw.items()})


def _field(default: Any, check: Check) -> Any:
    if isinstance(default, Mapping):
        return field(default_factory=lambda: default, metadata={"check": check})
    return field(default=default, metadata={"check": check})


def _shown_carrier(raw: Any) -> Carrier:
    carrier = Carrier(raw)
    if carrier is Carrier.CLICK:
        raise ValueError("not a carrier to choose")
    return carrier


_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Settings:
    """What the person chose, and a few things the program keeps for them.

    `theme` is the look of a session, `home_theme` that of the home window. `flower` is the number their own
    flower grows from, 0 until one is drawn. `sessions_met` counts the first four sessions, for the gentle
    ramp, and never goes further. `volume` 0–1; `late_ms` by device. `home_place` is where the home window
    stood: left, top, width, height. `welcomed` and `closing_told` say what was said once. `holds_off` are the
    reasons that no longer hold an offer; keys and mouse are busy for `input_s` after the last of them.
    `breathe_key` are the keys that begin *Breathe* from any window, none where it is empty.
    """

    pattern: str = _field("longer_out_46", _name)
    minutes: float = _field(3.0, _number(1, 20))
    scene: str = _field("flower", _one_of(SCENE_NAMES))
    size: Mapping[str, str] = _field(_NOTHING, _sizes)
    theme: Theme = _field(Theme.DUSK, Theme)
    home_theme: Theme = _field(Theme.SYSTEM, Theme)
    motion: Motion = _field(Motion.SYSTEM, Motion)
    sound: Wanted = _field(Wanted.UNSET, Wanted)
    carrier: Carrier = _field(Carrier.AIR, _shown_carrier)
    bells: Bells = _field(Bells.START_END, Bells)
    volume: float = _field(0.4, _number(0, 1))
    late_ms: Mapping[str, float] = _field(_NOTHING, _late)
    one_click: OneClick = _field(OneClick.BREATH, OneClick)
    gentle_only: bool = _field(True, _yes_no)
    keep_record: bool = _field(True, _yes_no)
    language: str = _field("system", _text)
    flower: int = _field(0, _whole(0, 2**31 - 1))
    country: str = _field(NO_COUNTRY, _one_of((NO_COUNTRY, *COUNTRIES)))
    home_place: tuple[int, int, int, int] | None = _field(None, _place)
    home_maximised: bool = _field(False, _yes_no)
    welcomed: bool = _field(False, _yes_no)
    closing_told: bool = _field(False, _yes_no)
    sessions_met: int = _field(0, _whole(0, len(SETTLING)))
    rules: tuple[Rule, ...] = _field((), rules_of)
    quiet: Quiet = _field(Quiet(), quiet_of)
    missed: Missed = _field(Missed.LET_GO, Missed)
    holds_off: tuple[Hold, ...] = _field((), _holds)
    input_s: float = _field(5.0, _number(1, 60))
    offer_as: OfferAs = _field(OfferAs.CARD, OfferAs)
    discreet: bool = _field(False, _yes_no)
    breathe_key: str = _field("", _chord)

    def size_for(self, door: Door) -> Size:
        """Full or small, as it was left for this door; an offer's minute begins small."""
        usual = Size.SMALL if door is Door.OFFER else Size.FULL
        return Size(self.size.get(door.value, usual.value))

    def with_size(self, door: Door, size: Size) -> "Settings":
        """Remember full or small for this door."""
        return replace(self, size=MappingProxyType({**self.size, door.value: size.value}))


def read(raw: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """Settings from a mapping, and the names of the fields whose value could not be used."""
    good: dict[str, Any] = {}
    bad: list[str] = []
    for one in fields(Settings):
        if one.name in raw:
            try:
                good[one.name] = one.metadata["check"](raw[one.name])
            except Partly as part:
                good[one.name] = part.value
                bad.append(one.name)
            except (ValueError, TypeError, OverflowError):
                bad.append(one.name)
    return Settings(**good), bad


def plain(settings: Settings) -> dict[str, Any]:
    """The settings as JSON values, in the order of the table."""
    return {one.name: _plain(getattr(settings, one.name)) for one in fields(Settings)}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Rule):
        return record_of(value)
    if isinstance(value, Quiet):
        return quiet_record(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value
