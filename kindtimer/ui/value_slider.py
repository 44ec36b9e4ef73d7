"""Value slider: a slider with its value in words beside it, with the unit. Arrow and Page keys, Home, End.

What is dragged is told at once and taken when it is let go, so that no file is written at each pixel.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.texts import PLAIN, Text
from kindtimer.visuals.measures import LEAST_SLIDER, TARGET


class Slide(QSlider):
    """The slider itself. The wheel scrolls the page."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setTracking(False)
        self.setMinimumHeight(TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that is scrolled changes nothing."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


class ValueSlider(QWidget, Wearer):
    """`words` puts a whole number into words, `chosen` is called with one that the person chose."""

    def __init__(
        self,
        name: str,
        told: str,
        words: Callable[[int], str],
        chosen: Callable[[int], object],
        *,
        low: int,
        high: int,
        step: int,
        page: int,
    ) -> None:
        super().__init__()
        self._told, self._words, self._chosen, self._step = told, words, chosen, step
        self._dragged = False
        self.slide = Slide()
        self.slide.setRange(low, high)
        self.slide.setSingleStep(step)
        self.slide.setPageStep(page)
        self.slide.setAccessibleName(name)
        self.number = Text("", PLAIN)
        flow = FlowLayout(self)
        flow.grow(self.slide, lambda: LEAST_SLIDER)
        flow.addWidget(self.number)
        self.slide.sliderMoved.connect(self._drag)
        self.slide.valueChanged.connect(self._take)
        self._tell(self.slide.value())

    def show_number(self, number: int, words: str | None = None) -> None:
        """This is its number now; `words` where the value is finer than the slider's steps."""
        if self.slide.isSliderDown():
            return
        self.slide.blockSignals(True)
        self.slide.setValue(number)
        self.slide.blockSignals(False)
        self._tell(number, words)

    def wear(self, dress: Dress) -> None:
        """Room for its longest words, so that nothing moves while it is set."""
        self.number.ensurePolished()
        metrics = self.number.fontMetrics()
        ends = (self.slide.minimum(), self.slide.maximum())
        widest = max(metrics.horizontalAdvance(self._words(one)) for one in ends)
        self.number.setFixedWidth(widest + 4)

    def _tell(self, number: int, words: str | None = None) -> None:
        said = words or self._words(number)
        self.number.setText(said)
        self.slide.setAccessibleDescription(tr("{value}. {told}", value=said, told=self._told))

    def _near(self, number: int) -> int:
        return round(number / self._step) * self._step

    def _drag(self, number: int) -> None:
        self._dragged = True
        self._tell(self._near(number))

    def _take(self, number: int) -> None:
        if self._dragged:
            # A hand is not as exact as a key: what it lets go of lies on a step.
            number = self._near(number)
            self._dragged = False
            self.show_number(number)
        self._tell(number)
        self._chosen(number)
