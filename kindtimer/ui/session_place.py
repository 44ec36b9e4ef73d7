"""Session place: lets a session's window stand full on a screen, or small in its corner.

How large it may be is `session_sizes`', where the corner is `placing`'s. Called by the session window; main
thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from kindtimer.core.settings import Size
from kindtimer.ui.placing import put_flags, small_place, text_scale
from kindtimer.ui.session_sizes import least_size

FULL_FLAGS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint


def stand(
    window: QWidget, size: Size, screen: QScreen, dress: Callable[[], None], opens: Callable[[QRect], None]
) -> None:
    """Show it there, in front. `dress` is called once its screen is known, `opens` with the place it gets."""
    on_top = size is Size.SMALL
    flags = FULL_FLAGS | Qt.WindowType.WindowStaysOnTopHint if on_top else FULL_FLAGS
    put_flags(window, flags)
    window.setScreen(screen)
    dress()
    full = size is Size.FULL
    place = screen.geometry()
    if not full:
        place = small_place(screen.availableGeometry(), text_scale(window.font(), screen))
        window.setWindowState(Qt.WindowState.WindowNoState)
    opens(place)
    window.setMinimumSize(least_size(place))
    window.setGeometry(place)
    if full:
        window.showFullScreen()
    else:
        window.show()
    window.raise_()
    window.activateWindow()
