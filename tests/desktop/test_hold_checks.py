import threading
from pathlib import Path

from kindtimer.core.clock import SystemClock
from kindtimer.core.hold import ASKED, Hold, Reading
from kindtimer.desktop.hold_checks import hold_checks, looked_at, rows
from kindtimer.desktop.hold_probe import Probe, Readings, silent_line

CLOCK = SystemClock()


def test_one_that_hangs_or_fails_is_left_out() -> None:
    release = threading.Event()

    def hangs() -> bool:
        return release.wait(30.0)

    probes = (
        Probe.of_one("slow", Hold.LOCKED, hangs),
        Probe.of_one("broken", Hold.INPUT, lambda: bool(1 // 0)),
        Probe.of_one("well", Hold.CALL, lambda: False),
    )
    assert looked_at(probes, CLOCK, seconds=0.1) == {"well": {Hold.CALL: Reading.NO}}
    release.set()


def test_what_is_told_has_one_row_and_what_is_not_has_one_each() -> None:
    everything = {"all": dict.fromkeys(ASKED, Reading.NO)}
    (whole,) = rows((), everything, {})
    assert whole.ok
    assert whole.detail.startswith("Offers wait here while: the screen is locked, something fills the screen")
    found: dict[str, Readings] = {"all": {hold: Reading.NO for hold in ASKED if hold is not Hold.INPUT}}
    checks = rows((), found, {Hold.LOCKED: "Not all of it."})
    assert [check.id for check in checks] == ["offers_wait", "hold_locked", "hold_input"]
    assert [check.detail for check in checks[1:]] == ["Not all of it.", silent_line(Hold.INPUT)]
    assert all(check.remedy for check in checks[1:])
    assert "keys or mouse" not in checks[0].detail


def test_where_nothing_is_told_a_pause_is_named() -> None:
    checks = rows((), {}, {})
    assert len(checks) == 1 + len(ASKED)
    assert not checks[0].ok
    assert "kindtimer pause" in (checks[0].remedy or "")


def test_a_bare_machine_is_looked_at_without_harm(tmp_path: Path) -> None:
    nobody = f"unix:path={tmp_path}/nobody"
    environ = {"DBUS_SESSION_BUS_ADDRESS": nobody, "DBUS_SYSTEM_BUS_ADDRESS": nobody}
    checks = {check.id: check for check in hold_checks(environ, lambda: None)}
    assert checks["hold_full_screen"].detail == silent_line(Hold.FULL_SCREEN)
    assert "microphone" in checks["hold_call"].detail
