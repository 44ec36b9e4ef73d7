"""Offers line: the quiet words beside *Offers* in the sidebar: the next time, why it waits, or nothing."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from kindtimer.core.clock import Clock
from kindtimer.core.day_words import short_weekday
from kindtimer.core.hold import Hold
from kindtimer.core.offer_told import Standing, standing
from kindtimer.core.rule import shown_time
from kindtimer.core.words import _, tr
from kindtimer.guide.prompt_guide import PromptGuide

REASONS: Mapping[Hold, str] = MappingProxyType(
    {
        Hold.FULL_SCREEN: _("full screen"),
        Hold.SHARING: _("screen shared"),
        Hold.CALL: _("in a call"),
        Hold.DO_NOT_DISTURB: _("undisturbed"),
        Hold.LOCKED: _("locked"),
        Hold.INPUT: _("keys busy"),
        Hold.SESSION: _("in a session"),
        Hold.QUIET: _("quiet time"),
        Hold.PAUSE: _("paused"),
    }
)
"""Why one waits, short enough for the sidebar."""


def offers_line(guide: PromptGuide, clock: Clock) -> str:
    """“14:30”, “Thu 10:00”, “in a call”, “here now”, “paused”, or nothing."""
    when = clock.when()
    stands = standing(guide.desk, when)
    if stands is Standing.SHOWN:
        return tr("here now")
    if stands is Standing.PAUSED:
        return tr(REASONS[Hold.PAUSE])
    if stands is Standing.WAITING and (held := guide.held):
        return tr(REASONS[held[0]])
    coming = guide.next_at()
    return "" if coming is None else short_moment(coming, when.astimezone(guide.schedule.zone).date())


def short_moment(local: datetime, today: date) -> str:
    """The time today, the day and the time within a week; farther away nothing is said."""
    ahead = local.date() - today
    if ahead == timedelta():
        return shown_time(local.time())
    if ahead < timedelta(days=7):
        return tr("{day} {time}", day=short_weekday(local.weekday()), time=shown_time(local.time()))
    return ""
