"""Offers order: Tab goes as one reads, whatever was made later and stands in between. Main thread."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(layout: QLayout) -> Iterator[QWidget]:
    """What can have the keyboard, in the order in which it is laid out, also what is hidden now."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield widget
        within = widget.layout() if widget is not None else inner
        if within is not None:
            yield from stops(within)


def order(layout: QLayout) -> None:
    """Let Tab go through a layout as it stands."""
    for one, after in pairwise(stops(layout)):
        QWidget.setTabOrder(one, after)
