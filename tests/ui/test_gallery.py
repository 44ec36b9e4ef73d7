"""Twelve key pictures of the home window, compared with approved ones; font and resolution are pinned.

`python -m tests.ui.test_gallery` makes them all anew; look at each before keeping it.
"""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gallery import EXHIBITS, Frame, shown
from tests.visuals.album import apart

APPROVED = Path(__file__).parent / "approved"
KEPT = QSize(450, 300)
"""Half of each side: enough to see what moved, and light to keep."""

SMALL = (900, 600)
KEY = (
    ("today", Frame(SMALL, "dusk")),
    ("today", Frame(SMALL, "dawn", 200)),
    ("today-told", Frame(SMALL, "dawn", mirrored=True)),
    ("breathe", Frame(SMALL, "dusk")),
    ("breathe-with-holds", Frame(SMALL, "dawn")),
    ("hard", Frame(SMALL, "contrast")),
    ("help-now", Frame(SMALL, "dawn")),
    ("help-now-own-page", Frame(SMALL, "dusk", 200)),
    ("guide", Frame(SMALL, "dusk", mirrored=True)),
    ("settings", Frame(SMALL, "dusk")),
    ("settings", Frame(SMALL, "contrast", 200)),
    ("welcome-1", Frame(SMALL, "dusk")),
)


def small(name: str, frame: Frame) -> QImage:
    exhibit = next(one for one in EXHIBITS if one.name == name)
    picture = shown(exhibit, frame)
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(KEPT, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def title(name: str, frame: Frame) -> str:
    return f"{name}-{frame.name}"


@pytest.mark.parametrize(("name", "frame"), KEY, ids=[title(*one) for one in KEY])
def test_the_page_is_as_it_was_approved(qtbot: QtBot, name: str, frame: Frame, tmp_path: Path) -> None:
    now, kept = small(name, frame), QImage(str(APPROVED / f"{title(name, frame)}.png"))
    new = tmp_path / "now.png"
    now.save(str(new))
    mean, share = apart(now, kept.convertToFormat(QImage.Format.Format_RGB32))
    assert mean < 0.7, f"look at {new}"
    assert share < 0.004, f"look at {new}"


def test_the_key_pictures_are_whole_and_light() -> None:
    kept = {path.stem: path.stat().st_size for path in APPROVED.glob("*.png")}
    assert set(kept) == {title(*one) for one in KEY}
    assert max(kept.values()) < 120_000


def test_another_page_would_be_noticed(qtbot: QtBot) -> None:
    mean, share = apart(small(*KEY[3]), small(*KEY[9]))
    assert mean > 0.7
    assert share > 0.004


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_FONT_DPI"] = "96"
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    APPROVED.mkdir(exist_ok=True)
    for one in KEY:
        small(*one).save(str(APPROVED / f"{title(*one)}.png"))


if __name__ == "__main__":
    main()
