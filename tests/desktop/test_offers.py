"""Offers in the real desktop: at their time, over a typing hand, from the tray, over a kill."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.deadline import stays, wait_for
from tests.desktop.hand import Shown
from tests.desktop.harness import Desktop
from tests.desktop.program import CLASS, Program
from tests.desktop.shifted_program import script

HIGH = 300
"""A window of the program that is lower than this is the card."""

Made = Callable[..., Program]


@pytest.fixture
def made(desktop: Desktop, tmp_path: Path) -> Made:
    def make(when: str, *lines: str, **settings: Any) -> Program:
        home = tmp_path / "home"
        home.mkdir(mode=0o700, exist_ok=True)
        rules = [{"id": str(n), "when": line} for n, line in enumerate(lines, 1)]
        held = {"welcomed": True, "rules": rules, **settings}
        (home / "settings.json").write_text(json.dumps(held), "utf-8")
        return Program(desktop, home, script=script(when))

    return make


def card(program: Program) -> Shown | None:
    shown = program.desktop.hand.window(CLASS)
    return shown if shown is not None and shown.height < HIGH else None


def card_comes(program: Program, deadline: float = 15.0) -> Shown:
    return wait_for(lambda: card(program), "a card", deadline=deadline, alive=program.check)


def offer_state(program: Program) -> str | None:
    offer = program.status()["offer"]
    return None if offer is None else str(offer["state"])


def test_at_its_time_a_card_comes_and_the_tray_s_menu_takes_it(made: Made) -> None:
    with made("2026-11-25T09:59:56", "daily 10:00", holds_off=["input"]) as program:
        program.icon()
        shown = card_comes(program)
        assert program.desktop.hand.active() != shown.id
        assert program.status()["offer"]["due"] == "2026-11-25T10:00:00+01:00"
        assert program.run("take").stdout == "The minute begins.\n"
        session = wait_for(program.session, "a session", alive=program.check)
        assert session["size"] == "small"
        wait_for(lambda: card(program) is None, "the card goes", alive=program.check)
        assert program.status()["offer"] is None
        assert program.status()["next_offer"] == "2026-11-26T10:00:00+01:00"


def test_a_kill_while_one_is_shown_brings_it_no_second_time(made: Made) -> None:
    with made("2026-11-25T09:59:57", "daily 10:00", holds_off=["input"]) as program:
        program.icon()
        card_comes(program)
        program.kill()
    # Ten seconds back, as it was before: it would be due once more.
    with made("2026-11-25T09:59:57", "daily 10:00, 10:20", holds_off=["input"]) as later:
        later.icon()
        assert later.status()["next_offer"] == "2026-11-25T10:20:00+01:00"
        # Over its second, and some more.
        stays(lambda: card(later) is None, "nothing comes a second time", seconds=6.0)
        assert offer_state(later) is None


def test_a_pause_outlasts_a_kill_and_the_tooltip_s_words_say_until_when(made: Made) -> None:
    with made("2026-11-25T09:00:00", "daily 10:00") as program:
        program.icon()
        assert program.run("pause", "1h30m").stdout == "Offers are paused until 2026-11-25 10:30.\n"
        program.kill()
    with made("2026-11-25T09:45:00", "daily 10:00") as later:
        later.icon()
        assert later.status()["paused_until"] == "2026-11-25T10:30:00+01:00"
        assert later.status()["held"] == ["pause"]
        assert later.run("resume").stdout == "Offers go on.\n"
        assert later.status()["paused_until"] is None


def test_rules_that_are_typed_are_led_by_the_program_that_runs(made: Made) -> None:
    with made("2026-11-25T09:59:50") as program:
        program.icon()
        assert program.run("prompts", "add", "daily 14:30").stdout == "Number 1: daily 14:30.\n"
        assert program.status()["next_offer"] == "2026-11-25T14:30:00+01:00"
        assert program.run("prompts", "quiet", "14:00-15:00").returncode == 0
        assert program.status()["next_offer"] is None
        assert program.run("prompts", "add", "25:00").returncode == 2
        assert program.run("prompts", "remove", "1").returncode == 0
        assert program.complaints() == []
