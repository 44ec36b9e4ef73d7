"""The ground under a scene: a gradient and a halo, dithered so that no band is seen. Main thread.

Made once for a size and palette, then only copied. Eight-bit steps in a gradient this slow are visible
stripes; here each step is spread by noise below one step. Plain bytes do it: numpy stays unloaded.
"""

from functools import lru_cache
from random import Random

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRadialGradient

from kindtimer.visuals.palette import Palette
from kindtimer.visuals.stage import Stage

TILE = 256
"""Width of the dithered strip that is laid side by side: every threshold stands once in each row."""

ORDERS = 13
"""So many orders of the thresholds are drawn by chance; rows take them in turn."""

FINE = 16
"""The halo is painted so many times too strong, dithered, and brought back: steps of 1/16."""

HALO_STRENGTH = 0.115


@lru_cache(maxsize=1)
def _orders() -> tuple[bytes, ...]:
    """ORDERS orders of 0–255, each twice over, so that a row may begin anywhere in one."""
    chance = Random(7)
    return tuple(bytes(chance.sample(range(TILE), TILE)) * 2 for _ in range(ORDERS))


def make_ground(stage: Stage, palette: Palette, dpr: float = 1.0, halo: bool = True) -> QPixmap:
    """The whole window's ground, as a pixmap of `dpr` device pixels to a logical one."""
    width, height = round(stage.width * dpr), round(stage.height * dpr)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    strip = QPixmap.fromImage(_strip(height, palette.ground_top, palette.ground_bottom))
    painter.drawTiledPixmap(image.rect(), strip)
    if halo:
        side = round(stage.halo * dpr)
        light = _halo(side, palette)
        mode = QPainter.CompositionMode
        # Light is added to a dark ground; from a light one the same small steps are taken away.
        painter.setCompositionMode(
            mode.CompositionMode_Plus if palette.dark else mode.CompositionMode_Difference
        )
        corner = QPoint(round(stage.centre.x() * dpr - side / 2), round(stage.centre.y() * dpr - side / 2))
        painter.drawImage(corner, light)
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


def lay_ground(painter: QPainter, place: QRect, palette: Palette, dpr: float = 1.0) -> None:
    """Lay the plain ground of a window on `place`, dithered, without a halo."""
    strip = _strip_pixmap(round(place.height() * dpr), palette.ground_top.rgb(), palette.ground_bottom.rgb())
    strip.setDevicePixelRatio(dpr)
    painter.drawTiledPixmap(place, strip)


def give_back_ground() -> None:
    """Keep no window's ground: it takes up to two MB, and a few ms to make."""
    _strip_pixmap.cache_clear()


@lru_cache(maxsize=2)
def _strip_pixmap(height: int, top: int, bottom: int) -> QPixmap:
    return QPixmap.fromImage(_strip(height, QColor.fromRgb(top), QColor.fromRgb(bottom)))


def _strip(height: int, top: QColor, bottom: QColor) -> QImage:
    """A vertical gradient TILE wide; each pixel is the step below or above, as noise decides."""
    orders = _orders()
    rows = bytearray(b"\xff" * (TILE * 4 * height))
    ends = [(top.blueF(), bottom.blueF()), (top.greenF(), bottom.greenF()), (top.redF(), bottom.redF())]
    for y in range(height):
        part = y / max(1, height - 1)
        for channel, (above, below) in enumerate(ends):
            value = 255.0 * (above + (below - above) * part)
            step = int(value)
            over = round((value - step) * 256)
            order, at = orders[(y * 17 + channel * 23) % ORDERS], (y * 101 + channel * 67) % TILE
            table = bytes((step + 1,)) * over + bytes((step,)) * (256 - over)
            start = y * TILE * 4
            rows[start + channel : start + TILE * 4 : 4] = order[at : at + TILE].translate(table)
    image = QImage(bytes(rows), TILE, height, TILE * 4, QImage.Format.Format_RGB32)
    return image.copy()


def _halo(side: int, palette: Palette) -> QImage:
    """What the halo adds (or takes), dithered, as a square image; smooth to zero at its edge."""
    from_, to = palette.ground_bottom, palette.breath_in
    strength = HALO_STRENGTH if palette.dark else 0.07
    peak = [
        min(15.0, 255.0 * strength * abs(b - a))
        for a, b in ((from_.redF(), to.redF()), (from_.greenF(), to.greenF()), (from_.blueF(), to.blueF()))
    ]
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    gradient = QRadialGradient(QPointF(side / 2.0, side / 2.0), side / 2.0)
    for k in range(17):
        x = k / 16.0
        level = 1.0 - x * x * (3.0 - 2.0 * x)
        gradient.setColorAt(x, QColor(*(round(FINE * part * level) for part in peak)))
    painter.fillRect(image.rect(), gradient)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawTiledPixmap(QRect(0, 0, side, side), _fine_noise())
    painter.end()
    back = bytes(value // FINE for value in range(256))
    made = bytearray(bytes(image.constBits()).translate(back))
    # Without full alpha the difference that darkens a light ground is not one.
    made[3::4] = b"\xff" * (len(made) // 4)
    light = QImage(made, side, side, image.bytesPerLine(), QImage.Format.Format_RGB32)
    return light.copy()


@lru_cache(maxsize=1)
def _fine_noise() -> QPixmap:
    table = bytes(value % FINE for value in range(256))
    made = Random(11).randbytes(TILE * TILE * 4).translate(table)
    return QPixmap.fromImage(QImage(made, TILE, TILE, TILE * 4, QImage.Format.Format_RGB32).copy())
