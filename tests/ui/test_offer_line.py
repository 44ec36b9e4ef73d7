import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kindtimer.ui.offer_line import OfferLine, from_right_to_left
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from tests.ui.dressing import dressed

WIDE = 312
SHORT = "Nothing to fix for one minute."
LONG = "Whatever the last hour was, and whatever the next one is going to be: one minute with nothing asked."
ENDLESS = "Donaudampfschifffahrtsgesellschaftskapitänskajüte"
HEBREW = "דקה אחת של שקט, אם זה מתאים עכשיו."


@pytest.fixture
def line(qtbot: QtBot) -> OfferLine:
    line = OfferLine()
    qtbot.addWidget(line)
    return dressed(line)


def shown(line: OfferLine, words: str) -> OfferLine:
    line.say(words)
    line.resize(WIDE, line.heightForWidth(WIDE))
    return line


def inked(line: OfferLine) -> tuple[int, int, int, int]:
    """Leftmost, topmost, rightmost and lowest pixel of the words."""
    picture = line.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    from_, to = (0, WIDE - 44) if line.layoutDirection() is Qt.LayoutDirection.RightToLeft else (44, WIDE)
    ground = picture.pixel(0, 0)
    found = [
        (x, y) for y in range(picture.height()) for x in range(from_, to) if picture.pixel(x, y) != ground
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), min(ys), max(xs), max(ys)


def test_two_rows_are_its_least_height_and_more_words_make_it_higher(line: OfferLine) -> None:
    assert shown(line, SHORT).height() == 48
    assert shown(line, LONG).height() > 48
    assert line.heightForWidth(WIDE * 2) < line.heightForWidth(WIDE)


@pytest.mark.parametrize("words", [SHORT, LONG, ENDLESS, f"{ENDLESS}{ENDLESS}{ENDLESS}", HEBREW, "🌱 💧 یک"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_is_cut(line: OfferLine, words: str, scale: float) -> None:
    dressed(line, scale=scale)
    line.say(words)
    wide = round(WIDE * scale)
    layout, height = line._laid(wide - line._beside())
    assert height <= line.heightForWidth(wide) + 1
    rows = [layout.lineAt(number) for number in range(layout.lineCount())]
    assert sum(row.textLength() for row in rows) >= len(words)
    for row in rows:
        assert row.x() >= 0
        assert row.naturalTextWidth() <= row.width() + 0.5


def test_words_stand_within_what_they_were_given(line: OfferLine) -> None:
    left, top, right, foot = inked(shown(line, LONG))
    assert left >= 44
    assert right < WIDE - 1
    assert top > 0
    assert foot < line.height() - 1


def test_no_single_word_is_left_over(line: OfferLine) -> None:
    line.say("Feet on the floor and a long breath out: one minute.")
    layout, _ = line._laid(268)
    lengths = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
    assert len(lengths) >= 2
    assert lengths[-1] > max(lengths) * 0.5


def test_a_word_that_finds_room_in_a_row_is_not_broken(line: OfferLine) -> None:
    line.say("Ein Augenblick Zwischenstation, und eine Tasse Schwarztee.")
    layout, _ = line._laid(268)
    text = layout.text()
    for number in range(layout.lineCount() - 1):
        row = layout.lineAt(number)
        assert text[row.textStart() + row.textLength() - 1] == " "


def test_blanks_and_breaks_of_an_own_line_are_made_even(line: OfferLine) -> None:
    line.say("  Tea.\n\n And\ta window. ")
    assert line.accessibleName() == "Tea. And a window."


def test_words_from_right_to_left_begin_on_the_right(line: OfferLine) -> None:
    left, _, right, _ = inked(shown(line, "דקה אחת"))
    assert right > WIDE - 8
    assert left > WIDE // 2


def test_the_bud_stands_at_the_near_end(line: OfferLine) -> None:
    shown(line, SHORT)
    assert line.bud.x() == 16
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert line.bud.x() == WIDE - 16
    assert inked(line)[2] < WIDE - 44


@pytest.mark.parametrize("palette", [DUSK, DAWN, CONTRAST], ids=lambda palette: palette.name)
def test_the_bud_wears_the_colours(line: OfferLine, palette: Palette) -> None:
    dressed(shown(line, SHORT), palette)
    picture = line.grab().toImage()
    colour = picture.pixelColor(line.bud)
    assert colour.redF() > colour.blueF() + 0.1  # warm, in every theme


def test_small_type_takes_less_room(line: OfferLine) -> None:
    line.say(LONG)
    usual = line.heightForWidth(WIDE)
    line.be_small(True)
    assert line.heightForWidth(WIDE) < usual


def test_before_it_is_dressed_it_paints_nothing(qtbot: QtBot) -> None:
    bare = OfferLine()
    qtbot.addWidget(bare)
    bare.say(SHORT)
    bare.resize(WIDE, 48)
    picture = bare.grab().toImage()
    assert {picture.pixel(x, 24) for x in range(WIDE)} == {picture.pixel(0, 0)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", False),
        ("Tea", False),
        ("🌱 Tea דקה", False),
        ("12 דקה", True),
        ("یک دقیقه", True),
        ("123", False),
    ],
)
def test_the_first_letter_says_the_direction(words: str, expected: bool) -> None:
    assert from_right_to_left(words) is expected
