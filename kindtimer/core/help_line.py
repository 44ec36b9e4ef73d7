"""Help line: a number or an address where people answer, and how sure it is. Values and pure functions.

Numbers go out of use, so each row carries its source and the day it was read. The rows are data
(`assets/help_lines.toml`, read by `store/help_line_store.py`); the Help now page and its print show them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kindtimer.core.words import _, tr

EVERYWHERE = "everywhere"
"""The country of what serves all of them."""

NO_COUNTRY = "none"
"""No country is chosen (`Settings.country`)."""

FRESH_DAYS = 365
"""Older rows stay, and say that they may have changed."""

COUNTRIES = {
    "au": _("Australia"),
    "at": _("Austria"),
    "br": _("Brazil"),
    "ca": _("Canada"),
    "cn": _("China"),
    "fr": _("France"),
    "de": _("Germany"),
    "in": _("India"),
    "ie": _("Ireland"),
    "jp": _("Japan"),
    "mx": _("Mexico"),
    "nl": _("Netherlands"),
    "nz": _("New Zealand"),
    "za": _("South Africa"),
    "kr": _("South Korea"),
    "es": _("Spain"),
    "ch": _("Switzerland"),
    "gb": _("United Kingdom"),
    "us": _("United States"),
}

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


class Kind(StrEnum):
    """How one reaches it."""

    EMERGENCY = "emergency"
    CALL = "call"
    TEXT = "text"
    CHAT = "chat"
    MAIL = "mail"
    DIRECTORY = "directory"


KIND_WORDS = {
    Kind.EMERGENCY: _("Emergency"),
    Kind.CALL: _("Call"),
    Kind.TEXT: _("Text"),
    Kind.CHAT: _("Chat"),
    Kind.MAIL: _("Write"),
    Kind.DIRECTORY: _("Directory"),
}

CALLED_OR_TEXTED = _("Call or text")


class Sure(StrEnum):
    """How far the sources agree."""

    HIGH = "high"
    MEDIUM = "medium"


@dataclass(frozen=True)
class HelpLine:
    """One row. `country` is a key of COUNTRIES or EVERYWHERE; `numbers` are shown as they stand.

    `source` is where it was read, with the year of that page where it is known; `verified_on` the day it
    was read, `verified_by` how. `hours`, `languages` and `source_url` may be empty.
    """

    country: str
    name: str
    kinds: tuple[Kind, ...]
    numbers: tuple[str, ...]
    hours: str
    languages: str
    source: str
    source_url: str
    verified_on: date
    verified_by: str
    sure: Sure

    @property
    def is_emergency(self) -> bool:
        """Whether it is the emergency number of its country."""
        return Kind.EMERGENCY in self.kinds


def directories(lines: Iterable[HelpLine]) -> list[HelpLine]:
    """What serves every country."""
    return [line for line in lines if line.country == EVERYWHERE]


def by_country(lines: Iterable[HelpLine], chosen: str) -> list[tuple[str, list[HelpLine]]]:
    """Every country with its rows, by name in the person's language, the emergency number first.

    The chosen country comes first; one that is not there changes nothing.
    """
    found: dict[str, list[HelpLine]] = {}
    for line in lines:
        if line.country != EVERYWHERE:
            found.setdefault(line.country, []).append(line)
    order = sorted(found, key=lambda one: (one != chosen, country_name(one).casefold()))
    return [(one, sorted(found[one], key=lambda line: not line.is_emergency)) for one in order]


def country_name(country: str) -> str:
    """The name in the person's language."""
    name = COUNTRIES.get(country, "")
    return tr(name)


def kind_told(line: HelpLine) -> str:
    """How one reaches it, in words."""
    if set(line.kinds) == {Kind.CALL, Kind.TEXT}:
        return tr(CALLED_OR_TEXTED)
    return ", ".join(tr(KIND_WORDS[kind]) for kind in line.kinds)


def may_have_changed(line: HelpLine, today: date) -> bool:
    """Whether it was read more than a year ago."""
    return (today - line.verified_on).days > FRESH_DAYS


def read_told(line: HelpLine) -> str:
    """When and where it was read."""
    day = line.verified_on
    return tr(
        "Read {month} {year} at {source}", month=tr(MONTHS[day.month - 1]), year=day.year, source=line.source
    )
