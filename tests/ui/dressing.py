"""A dress for widgets that are tried alone, and what is measured of them."""

from typing import TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from kindtimer.ui.appearance import Look
from kindtimer.ui.dress import Dress, dress_up
from kindtimer.visuals.measures import TARGET
from kindtimer.visuals.palette import DUSK, Palette
from tests import fakes

T = TypeVar("T", bound=QWidget)
TARGETS = (QAbstractButton, QAbstractSlider, QLineEdit, QPlainTextEdit)


def dress(palette: Palette = DUSK, scale: float = 1.0) -> Dress:
    return Dress(Look(palette, still=False), scale, 1.0, fakes.ASSETS)


def dressed(widget: T, palette: Palette = DUSK, scale: float = 1.0) -> T:
    dress_up(widget, dress(palette, scale))
    return widget


def settle() -> None:
    """Let layouts that wait for their events find their places."""
    for _ in range(4):
        QApplication.processEvents()


def too_small(root: QWidget) -> list[str]:
    """What can be clicked and is smaller than a target."""
    found = []
    for widget in root.findChildren(QWidget):
        wanted = isinstance(widget, TARGETS) and not isinstance(widget, QScrollBar) and widget.isVisible()
        if wanted and min(widget.width(), widget.height()) < TARGET:
            found.append(f"{type(widget).__name__} {widget.accessibleName() or widget.size()}")
    return found


def nameless(root: QWidget) -> list[str]:
    """What can have the keyboard and says nothing to a screen reader."""
    found = []
    for widget in root.findChildren(QWidget):
        if isinstance(widget, TARGETS) and widget.isVisible() and not isinstance(widget, QScrollBar):
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or words.strip()):
                found.append(type(widget).__name__)
    return found
