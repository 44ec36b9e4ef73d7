"""Offers that wait in the real desktop: locked screen, typing hand, full screen; a tray that restarts."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.deadline import CLOCK, breather, wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop
from tests.desktop.notification_daemon import NotificationDaemon
from tests.desktop.private_bus import PrivateBus, Reply, Service
from tests.desktop.program import Program
from tests.desktop.test_hold_full_screen import Somebody
from tests.desktop.test_offers import Made, card, card_comes, made

__all__ = ["made"]
SAVER = "org.freedesktop.ScreenSaver"
DUE_SOON = "2026-11-25T09:59:56"


class Locker(Service):
    """A locker that says whether the screen is locked; it is asked for inhibitors too, and counts them."""

    def __init__(self, bus: PrivateBus) -> None:
        self.locked = True
        super().__init__(bus, (SAVER,), self._told)

    def _told(self, member: str, arguments: tuple[Any, ...]) -> Reply:
        known: dict[str, Reply] = {
            "GetActive": ("b", (self.locked,)),
            "Inhibit": ("u", (7,)),
            "UnInhibit": ("", ()),
        }
        return known[member]

    def unlock(self) -> None:
        from jeepney import DBusAddress, new_signal

        self.locked = False
        address = DBusAddress("/ScreenSaver", SAVER, SAVER)
        self._connection.send(new_signal(address, "ActiveChanged", "b", (False,)))


def held_by(program: Program) -> list[str]:
    found: list[str] = program.status()["held"]
    return found


def test_over_a_locked_screen_nothing_comes_and_after_it_the_card_does(desktop: Desktop, made: Made) -> None:
    locker = Locker(desktop.bus)
    with locker, made(DUE_SOON, "daily 10:00", holds_off=["input"]) as program:
        program.icon()
        wait_for(lambda: held_by(program) == ["locked"], "it waits", deadline=15.0, alive=program.check)
        assert card(program) is None
        assert program.sound() == "off"
        assert locker.called("Inhibit") == []
        locker.unlock()
        card_comes(program)
        assert held_by(program) == []


@pytest.fixture
def editor(desktop: Desktop) -> Iterator[Editor]:
    editor = Editor(desktop.display)
    wait_for(editor.has_keyboard, "the editor has the keyboard")
    yield editor
    editor.close()


def test_over_a_typing_hand_it_waits_and_every_key_lands(
    desktop: Desktop, editor: Editor, made: Made
) -> None:
    with made(DUE_SOON, "daily 10:00", input_s=2.0) as program:
        program.icon()
        pressed, until = "", CLOCK.now() + 15.0
        while "input" not in held_by(program):
            assert CLOCK.now() < until, "typing never held it"
            pressed += "k"
            desktop.hand.press("k")
            breather(0.1)
        assert card(program) is None
        # Once the hand has rested, the next look brings it: a changed rule is one.
        days = cycle(("on", "off"))
        program.run("prompts", "add", "Sat 11:15")
        wait_for(
            lambda: program.run("prompts", next(days), "2").returncode == 0 and card(program),
            "the card",
            deadline=20.0,
            alive=program.check,
        )
        assert "".join(editor.typed()) == pressed
        assert editor.has_keyboard()


def test_over_a_full_screen_it_waits(desktop: Desktop, made: Made) -> None:
    somebody = Somebody(desktop)
    try:
        somebody.show(desktop.size, "_NET_WM_STATE_FULLSCREEN")
        with made(DUE_SOON, "daily 10:00", holds_off=["input"]) as program:
            program.icon()
            wait_for(
                lambda: held_by(program) == ["full_screen"], "it waits", deadline=15.0, alive=program.check
            )
            assert card(program) is None
    finally:
        somebody.close()


def test_a_tray_that_restarts_while_one_is_shown_has_its_bud(desktop: Desktop, made: Made) -> None:
    with made(DUE_SOON, "daily 10:00", holds_off=["input"]) as program:
        program.icon()
        card_comes(program)
        desktop.end_panel()
        desktop.start_panel()
        program.icon()
        assert program.run("take").stdout == "The minute begins.\n"
        assert program.complaints() == []


@pytest.fixture
def hanging(desktop: Desktop, tmp_path: Path) -> Iterator[NotificationDaemon]:
    """On a bus of its own."""
    folder = tmp_path / "b"
    folder.mkdir()
    bus = PrivateBus(folder, desktop.env)
    with NotificationDaemon(bus, hangs="Notify") as daemon:
        yield daemon
    bus.child.end()


def notifying(made: Made, daemon: NotificationDaemon) -> Program:
    program = made(DUE_SOON, "daily 10:00", holds_off=["input"], offer_as="notification")
    program.extra_env = {"DBUS_SESSION_BUS_ADDRESS": daemon.address}
    return program


def test_a_notification_daemon_that_hangs_leaves_the_card(hanging: NotificationDaemon, made: Made) -> None:
    with notifying(made, hanging) as program:
        program.icon()
        card_comes(program, deadline=20.0)
        assert program.complaints() == []


def test_a_notification_daemon_that_hangs_is_not_waited_for_at_the_end(
    hanging: NotificationDaemon, made: Made
) -> None:
    with notifying(made, hanging) as program:
        wait_for(lambda: hanging.hanging, "it is asked", deadline=20.0, alive=program.check)
        assert program.end() == 0
        assert hanging.hanging
        assert program.complaints() == []
