"""Picture: numbers drawn from what stands on the screen, for tests that watch a session."""

import numpy as np

from tests.desktop.deadline import CLOCK, breather
from tests.desktop.frame_buffer import FrameBuffer, differ
from tests.desktop.hand import Shown

CENTRE = (0.5, 392 / 900)
"""Where the flower's centre stands in a full window, as parts of its width and height (screens)."""


def scene_centre(window: Shown) -> tuple[int, int]:
    """The flower's centre on the screen."""
    return window.x + round(window.width * CENTRE[0]), window.y + round(window.height * CENTRE[1])


def lit(screen: FrameBuffer, window: Shown, brighter: int = 40) -> int:
    """How many pixels around the scene's centre stand out from the ground at the window's left edge."""
    x, y = scene_centre(window)
    around = screen.around(x, y, window.height // 3).astype(np.int16)
    ground = screen.look(window.x + 4, y, 4, 4).astype(np.int16).mean(axis=(0, 1))
    return int((np.abs(around - ground).max(axis=2) > brighter).sum())


def stands_still(screen: FrameBuffer, window: Shown, seconds: float) -> bool:
    """Whether nothing around the scene's centre changes for so long."""
    x, y = scene_centre(window)
    before = screen.around(x, y, window.height // 3)
    until = CLOCK.now() + seconds
    while CLOCK.now() < until:
        if differ(before, screen.around(x, y, window.height // 3), 2) > 0:
            return False
        breather(0.03)
    return True
