from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.visuals.album import PLATES, apart, develop
from tests.visuals.pictures import APPROVED


@pytest.mark.parametrize("name", PLATES)
def test_the_picture_is_the_approved_one(name: str, tmp_path: Path) -> None:
    now, kept = develop(PLATES[name]), QImage(str(APPROVED / f"{name}.png"))
    new = tmp_path / f"{name}.png"
    now.save(str(new))
    mean, share = apart(now, kept.convertToFormat(QImage.Format.Format_RGB32))
    assert mean < 0.7, f"look at {new}"
    assert share < 0.004, f"look at {new}"


def test_the_album_is_whole_and_light() -> None:
    kept = {path.stem: path.stat().st_size for path in APPROVED.glob("*.png")}
    assert set(kept) == set(PLATES)
    assert max(kept.values()) < 60_000


def test_another_picture_would_be_noticed() -> None:
    one, other = (develop(PLATES[name]) for name in ("paused", "still"))
    mean, share = apart(one, other)
    assert mean > 0.7
    assert share > 0.004
