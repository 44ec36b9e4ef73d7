from collections.abc import Iterator

import pytest

from kindtimer.desktop.hold_x_server import Area, XServer, x_server
from tests.desktop.harness import Desktop

GONE = 0x7FFFFFF


@pytest.fixture
def server(desktop: Desktop) -> Iterator[XServer]:
    with x_server(desktop.display) as server:
        yield server


def test_the_root_is_the_servers_own(desktop: Desktop, server: XServer) -> None:
    assert server.root == desktop.hand.root.id


def test_the_monitors_are_told(desktop: Desktop, server: XServer) -> None:
    assert server.monitors() == [Area(0, 0, *desktop.size)]


def test_a_window_tells_where_it_stands_and_what_it_says_of_itself(desktop: Desktop, server: XServer) -> None:
    window = desktop.hand.root.create_window(30, 40, 200, 100, 0, 0, override_redirect=True)
    window.change_property(desktop.hand.display.intern_atom("_NET_WM_PID"), 6, 32, [4711])
    desktop.hand.display.sync()
    assert server.area(window.id) == Area(30, 40, 200, 100)
    assert server.numbers(window.id, "_NET_WM_PID") == (4711,)
    assert server.numbers(window.id, "_NET_WM_STATE") is None
    window.destroy()
    desktop.hand.display.sync()
    assert server.area(window.id) is None


def test_a_window_that_is_gone_and_a_name_nobody_uses_say_nothing(server: XServer) -> None:
    assert server.area(GONE) is None
    assert server.numbers(GONE, "_NET_WM_PID") is None
    assert server.atom("_NOBODY_HAS_SAID_THIS") == 0
    assert server.numbers(server.root, "_NOBODY_HAS_SAID_THIS") is None


def test_text_is_no_numbers(server: XServer, desktop: Desktop) -> None:
    window = desktop.hand.root.create_window(0, 0, 9, 9, 0, 0, override_redirect=True)
    window.set_wm_name("a text")
    desktop.hand.display.sync()
    assert server.numbers(window.id, "WM_NAME") is None
    window.destroy()
    desktop.hand.display.sync()


def test_rest_is_counted_from_the_last_movement(desktop: Desktop, server: XServer) -> None:
    desktop.hand.move(20, 20)
    desktop.hand.move(30, 30)
    idle = server.idle_ms()
    assert idle is not None
    assert 0 <= idle < 5_000


def test_without_a_server_it_is_an_error() -> None:
    with pytest.raises(OSError, match="no X server"), x_server(":4714"):
        pytest.fail("there is none")
