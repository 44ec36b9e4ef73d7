"""Offers in the running program: shown, taken, put off, told in the tray; fakes at its edges."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.entry import Door
from kindtimer.core.hold import Hold
from kindtimer.core.offer_replies import Reply
from kindtimer.core.offer_wish import OfferAs
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule import Rule
from kindtimer.core.rule_words import read_quiet, read_rule
from kindtimer.core.settings import Settings, Size
from kindtimer.ui.offer_card import OfferCard
from kindtimer.visuals.seed_mark import OFFER, PAUSED, RESTING
from tests.walk import Walk

NOON = "daily 13:00"
"""The walk begins at 13:00 in Berlin; the next one is a day away."""


def begun(qapp: QApplication, *lines: str, **settings: Any) -> Walk:
    rules = tuple(Rule(str(n), *read_rule(line)) for n, line in enumerate(lines, 1))
    walk = Walk(qapp, Settings(flower=11, welcomed=True, rules=rules, **settings))
    walk.clock.wall = datetime(2026, 3, 1, 11, 59, tzinfo=UTC)
    walk.app.begin(None, None)
    return walk


@pytest.fixture
def walk(qapp: QApplication) -> Iterator[Walk]:
    walk = begun(qapp, NOON)
    yield walk
    walk.app.close()


def pass_minute(walk: Walk) -> None:
    """Time goes on to a minute later, as the guide's timer would see it."""
    walk.clock.step(60.5)
    walk.app.offering.prompts.look()


def tooltip(walk: Walk) -> str:
    return walk.tray.tip


def texts(walk: Walk) -> list[str]:
    return [entry.text for entry in walk.tray.entries()]


def test_an_offer_is_a_card_and_taking_it_is_a_small_session(walk: Walk) -> None:
    assert walk.app.offering.state == RESTING
    pass_minute(walk)
    assert walk.app.offering.card.isVisible()
    assert walk.app.offering.state == OFFER
    walk.app.offering.card.answered.emit(Reply.TAKE)
    session = walk.app.guide.session
    assert session is not None
    assert session.size is Size.SMALL
    assert session.timeline.planned < 80.0
    assert walk.app.offering.state == RESTING
    walk.app.guide.leave()
    (entry,) = walk.journal.entries.values()
    assert entry.door is Door.OFFER


def test_after_it_its_card_is_given_back(walk: Walk) -> None:
    pass_minute(walk)
    card, gone = walk.app.offering.card, list[bool]()
    card.destroyed.connect(lambda: gone.append(True))
    walk.app.offering.prompts.not_now()
    assert walk.app._memory.unload.isActive()
    card.hide()  # as it does once it has faded
    walk.app._memory.unload.timeout.emit()
    assert gone == [True]


def test_the_menu_takes_it_too_and_says_when_the_next_one_comes(walk: Walk) -> None:
    assert texts(walk) == ["Breathe", "Next: 13:00", "Pause offers", "Home", "Help now", "Quit"]
    assert tooltip(walk) == "KindTimer\nNext: 13:00"
    pass_minute(walk)
    assert texts(walk)[1:3] == ["A minute is still here.", "Take the minute"]
    assert tooltip(walk) == "KindTimer\nA minute is still here."
    walk.tray.choose("Take the minute")
    assert walk.app.guide.session is not None
    assert tooltip(walk) == "KindTimer\nNext: tomorrow 13:00"


def test_the_menu_pauses_and_goes_on(walk: Walk) -> None:
    pauses = next(entry for entry in walk.tray.entries() if entry.text == "Pause offers").within
    assert [one.text for one in pauses] == [
        "30 minutes",
        "1 hour",
        "2 hours",
        "Until tomorrow",
        "Until you go on",
    ]
    pauses[1].chosen()
    assert walk.app.offering.state == PAUSED
    assert tooltip(walk) == "KindTimer\nOffers are paused until 13:59."
    pass_minute(walk)
    assert walk.app.offering.prompts.invitation() is None
    walk.tray.choose("Let offers go on")
    assert tooltip(walk) == "KindTimer\nNext: tomorrow 13:00"


def test_what_the_menu_says_of_offers_leads_to_their_page(walk: Walk) -> None:
    walk.tray.choose("Next: 13:00")
    assert walk.app.home.window.now == "offers"


