"""Offer fade: the card comes and goes by its opacity, over 400 ms, or at once. It ticks only meanwhile.

How opacity is put on a window is handed in. Main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation

FADE_MS = 400


class OfferFade(QObject):
    """`put` is told each opacity, 0–1; `gone` once, when it has gone to nothing."""

    def __init__(
        self, put: Callable[[float], object], gone: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._put, self._gone = put, gone
        self._opacity = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._motion.valueChanged.connect(self._show)
        self._motion.finished.connect(self._arrived)

    @property
    def moves(self) -> bool:
        """Whether it is on its way."""
        return self._motion.state() is QAbstractAnimation.State.Running

    def come(self, *, softly: bool) -> None:
        """Be there; from where it is now, where it was going."""
        self._go_to(1.0, softly=softly)

    def leave(self, *, softly: bool) -> None:
        """Be gone."""
        self._go_to(0.0, softly=softly)

    def _go_to(self, end: float, *, softly: bool) -> None:
        self._motion.stop()
        if not softly:
            self._show(end)
            self._arrived()
            return
        self._show(self._opacity)
        # New ends are told as values of the old way, which would be seen as a flicker.
        self._motion.blockSignals(True)
        self._motion.setStartValue(self._opacity)
        self._motion.setEndValue(end)
        self._motion.setDuration(max(1, round(FADE_MS * abs(end - self._opacity))))
        self._motion.setCurrentTime(0)
        self._motion.blockSignals(False)
        self._motion.start()

    def _show(self, opacity: float) -> None:
        self._opacity = float(opacity)
        self._put(self._opacity)

    def _arrived(self) -> None:
        if self._opacity <= 0.0:
            self._gone()
