"""One font for every picture, so that they can be compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.visuals.album import pin_font


@pytest.fixture(autouse=True)
def one_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    pin_font(qapp)
    yield
    qapp.setFont(before)


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    """Lines run from right to left."""
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)
