from datetime import UTC, datetime, timedelta

from kindtimer.core.offer import STAYS, Offer, Shown
from tests.core.test_schedule import berlin, schedule


def test_an_offer_is_known_by_its_prompt_and_due_in_utc() -> None:
    (prompt,) = schedule("daily 10:00").between(berlin(2026, 11, 25), berlin(2026, 11, 25, 12))
    offer = Offer.of(prompt)
    assert (offer.keys, offer.rule, offer.late) == (prompt.keys, "1", False)
    assert offer.due == datetime(2026, 11, 25, 9, tzinfo=UTC)
    assert offer.due.tzinfo is UTC


def test_the_bud_stays_ten_minutes() -> None:
    when = datetime(2026, 11, 25, 9, tzinfo=UTC)
    assert Shown(Offer((), "", when), when).until == when + STAYS == when + timedelta(minutes=10)
