from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kindtimer.core.clock import SystemClock
from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.desktop.hold_bus import ask_bus
from kindtimer.desktop.hold_desktop_services import (
    NOTIFICATIONS,
    SESSION_MANAGER,
    SHOWN_TO_OTHERS,
    login_questions,
    session_questions,
)
from kindtimer.desktop.keep_awake import LinuxKeepAwake
from kindtimer.desktop.screen_savers import SAVERS
from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.private_bus import PrivateBus, Reply, Service

CLOCK = SystemClock()
LOGIN = "org.freedesktop.login1"
YES, NO, UNKNOWN = Reading.YES, Reading.NO, Reading.UNKNOWN
KDE_AGENT = "org.kde.Solid.PowerManagement.PolicyAgent"
IDLE = "org.gnome.Mutter.IdleMonitor"


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


def told(bus: PrivateBus, hold: Hold, seconds: float = 5.0) -> Reading:
    return ask_bus(bus.address, session_questions(frozenset({hold}), seconds), CLOCK)[hold]


def by_member(answers: Mapping[str, Reply]) -> Any:
    return lambda member, _arguments: answers[member]


def by_property(answers: Mapping[tuple[str, str], Any]) -> Any:
    def answer(member: str, arguments: tuple[Any, ...]) -> Reply:
        assert member == "Get"
        return "v", (answers[arguments],)

    return answer


def test_where_nobody_runs_nothing_is_known(bus: PrivateBus) -> None:
    known = ask_bus(bus.address, session_questions(frozenset(ASKED), 5.0), CLOCK)
    assert known == dict.fromkeys(set(ASKED) - {Hold.FULL_SCREEN, Hold.CALL}, UNKNOWN)


# --- locked -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("saver", [name for name, _path in SAVERS])
def test_every_locker_is_asked(bus: PrivateBus, saver: str) -> None:
    for active, known in ((True, YES), (False, NO)):
        with Service(bus, (saver,), by_member({"GetActive": ("b", (active,))})):
            assert told(bus, Hold.LOCKED) is known


def test_logind_is_asked_for_this_session_alone(bus: PrivateBus) -> None:
    for locked, known in ((True, YES), (False, NO)):
        answer = by_property({(f"{LOGIN}.Session", "LockedHint"): ("b", locked)})
        with Service(bus, (LOGIN,), answer) as login:
            assert ask_bus(bus.address, login_questions("2"), CLOCK) == {Hold.LOCKED: known}
            assert len(login.calls) == 2
            assert ask_bus(bus.address, login_questions(""), CLOCK) == {Hold.LOCKED: known}
            assert len(login.calls) == 3


@pytest.mark.parametrize(("session", "label"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")])
def test_a_session_is_found_by_its_path(session: str, label: str) -> None:
    paths = [question.path for question in login_questions(session)]
    assert paths == [f"/org/freedesktop/login1/session/{name}" for name in ("auto", label)]


# --- do not disturb -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("quiet", "known"), [(True, YES), (False, NO)])
def test_notification_services_are_asked_in_their_own_ways(
    bus: PrivateBus, quiet: bool, known: Reading
) -> None:
    modes = ["default", "do-not-disturb"] if quiet else ["default"]
    services: dict[str, Any] = {
        NOTIFICATIONS: by_property({(NOTIFICATIONS, "Inhibited"): ("b", quiet)}),
        "org.erikreider.swaync.cc": by_member({"GetDnd": ("b", (quiet,))}),
        "fr.emersion.Mako": by_member({"ListModes": ("as", (modes,))}),
        "org.xfce.Xfconf": by_member({"GetProperty": ("v", (("b", quiet),))}),
        SESSION_MANAGER: by_property({(f"{SESSION_MANAGER}.Presence", "status"): ("u", 2 if quiet else 0)}),
    }
    for name, answer in services.items():
        with Service(bus, (name,), answer):
            assert told(bus, Hold.DO_NOT_DISTURB) is known, name


def test_a_real_dunst_tells_whether_it_is_paused(desktop: Desktop) -> None:
    assert told(desktop.bus, Hold.DO_NOT_DISTURB) is NO
    for word, known in (("true", YES), ("false", NO)):
        Child("dunstctl", ("dunstctl", "set-paused", word), desktop.env, desktop.folder).process.wait(10.0)

        def is_told(known: Reading = known) -> bool:
            return told(desktop.bus, Hold.DO_NOT_DISTURB) is known

        wait_for(is_told, f"paused: {word}")


# --- shown to others ----------------------------------------------------------------------------------


def inhibitors(reasons: list[str]) -> Any:
    """A session manager that is asked to keep the screen on, for these reasons."""
    left = list(reasons)

    def answer(member: str, _arguments: tuple[Any, ...]) -> Reply:
        if member == "GetInhibitors":
            return "ao", ([f"/inhibitor/{number}" for number in range(len(reasons))],)
        if member == "GetReason":
            return "s", (left.pop(),)
        raise KeyError(member)

    return answer


@pytest.mark.parametrize(
    ("reasons", "known"),
    [
        ([], NO),
        (["Playing video", "A breathing session is on the screen"], NO),
        (["Native desktop capture"], YES),
        (["Playing audio", "presentation"], YES),
    ],
)
def test_reasons_for_keeping_the_screen_on_tell_what_is_shown(
    bus: PrivateBus, reasons: list[str], known: Reading
) -> None:
    with Service(bus, (SESSION_MANAGER,), inhibitors(reasons)):
        assert told(bus, Hold.SHARING) is known
    listed = by_member({"ListInhibitions": ("a(ss)", ([("someone", why) for why in reasons],))})
    with Service(bus, (KDE_AGENT,), listed):
        assert told(bus, Hold.SHARING) is known


def test_what_a_session_of_our_own_asks_for_is_nothing_shown(bus: PrivateBus) -> None:
    kept: list[str] = []

    def answer(member: str, arguments: tuple[Any, ...]) -> Reply:
        if member == "Inhibit":
            kept.append(str(arguments[2]))
            return "u", (1,)
        return {
            "GetInhibitors": ("ao", (["/inhibitor/1"] * len(kept),)),
            "GetReason": ("s", (kept[0] if kept else "",)),
            "Uninhibit": ("", ()),
        }[member]

    with Service(bus, (SESSION_MANAGER,), answer) as manager:
        awake = LinuxKeepAwake(bus.address, display="")
        awake.hold()
        wait_for(lambda: kept, "the screen is kept on")
        assert told(bus, Hold.SHARING) is NO
        assert manager.called("GetReason") == [()]
        awake.close()
    assert SHOWN_TO_OTHERS.search(kept[0]) is None


@pytest.mark.parametrize(("children", "known"), [("", NO), ('<node name="u7"/>', YES)])
def test_a_running_screen_cast_is_seen_by_its_object(bus: PrivateBus, children: str, known: Reading) -> None:
    with Service(
        bus, ("org.gnome.Mutter.ScreenCast",), by_member({"Introspect": ("s", (f"<node>{children}</node>",))})
    ):
        assert told(bus, Hold.SHARING) is known


# --- keys and mouse -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("idle_ms", "known"), [(0, YES), (4_999, YES), (5_000, NO), (2**40, NO)])
def test_gnome_tells_how_long_keys_and_mouse_have_rested(
    bus: PrivateBus, idle_ms: int, known: Reading
) -> None:
    with Service(bus, (IDLE,), by_member({"GetIdletime": ("t", (idle_ms,))})):
        assert told(bus, Hold.INPUT) is known
        assert told(bus, Hold.INPUT, 60.0) is (YES if idle_ms < 60_000 else NO)
