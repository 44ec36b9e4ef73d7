"""Few help lines, and a keeper of the page for hard times that can be told to fail."""

from dataclasses import replace
from datetime import date

from kindtimer.core.hard_times import HardTimes
from kindtimer.core.help_line import HelpLine, Kind, Sure
from kindtimer.core.settings import Settings
from kindtimer.guide.preferences import Preferences

DAY = date(2026, 11, 25)

LINE = HelpLine(
    country="de",
    name="TelefonSeelsorge",
    kinds=(Kind.CALL,),
    numbers=("0800 111 0 111", "0800 111 0 222"),
    hours="Day and night",
    languages="German",
    source="SR (2024)",
    source_url="https://www.sr.de",
    verified_on=DAY,
    verified_by="read",
    sure=Sure.HIGH,
)
EMERGENCY = replace(
    LINE, name="Emergency number", kinds=(Kind.EMERGENCY,), numbers=("112",), hours="", languages=""
)
AUSTRIA = replace(LINE, country="at", name="Telefonseelsorge", numbers=("142",), sure=Sure.MEDIUM)
STATES = replace(LINE, country="us", name="988", kinds=(Kind.CALL, Kind.TEXT), numbers=("988",))
DIRECTORY = replace(
    LINE,
    country="everywhere",
    name="Find A Helpline",
    kinds=(Kind.DIRECTORY,),
    numbers=("findahelpline.com",),
)
LINES = (DIRECTORY, EMERGENCY, LINE, AUSTRIA, STATES)

FULL = HardTimes(early_signs="no sleep", people="Mila 0171 234 5678", remember="It moved before.")


class NoFile:
    def save(self, settings: Settings) -> str | None:
        return None


def preferences(country: str = "none") -> Preferences:
    return Preferences(Settings(country=country), NoFile())


class PageKeeper:
    """Keeps the page here, or says `trouble`; counts what it kept."""

    def __init__(self, page: HardTimes | None = None) -> None:
        self.page = page or HardTimes()
        self.trouble: str | None = None
        self.kept: list[HardTimes] = []

    def hard_times(self) -> HardTimes:
        return self.page

    def keep_hard_times(self, page: HardTimes) -> str | None:
        if self.trouble is None:
            self.page = page
            self.kept.append(page)
        return self.trouble
