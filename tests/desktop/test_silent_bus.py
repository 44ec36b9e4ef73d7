"""A bus that takes connections and never answers: it is left out, and the program comes up."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kindtimer.desktop.silent_bus import NOWHERE, is_silent, leave_out_silent_buses
from tests.desktop.harness import Desktop
from tests.desktop.private_bus import PrivateBus
from tests.desktop.program import Program


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        yield f"unix:path={path}"


def test_one_that_never_answers_is_silent_and_one_that_lives_is_not(desktop: Desktop, silent: str) -> None:
    assert is_silent(silent, 0.1)
    assert not is_silent(desktop.bus.address, 5.0)
    assert isinstance(desktop.bus, PrivateBus)


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent", "tcp:host=localhost", "nonsense", "unix:"])
def test_where_nothing_listens_nobody_is_silent(address: str) -> None:
    assert not is_silent(address, 0.1)


def test_both_kinds_are_left_out_and_said_in_one_line(desktop: Desktop, silent: str) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        environ = {**desktop.env, name: silent}
        assert "does not answer" in leave_out_silent_buses(environ)
        assert environ[name] == NOWHERE
    environ = dict(desktop.env)
    assert leave_out_silent_buses(environ) == ""
    assert environ == desktop.env


def test_the_program_comes_up_without_it(desktop: Desktop, tmp_path: Path, silent: str) -> None:
    extra = {"DBUS_SESSION_BUS_ADDRESS": silent}
    with Program(desktop, tmp_path / "home", extra_env=extra) as program:
        program.click_icon()
        program.window()
        assert program.session() is not None
