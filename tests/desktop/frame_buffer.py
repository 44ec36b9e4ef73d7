"""FrameBuffer: what stands on the virtual screen at this moment, read from Xvfb's own memory.

Reading costs no request to the X server, so it neither waits for it nor disturbs it. The file has an XWD
header of 25 big-endian words, colours, then rows of BGRX pixels.
"""

import mmap
import struct
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels: TypeAlias = NDArray[np.uint8]

HEADER_SIZE, WIDTH, HEIGHT, STRIDE, COLOURS = 0, 4, 5, 12, 19
COLOUR_BYTES = 12


class FrameBuffer:
    """A live view of one screen."""

    def __init__(self, path: Path) -> None:
        """Map the file that `Xvfb -fbdir` keeps."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self._map[:100])
        self.width, self.height = head[WIDTH], head[HEIGHT]
        start = head[HEADER_SIZE] + COLOUR_BYTES * head[COLOURS]
        rows = np.frombuffer(self._map, np.uint8, self.height * head[STRIDE], start)
        self._live: Pixels = rows.reshape(self.height, head[STRIDE] // 4, 4)[:, : self.width]

    def look(self, x: int = 0, y: int = 0, width: int = 0, height: int = 0) -> Pixels:
        """A copy of a rectangle (of everything, by default): rows × columns × (blue, green, red)."""
        right, bottom = x + (width or self.width), y + (height or self.height)
        return self._live[y:bottom, x:right, :3].copy()

    def around(self, x: int, y: int, reach: int) -> Pixels:
        """A copy of the square that reaches `reach` px to each side of a point, cut at the screen's edges."""
        left, top = max(0, x - reach), max(0, y - reach)
        return self._live[top : y + reach, left : x + reach, :3].copy()

    def save(self, path: Path) -> Path:
        """Write the screen as a PNG."""
        return save_png(self.look(), path)


def save_png(pixels: Pixels, path: Path) -> Path:
    """Write rows × columns × (blue, green, red) as a PNG."""
    height, width = pixels.shape[:2]
    rgb = np.ascontiguousarray(pixels[:, :, ::-1])
    image = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    if not image.save(str(path)):
        raise OSError(f"could not write {path}")
    return path


def differ(one: Pixels, other: Pixels, step: int = 8) -> float:
    """Share of pixels, 0–1, in which some colour differs by more than `step` of 255."""
    apart = np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2)
    return float((apart > step).mean())
