"""One font for every picture, so that they can be compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.visuals.album import pin_font


@pytest.fixture(autouse=True)
def one_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    pin_font(qapp)
    yield
    qapp.setFont(before)
