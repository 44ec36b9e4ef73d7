from pytestqt.qtbot import QtBot

from kindtimer.core.offer_wish import Missed, OfferAs
from kindtimer.ui.offers_ways import missed_told
from tests.ui.offers_room import Opened


def test_what_becomes_of_one_that_could_not_come_is_one_of_three(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    ways = opened.page.ways
    assert ways.missed.button(Missed.LET_GO).isChecked()
    opened.press(ways.missed.button(Missed.QUIET_MOMENT))
    assert opened.settings.missed is Missed.QUIET_MOMENT
    assert ways.missed_told.text() == missed_told(Missed.QUIET_MOMENT)
    opened.page.undo_last()
    assert ways.missed.button(Missed.LET_GO).isChecked()
    assert len({missed_told(one) for one in Missed}) == 3


def test_how_it_is_shown(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    ways = opened.page.ways
    opened.press(ways.shown_as.button(OfferAs.NOTIFICATION))
    opened.press(ways.discreet)
    assert (opened.settings.offer_as, opened.settings.discreet) == (OfferAs.NOTIFICATION, True)
    opened.page.undo_last()
    opened.page.undo_last()
    assert (opened.settings.offer_as, opened.settings.discreet) == (OfferAs.CARD, False)
    assert not ways.discreet.isChecked()


def test_what_was_chosen_elsewhere_shows(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.day.preferences.change(missed=Missed.ONE_LATE, discreet=True)
    assert opened.page.ways.missed.button(Missed.ONE_LATE).isChecked()
    assert opened.page.ways.discreet.isChecked()
