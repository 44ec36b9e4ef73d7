"""Fourteen key pictures of the home window, compared with approved ones; font and resolution are pinned.

`python -m tests.ui.test_gallery` makes them all anew; look at each before keeping it.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kindtimer.ui.home_window import HomeWindow
from kindtimer.ui.page import Page
from tests.gallery import EXHIBITS, Frame, Step, page, shown
from tests.visuals.album import apart
from tests.visuals.pictures import pixels

APPROVED = Path(__file__).parent / "approved"
KEPT = QSize(450, 300)
"""Half of each side: enough to see what moved, and light to keep."""

TILE, MOST_TILE = 4, 1.5
"""Side of the smallest part that is looked at alone, in px of a kept picture, and how far, in steps of 1/255,
its mean may be off: where a letter of the small type is another one it is 3 to 70 off. Two
pictures of the same page are the same, byte for byte; the room is for arithmetic of another processor."""

MOST_MEAN, MOST_SHARE = 0.7, 0.004
"""The same for the whole of it, and the share of bytes that may be clearly other ones."""

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
    ("offers-week", Frame(SMALL, "dawn")),
    ("offers-none", Frame(SMALL, "dusk", 200)),
    ("guide", Frame(SMALL, "dusk", mirrored=True)),
    ("settings", Frame(SMALL, "dusk")),
    ("settings", Frame(SMALL, "contrast", 200)),
    ("welcome-1", Frame(SMALL, "dusk")),
)


def small(name: str, frame: Frame, *steps: Step) -> QImage:
    exhibit = next(one for one in EXHIBITS if one.name == name)
    picture = shown(replace(exhibit, steps=(*exhibit.steps, *steps)), frame)
    smooth = Qt.TransformationMode.SmoothTransformation
    made = picture.scaled(KEPT, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return made.convertToFormat(QImage.Format.Format_RGB32)


def worst_tile(one: QImage, other: QImage) -> tuple[float, int, int]:
    """The tile that is farthest off: the mean difference in it, and where it begins, in px of the whole page.

    Tiles lie half over each other, so that whatever is as small as half a tile is whole in one of them.
    """
    ours, theirs = _steps(one), _steps(other)
    off = np.abs(ours - theirs).mean(axis=2)
    sums = np.pad(off, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    means = sums[TILE:, TILE:] - sums[:-TILE, TILE:] - sums[TILE:, :-TILE] + sums[:-TILE, :-TILE]
    means = means[:: TILE // 2, :: TILE // 2] / TILE**2
    row, column = np.unravel_index(int(means.argmax()), means.shape)
    return float(means.max()), int(column) * TILE, int(row) * TILE


def _steps(picture: QImage) -> npt.NDArray[np.int16]:
    held = np.frombuffer(bytes(pixels(picture)), np.uint8)
    return held.reshape(picture.height(), picture.width(), 4)[:, :, :3].astype(np.int16)


def misspelt(said: str, other: str) -> Step:
    """A step that writes other words in the place of these, once."""

    def step(window: HomeWindow) -> None:
        texts = (one for one in page(window, Page).findChildren(QLabel) if said in one.text())
        text = next(one for one in texts if one.isVisible())
        text.setText(text.text().replace(said, other, 1))

    return step


def title(name: str, frame: Frame) -> str:
    return f"{name}-{frame.name}"


@pytest.mark.parametrize(("name", "frame"), KEY, ids=[title(*one) for one in KEY])
def test_the_page_is_as_it_was_approved(qtbot: QtBot, name: str, frame: Frame, tmp_path: Path) -> None:
    now, kept = small(name, frame), QImage(str(APPROVED / f"{title(name, frame)}.png"))
    approved = kept.convertToFormat(QImage.Format.Format_RGB32)
    new = tmp_path / "now.png"
    now.save(str(new))
    mean, share = apart(now, approved)
    assert mean < MOST_MEAN, f"look at {new}"
    assert share < MOST_SHARE, f"look at {new}"
    tile, left, top = worst_tile(now, approved)
    assert tile < MOST_TILE, f"look at {new}, about {left}, {top} of the page"


def test_the_key_pictures_are_whole_and_light() -> None:
    kept = {path.stem: path.stat().st_size for path in APPROVED.glob("*.png")}
    assert set(kept) == {title(*one) for one in KEY}
    assert max(kept.values()) < 120_000


def test_another_page_would_be_noticed(qtbot: QtBot) -> None:
    mean, share = apart(small(*KEY[3]), small(*KEY[9]))
    assert mean > MOST_MEAN
    assert share > MOST_SHARE


@pytest.mark.parametrize(
    ("name", "frame", "said", "other"),
    [
        ("breathe", Frame(SMALL, "dusk"), "many people", "mamy people"),
        ("hard", Frame(SMALL, "contrast"), "any moment", "any momemt"),
        ("hard", Frame(SMALL, "dusk"), "any moment", "any momemt"),
        ("help-now", Frame(SMALL, "dawn"), "with their", "with thcir"),
        ("settings", Frame(SMALL, "dusk"), "comes", "cones"),
        ("today", Frame(SMALL, "dawn", 200), "Longer", "Longcr"),
    ],
)
def test_one_wrong_letter_would_be_noticed_and_nothing_else(
    qtbot: QtBot, name: str, frame: Frame, said: str, other: str
) -> None:
    usual, once_more = small(name, frame), small(name, frame)
    assert worst_tile(usual, once_more)[0] < MOST_TILE / 10
    wrong = small(name, frame, misspelt(said, other))
    assert apart(usual, wrong)[1] < MOST_SHARE  # the whole of it says nothing
    assert worst_tile(usual, wrong)[0] > MOST_TILE


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
