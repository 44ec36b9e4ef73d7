"""Page: what a place of the home window shows: one column of at most sixty letters a line, scrolling.

A page is built when it is first opened, knows its own title, and names no colour and no size. The home
window tells it how wide its column may be and how to look. Main thread.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.style import restyle
from kindtimer.ui.texts import HEAD, LEAD, PART, Text
from kindtimer.visuals.measures import COLUMN, GRID, LARGE_TYPE, ROW_LEAST

TOP, FOOT = 5 * GRID, 5 * GRID
SIDE = 3 * GRID
ROUNDS = 8
"""So many times, each after all events that wait, what has the keyboard is brought back into sight."""


class Page(QScrollArea, Wearer):
    """One column. Subclasses fill `column`; `opened` is called whenever it comes to the front.

    One whose parts have places of their own overrides `_place`, called whenever its size or its dress is
    another. A page that is `alone` stands in the window without the places beside it.
    """

    alone = False

    def __init__(self, title: str, lead: str = "") -> None:
        super().__init__()
        self.title = title
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(title)
        self._wide = COLUMN
        self._dress: Dress | None = None
        self._room_around = TOP, FOOT
        self._held_in_sight: QWidget | None = None
        self._sized = QSize()
        self.body = QWidget()
        self.body.setObjectName("page")
        self.rows = QVBoxLayout(self.body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.held = QWidget()
        self.column = QVBoxLayout(self.held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID)
        self.middle = QHBoxLayout()
        self.middle.addStretch(1)
        self.middle.addWidget(self.held, 0, Qt.AlignmentFlag.AlignTop)
        self.middle.addStretch(1)
        self.rows.addLayout(self.middle)
        self.rows.addStretch(1)
        self.setWidget(self.body)
        self.viewport().setAutoFillBackground(False)
        self.head = Text(title, HEAD)
        self.column.addWidget(self.head)
        if lead:
            self.column.addWidget(Text(lead, LEAD))

    def opened(self) -> None:
        """It comes to the front."""

    def keep_now(self) -> None:
        """Keep what was written here; most pages have nothing to keep."""

    def step_back(self) -> bool:
        """Esc: close what stands open, or go back within the page; False where there is nothing of it."""
        return False

    def first_to_focus(self) -> QWidget | None:
        """What has the keyboard when it comes to the front; None leaves it where it was."""
        return None

    def wear(self, dress: Dress) -> None:
        """How wide the column may be at this text size."""
        if self._dress is not None:
            self._hold_in_sight(self.viewport().size())
        self._dress, self._wide = dress, dress.px(COLUMN)
        self._fit()

    def let_be_wide(self, width: int) -> None:
        """Let the column be this wide at the most, in px as they are now."""
        self._wide = width
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        """The column keeps to the room there is."""
        # A scroll bar that comes or goes is no reason: a page begins at its top, whatever has the keyboard.
        if isinstance(event, QResizeEvent) and self.size() != self._sized:
            if self._sized.isValid():
                self._hold_in_sight(event.oldSize())
            self._sized = self.size()
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return done

    def stand(self, top: int, foot: int) -> None:
        """Room above the column and below it, in px.

        The column is as wide, and stands in the middle of the page, whether there is a scroll bar or not.
        """
        self._room_around = top, foot
        near = self._edge
        far = near - (self.width() - self.viewport().width())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (far, near) if mirrored else (near, far)
        self.middle.setContentsMargins(left, top, right, foot)

    @property
    def _edge(self) -> int:
        """Room beside the column, in px: a scroll bar and a gap find place in it."""
        return max(SIDE, self.verticalScrollBar().sizeHint().width() + GRID)

    def _fit(self) -> None:
        room = self.width() - 2 * self._edge
        self.held.setFixedWidth(max(ROW_LEAST, min(self._wide, room)))
        self.stand(*self._room_around)
        for button in self.findChildren(FoldingButton):
            button.fold(self.held.width())
        if self._dress is not None:
            self._fit_head(self._dress)
            self._place(self._dress)

    # --- what has the keyboard stays in sight -----------------------------------------------------

    def begin_at_top(self) -> None:
        """Whoever comes in a hard moment begins at the top, wherever they had scrolled to before."""
        self._held_in_sight = None
        self.verticalScrollBar().setValue(0)

    def _hold_in_sight(self, room: QSize) -> None:
        """Before the page is fitted anew: what has the keyboard and is seen in a viewport of `room`."""
        held = self.focusWidget()
        if self._held_in_sight is not None or held is None or not (self.isVisible() and room.isValid()):
            return
        if self.held.isAncestorOf(held):
            seen = QRect(QPoint(0, 0), room)
            if seen.intersects(QRect(held.mapTo(self.viewport(), QPoint(0, 0)), held.size())):
                self._held_in_sight = held
                self._bring_back(ROUNDS)

    def _bring_back(self, rounds: int) -> None:
        # Layouts within layouts find their places one after the other, each with an event of its own.
        held = self._held_in_sight
        if held is None or held is not self.focusWidget() or not rounds:
            self._held_in_sight = None
            return
        self.ensureWidgetVisible(held, 0, GRID)
        QTimer.singleShot(0, self, lambda: self._bring_back(rounds - 1))

    def _place(self, dress: Dress) -> None:
        """Put parts of the page where they belong at this size; the column has its width already."""

    def _fit_head(self, dress: Dress) -> None:
        # A long word in a narrow window at large type: smaller, before it is cut.
        font = QFont(self.head.font())
        font.setPixelSize(dress.px(LARGE_TYPE))
        metrics = QFontMetrics(font)
        widest = max((metrics.horizontalAdvance(word) for word in self.head.text().split()), default=0)
        restyle(self.head, "kind", HEAD if widest <= self.held.width() else PART)


def across(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Widgets in one line, with the usual distance, and room after the last one where it may `stretch`."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * GRID)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
