"""Icons: one family of line drawings, from the leaf and the seed, in whatever colour they are asked for.

They stand in `assets/icons/places` as SVG with `currentColor`; every widget that shows one has words too.
Main thread.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

KEPT = 128


def icon(assets: Path, name: str, colour: QColor, side: int, ratio: float = 1.0) -> QIcon:
    """The drawing `name`, `side` logical pixels square. FileNotFoundError where there is none."""
    return QIcon(drawn(assets, name, colour.name(), side, ratio))


@lru_cache(maxsize=KEPT)
def drawn(assets: Path, name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """The drawing as a pixmap of `ratio` device pixels to a logical one; `colour` as #RRGGBB."""
    source = (assets / "icons" / "places" / f"{name}.svg").read_text("utf-8")
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    drawing.render(painter, QRectF(0.0, 0.0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
