from dataclasses import fields, replace

import pytest

from kindtimer.core.entry import Door
from kindtimer.core.setting import SECTION_TITLES, Control, Section, Setting, for_device
from kindtimer.core.settings import Settings, Size, plain, read
from kindtimer.core.settings_table import NOT_SHOWN, table
from tests import fakes

TABLE = table(fakes.patterns())


def row(name: str, part: str = "") -> Setting:
    return next(one for one in TABLE if (one.name, one.part) == (name, part))


def test_every_field_is_in_the_table_or_has_a_reason_not_to_be() -> None:
    shown = {one.name for one in TABLE}
    assert shown.isdisjoint(NOT_SHOWN)
    assert shown | NOT_SHOWN.keys() == {one.name for one in fields(Settings)}
    assert all(NOT_SHOWN.values())


def test_sections_stand_in_their_order_and_each_row_is_told_in_one_sentence() -> None:
    order = [one.section for one in TABLE]
    assert order == sorted(order, key=list(Section).index)
    assert list(SECTION_TITLES) == list(Section)
    for one in TABLE:
        assert one.title
        assert one.told.endswith(".")
        assert one.told.count(". ") == 0
    assert len({(one.name, one.part) for one in TABLE}) == len(TABLE)


def test_the_usual_value_is_one_that_can_be_chosen_and_has_words() -> None:
    for one in TABLE:
        assert not one.is_odd(one.usual)
        assert one.told_value(one.usual)
        if one.control is Control.SLIDER:
            assert one.of_number(one.number(one.usual)) == pytest.approx(one.usual)
        else:
            assert one.usual in one.words


def test_whatever_can_be_chosen_is_taken_back_from_the_file() -> None:
    for found in TABLE:
        one = for_device(found, "Headset") if found.name == "late_ms" else found
        values = (one.of_number(one.low), one.of_number(one.high)) if one.high else tuple(one.words)
        for value in values:
            settings = replace(Settings(), **one.change(Settings(), value))
            again, bad = read(plain(settings))
            assert bad == []
            assert one.value(again) == value


def test_a_field_of_several_parts_keeps_the_others() -> None:
    tray, home = row("size", "tray"), row("size", "home")
    settings = Settings().with_size(Door.HOME, Size.SMALL)
    settings = replace(settings, **tray.change(settings, Size.SMALL))
    assert (tray.value(settings), home.value(settings)) == (Size.SMALL, Size.SMALL)
    settings = replace(settings, **tray.change(settings, tray.usual))
    assert settings.size == {"home": "small"}


def test_patterns_with_holds_are_named_and_not_offered() -> None:
    pattern = row("pattern")
    assert list(pattern.words) == [one.id for one in fakes.patterns().values() if not one.has_holds]
    assert pattern.is_odd("box_4")
    assert pattern.is_odd("gone")


def test_what_is_asked_most_stands_first_and_nowhere_else() -> None:
    first = [one.name for one in TABLE if one.section is Section.AT_HAND]
    assert first == ["sound", "home_theme"]
    assert [one.name for one in TABLE].count("sound") == [one.name for one in TABLE].count("home_theme") == 1
