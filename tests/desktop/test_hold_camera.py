import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kindtimer.desktop.hold_camera import camera_in_use
from tests.desktop.deadline import wait_for

HOLDS_OPEN = "import sys; held = open(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "video0").touch()
    return folder


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Another process has it open."""
    argv = (sys.executable, "-c", HOLDS_OPEN, str(path))
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder.pid


def test_a_camera_that_another_process_has_open_is_in_use(devices: Path) -> None:
    assert camera_in_use(devices) is False
    with held(devices / "video0"):
        assert camera_in_use(devices) is True
    wait_for(lambda: camera_in_use(devices) is False, "it is closed again")


def test_another_file_and_our_own_process_do_not_count(devices: Path, tmp_path: Path) -> None:
    (tmp_path / "video0").touch()
    with held(tmp_path / "video0"), (devices / "video0").open():
        assert camera_in_use(devices) is False


def test_without_a_camera_no_process_is_looked_at(tmp_path: Path) -> None:
    assert camera_in_use(tmp_path, processes=tmp_path / "nowhere") is False


def test_where_processes_are_not_to_be_seen_it_is_not_known(devices: Path, tmp_path: Path) -> None:
    assert camera_in_use(devices, processes=tmp_path / "nowhere") is None


def processes_of(tmp_path: Path, name: str, opened: str) -> Path:
    """A list of processes with one that has a file open."""
    fd = tmp_path / "proc" / "4711" / "fd"
    fd.mkdir(parents=True)
    (fd.parent / "comm").write_text(f"{name}\n", "utf-8")
    (fd / "3").symlink_to(opened)
    (tmp_path / "proc" / "self").mkdir()
    (tmp_path / "proc" / "4712").mkdir()  # one that ends while it is looked at
    return tmp_path / "proc"


@pytest.mark.parametrize(("name", "used"), [("pipewire", False), ("wireplumber", False), ("cheese", True)])
def test_servers_that_look_for_others_do_not_count(
    devices: Path, tmp_path: Path, name: str, used: bool
) -> None:
    found = processes_of(tmp_path, name, f"{devices}/video0")
    assert camera_in_use(devices, processes=found) is used


def test_a_camera_opened_within_a_sandbox_counts(devices: Path, tmp_path: Path) -> None:
    assert camera_in_use(devices, processes=processes_of(tmp_path, "zoom", "/newroot/dev/video0")) is True


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("E:ID_V4L_CAPABILITIES=:capture:\n", True),
        ("E:ID_V4L_CAPABILITIES=:video_output:\n", False),
        ("E:ID_V4L_CAPABILITIES=:\n", False),
        ("E:ID_MODEL=anything\n", True),
    ],
)
def test_decoders_are_no_cameras(devices: Path, tmp_path: Path, said: str, used: bool) -> None:
    number = (devices / "video0").stat().st_rdev
    (tmp_path / f"c{os.major(number)}:{os.minor(number)}").write_text(said, "utf-8")
    found = processes_of(tmp_path, "browser", f"{devices}/video0")
    assert camera_in_use(devices, processes=found, udev=tmp_path) is used
