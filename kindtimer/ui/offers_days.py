"""Offers days: the coming seven days as the Offers page shows them, and in words. Pure; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kindtimer.core.day_words import date_told, day_told, sentence, short_weekday
from kindtimer.core.local_time import changes_on
from kindtimer.core.pause import Pause
from kindtimer.core.prompt_list import coming_prompts
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import DAY_MINUTES, After, Every, Rule, Somewhere, minute_of, shown_time
from kindtimer.core.rule_words import rule_line
from kindtimer.core.schedule import Prompt, Schedule
from kindtimer.core.words import tr
from kindtimer.ui.long_names import isolated

DAYS = 7


@dataclass(frozen=True)
class WeekDay:
    """One local day: its prompts to come, its quiet runs as minutes from and up to, and what the clock does.

    `begins` is the minute from which on it is still to come, `paused` are those a pause keeps away.
    """

    day: date
    name: str
    prompts: tuple[Prompt, ...]
    quiet: tuple[tuple[int, int], ...]
    off: bool
    note: str
    begins: int = 0
    paused: tuple[Prompt, ...] = ()

    @property
    def times(self) -> tuple[str, ...]:
        """The times of its prompts."""
        return _times(self.prompts)

    def told(self, today: date) -> str:
        """The whole day in words."""
        told = day_told(self.day, today)
        name = sentence(told) if self.day - today > timedelta(days=1) else sentence_with_date(told, self.day)
        if self.off:
            return tr("{day}: a day off.", day=name)
        times = ", ".join(self.times) or tr("nothing")
        words = tr("{day}: {times}.", day=name, times=times)
        paused = ", ".join(_times(self.paused))
        kept_away = tr("Paused: {times}.", times=paused) if paused else ""
        notes = [kept_away, self.note, *(prompt.note for prompt in self.prompts)]
        return " ".join(part for part in (words, *notes) if part)

    def notes(self) -> list[str]:
        """What is out of the ordinary on it, each a line with its day."""
        notes = [prompt.note for prompt in self.prompts if prompt.note]
        if self.note and not notes:
            notes = [self.note]
        return [tr("{day}: {note}", day=date_told(self.day), note=note) for note in notes]


def is_drawn(prompt: Prompt) -> bool:
    """Whether its time was drawn for the person, and not chosen."""
    return isinstance(prompt.rule.when, Somewhere)


def week(schedule: Schedule, when: datetime, pause: Pause | None = None) -> tuple[WeekDay, ...]:
    """Seven days from the local day of this aware moment on; what falls into the pause stands apart."""
    local = when.astimezone(schedule.zone)
    today = local.date()
    prompts = coming_prompts(schedule, local, DAYS)
    return tuple(
        _day(
            schedule,
            today + timedelta(days=ahead),
            prompts,
            minute_of(local.time()) if not ahead else 0,
            pause,
        )
        for ahead in range(DAYS)
    )


def without_times(rules: Sequence[Rule]) -> tuple[str, ...]:
    """The lines of rules that are on and whose times nobody can know beforehand."""
    return tuple(
        isolated(rule_line(rule.when, rule.days))
        for rule in rules
        if rule.on
        and (isinstance(rule.when, After) or (isinstance(rule.when, Every) and rule.when.at_computer))
    )


def quiet_runs(quiet: Quiet) -> tuple[tuple[int, int], ...]:
    """The quiet parts of an ordinary day, as minutes from and up to."""
    runs: list[tuple[int, int]] = []
    for minute in sorted(quiet.minutes):
        if runs and runs[-1][1] == minute:
            runs[-1] = runs[-1][0], minute + 1
        else:
            runs.append((minute, minute + 1))
    return tuple(runs)


def sentence_with_date(told: str, day: date) -> str:
    """“Today, Sunday 29 March”."""
    return tr("{day}, {date}", day=sentence(told), date=date_told(day))


def _times(prompts: Sequence[Prompt]) -> tuple[str, ...]:
    return tuple(shown_time(prompt.at.time()) for prompt in prompts)


def _day(
    schedule: Schedule, day: date, prompts: Sequence[Prompt], begins: int, pause: Pause | None
) -> WeekDay:
    off = schedule.quiet.is_day_off(day)
    here = [prompt for prompt in prompts if prompt.at.date() == day]
    paused = [prompt for prompt in here if pause is not None and pause.holds_at(prompt.due)]
    return WeekDay(
        day,
        _name(day),
        tuple(prompt for prompt in here if prompt not in paused),
        ((0, DAY_MINUTES),) if off else quiet_runs(schedule.quiet),
        off,
        _change_told(day, schedule),
        begins,
        tuple(paused),
    )


def _name(day: date) -> str:
    return tr("{weekday} {number}", weekday=short_weekday(day.weekday()), number=day.day)


def _change_told(day: date, schedule: Schedule) -> str:
    if not changes_on(day, schedule.zone):
        return ""
    start = datetime(day.year, day.month, day.day, tzinfo=schedule.zone)
    before, after = start.utcoffset(), (start + timedelta(days=1)).utcoffset()
    assert before is not None
    assert after is not None
    return tr("The clock goes forward.") if after > before else tr("The clock goes back.")


def quiet_told(quiet: Quiet) -> str:
    """The quiet times of every day, in words; nothing where there are none."""
    spans = ", ".join(str(span) for span in quiet.spans)
    return tr("Quiet on every day: {spans}.", spans=isolated(spans)) if spans else ""
