from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.core.hold import Hold
from kindtimer.core.offer import Account, Fate
from kindtimer.ui.offers_accounts import account_told, by_day
from tests.guide.led_day import BERLIN, at
from tests.ui.dressing import settle
from tests.ui.offers_room import Opened

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize("fate", list(Fate))
def test_each_end_is_said_in_plain_words_of_its_own(fate: Fate) -> None:
    others = {account_told(Account(at("10:00"), "1", one)) for one in Fate if one is not fate}
    told = account_told(Account(at("10:00"), "1", fate))
    assert told.endswith(".")
    assert told not in others


def test_what_held_it_is_named() -> None:
    told = account_told(Account(at("10:00"), "1", Fate.HELD, (Hold.CALL,)))
    assert told == "waited while microphone or camera are in use, and was left out."


def test_days_and_their_offers_stand_newest_first_by_the_zone_of_now() -> None:
    accounts = (
        Account(at("23:30", TUESDAY), "1", Fate.TAKEN),
        Account(at("09:00"), "1", Fate.MISSED),
        Account(at("10:00"), "1", Fate.NOT_NOW),
    )
    days = by_day(accounts, BERLIN)
    assert [name for name, _ in days] == ["Wednesday 25 November", "Tuesday 24 November"]
    assert [line[:5] for line in days[0][1]] == ["10:00", "09:00"]
    assert days[1][1] == ["23:30: taken."]


def test_where_nothing_was_due_it_says_so(qtbot: QtBot) -> None:
    accounts = Opened(qtbot, "daily 10:00").page.accounts
    assert accounts.empty.text().startswith("None of your times was due in the last seven days.")
    assert accounts.lines == []
    assert Opened(qtbot).page.accounts.empty.text().startswith("No times are set")


def test_what_became_of_one_shows_while_the_page_is_open_and_is_not_counted(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", at="09:59")
    opened.day.desktop.holds = {Hold.FULL_SCREEN}
    opened.day.to(at("10:20"))
    settle()
    accounts = opened.page.accounts
    assert accounts.lines == ["10:00: waited while something fills the screen, and was left out."]
    assert not accounts.empty.isVisible()


def test_after_a_week_it_is_empty_as_before(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "daily 10:00", at="09:59")
    guide = opened.day.guide
    guide._desk = replace(guide.desk, accounts=(Account(at("10:00", date(2026, 11, 18)), "1", Fate.TAKEN),))
    opened.page.opened()
    assert opened.page.accounts.lines != []
    opened.day.to(at("10:01"))
    assert [line for line in opened.page.accounts.lines if "taken" in line] == []
