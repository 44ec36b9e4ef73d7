from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.core.hold import Hold
from kindtimer.core.offer import Invitation
from kindtimer.core.settings import Settings
from kindtimer.core.wish import NotPossible
from kindtimer.guide.offer_commands import OfferCommands
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.prompt_guide import PromptGuide
from tests import fakes


class Asked:
    def __init__(self) -> None:
        self.clock, self.desktop = fakes.ManualClock(), fakes.FakeDesktop()
        self.preferences = Preferences(Settings(), fakes.FakeKeeper())
        self.prompts = PromptGuide(
            self.clock,
            self.preferences,
            fakes.FakeOffers(),
            lambda: self.desktop,
            lambda: ZoneInfo("Europe/Berlin"),
            lambda: False,
            first_minute=timedelta(),
        )
        self.commands = OfferCommands(self.clock, self.prompts, self.preferences, fakes.patterns())
        self.taken: list[Invitation] = []
        self.commands.taken.connect(self.taken.append)

    def __call__(self, **message: Any) -> Mapping[str, Any]:
        return self.commands.answers()[message["wish"]](message)


@pytest.fixture
def asked(qapp: QApplication) -> Asked:
    return Asked()


def test_one_is_offered_and_taken(asked: Asked) -> None:
    assert asked(wish="take") == {"taken": False}
    assert asked(wish="break") == {}
    assert asked.prompts.invitation() is not None
    assert asked(wish="take") == {"taken": True}
    assert len(asked.taken) == 1
    asked.prompts.close()


def test_a_pause_tells_until_when_by_the_person_s_clock(asked: Asked) -> None:
    assert asked(wish="pause", words="1h") == {"until": "2026-03-01T14:00:00+01:00"}
    assert asked.prompts.held == (Hold.PAUSE,)
    assert asked(wish="resume") == {"resumed": True}
    assert asked(wish="resume") == {"resumed": False}
    assert asked(wish="pause") == {"until": None}
    asked.prompts.close()


@pytest.mark.parametrize(
    "message",
    [
        {"wish": "pause", "words": "soon"},
        {"wish": "rules", "do": "add"},
        {"wish": "rules", "do": "add", "words": "daily 10:00", "minutes": "x"},
        {"wish": "rules", "do": "add", "words": "daily 10:00", "minutes": True},
        {"wish": "rules", "do": "add", "words": "daily 10:00", "practice": ["a"]},
        {"wish": "rules", "do": "add", "words": "daily 10:00", "own": {"x": 1}},
    ],
)
def test_what_cannot_be_is_said_in_a_line(asked: Asked, message: dict[str, Any]) -> None:
    with pytest.raises(NotPossible):
        asked(**message)


def test_a_rule_that_is_added_is_led_at_once(asked: Asked) -> None:
    assert asked(wish="rules", do="add", words="daily 14:00") == {"told": "Number 1: daily 14:00."}
    found = asked.prompts.next_prompt()
    assert found is not None
    assert found.at.hour == 14
    asked.prompts.close()
