"""Moments and pictures for the tests of this room: make one, paint one, compare two."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from kindtimer.core.breath import Breath, Phase, ease, span
from kindtimer.core.moment import NO_LINE, Line, Moment
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.flower_light import FlowerLight
from kindtimer.visuals.palette import DUSK, Palette
from kindtimer.visuals.petals import paint_flower
from kindtimer.visuals.scene import Scene, SceneView
from kindtimer.visuals.stage import Stage

APPROVED = Path(__file__).parent / "approved"
ASSETS = Path(__file__).parent.parent.parent / "assets"
SHAPE = FlowerShape.grown(11)


def breathing(
    phase: Phase,
    progress: float = 0.5,
    *,
    bloom: float = 1.0,
    presence: float = 1.0,
    seconds: float = 4.0,
    line: str = "",
    second: str = "",
) -> Moment:
    """A moment within a phase."""
    low, high = span(phase, has_top_up=False)
    breath = Breath(phase, progress, low + (high - low) * ease(progress), seconds, 3)
    lines = [Line(words, 1.0) if words else NO_LINE for words in (line, second)]
    return Moment(10.0, breath, bloom, presence, presence, lines[0], lines[1], closing=False)


def unpaced(bloom: float = 1.0, line: str = "") -> Moment:
    """A moment in which nothing is paced."""
    said = Line(line, 1.0) if line else NO_LINE
    return Moment(10.0, None, bloom, 0.0, 0.0, said, NO_LINE, closing=bloom == 0.0)


def blank(width: int, height: int, colour: QColor) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def flower(
    light: FlowerLight,
    *,
    side: int = 260,
    palette: Palette = DUSK,
    shape: FlowerShape = SHAPE,
    closed: float | None = None,
    opened: float | None = None,
) -> QImage:
    """A flower in the middle of a square of the palette's ground."""
    image = blank(side, side, palette.ground_top)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    diameters = (closed or side * 0.36, opened or side * 0.92)
    paint_flower(painter, QPointF(side / 2.0, side / 2.0), *diameters, light, palette, shape)
    painter.end()
    return image


def picture(scene: Scene, moment: Moment, size: tuple[int, int] = (360, 480), **more: object) -> QImage:
    """A scene on plain ground; `more` are further fields of SceneView."""
    view = view_of(moment, size, **more)
    image = blank(*size, view.palette.ground_top)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.paint(painter, view)
    painter.end()
    return image


def view_of(moment: Moment, size: tuple[int, int] = (360, 480), **more: object) -> SceneView:
    fields: dict[str, object] = {"palette": DUSK, "shape": SHAPE, **more}
    return SceneView(moment, Stage.for_window(*size), **fields)  # type: ignore[arg-type]


def grey(image: QImage) -> bytes:
    """Lightness of each pixel, one byte each, row by row without padding."""
    small = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, stride, raw = small.width(), small.bytesPerLine(), bytes(small.constBits())
    return b"".join(raw[y * stride : y * stride + wide] for y in range(small.height()))


def pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def mean_difference(one: bytes, other: bytes) -> float:
    """Mean of the differences, in steps of 1/255."""
    assert len(one) == len(other)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def worst_difference(one: bytes, other: bytes) -> int:
    """Largest difference of any one byte."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def touched(image: QImage, ground: QColor) -> QRect:
    """The smallest rectangle that holds every pixel that is not the ground's colour."""
    plain, wide = ground.rgb() & 0xFFFFFF, image.width()
    columns: set[int] = set()
    rows: list[int] = []
    row_of_ground = plain.to_bytes(4, "little")[:3]
    raw = pixels(image)
    for y in range(image.height()):
        line = raw[y * wide * 4 : (y + 1) * wide * 4]
        found = [x for x in range(wide) if line[x * 4 : x * 4 + 3] != row_of_ground]
        if found:
            rows.append(y)
            columns.update((found[0], found[-1]))
    if not rows:
        return QRect()
    return QRect(min(columns), rows[0], max(columns) - min(columns) + 1, rows[-1] - rows[0] + 1)
