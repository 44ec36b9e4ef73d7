import os
from collections.abc import Iterator
from typing import Any

import pytest
from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event

from kindtimer.desktop.hold_full_screen import full_screen_on_x11
from tests.desktop.deadline import wait_for
from tests.desktop.frame_buffer import FrameBuffer
from tests.desktop.harness import Desktop

FULL, WIDE, HIGH = (
    "_NET_WM_STATE_FULLSCREEN",
    "_NET_WM_STATE_MAXIMIZED_VERT",
    "_NET_WM_STATE_MAXIMIZED_HORZ",
)


class Somebody:
    """A program with one window that openbox manages."""

    def __init__(self, desktop: Desktop) -> None:
        self.display = Display(desktop.display)
        self.desktop = desktop
        self.window: Any = None

    def atom(self, name: str) -> int:
        return int(self.display.intern_atom(name))

    def show(
        self, size: tuple[int, int], *states: str, frame: bool = True, pid: int = 1, kind: str = ""
    ) -> None:
        """Show it and wait until it has the keyboard."""
        self.window = self.display.screen().root.create_window(0, 0, *size, 0, X.CopyFromParent)
        self.window.set_wm_normal_hints(flags=5, x=0, y=0)
        self.window.change_property(self.atom("_NET_WM_PID"), Xatom.CARDINAL, 32, [pid])
        if states:
            atoms = [self.atom(one) for one in states]
            self.window.change_property(self.atom("_NET_WM_STATE"), Xatom.ATOM, 32, atoms)
        if kind:
            self.window.change_property(self.atom("_NET_WM_WINDOW_TYPE"), Xatom.ATOM, 32, [self.atom(kind)])
        if not frame:
            hints = self.atom("_MOTIF_WM_HINTS")
            self.window.change_property(hints, hints, 32, [2, 0, 0, 0, 0])
        self.window.map()
        self.display.sync()
        self.activate()

    def activate(self) -> None:
        root = self.display.screen().root
        ask = event.ClientMessage(
            window=self.window, client_type=self.atom("_NET_ACTIVE_WINDOW"), data=(32, [2, 0, 0, 0, 0])
        )

        def is_active() -> bool:
            root.send_event(ask, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
            self.display.sync()
            return bool(self.desktop.hand.active() == self.window.id)

        wait_for(is_active, "the window has the keyboard")

    def close(self) -> None:
        if self.window is not None:
            self.window.destroy()
        self.display.close()


@pytest.fixture
def somebody(desktop: Desktop) -> Iterator[Somebody]:
    somebody = Somebody(desktop)
    yield somebody
    somebody.close()
    # openbox goes on to name a window that is gone.
    wait_for(lambda: full_screen_on_x11(desktop.display) is False, "nothing is full screen")


def test_a_real_full_screen_window_is_seen_and_one_that_left_it_is_not(
    desktop: Desktop, somebody: Somebody
) -> None:
    assert full_screen_on_x11(desktop.display) is False
    somebody.show((400, 300), FULL)
    screen: FrameBuffer = desktop.screen
    assert (screen.width, screen.height) == desktop.size
    assert full_screen_on_x11(desktop.display) is True
    root = somebody.display.screen().root
    data = (32, [0, somebody.atom(FULL), 0, 0, 0])
    leave = event.ClientMessage(window=somebody.window, client_type=somebody.atom("_NET_WM_STATE"), data=data)
    root.send_event(leave, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
    somebody.display.sync()
    wait_for(lambda: full_screen_on_x11(desktop.display) is False, "it is seen to have left")


def test_a_window_that_is_not_active_does_not_count(desktop: Desktop, somebody: Somebody) -> None:
    somebody.show((400, 300), FULL)
    other = Somebody(desktop)
    other.show((200, 200))
    assert full_screen_on_x11(desktop.display) is False
    other.close()


def test_our_own_window_does_not_count(desktop: Desktop, somebody: Somebody) -> None:
    somebody.show((400, 300), FULL, pid=os.getpid())
    assert full_screen_on_x11(desktop.display) is False
    assert full_screen_on_x11(desktop.display, own=1) is True


def test_a_window_without_a_frame_over_the_whole_monitor_counts(desktop: Desktop, somebody: Somebody) -> None:
    somebody.show(desktop.size, frame=False)
    wait_for(lambda: full_screen_on_x11(desktop.display) is True, "a borderless game")


@pytest.mark.parametrize("states", [(WIDE, HIGH), ()])
def test_a_window_that_is_merely_large_does_not(
    desktop: Desktop, somebody: Somebody, states: tuple[str, ...]
) -> None:
    width, height = desktop.size
    somebody.show((width, height - 60) if not states else (300, 300), *states, frame=bool(states))
    assert full_screen_on_x11(desktop.display) is False


def test_a_maximised_window_without_a_frame_does_not_though_it_hides_all(
    desktop: Desktop, somebody: Somebody
) -> None:
    somebody.show(desktop.size, WIDE, HIGH, frame=False)
    assert full_screen_on_x11(desktop.display) is False


def test_the_ground_of_a_desktop_does_not(desktop: Desktop, somebody: Somebody) -> None:
    somebody.show(desktop.size, frame=False, kind="_NET_WM_WINDOW_TYPE_DESKTOP")
    assert full_screen_on_x11(desktop.display) is False
