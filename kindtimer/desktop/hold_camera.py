"""Hold camera: whether some program of this person holds a camera open, as the kernel's own lists say.

Cameras are never opened for it. A sound and video server holds one for others and counts in
`hold_video_streams`, where it says for whom. Called on a probe's thread; some ten milliseconds where there is
a camera, nothing where there is none.
"""

import os
from collections.abc import Iterator
from pathlib import Path

DEVICES, PROCESSES, UDEV = Path("/dev"), Path("/proc"), Path("/run/udev/data")

SERVERS = frozenset({"pipewire", "wireplumber", "pipewire-media-"})
"""They look at cameras on behalf of others; the kernel cuts names after fifteen letters."""


def camera_in_use(devices: Path = DEVICES, processes: Path = PROCESSES, udev: Path = UDEV) -> bool | None:
    """Whether another process of this person has a camera open; None where nothing can be looked through."""
    # Seen out of a sandbox, the same device may have another path in front of these two parts.
    cameras = tuple(
        f"/{devices.name}/{one.name}" for one in devices.glob("video[0-9]*") if _captures(one, udev)
    )
    if not cameras:
        return False
    try:
        return any(opened.endswith(cameras) for process in _mine(processes) for opened in _opened(process))
    except OSError:
        return None


def _captures(device: Path, udev: Path) -> bool:
    """Whether it takes pictures; decoders and the like have the same kind of name."""
    try:
        number = device.stat().st_rdev
        told = (udev / f"c{os.major(number)}:{os.minor(number)}").read_text("utf-8", "replace")
    except OSError:
        return True  # udev says nothing of it
    said = [line.partition("=")[2] for line in told.splitlines() if line.startswith("E:ID_V4L_CAPABILITIES=")]
    return not said or ":capture:" in said[0]


def _mine(processes: Path) -> Iterator[Path]:
    me, this = os.getuid(), str(os.getpid())
    for name in os.listdir(processes):
        if not name.isdigit() or name == this:
            continue
        process = processes / name
        try:
            if process.stat().st_uid == me and (process / "comm").read_text().strip() not in SERVERS:
                yield process
        except (OSError, ValueError):
            continue  # it has ended meanwhile


def _opened(process: Path) -> Iterator[str]:
    folder = f"{process}/fd"
    try:
        numbers = os.listdir(folder)
    except OSError:
        return  # ended, or not to be looked into
    for number in numbers:
        try:
            yield os.readlink(f"{folder}/{number}")
        except OSError:
            continue
