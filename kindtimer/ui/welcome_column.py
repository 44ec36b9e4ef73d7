"""Welcome column: where the parts of the first start stand, in a large window and in the smallest one.

The flower gives way first, then the room between parts; where *First breath* would still be out of sight
it comes before the choices. All of it is reckoned for the highest of the steps, so that nothing moves from
one to the next. Main thread.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QSpacerItem, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.buttons import Button
from kindtimer.ui.dress import Dress
from kindtimer.ui.page import Page
from kindtimer.ui.step_part import StepPart
from kindtimer.visuals.measures import (
    GRID,
    LOW_PAGE,
    UNBOUNDED,
    WELCOME_FLOWER,
    WELCOME_FLOWER_LEAST,
    WELCOME_FLOWER_LOW,
    WELCOME_TOP,
    WELCOME_TOP_LOW,
)

CENTRE = Qt.AlignmentFlag.AlignHCenter


class WelcomeColumn:
    """Fills the column of a page: `picture`, head, `lead`, what is above `breathe` in each step and below it.

    `heads` are title and line of each step, not translated so far; `choices` all that can be chosen, in the
    order in which it is read.
    """

    def __init__(
        self,
        page: Page,
        heads: Sequence[tuple[str, str]],
        picture: QWidget,
        lead: QLabel,
        steps: Sequence[tuple[StepPart, StepPart]],
        choices: Sequence[Button],
        breathe: Button,
    ) -> None:
        self._page, self._heads, self._picture, self._lead = page, heads, picture, lead
        self._steps, self._choices, self._breathe = steps, choices, breathe
        self._breath_leads = False
        self._gaps = [QSpacerItem(0, GRID) for _ in range(3)]
        above, before, after = self._gaps
        column = page.column
        column.insertWidget(0, picture, 0, CENTRE)
        column.addWidget(lead)
        column.addSpacerItem(above)
        for chosen, _below in steps:
            column.addWidget(chosen)
        column.addSpacerItem(before)
        column.addWidget(breathe, 0, CENTRE)
        column.addSpacerItem(after)
        for _chosen, below in steps:
            column.addWidget(below)

    def place(self, dress: Dress) -> None:
        """Put all of it where it belongs at this size of the page, whose column has its width already."""
        room = self._page.viewport().height()
        # The room between parts grows less where there is little, and so does that around all of them.
        for gap, edge in ((2 * GRID, WELCOME_TOP_LOW), (GRID + GRID // 2, GRID), (GRID, GRID)):
            before, whole = self._heights(gap)
            if whole + 2 * edge <= room:
                break
        if edge + before > room:  # at least what is chosen, and the first breath
            gap = edge = GRID // 2
            before, whole = self._heights(gap)
        flower = 0
        if gap == 2 * GRID:
            flower = min(WELCOME_FLOWER_LOW, room - whole - 2 * edge - gap)
            if room >= max(dress.px(LOW_PAGE), whole + gap + WELCOME_FLOWER + 2 * WELCOME_TOP):
                flower, edge = WELCOME_FLOWER, WELCOME_TOP
            flower = flower if flower >= WELCOME_FLOWER_LEAST else 0
        self._picture.setVisible(flower > 0)
        self._picture.setFixedSize(flower, flower)
        self._stand_apart(gap, lead=edge + before > room)
        used = whole + (flower + gap if flower else 0)
        self._page.stand(max(edge, (room - used) // 2), edge)

    def _heights(self, gap: int) -> tuple[int, int]:
        """Height in px of the highest step, no picture: down to the foot of *First breath*, and in all."""
        width, before, whole, more = self._page.held.width(), 0, 0, max(0, gap - GRID)
        for (head, lead), (choices, below) in zip(self._heads, self._steps, strict=True):
            lines = [_high(self._page.head, head, width), _high(self._lead, lead, width)]
            above = [high for high in lines if high]
            above += [choices.fit(width, gap), self._breathe.sizeHint().height()]
            high = sum(above) + (len(above) - 1) * gap + 2 * more
            before = max(before, high)
            whole = max(whole, high + gap + more + below.fit(width, gap))
        return before, whole

    def _stand_apart(self, gap: int, *, lead: bool) -> None:
        """With so many px between parts, and more around the choices and below *First breath*.

        That may `lead` where it would be out of sight.
        """
        self._page.column.setSpacing(gap)
        for more in self._gaps:
            more.changeSize(0, max(0, gap - GRID))
        self._page.column.invalidate()
        if lead is self._breath_leads:
            return
        self._breath_leads = lead
        self._page.column.removeWidget(self._breathe)
        before = self._page.column.indexOf(self._steps[0][0] if lead else self._steps[0][1])
        self._page.column.insertWidget(before if lead else before - 1, self._breathe, 0, CENTRE)
        # Tab and a screen reader go as one reads; the second by which widget lies above which.
        for one, after in pairwise(
            [self._breathe, *self._choices] if lead else [*self._choices, self._breathe]
        ):
            QWidget.setTabOrder(one, after)
        for index in range(self._page.column.count()):
            item = self._page.column.itemAt(index)
            if item is not None and (part := item.widget()) is not None:
                part.raise_()


def _high(label: QLabel, words: str, width: int) -> int:
    """Height in px of words in a label's type, `width` px wide; 0 for none."""
    label.ensurePolished()
    room = QRect(0, 0, width, UNBOUNDED)
    wrap = Qt.TextFlag.TextWordWrap
    return label.fontMetrics().boundingRect(room, wrap, tr(words)).height() if words else 0
