"""Setting: one row of the settings: how a field is named, told, chosen, searched and put into words.

Which rows there are is said in `core/settings_table.py`. Values and pure functions; no Qt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kindtimer.core.settings import Settings
from kindtimer.core.words import _, tr, trn

LONGEST_DEVICE = 200
"""Letters of a device's name that the settings' file takes back."""


class Section(StrEnum):
    """The parts of the page, in their order."""

    AT_HAND = "at_hand"
    SOUND = "sound"
    PICTURE = "picture"
    SESSIONS = "sessions"
    TRAY = "tray"
    KEPT = "kept"
    ABOUT = "about"


SECTION_TITLES: Mapping[Section, str] = MappingProxyType(
    {
        Section.AT_HAND: _("At hand"),
        Section.SOUND: _("How it sounds"),
        Section.PICTURE: _("Picture"),
        Section.SESSIONS: _("Sessions"),
        Section.TRAY: _("Tray and start"),
        Section.KEPT: _("Your words and where they are kept"),
        Section.ABOUT: _("About and licences"),
    }
)


class Control(StrEnum):
    """How it is chosen."""

    CHOICE = "choice"
    SWITCH = "switch"
    SLIDER = "slider"


class Unit(StrEnum):
    """What a slider's number is of."""

    PERCENT = "percent"
    MINUTES = "minutes"
    LATER = "later"


@dataclass(frozen=True)
class Setting:
    """One row: `name` is the field's. Texts are marked for translation and translated where they are shown.

    `words` are the values to choose from, `others` names of values that may stand and are not offered.
    `part` is the key within a field that is a mapping, and `absent` what counts where that has no such
    key. A slider goes from `low` to `high` in its unit; `scale` of it is 1 of the field.
    """

    name: str
    section: Section
    title: str
    told: str
    control: Control
    words: Mapping[Any, str] = field(default_factory=dict)
    others: Mapping[Any, str] = field(default_factory=dict)
    part: str = ""
    absent: Any = None
    low: int = 0
    high: int = 0
    step: int = 1
    page: int = 1
    scale: float = 1.0
    unit: Unit = Unit.PERCENT
    search: str = ""

    def value(self, settings: Settings) -> Any:
        """What stands in these settings."""
        held = getattr(settings, self.name)
        return held.get(self.part, self.absent) if isinstance(held, Mapping) else held

    @property
    def usual(self) -> Any:
        """What stands there until the person chooses."""
        return self.value(Settings())

    def change(self, settings: Settings, value: Any) -> dict[str, Any]:
        """The fields to change so that `value` stands there."""
        held = getattr(settings, self.name)
        if not isinstance(held, Mapping):
            return {self.name: value}
        kept = {key: one for key, one in held.items() if key != self.part}
        if value != self.absent:
            kept[self.part] = value
        return {self.name: MappingProxyType(kept)}

    def number(self, value: Any) -> int:
        """A slider's whole number for a value, within its range."""
        return int(min(self.high, max(self.low, round(value * self.scale))))

    def of_number(self, number: int) -> float:
        """The value of a slider's whole number."""
        return number / self.scale

    def told_value(self, value: Any) -> str:
        """A value in words, with its unit."""
        if self.control is Control.SLIDER:
            return _told_number(self.unit, value * self.scale)
        named = self.words.get(value) or self.others.get(value)
        return tr(named) if named else tr("“{name}”", name=value)

    def is_odd(self, value: Any) -> bool:
        """Whether it is none of the choices."""
        return self.control is Control.CHOICE and value not in self.words

    def holds(self, words: Sequence[str]) -> bool:
        """Whether all of these small-lettered words stand in what is said of it."""
        said = [self.title, self.told, self.search, SECTION_TITLES[self.section], *self.words.values()]
        heap = " ".join(tr(one) for one in said).casefold()
        return all(word in heap for word in words)


def _told_number(unit: Unit, number: float) -> str:
    if unit is Unit.PERCENT:
        return tr("{number} %", number=f"{number:.0f}")
    if unit is Unit.MINUTES:
        if number == int(number):
            return trn("{count} minute", "{count} minutes", int(number))
        return tr("{number} minutes", number=f"{number:g}")
    if round(number) == 0:
        return tr("0 ms")
    told = f"{abs(number):.0f}"
    return tr("{number} ms later", number=told) if number > 0 else tr("{number} ms earlier", number=told)


def for_device(setting: Setting, device: str) -> Setting:
    """The same row for one sound device."""
    return replace(setting, part=device)


def can_be_kept(device: str) -> bool:
    """Whether the settings' file takes a device of this name back."""
    return 0 < len(device) <= LONGEST_DEVICE
