"""Session sizes: between what bounds a session's window may be resized. Pure; the window asks.

Where it stands is `placing`'s, what stands within it `Stage`'s.
"""

from PySide6.QtCore import QRect, QSize

LEAST = QSize(280, 360)
"""A small window that was made smaller still would have no room for the ways out."""

MOST = QSize(8192, 8192)
"""No screen is larger; a window that was made so would take all the time there is to paint."""


def least_size(place: QRect) -> QSize:
    """How small, in logical px, a window at this place may be made: a screen may be smaller than `LEAST`."""
    return LEAST.boundedTo(place.size())
