import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kindtimer.core.pause import Pause
from kindtimer.core.quiet_times import Quiet
from kindtimer.core.rule_words import read_quiet
from kindtimer.ui.offers_days import week
from kindtimer.ui.offers_picture import ROW, OffersPicture
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from tests.guide.led_day import at
from tests.ui.dressing import dressed, settle
from tests.ui.test_offers_days import schedule


def made(qtbot: QtBot, *lines: str, quiet: Quiet | None = None, palette: Palette = DUSK) -> OffersPicture:
    picture = dressed(OffersPicture(), palette)
    qtbot.addWidget(picture)
    picture.resize(640, picture.sizeHint().height())
    picture.show_days(week(schedule(*lines, quiet=quiet), at("08:00")), "all of it in words")
    picture.show()
    settle()
    return picture


def columns_painted(image: QImage, top: int, high: int) -> list[int]:
    """Where something of a seed's warm colour is."""
    found = []
    for x in range(image.width()):
        colours = [image.pixelColor(x, y) for y in range(top, top + high)]
        if any(one.red() > one.blue() + 60 for one in colours):
            found.append(x)
    return found


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST])
def test_a_seed_stands_at_its_time(qtbot: QtBot, palette: Palette) -> None:
    picture = made(qtbot, "daily 14:00", palette=palette)
    painted = columns_painted(picture.grab().toImage(), ROW, ROW - 4)
    middle = picture.place_of(14 * 60)
    assert painted
    assert all(abs(x - middle) < 14 for x in painted)


def test_from_right_to_left_the_day_runs_the_other_way(qtbot: QtBot) -> None:
    picture = made(qtbot, "daily 14:00")
    forward = picture.place_of(14 * 60)
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture.place_of(14 * 60) == picture.width() - forward
    painted = columns_painted(picture.grab().toImage(), ROW, ROW - 4)
    assert all(abs(x - (picture.width() - forward)) < 14 for x in painted)


def test_the_night_is_shown_where_something_comes_in_it(qtbot: QtBot) -> None:
    picture = made(qtbot, "daily 14:00")
    assert picture.place_of(2 * 60) == picture.place_of(6 * 60)
    assert picture.place_of(22 * 60) < picture.place_of(24 * 60)
    picture.show_days(week(schedule("daily 02:30"), at("08:00")), "")
    assert picture.place_of(2 * 60) < picture.place_of(6 * 60)


def test_quiet_times_are_shaded(qtbot: QtBot) -> None:
    free = made(qtbot, "daily 14:00").grab().toImage()
    quiet = made(qtbot, "daily 14:00", quiet=Quiet((read_quiet("12:00-13:00"),)))
    image = quiet.grab().toImage()
    x = round(quiet.place_of(12 * 60 + 30))
    assert image.pixelColor(x, 20) != free.pixelColor(x, 20)
    assert image.pixelColor(round(quiet.place_of(17 * 60)), 20) == free.pixelColor(
        round(quiet.place_of(17 * 60)), 20
    )


def test_a_screen_reader_has_all_of_it_in_words(qtbot: QtBot) -> None:
    picture = made(qtbot, "daily 14:00")
    assert picture.accessibleName() == "The coming seven days"
    assert picture.accessibleDescription() == "all of it in words"


def test_times_that_were_chosen_are_written_before_drawn_ones_beside_them(qtbot: QtBot) -> None:
    both = made(qtbot, "1 between 12:00 and 12:01", "daily 12:40")
    image, alone = both.grab().toImage(), made(qtbot, "daily 12:40").grab().toImage()
    place = round(both.place_of(12 * 60 + 40))
    box = QRect(place - 20, ROW, 40, ROW - 30)  # the time above the seed of tomorrow
    assert image.copy(box) == alone.copy(box)


def test_what_a_pause_keeps_away_is_faint(qtbot: QtBot) -> None:
    picture = made(qtbot, "daily 14:00")
    column = slice(round(picture.place_of(14 * 60)) - 8, round(picture.place_of(14 * 60)) + 8)
    strong = warmth(picture, column)
    picture.show_days(week(schedule("daily 14:00"), at("08:00"), Pause(at("08:00"), None)), "")
    settle()
    assert 0.0 < warmth(picture, column) < strong * 0.6


def warmth(picture: OffersPicture, columns: slice) -> float:
    """How warm the second day's row is there, over its ground."""
    image = picture.grab().toImage()
    colours = [
        image.pixelColor(x, y) for x in range(columns.start, columns.stop) for y in range(ROW, 2 * ROW - 4)
    ]
    return sum(max(0, one.red() - one.blue()) for one in colours)
