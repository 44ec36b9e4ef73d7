"""Hold desktop services: what lockers, notification services, session managers and idle monitors are asked.

A table of questions for `hold_bus`, by desktop and service, and how their answers are read. The services are
those of GNOME, KDE, Xfce, Cinnamon and MATE, of logind, dunst, mako and SwayNC. Pure.
"""

import re

from kindtimer.core.hold import Hold, Reading
from kindtimer.desktop.hold_bus import Answer, Question, first_is_true, plain, property_of
from kindtimer.desktop.hold_probe import reading
from kindtimer.desktop.screen_savers import SAVERS

LOGIN = "org.freedesktop.login1"
NOTIFICATIONS = "org.freedesktop.Notifications"
SESSION_MANAGER = "org.gnome.SessionManager"
PRESENCE_BUSY = 2

SHOWN_TO_OTHERS = re.compile(
    r"desktop capture|screen ?cast|screen ?shar|sharing the screen|presentation", re.I
)
"""Reasons for keeping a screen on that mean it is shown: "Native desktop capture" is Chromium's,
"presentation" LibreOffice's. A film, a download or a breathing session give others."""


def login_questions(session: str) -> tuple[Question, ...]:
    """Of logind, over the system bus. `session` is this person's XDG_SESSION_ID, or empty."""
    names = ("auto", _as_label(session)) if session else ("auto",)
    return tuple(
        property_of(
            Hold.LOCKED, LOGIN, f"/org/freedesktop/login1/session/{name}", f"{LOGIN}.Session", "LockedHint"
        )
        for name in names
    )


def session_questions(wanted: frozenset[Hold], input_seconds: float) -> tuple[Question, ...]:
    """Of the services on the session bus; keys and mouse are busy for so long after the last of them."""
    everything = (
        *_lock_questions(),
        *_quiet_questions(),
        *_sharing_questions(),
        _input_question(input_seconds),
    )
    return tuple(one for one in everything if one.hold in wanted)


def _lock_questions() -> tuple[Question, ...]:
    return tuple(
        Question(Hold.LOCKED, service, path, service, "GetActive", first_is_true) for service, path in SAVERS
    )


def _quiet_questions() -> tuple[Question, ...]:
    quiet = Hold.DO_NOT_DISTURB
    path = "/org/freedesktop/Notifications"
    swaync, mako, presence = "org.erikreider.swaync.cc", "fr.emersion.Mako", f"{SESSION_MANAGER}.Presence"
    return (
        property_of(quiet, NOTIFICATIONS, path, NOTIFICATIONS, "Inhibited"),  # KDE
        property_of(quiet, NOTIFICATIONS, path, "org.dunstproject.cmd0", "paused"),
        Question(quiet, swaync, "/org/erikreider/swaync/cc", swaync, "GetDnd", first_is_true),
        Question(quiet, mako, "/fr/emersion/Mako", mako, "ListModes", _has_quiet_mode),
        Question(
            quiet,
            "org.xfce.Xfconf",
            "/org/xfce/Xfconf",
            "org.xfce.Xfconf",
            "GetProperty",
            first_is_true,
            "ss",
            ("xfce4-notifyd", "/do-not-disturb"),
        ),
        property_of(
            quiet, SESSION_MANAGER, "/org/gnome/SessionManager/Presence", presence, "status", _is_busy
        ),
    )


def _sharing_questions() -> tuple[Question, ...]:
    agent = "org.kde.Solid.PowerManagement.PolicyAgent"
    cast = "org.gnome.Mutter.ScreenCast"
    return (
        Question(Hold.SHARING, agent, f"/{agent.replace('.', '/')}", agent, "ListInhibitions", _kde_reasons),
        Question(
            Hold.SHARING,
            SESSION_MANAGER,
            "/org/gnome/SessionManager",
            SESSION_MANAGER,
            "GetInhibitors",
            _each_inhibitor,
        ),
        # Its sessions are objects below this path, and there is one only while a screen is cast.
        Question(
            Hold.SHARING,
            cast,
            f"/{cast.replace('.', '/')}/Session",
            "org.freedesktop.DBus.Introspectable",
            "Introspect",
            _has_children,
        ),
    )


def _input_question(seconds: float) -> Question:
    monitor = "org.gnome.Mutter.IdleMonitor"

    def rested(answer: Answer) -> Reading:
        return reading(float(answer[0]) < seconds * 1000.0)

    return Question(Hold.INPUT, monitor, f"/{monitor.replace('.', '/')}/Core", monitor, "GetIdletime", rested)


def _has_quiet_mode(answer: Answer) -> Reading:
    return reading("do-not-disturb" in answer[0])


def _is_busy(answer: Answer) -> Reading:
    return reading(plain(answer[0]) == PRESENCE_BUSY)


def _kde_reasons(answer: Answer) -> Reading:
    return reading(any(SHOWN_TO_OTHERS.search(why) for _who, why in answer[0]))


def _each_inhibitor(answer: Answer) -> "Reading | tuple[Question, ...]":
    """There may be several, and each tells its own reason."""
    interface = f"{SESSION_MANAGER}.Inhibitor"
    asked = tuple(
        Question(Hold.SHARING, SESSION_MANAGER, path, interface, "GetReason", _shows) for path in answer[0]
    )
    return asked or Reading.NO


def _shows(answer: Answer) -> Reading:
    return reading(SHOWN_TO_OTHERS.search(answer[0]) is not None)


def _has_children(answer: Answer) -> Reading:
    return reading("<node name=" in answer[0])


def _as_label(session: str) -> str:
    """A session's id as the last part of a path: what is no letter or digit, and a first digit, as _hh."""
    return "".join(
        sign if sign.isascii() and (sign.isalpha() or (sign.isdigit() and place)) else f"_{ord(sign):02x}"
        for place, sign in enumerate(session)
    )
