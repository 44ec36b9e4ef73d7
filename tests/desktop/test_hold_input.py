import pytest

from kindtimer.desktop.hold_input import busy_on_x11
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop


def test_a_key_or_a_movement_is_busy_until_both_have_rested(desktop: Desktop) -> None:
    desktop.hand.press("Shift_L")
    assert busy_on_x11(desktop.display, 60.0) is True
    wait_for(lambda: busy_on_x11(desktop.display, 0.2) is False, "keys have rested")
    desktop.hand.move(77, 77)
    desktop.hand.move(78, 78)
    assert busy_on_x11(desktop.display, 30.0) is True


def test_without_a_display_it_is_an_error() -> None:
    with pytest.raises(OSError, match="no X server"):
        busy_on_x11(":4714", 5.0)