def test_while_it_waits_the_tooltip_says_why_and_it_can_be_taken(walk: Walk) -> None:
    walk.desktop.holds = {Hold.CALL}
    pass_minute(walk)
    assert "microphone" in tooltip(walk)
    walk.tray.choose("Take the minute")
    assert walk.app.guide.session is not None


def test_where_no_rule_is_nothing_is_said_of_offers(qapp: QApplication) -> None:
    walk = begun(qapp)
    assert texts(walk) == ["Breathe", "Home", "Help now", "Quit"]
    assert tooltip(walk) == "KindTimer"
    walk.app.close()


def test_always_quiet_is_told(qapp: QApplication) -> None:
    walk = begun(qapp, NOON, quiet=Quiet((read_quiet("12:00-14:00"),)))
    assert "always quiet" in tooltip(walk)
    walk.app.close()


def test_the_status_tells_of_offers(walk: Walk) -> None:
    told = walk.app.status()
    assert (told["offer"], told["next_offer"]) == (None, "2026-03-01T13:00:00+01:00")
    pass_minute(walk)
    assert walk.app.status()["offer"]["state"] == "shown"


@pytest.fixture
def notified(qapp: QApplication) -> Iterator[Walk]:
    walk = begun(qapp, NOON, offer_as=OfferAs.NOTIFICATION)
    rules = tuple(replace(one, words="My own secret line.") for one in walk.app.preferences.settings.rules)
    walk.app.preferences.change(rules=rules)
    pass_minute(walk)
    yield walk
    walk.app.close()


def test_by_choice_it_is_a_notification_without_the_person_s_own_words(notified: Walk) -> None:
    (notice,) = notified.notification.notices
    assert notice.title == "KindTimer"
    assert "minute" in notice.body
    assert "secret" not in notice.body
    assert notified.app.offering._card is None


def test_a_notification_has_the_card_s_answers_in_the_card_s_words(notified: Walk) -> None:
    card = OfferCard(notified.parts.assets, lambda: False)
    row = [card.answers.take, card.answers.let_be, *card.answers.others.values()]
    (notice,) = notified.notification.notices
    assert [label for _, label in notice.answers] == [button.accessibleName() for button in row]
    card.deleteLater()


@pytest.mark.parametrize(
    ("answer", "again_min"), [("not_now", None), ("later_15", 15), ("later_60", 60), ("nonsense", None)]
)
def test_what_a_notification_is_answered_is_done(notified: Walk, answer: str, again_min: int | None) -> None:
    notified.notification.answered.emit(answer)
    desk = notified.app.offering.prompts.desk
    assert (desk.shown is None) == (answer != "nonsense")
    if again_min is not None:
        assert desk.again is not None
        assert desk.again.at == notified.clock.when() + timedelta(minutes=again_min)


@pytest.mark.parametrize("reply", Reply)
@pytest.mark.parametrize("as_card", [False, True], ids=["notification", "card"])
def test_no_answer_leaves_it_there(qapp: QApplication, reply: Reply, as_card: bool) -> None:
    walk = begun(qapp, NOON, offer_as=OfferAs.CARD if as_card else OfferAs.NOTIFICATION)
    pass_minute(walk)
    if as_card:
        walk.app.offering.card.answered.emit(reply)
    else:
        walk.notification.answered.emit(reply.value)
    assert walk.app.offering.prompts.desk.shown is None
    walk.app.close()


def test_a_question_has_its_answer_among_the_first_of_a_notification(qapp: QApplication) -> None:
    walk = begun(qapp, NOON, offer_as=OfferAs.NOTIFICATION)
    walk.app.offering.prompts._desk = replace(walk.app.offering.prompts.desk, passed=3)
    pass_minute(walk)
    (notice,) = walk.notification.notices
    assert "another time" in notice.body.lower()
    assert "another_time" in [answer for answer, _ in notice.answers[:3]]
    walk.app.close()


def test_taken_from_the_notification_it_begins(notified: Walk) -> None:
    notified.notification.answered.emit("take")
    assert notified.app.guide.session is not None
    assert not notified.notification.shown


