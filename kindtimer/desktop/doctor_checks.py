"""Doctor checks: what of this desktop works for KindTimer, and what to do about the rest.

Each check is short and limited in time; whatever may hang or end its process is asked in a child process
or on a thread that is left behind. Called by the command line alone, on its main thread.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from kindtimer.core.check import Check
from kindtimer.core.words import _, tr
from kindtimer.desktop.display import display_trouble

CHILD_SECONDS = 8.0
BUS_SECONDS = 3.0
WATCHER = "org.kde.StatusNotifierWatcher"
AWAKE = {
    "org.freedesktop.ScreenSaver": _("screen saver service"),
    "org.gnome.SessionManager": _("GNOME session"),
    "org.freedesktop.portal.Desktop": _("portal"),
}

Found = TypeVar("Found")

XEMBED = """
import sys
from kindtimer.desktop.x11_library import is_held, x11_library
x11 = x11_library()
sys.exit(0 if x11 is not None and is_held(x11, "", "_NET_SYSTEM_TRAY_S") else 1)
"""

SOUND = """
import json
try:
    import sounddevice
except (ImportError, OSError):
    print(json.dumps({"library": False}))
else:
    try:
        found = sounddevice.query_devices(kind="output")
        print(json.dumps({"library": True, "device": found["name"]}))
    except (ValueError, sounddevice.PortAudioError):
        print(json.dumps({"library": True, "device": None}))
"""


def desktop_checks(
    environ: Mapping[str, str], microphone: Callable[[], bool | None] = lambda: None
) -> list[Check]:
    """Every check of the desktop; about a second. `microphone` says whether one is in use, or hangs."""
    # Loads Qt, as its probes are the app's.
    from kindtimer.desktop.hold_checks import hold_checks

    bus = environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={environ.get('XDG_RUNTIME_DIR', '')}/bus"
    names = within(BUS_SECONDS, partial(_names_on_bus, bus))
    return [
        _display(environ),
        _tray(environ, names),
        *_sound(_ask_child(SOUND, environ)),
        _bus(names),
        _keep_awake(environ, names),
        _motion(bus, names),
        *hold_checks(environ, microphone),
    ]


def within(seconds: float, work: Callable[[], Found]) -> Found | None:
    """What `work` gives, or None where it takes longer or fails: a probe that hangs is not known."""
    found: list[Found] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception:  # noqa: BLE001 - whatever a probe runs into, it only means: not known
            return

    thread = threading.Thread(target=run, name="doctor", daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0] if found else None


def _ask_child(code: str, environ: Mapping[str, str]) -> "subprocess.CompletedProcess[str] | None":
    """Run a probe in a process of its own: it may hang, print, or die."""
    try:
        return subprocess.run(
            [sys.executable, "-c", code],
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=CHILD_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None


def _names_on_bus(bus: str) -> frozenset[str]:
    from jeepney.bus_messages import DBus
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus=bus) as connection:
        reply = connection.send_and_get_reply(DBus().ListNames(), timeout=BUS_SECONDS)
        return frozenset(reply.body[0])


def _display(environ: Mapping[str, str]) -> Check:
    trouble = display_trouble(environ)
    if trouble:
        return Check("display", False, trouble, _without_display())
    name = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or environ.get("QT_QPA_PLATFORM", "")
    return Check("display", True, name or sys.platform)


def _without_display() -> str:
    # What was found says where a display is; this says what else there is.
    return tr(
        "From another computer, `ssh -X` brings one along. `patterns`, `render` and `doctor` go without one."
    )


def _tray(environ: Mapping[str, str], names: frozenset[str] | None) -> Check:
    gnome = "gnome" in environ.get("XDG_CURRENT_DESKTOP", "").lower()
    if names and WATCHER in names:
        detail = tr("This desktop shows tray icons.")
        if gnome:
            note = tr("GNOME's AppIndicator opens the menu on a left click: Breathe is the first entry.")
            detail = f"{detail} {note}"
        return Check("tray", True, detail)
    if environ.get("DISPLAY"):
        child = _ask_child(XEMBED, environ)
        if child is not None and child.returncode == 0:
            return Check("tray", True, tr("This desktop shows tray icons in its panel."))
    remedy = tr("A second start of KindTimer shows its window; with no tray, that is the way in.")
    if gnome:
        remedy = f"{tr('GNOME shows tray icons with its AppIndicator extension.')} {remedy}"
    return Check("tray", False, tr("No tray was found on this desktop."), remedy)


def _sound(child: "subprocess.CompletedProcess[str] | None") -> list[Check]:
    try:
        told = json.loads(child.stdout) if child is not None else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        unknown = tr("The sound system did not answer.")
        remedy = tr("Sessions go on as picture only; starting the sound server anew may bring it back.")
        return [Check("sound_library", False, unknown, remedy), Check("sound_output", False, unknown, remedy)]
    if not told.get("library"):
        detail = tr("The sound library PortAudio was not found; sessions are picture only.")
        remedy = tr("On Debian and Ubuntu: sudo apt install libportaudio2")
        absent = tr("Not looked for without the sound library.")
        return [Check("sound_library", False, detail, remedy), Check("sound_output", False, absent, remedy)]
    library = Check("sound_library", True, "PortAudio")
    device = told.get("device")
    if not device:
        detail = tr("No sound output was found; sessions are picture only.")
        return [library, Check("sound_output", False, detail, tr("A headset or loudspeaker brings one."))]
    return [library, Check("sound_output", True, str(device))]


def _bus(names: frozenset[str] | None) -> Check:
    if names is None:
        detail = tr("No D-Bus session answered; tray and keep-awake have less to lean on.")
        return Check("session_bus", False, detail, tr("A desktop login starts one by itself."))
    return Check("session_bus", True, tr("The D-Bus session answers."))


def _keep_awake(environ: Mapping[str, str], names: frozenset[str] | None) -> Check:
    found = [tr(told) for name, told in AWAKE.items() if names and name in names]
    if environ.get("DISPLAY"):
        found.append("X11")
    if found:
        ways = ", ".join(found)
        return Check("keep_awake", True, tr("The screen stays on in a session, by: {ways}.", ways=ways))
    return Check(
        "keep_awake",
        False,
        tr("Nothing here can be asked to keep the screen on."),
        tr("A longer screen time in the desktop's own settings does the same."),
    )


def _motion(bus: str, names: frozenset[str] | None) -> Check:
    reduced = False
    if names and "org.freedesktop.portal.Desktop" in names:
        # Loads Qt, which this check alone needs.
        from kindtimer.desktop.motion_wish import reduced_by_portal

        reduced = bool(within(BUS_SECONDS, partial(reduced_by_portal, bus)))
    if reduced:
        return Check("motion", True, tr("This desktop asks for less motion: the picture holds still."))
    return Check("motion", True, tr("This desktop does not ask for less motion."))
