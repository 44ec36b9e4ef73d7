"""Day words: days and moments as one says them from today. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from kindtimer.core.help_line import MONTHS
from kindtimer.core.rule import shown_time
from kindtimer.core.words import _, tr

WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
SHORT_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def weekday_told(day: int) -> str:
    """A day of the week, 0–6, in full."""
    return tr(WEEKDAYS[day])


def short_weekday(day: int) -> str:
    """The same, short."""
    return tr(SHORT_WEEKDAYS[day])


def date_told(day: date) -> str:
    """“Sunday 29 March”."""
    return tr(
        "{weekday} {number} {month}",
        weekday=weekday_told(day.weekday()),
        number=day.day,
        month=tr(MONTHS[day.month - 1]),
    )


def day_told(day: date, today: date) -> str:
    """A day as one says it from today: “today”, “tomorrow”, “Friday”, “Sunday 29 March”."""
    ahead = day - today
    if ahead == timedelta():
        return tr("today")
    if ahead == timedelta(days=1):
        return tr("tomorrow")
    if timedelta() < ahead < timedelta(days=7):
        return weekday_told(day.weekday())
    if day.year != today.year:
        return tr("{day} {year}", day=date_told(day), year=day.year)
    return date_told(day)


def moment_told(local: datetime, today: date) -> str:
    """“today 14:30”, in the zone the moment is in."""
    return tr("{day} {time}", day=day_told(local.date(), today), time=shown_time(local.time()))


def sentence(words: str) -> str:
    """The same with a capital."""
    return words[:1].upper() + words[1:]


def listed(parts: Iterable[str]) -> str:
    """Parts of a quiet line, those that are empty left out."""
    return " · ".join(part for part in parts if part)
