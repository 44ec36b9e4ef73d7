"""Session controls: the row of buttons below a session. It comes by pointer or Tab and goes by itself.

It knows no guide: it announces what was pressed. Above it a thin line of time passed, left of it how much
time is left, both only while it shows. Main thread.
"""

from enum import Enum

from PySide6.QtCore import (
    QCoreApplication,
    QEasingCurve,
    QEvent,
    QObject,
    QPropertyAnimation,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from kindtimer.core.words import tr, trn
from kindtimer.ui.style import restyle
from kindtimer.visuals.palette import DUSK, Palette

FADE_IN_MS, FADE_OUT_MS, STAY_MS = 200, 600, 2500
LINE_H, LINE_GAP = 2, 2
"""The line of time passed, and how far it stays off the buttons."""


MOST_SHORTENED = 200


def left_in_words(seconds: float) -> str:
    """How long is left, without a countdown: whole minutes, roughly."""
    minutes = round(seconds / 60.0)
    if minutes < 1:
        return tr("less than a minute")
    return trn("about {count} minute", "about {count} minutes", minutes)


class Room(Enum):
    """How much room the row finds."""

    ENOUGH = 0
    BRIEF = 1
    TIGHT = 2
    LEAST = 3


class SessionControls(QWidget):
    """Leave · Pause · Too much? · Sound · ⋯"""

    leave_pressed = Signal()
    pause_pressed = Signal()
    too_much_pressed = Signal()
    shown_changed = Signal(bool)
    """Whether the row can be seen (the pointer is hidden with it)."""

    def __init__(self, sound_menu: QMenu, more_menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = DUSK
        self._passed = 0.0
        self._pinned = False
        self._brief = False
        self._menus = (sound_menu, more_menu)
        self.left = QLabel(self)
        self.leave = self._button("leave")
        self.pause = self._button("pause")
        self.too_much = self._button("too-much")
        self.sound = self._button("sound")
        self.more = self._button("more")
        self.sound.setMenu(sound_menu)
        self.more.setMenu(more_menu)
        more_menu.aboutToShow.connect(self._lend_sound)  # after it was filled anew
        self.leave.clicked.connect(self.leave_pressed)
        self.pause.clicked.connect(self.pause_pressed)
        self.too_much.clicked.connect(self.too_much_pressed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, LINE_H + LINE_GAP, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.left, 1)
        for button in self._buttons():
            row.addWidget(button)
        row.addStretch(1)
        self._effect = QGraphicsOpacityEffect(self, opacity=0.0)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.finished.connect(self._faded)
        self._going = QTimer(self, interval=STAY_MS, singleShot=True)
        self._going.timeout.connect(self._let_go)
        self.more.setText("⋯")
        self.more.setAccessibleName(tr("More: size, picture, movement, record"))
        self._state = (False, False)
        self.name_buttons(waits=False, eased=False)
        self.hide()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.leave, self.pause, self.too_much, self.sound, self.more

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)  # Return presses it, as Space does
        button.installEventFilter(self)
        return button

    def place(self, area: QRect) -> None:
        """Let the buttons stand in `area`, and the line of time above it."""
        self.setGeometry(area.adjusted(0, -LINE_H - LINE_GAP, 0, 0))

    def dress(self, palette: Palette) -> None:
        """Wear these colours (the sheet itself is the window's)."""
        self._palette = palette

    def name_buttons(self, *, waits: bool, eased: bool) -> None:
        """Words for the state there is, as many as there is room for.

        First the keys are left out, then the words grow smaller, then *Sound* goes into ⋯; what is still
        too long ends in dots. A screen reader is told all of it whatever is written.
        """
        self._state = (waits, eased)
        for room in Room:
            self._write(waits, eased, room)
            if self._row.minimumSize().width() <= self.width():
                return
        self._shorten()

    def _write(self, waits: bool, eased: bool, room: "Room") -> None:
        brief = room is not Room.ENOUGH
        pause = (tr("Go on"), tr("Space")) if waits else (tr("Pause"), tr("Space"))
        if eased and not waits:
            pause = (tr("Pacing") if brief else tr("With pacing"), "E")
        named = (
            (self.leave, (tr("Leave"), tr("Esc"))),
            (self.pause, pause),
            (self.too_much, (tr("Too much?"), "G")),
            (self.sound, (tr("Sound"), "M")),
        )
        self._brief = brief
        self._row.setSpacing(4 if brief else 8)
        for button, (words, key) in named:
            button.setText(words if brief else tr("{words}   {key}", words=words, key=key))
            button.setAccessibleName(tr("{words}, key {key}", words=words, key=key))
        for button in self._buttons():
            restyle(button, "brief", brief)
            restyle(button, "tight", room in (Room.TIGHT, Room.LEAST))
        self.sound.setVisible(room is not Room.LEAST)
        if brief:
            self.left.setText("")
        self._row.invalidate()

    def _shorten(self) -> None:
        """Let the longest words end in dots until the row fits."""
        for _ in range(MOST_SHORTENED):
            if self._row.minimumSize().width() <= self.width():
                return
            longest = max(self._buttons(), key=lambda button: len(button.text()))
            if len(longest.text()) < 4:
                return
            longest.setText(longest.text().rstrip("…")[:-2].rstrip() + "…")
            self._row.invalidate()

    def _lend_sound(self) -> None:
        """Where *Sound* finds no room of its own it is the first thing in ⋯."""
        if self.sound.isHidden() and self.isVisible():
            more, first = self.more.menu(), self.more.menu().actions()
            self._menus[0].setTitle(tr("Sound"))
            if first:
                more.insertMenu(first[0], self._menus[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold more words, or fewer."""
        super().resizeEvent(event)
        self.name_buttons(waits=self._state[0], eased=self._state[1])

    def tell_time(self, passed: float, left: float) -> None:
        """How far the planned time is: `passed` 0–1 and seconds left."""
        self._passed = passed
        self.left.setText("" if self._brief else left_in_words(left))
        self.update(QRect(0, 0, self.width(), LINE_H))

    def appear(self) -> None:
        """Come (or stay a while longer)."""
        if self.isHidden():
            self.show()
            self.raise_()
            self.shown_changed.emit(True)
        self._fade_to(1.0, FADE_IN_MS)
        self._going.start()

    def pin(self, pinned: bool) -> None:
        """Stay for as long as the session waits for a word."""
        if pinned == self._pinned:
            return
        self._pinned = pinned
        if pinned:
            self.appear()
        elif self.isVisible():
            self._going.start()

    def vanish(self) -> None:
        """Go at once."""
        self._pinned = False
        self._going.stop()
        self._fade.stop()
        self._effect.setOpacity(0.0)
        self._faded()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button that gets the focus brings the row; up and down are the volume's there, too."""
        if event.type() == QEvent.Type.FocusIn:
            self.appear()
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # type: ignore[attr-defined]
            QCoreApplication.sendEvent(self.window(), event)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The thin line of time passed."""
        painter = QPainter(self)
        colour = self._palette.quiet
        painter.setOpacity(0.25)
        painter.fillRect(0, 0, self.width(), LINE_H, colour)
        painter.setOpacity(0.8)
        passed = round(self.width() * self._passed)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - passed if mirrored else 0, 0, passed, LINE_H, colour)

    def _let_go(self) -> None:
        inside = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        focused = any(button.hasFocus() for button in self._buttons())
        if self._pinned or inside or focused or any(menu.isVisible() for menu in self._menus):
            self._going.start()
        else:
            self._fade_to(0.0, FADE_OUT_MS)

    def _fade_to(self, opacity: float, milliseconds: int) -> None:
        if self._fade.state() == QPropertyAnimation.State.Running and self._fade.endValue() == opacity:
            return
        self._fade.stop()
        if self._effect.opacity() == opacity:
            self._faded()
            return
        self._fade.setDuration(milliseconds)
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _faded(self) -> None:
        # At full opacity the effect would only cost a picture in between.
        self._effect.setEnabled(self._effect.opacity() < 1.0)
        if self._effect.opacity() == 0.0 and not self.isHidden():
            self.hide()
            self.shown_changed.emit(False)
