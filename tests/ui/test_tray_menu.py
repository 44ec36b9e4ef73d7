from dataclasses import replace

import pytest

from kindtimer.core.entry import Door
from kindtimer.core.session import Session, State
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish, compose
from kindtimer.ui.tray_menu import entries
from tests import fakes


class Hand:
    """Remembers what was chosen."""

    def __init__(self) -> None:
        self.chosen: list[str] = []

    def menu(self, session: Session | None, *, room: bool = False) -> list[str]:
        self.entries = entries(
            session,
            breathe=lambda: self.chosen.append("breathe"),
            show=lambda: self.chosen.append("show"),
            pause=lambda: self.chosen.append("pause"),
            leave=lambda: self.chosen.append("leave"),
            home=lambda: self.chosen.append("home"),
            help_now=lambda: self.chosen.append("help_now"),
            quit_=lambda: self.chosen.append("quit"),
            room=(lambda: self.chosen.append("room")) if room else None,
        )
        return [entry.text for entry in self.entries]


@pytest.fixture
def session() -> Session:
    clock = fakes.ManualClock()
    practice = compose(Wish(Door.TRAY), fakes.patterns(), Settings(), "Enough for now.")
    uuid, zone = fakes.identity()()
    return Session.start(uuid, practice, Door.TRAY, now=clock.now(), when=clock.when(), zone=zone)


def test_breathe_comes_first() -> None:
    hand = Hand()
    assert hand.menu(None) == ["Breathe", "Home", "Help now", "Quit"]
    for entry in hand.entries:
        entry.chosen()
    assert hand.chosen == ["breathe", "home", "help_now", "quit"]


def test_the_room_comes_first_where_one_click_brings_it() -> None:
    hand = Hand()
    assert hand.menu(None, room=True) == ["The room around you", "Breathe", "Home", "Help now", "Quit"]
    hand.entries[0].chosen()
    assert hand.chosen == ["room"]


def test_a_session_has_its_own_entries(session: Session) -> None:
    hand = Hand()
    assert hand.menu(session) == ["Show", "Pause", "Leave the session", "Home", "Help now", "Quit"]
    for entry in hand.entries:
        entry.chosen()
    assert hand.chosen == ["show", "pause", "leave", "home", "help_now", "quit"]


def test_a_session_that_waits_offers_to_go_on(session: Session) -> None:
    waits = replace(session, state=State.PAUSED, stopped_at=2.0)
    assert "Go on" in Hand().menu(waits)
