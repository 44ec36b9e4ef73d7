"""Offers order: Tab and a screen reader go as one reads, whatever was made later and stands in between.

Tab goes by its own chain; a screen reader by which part lies above which. Main thread.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(layout: QLayout) -> Iterator[QWidget]:
    """What can have the keyboard, in the order in which it is laid out, also what is hidden now."""
    for widget in parts(layout):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield widget
        within = widget.layout()
        if within is not None:
            yield from stops(within)


def parts(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts in it, as they are laid out; not what is in the widgets."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from parts(inner)


def order(layout: QLayout) -> None:
    """Let Tab and a screen reader go through a layout as it stands."""
    for one, after in pairwise(stops(layout)):
        QWidget.setTabOrder(one, after)
    _told_as_laid(layout)


def _told_as_laid(layout: QLayout) -> None:
    laid = list(parts(layout))
    parent, here = layout.parentWidget(), set(laid)
    if parent is not None and [one for one in parent.children() if one in here] != laid:
        for widget in laid:
            widget.raise_()
    for widget in laid:
        within = widget.layout()
        if within is not None:
            _told_as_laid(within)
