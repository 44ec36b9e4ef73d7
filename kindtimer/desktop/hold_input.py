"""Hold input: whether keys or mouse were in use a moment ago, so that no offer comes into a sentence.

X11 alone stands here; GNOME's idle monitor is asked over D-Bus, in `hold_desktop_services`. The server counts
the time; nothing of what is typed is seen. Called on a probe's thread.
"""

from kindtimer.desktop.hold_x_server import x_server


def busy_on_x11(display: str, seconds: float) -> bool | None:
    """Whether the last key or movement is less than so many seconds ago; None where nobody counts it."""
    with x_server(display) as server:
        idle = server.idle_ms()
    return None if idle is None else idle < seconds * 1000.0
