"""One font for every picture, so that they can be compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def one_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = QFont("DejaVu Sans")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    qapp.setFont(font)
    yield
    qapp.setFont(before)
