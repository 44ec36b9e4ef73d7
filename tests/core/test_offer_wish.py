from kindtimer.core.offer_wish import Missed, OfferAs
from kindtimer.core.settings import Settings


def test_what_is_missed_is_let_go_of_and_an_offer_is_a_card_unless_somebody_wants_otherwise() -> None:
    assert Settings().missed is Missed.LET_GO
    assert Settings().offer_as is OfferAs.CARD
    assert Settings().rules == ()
