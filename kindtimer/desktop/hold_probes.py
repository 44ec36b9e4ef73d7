"""Hold probes: which looks this desktop is given for what may hold an offer, and what it does not tell.

The one place that knows X11 from Wayland, and one desktop from another. Used by the app, which brings along
what asks for the microphone, and by `doctor`. Main thread; asks nobody.
"""

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold
from kindtimer.core.words import tr
from kindtimer.desktop.hold_asker import HoldAsker, Holds, NoHolds
from kindtimer.desktop.hold_bus import ask_bus
from kindtimer.desktop.hold_camera import camera_in_use
from kindtimer.desktop.hold_dconf import QUIET, quiet_by_dconf
from kindtimer.desktop.hold_desktop_services import login_questions, session_questions
from kindtimer.desktop.hold_full_screen import full_screen_on_x11
from kindtimer.desktop.hold_input import busy_on_x11
from kindtimer.desktop.hold_probe import Probe, Readings, reading, silent_line
from kindtimer.desktop.hold_video_streams import server_path, video_streams
from kindtimer.desktop.hold_wayland_windows import compositor_path, full_screen_on_wayland

Microphone = Callable[[], bool | None]
"""Whether somebody listens to a microphone; called on a thread of its own, which it may hold up."""

LOCK_WITH_WORDS = frozenset(
    {"gnome", "kde", "xfce", "x-cinnamon", "mate", "budgie", "pantheon", "unity", "cosmic", "deepin"}
)
"""Desktops, as XDG_CURRENT_DESKTOP names them, whose own lockers tell that the screen is locked."""

KEEP_WINDOWS = frozenset({"gnome", "kde"})
"""On Wayland these list windows for their own parts alone."""

TELL_REST = frozenset({"gnome", "pantheon"})
"""On Wayland these tell how long keys and mouse have rested."""


def hold_asker(clock: Clock, microphone: Microphone, parent: QObject | None = None) -> Holds:
    """The one for this machine; nothing is asked, opened or started by making it."""
    if not sys.platform.startswith("linux"):
        return NoHolds(parent)
    return HoldAsker(hold_probes(os.environ, clock, microphone), never_told(os.environ), parent)


def hold_probes(environ: Mapping[str, str], clock: Clock, microphone: Microphone) -> tuple[Probe, ...]:
    """Every look that makes sense in this session."""
    services = {Hold.LOCKED, Hold.SHARING, Hold.DO_NOT_DISTURB}
    display = environ.get("DISPLAY", "")
    if _is_wayland(environ):
        # Nothing of X11 is asked there: it would start a server for it, and know some windows alone.
        look = partial(full_screen_on_wayland, compositor_path(environ))
        windows = [Probe.of_one("windows", Hold.FULL_SCREEN, look)]
        services.add(Hold.INPUT)
    elif display:
        windows = [
            Probe.of_one("windows", Hold.FULL_SCREEN, partial(full_screen_on_x11, display)),
            Probe("input", frozenset({Hold.INPUT}), partial(_input, display)),
        ]
    else:
        windows = []
    return (
        *windows,
        Probe("services", frozenset(services), partial(_session, environ, clock)),
        Probe("login", frozenset({Hold.LOCKED}), partial(_login, environ, clock)),
        Probe.of_one(
            "settings", Hold.DO_NOT_DISTURB, partial(quiet_by_dconf, environ), _of_settings(environ)
        ),
        Probe("video", frozenset({Hold.SHARING, Hold.CALL}), partial(_video, environ), _of_video(environ)),
        Probe.of_one("camera", Hold.CALL, camera_in_use),
        Probe.of_one(
            "microphone", Hold.CALL, microphone, tr("No sound server tells whether a microphone is in use.")
        ),
    )


def never_told(environ: Mapping[str, str]) -> dict[Hold, str]:
    """What is known beforehand not to be told in this session, or not all of it; a kind line each."""
    desktops = _desktops(environ)
    lines = {}
    if not desktops & LOCK_WITH_WORDS:
        lines[Hold.LOCKED] = tr(
            "Some screen locks do not tell other programs that the screen is locked, i3lock and swaylock "
            "among them. A minute may then be offered behind the lock."
        )
    if not _is_wayland(environ):
        lines[Hold.SHARING] = tr(
            "On this kind of desktop (X11) most programs do not say that they show the screen to others. "
            "Chromium and slide shows do."
        )
        if not environ.get("DISPLAY"):
            lines |= {hold: silent_line(hold) for hold in (Hold.FULL_SCREEN, Hold.INPUT)}
        return lines
    if desktops & KEEP_WINDOWS:
        lines[Hold.FULL_SCREEN] = silent_line(Hold.FULL_SCREEN)
    if not desktops & TELL_REST:
        lines[Hold.INPUT] = silent_line(Hold.INPUT)
    return lines


def _is_wayland(environ: Mapping[str, str]) -> bool:
    return bool(environ.get("WAYLAND_DISPLAY")) and environ.get("XDG_SESSION_TYPE") != "x11"


def _desktops(environ: Mapping[str, str]) -> frozenset[str]:
    return frozenset(environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":"))


def _of_settings(environ: Mapping[str, str]) -> str:
    if not _desktops(environ) & QUIET.keys():
        return ""
    return tr("The desktop's own switch for quiet is kept where it is not to be read.")


def _of_video(environ: Mapping[str, str]) -> str:
    """On X11 pictures of the screen do not go that way."""
    return (
        tr("PipeWire, which hands on pictures of the screen, does not answer.")
        if _is_wayland(environ)
        else ""
    )


# --- on a probe's thread --------------------------------------------------------------------------------


def _input(display: str, _wanted: frozenset[Hold], seconds: float) -> Readings:
    return {Hold.INPUT: reading(busy_on_x11(display, seconds))}


def _session(environ: Mapping[str, str], clock: Clock, wanted: frozenset[Hold], seconds: float) -> Readings:
    bus = environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={environ['XDG_RUNTIME_DIR']}/bus"
    return ask_bus(bus, session_questions(wanted, seconds), clock)


def _login(environ: Mapping[str, str], clock: Clock, _wanted: frozenset[Hold], _seconds: float) -> Readings:
    bus = environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "SYSTEM"
    return ask_bus(bus, login_questions(environ.get("XDG_SESSION_ID", "")), clock)


def _video(environ: Mapping[str, str], _wanted: frozenset[Hold], _seconds: float) -> Readings:
    return video_streams(server_path(environ))
