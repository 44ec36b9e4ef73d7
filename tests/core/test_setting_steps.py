from dataclasses import replace

from kindtimer.core.setting import Setting, for_device
from kindtimer.core.setting_steps import MOST, SettingSteps
from kindtimer.core.settings import Settings, Theme
from kindtimer.core.settings_table import table
from tests import fakes

TABLE = table(fakes.patterns())


def row(name: str) -> Setting:
    return next(one for one in TABLE if one.name == name)


def test_changes_are_taken_back_from_the_last_one_on() -> None:
    steps, settings = SettingSteps(), Settings(home_theme=Theme.DAWN, gentle_only=False)
    steps.add(row("home_theme"), Theme.SYSTEM, Theme.DAWN)
    steps.add(row("gentle_only"), True, False)
    last = steps.take_last(settings)
    assert last is not None
    assert (last.setting.name, last.before) == ("gentle_only", True)
    first = steps.take_last(replace(settings, gentle_only=True))
    assert first is not None
    assert (first.setting.name, first.before) == ("home_theme", Theme.SYSTEM)
    assert not steps
    assert steps.take_last(settings) is None


def test_what_was_changed_elsewhere_stays() -> None:
    steps = SettingSteps()
    steps.add(row("theme"), Theme.DUSK, Theme.DAWN)
    steps.add(row("home_theme"), Theme.SYSTEM, Theme.DAWN)
    step = steps.take_last(Settings(home_theme=Theme.CONTRAST, theme=Theme.DAWN))
    assert step is not None
    assert step.setting.name == "theme"
    assert not steps


def test_a_move_is_one_change_until_it_rests() -> None:
    steps, volume = SettingSteps(), row("volume")
    for before, after in ((0.4, 0.45), (0.45, 0.5)):
        steps.add(volume, before, after, moves=True)
    steps.rest()
    steps.add(volume, 0.5, 0.55, moves=True)
    last = steps.take_last(Settings(volume=0.55))
    first = steps.take_last(Settings(volume=0.5))
    assert last is not None
    assert first is not None
    assert (last.before, first.before, bool(steps)) == (0.5, 0.4, False)


def test_a_move_that_ends_where_it_began_was_none() -> None:
    steps, volume = SettingSteps(), row("volume")
    steps.add(volume, 0.4, 0.45, moves=True)
    steps.add(volume, 0.45, 0.4, moves=True)
    assert not steps


def test_a_move_for_another_device_is_another_change() -> None:
    steps, late = SettingSteps(), row("late_ms")
    steps.add(for_device(late, "A"), 0.0, 10.0, moves=True)
    steps.add(for_device(late, "B"), 10.0, 20.0, moves=True)
    step = steps.take_last(Settings(late_ms={"A": 10.0, "B": 20.0}))
    assert step is not None
    assert (step.setting.part, step.before) == ("B", 10.0)
    assert steps


def test_so_many_are_kept() -> None:
    steps, minutes = SettingSteps(), row("minutes")
    for one in range(MOST + 5):
        steps.add(minutes, float(one), float(one + 1))
    taken = 0
    while steps:
        assert steps.take_last(Settings(minutes=float(MOST + 5 - taken)))
        taken += 1
    assert taken == MOST
