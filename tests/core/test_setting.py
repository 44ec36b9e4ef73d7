from dataclasses import replace

import pytest

from kindtimer.core.ears import Wanted
from kindtimer.core.setting import Setting, can_be_kept, for_device
from kindtimer.core.settings import Settings
from kindtimer.core.settings_table import table
from tests import fakes

TABLE = table(fakes.patterns())


def row(name: str) -> Setting:
    return next(one for one in TABLE if one.name == name)


def test_a_device_has_a_time_of_its_own() -> None:
    one = for_device(row("late_ms"), "🎧 سماعة")
    settings = Settings(late_ms={"Other": 40.0})
    assert one.value(settings) == 0.0
    settings = replace(settings, **one.change(settings, 180.0))
    assert settings.late_ms == {"Other": 40.0, "🎧 سماعة": 180.0}
    assert replace(settings, **one.change(settings, 0.0)).late_ms == {"Other": 40.0}
    assert (can_be_kept("Headset"), can_be_kept(""), can_be_kept("x" * 4000)) == (True, False, False)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("volume", 0.4, "40 %"),
        ("minutes", 1.0, "1 minute"),
        ("minutes", 2.5, "2.5 minutes"),
        ("late_ms", 180.0, "180 ms later"),
        ("late_ms", -20.0, "20 ms earlier"),
        ("late_ms", 0.0, "0 ms"),
        ("sound", Wanted.UNSET, "In headphones only"),
        ("pattern", "box_4", "Box"),
        ("pattern", "gone", "“gone”"),
    ],
)
def test_values_in_words(name: str, value: object, words: str) -> None:
    assert row(name).told_value(value) == words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("volume", {"volume"}),
        ("bluetooth", {"late_ms"}),
        ("dark window", {"home_theme"}),
        ("stillness", {"motion"}),
        ("headphones only", {"sound"}),
        ("who hears sound", {"sound"}),
        ("how it sounds", {"carrier", "bells", "volume", "late_ms"}),
        ("theme", {"home_theme", "theme"}),
        ("xylophone", set()),
    ],
)
def test_a_row_is_found_by_whatever_is_said_of_it(typed: str, found: set[str]) -> None:
    assert {one.name for one in TABLE if one.holds(typed.casefold().split())} == found
