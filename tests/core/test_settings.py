import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.settings import Motion, Settings, Size, Theme, plain, read
from kindtimer.core.sound import Bells, Carrier

GOOD: dict[str, Any] = {
    "pattern": "coherent",
    "minutes": 5.0,
    "scene": "words",
    "size": {"tray": "small"},
    "theme": "dawn",
    "home_theme": "dusk",
    "motion": "still",
    "sound": "quietly",
    "carrier": "tone",
    "bells": "none",
    "volume": 0.25,
    "late_ms": {"Headset": 180.0},
    "one_click": "room",
    "gentle_only": False,
    "keep_record": False,
    "language": "de",
    "flower": 4711,
    "country": "de",
    "home_place": [-10, 20, 900, 600],
    "home_maximised": True,
    "welcomed": True,
    "closing_told": True,
    "sessions_met": 3,
    "rules": [{"id": "1", "when": "Mon-Fri 10:00, 14:30"}, {"id": "2", "when": "daily 02:30", "on": False}],
    "quiet": {"times": ["22:00-07:00"], "days": ["Sun"], "dates": ["2026-12-24"]},
    "missed": "one_late",
    "holds_off": ["call", "full_screen"],
    "input_s": 20.0,
    "offer_as": "notification",
    "discreet": True,
    "breathe_key": "Ctrl+Alt+B",
}

NAN, INF, HUGE = float("nan"), float("inf"), 10**400
NO_NUMBER: list[Any] = [None, "3", True, [], {}, NAN, INF, -INF, HUGE, -HUGE]
NO_TEXT: list[Any] = [None, 3, True, [], {}, "", "x" * 201]
NO_YES: list[Any] = [None, 0, 1, "yes", []]
NO_CHOICE: list[Any] = [None, 3, True, [], {}, "", "purple"]

BAD: dict[str, list[Any]] = {
    "pattern": NO_TEXT,
    "minutes": [*NO_NUMBER, 0, 0.99, 20.1, -1],
    "scene": [*NO_CHOICE, "Flower"],
    "size": [None, "small", [], {"tray": "huge"}, {"window": "small"}, {"tray": None}, {"tray": []}],
    "theme": NO_CHOICE,
    "home_theme": NO_CHOICE,
    "motion": NO_CHOICE,
    "sound": NO_CHOICE,
    "carrier": [*NO_CHOICE, "click"],
    "bells": NO_CHOICE,
    "volume": [*NO_NUMBER, -0.01, 1.01],
    "late_ms": [None, 3, [], {"": 3}, {"Headset": "3"}, {"Headset": 1e9}, {"Headset": NAN}],
    "one_click": NO_CHOICE,
    "gentle_only": NO_YES,
    "keep_record": NO_YES,
    "country": [*NO_CHOICE, "everywhere"],
    "home_place": [
        "0,0,9,9",
        3,
        [],
        {},
        [1, 2, 3],
        [0, 0, 0, 9],
        [0, 0, 9, 0.5],
        [0, 0, NAN, 9],
        [0, 0, 9, 1e9],
    ],
    "home_maximised": NO_YES,
    "welcomed": NO_YES,
    "closing_told": NO_YES,
    "language": NO_TEXT,
    "flower": [*NO_NUMBER, -1, 2**31, 1.5],
    "sessions_met": [*NO_NUMBER, -1, 5, 0.5],
    "rules": [None, 3, "daily 10:00", {}, [None], [{"when": "daily 25:00"}], [[]]],
    "quiet": [None, 3, "22:00-07:00", [], {"times": "night"}, {"days": ["Someday"]}, {"dates": [3]}],
    "missed": NO_CHOICE,
    "holds_off": [None, 3, "call", {}, ["purple"], ["session"], ["quiet"], [None]],
    "input_s": [*NO_NUMBER, 0, 61],
    "offer_as": NO_CHOICE,
    "discreet": NO_YES,
    "breathe_key": [None, 3, True, [], {}, "x" * 61],
}


def test_every_field_stands_in_these_tables() -> None:
    assert set(plain(Settings())) == set(GOOD) == set(BAD)


def test_nothing_given_is_the_defaults() -> None:
    assert read({}) == (Settings(), [])
    assert Settings().sound is Wanted.UNSET
    assert Settings().keep_record


def test_good_values_are_taken() -> None:
    settings, bad = read(GOOD)
    assert bad == []
    assert plain(settings) == GOOD
    assert (settings.theme, settings.motion, settings.sound) == (Theme.DAWN, Motion.STILL, Wanted.QUIETLY)
    assert (settings.carrier, settings.bells) == (Carrier.TONE, Bells.NONE)


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in BAD.items() for value in values], ids=repr
)
def test_a_bad_value_falls_back_for_its_own_field_alone(name: str, value: Any) -> None:
    settings, bad = read({**GOOD, name: value})
    assert bad == [name]
    assert plain(settings) == {**GOOD, name: plain(Settings())[name]}


def test_of_a_list_of_rules_what_can_be_read_stays() -> None:
    settings, bad = read({"rules": [{"id": "1", "when": "daily 10:00"}, {"when": "at the full moon"}]})
    assert bad == ["rules"]
    assert [rule.id for rule in settings.rules] == ["1"]


def test_all_bad_is_the_defaults() -> None:
    settings, bad = read({name: values[0] for name, values in BAD.items()})
    assert settings == Settings()
    assert set(bad) == set(BAD)


def test_unknown_keys_are_no_trouble() -> None:
    assert read({"garden": 3}) == (Settings(), [])


def test_plain_is_json_and_reads_back() -> None:
    settings, _ = read(GOOD)
    assert read(json.loads(json.dumps(plain(settings)))) == (settings, [])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), JSON))
def test_whatever_a_file_holds_there_are_settings(raw: dict[str, Any]) -> None:
    settings, bad = read(raw)
    assert set(bad) <= set(raw)
    assert read(plain(settings)) == (settings, [])


def test_size_is_remembered_for_each_door() -> None:
    settings = Settings()
    assert settings.size_for(Door.TRAY) is Size.FULL
    small = settings.with_size(Door.TRAY, Size.SMALL)
    assert small.size_for(Door.TRAY) is Size.SMALL
    assert small.size_for(Door.COMMAND) is Size.FULL
    assert settings.size_for(Door.TRAY) is Size.FULL
