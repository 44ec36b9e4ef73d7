import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kindtimer.desktop.hold_wayland_windows import compositor_path, full_screen_on_wayland
from tests.desktop.one_answer import answering

LIST = "zwlr_foreign_toplevel_manager_v1"
REGISTRY, LISTED, MANAGER, TOLD = 2, 3, 4, 5
FIRST = 0xFF00_0000
MAXIMISED, ACTIVE, FULL = 0, 2, 3


def event(who: int, what: int, body: bytes = b"") -> bytes:
    return struct.pack("=II", who, (8 + len(body)) << 16 | what) + body


def text(said: str) -> bytes:
    held = said.encode() + b"\0"
    return struct.pack("=I", len(held)) + held + b"\0" * (-len(held) % 4)


def offered(name: int, interface: str, version: int) -> bytes:
    return event(REGISTRY, 0, struct.pack("=I", name) + text(interface) + struct.pack("=I", version))


def window(number: int, app: str, *states: int) -> bytes:
    """What a compositor tells of one window."""
    who = FIRST + number
    return (
        event(MANAGER, 0, struct.pack("=I", who))
        + event(who, 0, text("a title"))
        + event(who, 1, text(app))
        + event(who, 4, struct.pack(f"=I{len(states)}I", 4 * len(states), *states))
        + event(who, 5)
    )


@contextmanager
def compositor(*windows: bytes, version: int = 3, interface: str = LIST) -> Iterator[str]:
    """Tells what it offers, and its windows once they are asked for."""
    listed = offered(1, "wl_compositor", 5) + offered(2, interface, version) + event(LISTED, 0, bytes(4))
    with TemporaryDirectory(prefix="kt-") as folder:
        path = Path(folder) / "wayland-1"
        with answering(path, listed, b"".join(windows) + event(TOLD, 0, bytes(4))):
            yield str(path)


@pytest.mark.parametrize(
    ("states", "fills"),
    [((ACTIVE, FULL), True), ((FULL,), False), ((ACTIVE,), False), ((), False), ((MAXIMISED, ACTIVE), False)],
)
def test_the_active_window_is_full_screen_or_not(states: tuple[int, ...], fills: bool) -> None:
    with compositor(window(1, "foot", ACTIVE), window(2, "mpv", *states)) as path:
        assert full_screen_on_wayland(path) is fills


def test_without_a_window_nothing_is_full_screen() -> None:
    with compositor() as path:
        assert full_screen_on_wayland(path) is False


def test_the_last_word_of_a_window_counts() -> None:
    with compositor(window(1, "mpv", ACTIVE, FULL), window(1, "mpv", ACTIVE)) as path:
        assert full_screen_on_wayland(path) is False


def test_our_own_window_does_not_count() -> None:
    with compositor(window(1, "kindtimer", ACTIVE, FULL)) as path:
        assert full_screen_on_wayland(path) is False


@pytest.mark.parametrize(("interface", "version"), [("xdg_wm_base", 6), (LIST, 1)])
def test_a_compositor_that_keeps_its_windows_is_not_known(interface: str, version: int) -> None:
    with compositor(window(1, "mpv", ACTIVE, FULL), version=version, interface=interface) as path:
        assert full_screen_on_wayland(path) is None


def test_one_that_goes_or_talks_nonsense_is_not_known(tmp_path: Path) -> None:
    for said in (b"", b"\0" * 64, event(LISTED, 0, bytes(4))):
        with TemporaryDirectory(prefix="kt-") as folder, answering(Path(folder) / "w", said):
            assert full_screen_on_wayland(f"{folder}/w") is None
    refused = event(1, 0, struct.pack("=II", REGISTRY, 0) + text("invalid"))
    with compositor(refused) as path:
        assert full_screen_on_wayland(path) is None
    with pytest.raises(OSError, match="No such file"):
        full_screen_on_wayland(str(tmp_path / "nobody"))


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/wayland-1"),
        ({"WAYLAND_DISPLAY": "/elsewhere/w"}, "/elsewhere/w"),
        ({"WAYLAND_DISPLAY": "wayland-1"}, ""),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, ""),
    ],
)
def test_where_the_compositor_listens(environ: dict[str, str], path: str) -> None:
    assert compositor_path(environ) == path
