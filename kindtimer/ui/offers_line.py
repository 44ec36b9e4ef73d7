"""Offers line: the quiet words beside *Offers* in the sidebar: the next time, why it waits, or nothing."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from kindtimer.core.clock import Clock
from kindtimer.core.day_words import short_weekday
from kindtimer.core.hold import Hold
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
    desk = guide.desk
    if desk.pause is not None:
        return tr(REASONS[Hold.PAUSE])
    if desk.shown is not None:
        return tr("here now")
    if desk.waiting is not None and (held := guide.held):
        return tr(REASONS[held[0]])
    prompt = guide.next_prompt()
    if prompt is None:
        return ""
    return short_moment(prompt.at, clock.when().astimezone(guide.schedule.zone).date())


def short_moment(local: datetime, today: date) -> str:
    """The time today, the day and the time within a week; farther away nothing is said."""
    ahead = local.date() - today
    if ahead == timedelta():
        return shown_time(local.time())
    if ahead < timedelta(days=7):
        return tr("{day} {time}", day=short_weekday(local.weekday()), time=shown_time(local.time()))
    return ""
