"""Stage: where everything of a session stands in a window of any size (screens.md, *Session*).

Pure geometry in logical pixels, no painting. Asked by the breath view, the scenes and the session window.
Three places are given (1440×900, 900×600, Small 360×480); every other size lies between or beyond them.
Text comes first: what it needs at its scale is laid from the bottom, and the flower takes what is left.
"""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect

HALO = 760.0 / 504.0
"""Halo to open flower, as diameters."""

CLOSED_FULL = 198.0 / 504.0
CLOSED_SMALL = 92.0 / 224.0
SMALL_BELOW = (600, 520)
"""Windows narrower or lower than this take the small layout."""

NARROW_LETTERS = 400
"""Times the text scale: below this width hint and notice find no room beside each other."""

LEAST_OPEN = 72.0
HINT_LETTERS = 48
NEARLY = 0.06
"""Of a line: so much before a hint needs one more, room for it begins to be kept."""

LETTER_WIDTH = 0.56
"""Of the type size: what an average letter of a wide system sans takes."""


@dataclass(frozen=True)
class Stage:
    """Places in a window of `width` × `height` logical pixels.

    `closed`, `open` and `halo` are diameters about `centre`. Type sizes in pixels: `words_px` for the
    words, `second_px` for the second line, `line_px` for hint and notice.
    """

    width: int
    height: int
    text_scale: float
    small: bool
    centre: QPoint
    closed: float
    open: float
    halo: float
    words: QRect
    second: QRect
    controls: QRect
    hint: QRect
    notice: QRect
    words_px: float
    second_px: float
    line_px: float

    @classmethod
    def for_window(cls, width: int, height: int, text_scale: float = 1.0) -> "Stage":
        """The stage of a window; `text_scale` 1–2 is the person's text size."""
        width, height = max(160, width), max(160, height)
        narrow = max(SMALL_BELOW[0], NARROW_LETTERS * text_scale)
        lay = _small if width < narrow or height < SMALL_BELOW[1] else _full
        share = 1.0
        stage = lay(width, height, text_scale, share)
        # Where even a closed flower finds no room, the lines below the words take less.
        while stage.open < LEAST_OPEN and share > 0.5:
            share -= 0.1
            stage = lay(width, height, text_scale, share)
        return stage


def _between(low: float, high: float, part: float) -> float:
    return low + (high - low) * part


def _flower(width: int, words_top: float, centre_y: float, nominal: float, gap: float) -> tuple[float, float]:
    """Centre height and open diameter that keep the halo in the window and the petals off the words."""
    room = max(16.0, words_top - gap)
    if centre_y + nominal / 2.0 > room:
        # The flower moves up and shrinks until it stands free between the top and the words.
        centre_y = room - min(nominal, room / (0.5 + HALO / 2.0)) / 2.0
    halo = 2.0 * min(centre_y, width / 2.0)
    return centre_y, max(16.0, min(nominal, 2.0 * (room - centre_y), halo / HALO))


def _lines_kept(lines: float) -> float:
    """Room for so many lines: a further one comes little by little, so that the flower never jumps."""
    whole = max(1, ceil(lines))
    return whole + max(0.0, (lines - whole + NEARLY) / NEARLY)


def _full(width: int, height: int, scale: float, share: float) -> Stage:
    part = min(1.0, (height - 600.0) / 300.0)
    more = max(1.0, height / 900.0)
    line = 14.0 * max(1.0, scale * share)
    hint_wide = (width - 96) // 2
    hint_lines = _lines_kept(HINT_LETTERS * LETTER_WIDTH * line / hint_wide)
    hint_h = round(hint_lines * max(18.0, line * 1.28))
    hint_top = height - round(_between(10.0, 14.0, part)) - hint_h
    controls = QRect(32, hint_top - 52, width - 64, 44)
    second_h = round(_between(20.0, 24.0, part) * scale * share)
    words_h = round(80.0 * scale)
    # The line of time stands there: large letters keep as far from it as small ones.
    apart = _between(8.0, 12.0, part) + 8.0 * (max(1.0, scale * share) - 1.0)
    second_top = controls.top() - round(apart) - second_h
    words_gap = round(_between(4.0, 8.0, part))
    words_top = min(second_top - words_gap - words_h, round(height * 692.0 / 900.0) if more > 1 else height)
    second_top = min(second_top, words_top + words_h + words_gap)
    wide = round(min(760.0 * scale, width - 64.0))
    left = (width - wide) // 2
    centre_y = _between(224.0, 392.0, part) * more
    gap = _between(40.0, 48.0, part) * (1.0 if scale <= 1.0 else 0.6)
    nominal = _between(288.0, 504.0, part) * more
    centre_y, opened = _flower(width, words_top, centre_y, nominal, gap)
    ratio = _between(120.0 / 288.0, CLOSED_FULL, part)
    return Stage(
        *(width, height, scale, False, QPoint(width // 2, round(centre_y))),
        closed=opened * ratio,
        open=opened,
        halo=opened * HALO,
        words=QRect(left, words_top, wide, words_h),
        second=QRect(left, second_top, wide, second_h),
        controls=controls,
        hint=QRect(32, hint_top, hint_wide, hint_h),
        notice=QRect(width - 32 - hint_wide, hint_top, hint_wide, hint_h),
        words_px=32.0 * scale,
        second_px=18.0 * max(1.0, scale * share),
        line_px=line,
    )


def _small(width: int, height: int, scale: float, share: float) -> Stage:
    line = 14.0 * max(min(1.0, share + 0.3), scale * share)
    margin = 8 if width < 400 else 16
    hint_wide = width - 2 * margin
    hint_lines = ceil(HINT_LETTERS * LETTER_WIDTH * line / (hint_wide + 40))
    hint_h = round(20.0 * hint_lines * line / 14.0)
    notice_h = round(18.0 * line / 14.0)
    notice_top = height - 2 - notice_h
    controls = QRect(16, notice_top - 48, width - 32, 44)
    hint_top = controls.top() - 4 - hint_h
    second_h = round(20.0 * line / 14.0)
    words_h = round(50.0 * scale)
    second_top = hint_top - 4 - second_h
    words_top = second_top - 2 - words_h
    nominal = min(height * 224.0 / 480.0, width * 224.0 / 360.0)
    gap = 24.0 if scale <= 1.0 else 12.0
    centre_y, opened = _flower(width, words_top, height * 176.0 / 480.0, nominal, gap)
    return Stage(
        *(width, height, scale, True, QPoint(width // 2, round(centre_y))),
        closed=opened * CLOSED_SMALL,
        open=opened,
        halo=opened * HALO,
        words=QRect(margin, words_top, width - 2 * margin, words_h),
        second=QRect(margin, second_top, width - 2 * margin, second_h),
        controls=controls,
        hint=QRect(margin, hint_top, hint_wide, hint_h),
        notice=QRect(margin, notice_top, hint_wide, notice_h),
        words_px=18.0 * scale,
        second_px=line,
        line_px=line,
    )