def test_not_today_is_a_pause_until_tomorrow(notified: Walk) -> None:
    notified.notification.answered.emit("not_today")
    assert tooltip(notified) == "KindTimer\nOffers are paused until tomorrow 04:00."


def test_where_no_notification_can_be_shown_the_card_is(notified: Walk) -> None:
    notified.notification.failed.emit("No desktop session answers.")
    assert notified.app.offering.card.isVisible()


@pytest.mark.parametrize("answer", ["another_time", "fewer"])
def test_another_time_and_fewer_lead_to_the_times(notified: Walk, answer: str) -> None:
    notified.notification.answered.emit(answer)
    assert notified.app.home.window.now == "offers"
    assert notified.app.offering.prompts.desk.shown is None


def test_a_pattern_that_is_gone_never_stands_between_an_offer_and_a_breath(walk: Walk) -> None:
    rules = tuple(replace(one, practice="of_another_version") for one in walk.app.preferences.settings.rules)
    walk.app.preferences.change(rules=rules)
    pass_minute(walk)
    walk.app.offering.take()
    assert walk.app.guide.session is not None


def test_an_unlock_in_the_morning_is_offered_once(qapp: QApplication) -> None:
    walk = begun(qapp, "after first unlock")
    assert walk.app.offering.prompts.desk.shown is None  # it is past noon
    walk.clock.wall = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    walk.watch.changed.emit("unlock")
    assert walk.app.offering.prompts.desk.shown is not None
    walk.app.offering.prompts.not_now()
    walk.watch.changed.emit("unlock")
    assert walk.app.offering.prompts.desk.shown is None
    walk.app.close()


def test_an_unlock_is_the_end_of_no_call_and_of_no_stretch(qapp: QApplication) -> None:
    walk = begun(qapp, "after a call", "after 25 min of focus")
    walk.clock.wall = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    walk.watch.changed.emit("unlock")
    assert walk.app.offering.prompts.desk.given == ()
    walk.app.close()


def test_the_end_of_a_call_is_offered_when_the_look_of_a_minute_has_seen_it(qapp: QApplication) -> None:
    walk = begun(qapp, "after a call")
    for holds in ({Hold.CALL}, {Hold.CALL}, {Hold.CALL}, set()):
        walk.desktop.holds = holds
        walk.clock.step(60.0)
        walk.app.offering.activity.look()
    assert walk.app.offering.prompts.desk.shown is not None
    walk.app.close()


def test_a_session_that_runs_holds_an_offer(walk: Walk) -> None:
    walk.tray.breathe_requested.emit()
    pass_minute(walk)
    assert walk.app.offering.prompts.held == (Hold.SESSION,)
    assert walk.app.offering.prompts.invitation() is None


@pytest.mark.parametrize("lines", [(), (NOON,)], ids=["no rule", "a rule"])
def test_without_a_tray_it_stays_for_a_rule(qapp: QApplication, lines: tuple[str, ...]) -> None:
    walk = begun(qapp, *lines)
    walk.tray.there = False
    walk.app.show()
    walk.app.home.window.close()
    QApplication.processEvents()
    assert walk.app._ends == (not lines)
    walk.app.close()


def test_without_a_tray_the_first_rule_says_that_closing_means_another_thing(qapp: QApplication) -> None:
    walk = begun(qapp)
    walk.tray.there = False
    walk.app._no_tray.timeout.emit()
    message = walk.app.home.window.message.words
    assert "closing it ends" in message.text()
    walk.app.preferences.change(rules=(Rule("1", *read_rule(NOON)),))
    assert "stays for your offers" in message.text()
    assert "closing it ends" not in message.text()
    walk.app.preferences.change(rules=())
    assert "closing it ends" in message.text()
    walk.app.close()


def test_what_the_command_line_takes_begins(walk: Walk) -> None:
    assert walk.app.commands.answer({"wish": "break"}) == {"ok": True}
    assert walk.app.commands.answer({"wish": "take"}) == {"ok": True, "taken": True}
    assert walk.app.guide.session is not None


def test_the_watch_and_what_asks_are_ended_with_it(qapp: QApplication) -> None:
    walk = begun(qapp, NOON)
    walk.app.close()
    assert not walk.app.offering.prompts._timer.isActive()
