import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kindtimer.desktop.display import display_trouble

X11 = 4712
"""A display number no real server of a test run takes."""


@pytest.fixture
def screen() -> Iterator[str]:
    """Something that listens where an X server would."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{X11}")
        server.listen()
        yield f":{X11}"


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        yield {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}


def test_a_screen_that_answers_is_no_trouble(screen: str) -> None:
    for name in (screen, f"{screen}.0", f"unix{screen}"):
        assert display_trouble({"DISPLAY": name}) is None
    assert display_trouble({"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}) is None
    assert display_trouble({"DISPLAY": screen, "QT_QPA_PLATFORM": "wayland;xcb"}) is None


def test_wayland_counts(wayland: dict[str, str]) -> None:
    assert display_trouble(wayland) is None
    assert display_trouble({**wayland, "QT_QPA_PLATFORM": "wayland"}) is None
    whole = f"{wayland['XDG_RUNTIME_DIR']}/wayland-9"
    assert display_trouble({"WAYLAND_DISPLAY": whole}) is None
    assert display_trouble({**wayland, "QT_QPA_PLATFORM": "xcb"})


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":4713"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-4713"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_no_screen_is_one_line(environ: dict[str, str]) -> None:
    line = display_trouble(environ)
    assert line is not None
    assert "display" in line
    assert "\n" not in line


def test_a_platform_without_a_server_is_no_trouble() -> None:
    for name in ("offscreen", "minimal", "offscreen:key=value", "vnc"):
        assert display_trouble({"QT_QPA_PLATFORM": name}) is None


def test_a_platform_that_qt_does_not_have_is_one_line() -> None:
    line = display_trouble({"DISPLAY": ":4713", "QT_QPA_PLATFORM": "nonsense"})
    assert line is not None
    assert "nonsense" in line
    assert display_trouble({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_a_display_of_another_machine_that_does_not_answer_is_one_line() -> None:
    line = display_trouble({"DISPLAY": "localhost:4713"})
    assert line is not None
    assert "does not answer" in line
