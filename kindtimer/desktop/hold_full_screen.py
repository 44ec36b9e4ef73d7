"""Hold full screen: whether the window somebody works with fills a monitor, as a film, a game or slides do.

X11: the active window is full screen by its own word, or stands without a frame over a whole monitor, as
some games do. Called on a probe's thread.
"""

import os

from kindtimer.desktop.hold_x_server import Area, XServer, x_server

_STATE, _TYPE = "_NET_WM_STATE", "_NET_WM_WINDOW_TYPE"
_GROUNDS = ("_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK")
_MAXIMISED = ("_NET_WM_STATE_MAXIMIZED_VERT", "_NET_WM_STATE_MAXIMIZED_HORZ")
_SAYS_DECORATIONS = 2


def full_screen_on_x11(display: str, own: int | None = None) -> bool | None:
    """Whether the active window fills a monitor; None where no window manager tells which one is active.

    Windows of the process `own`, by default this one, do not count.
    """
    with x_server(display) as server:
        if not _has(server, server.root, "_NET_SUPPORTED", "_NET_ACTIVE_WINDOW"):
            return None
        # Absent before the first window has had the keyboard.
        (window, *_rest) = server.numbers(server.root, "_NET_ACTIVE_WINDOW") or (0,)
        if not window or server.numbers(window, "_NET_WM_PID") == (os.getpid() if own is None else own,):
            return False
        if any(_has(server, window, _TYPE, ground) for ground in _GROUNDS):
            return False
        return _has(server, window, _STATE, "_NET_WM_STATE_FULLSCREEN") or _covers(server, window)


def _has(server: XServer, window: int, name: str, atom: str) -> bool:
    number = server.atom(atom)
    return bool(number) and number in (server.numbers(window, name) or ())


def _covers(server: XServer, window: int) -> bool:
    """Whether a window that asked for no frame, and is not merely maximised, hides a whole monitor.

    A tiled or maximised window without panels beside it covers one too, and people work in those.
    """
    hints = server.numbers(window, "_MOTIF_WM_HINTS") or (0, 0, 0)
    frameless = len(hints) > 2 and hints[0] & _SAYS_DECORATIONS and hints[2] == 0
    if not frameless or any(_has(server, window, _STATE, one) for one in _MAXIMISED):
        return False
    area = server.area(window)
    return area is not None and any(_within(monitor, area) for monitor in server.monitors())


def _within(inner: Area, outer: Area) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.x + outer.width >= inner.x + inner.width
        and outer.y + outer.height >= inner.y + inner.height
    )
