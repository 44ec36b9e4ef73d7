"""Offer card: one kind minute is offered, in the corner, for half a minute. It never has the keyboard.

`App` makes it when the first offer comes, shows it what `PromptGuide` announces and connects what is
answered. It stays while the pointer is on it; then the bud in the tray stays. Where no window can be placed
a notification is shown instead of it. Main thread.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QCursor,
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.offer import CARD_STAYS, Invitation
from kindtimer.core.offer_lines import ASKS
from kindtimer.core.offer_replies import Reply
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.appearance import Look
from kindtimer.ui.dress import Dress, dress_up
from kindtimer.ui.offer_answers import OfferAnswers
from kindtimer.ui.offer_fade import OfferFade
from kindtimer.ui.offer_line import OfferLine
from kindtimer.ui.offer_paper import OfferPaper, round_region
from kindtimer.ui.placing import FROM_CORNER, screen_with_pointer, text_scale
from kindtimer.ui.work_area import WorkArea, work_area
from kindtimer.visuals.breath_accessible import install_accessible
from kindtimer.visuals.measures import CARD_ABOVE, CARD_CORNER, CARD_EDGE, CARD_WIDE, GRID

STAYS_MS = round(CARD_STAYS.total_seconds() * 1000)
LEAST_MS = 5_000
"""So long it stays, and at the least after the pointer has left it."""

FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowStaysOnTopHint
)
NOWHERE = QPoint(-1, -1)

FITS = (
    (False, False),
    (True, False),
    (False, True),
    (True, True),
)
"""Ways to lay it out where there is less and less room: with narrow edges; without what is said while the
other answers are unfolded. In the small type it is only where it fills the whole height."""


def spoken(invitation: Invitation) -> str:
    """What a screen reader says when it comes: the card itself can never have the keyboard."""
    asked = [tr(ASKS)] if invitation.asks else []
    return " ".join([invitation.words, *asked, tr("“Take the minute” in the menu of the seed takes it.")])


class OfferCard(QWidget):
    """The one card. Each of its answers is announced once; then, or when its time is over, it goes."""

    answered = Signal(object)
    """The Reply that was pressed."""

    spoken_role = QAccessible.Role.Window

    def __init__(
        self,
        assets: Path,
        composited: Callable[[], bool],
        area: Callable[[QScreen], QRect] = work_area,
        unlist: Callable[[int], object] = lambda _window: None,
        stays_ms: int = STAYS_MS,
        least_ms: int = LEAST_MS,
    ) -> None:
        """`composited` says whether windows may be see-through now, `area` what a screen leaves to them.

        `unlist` keeps the window of that native id, which is about to be shown, out of panels.
        """
        super().__init__()
        install_accessible()
        self.setWindowFlags(FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # Known as that, no panel lists it and no desktop hides it with the other windows.
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setWindowTitle("KindTimer")
        self._assets, self._composited, self._area, self._unlist = assets, composited, area, unlist
        self._stays_ms, self._least_ms = stays_ms, least_ms
        self._look: Look | None = None
        self._dress: Dress | None = None
        self._soft = False
        self._open = self._held = self._answering = False
        self._rested_at = NOWHERE
        # Where it is to stand. A window manager that takes it in hand may have Qt believe it is elsewhere.
        self._screen: QScreen | None = None
        self._paper = OfferPaper()
        self.line = OfferLine()
        self.answers = OfferAnswers()
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self.line, 1)
        self._column.addWidget(self.answers)
        self._fade = OfferFade(self._put_opacity, self._gone, self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.go)
        self._left_ms = 0
        self._work_area = WorkArea(self)
        self._work_area.changed.connect(self._stand_anew)
        self.answers.answered.connect(self._answer)
        self.answers.folded.connect(self._follow_fold)

    # --- coming and going -------------------------------------------------------------------------

    def show_invitation(self, invitation: Invitation, look: Look) -> None:
        """Come, on the screen where the person is; one that stands there already says this instead."""
        self._open = True
        self._held = False
        self._look = look
        if not self.isVisible():
            self._be_soft(self._composited())
        self.line.say(invitation.words)
        self.answers.fold()
        self.answers.offer(invitation.practice)
        self.answers.ask(invitation.asks)
        self._rested_at = QCursor.pos()
        self._stand(screen_with_pointer())
        self._fade.come(softly=self._fades)
        if not self.isVisible():
            self._unlist(int(self.winId()))
        self.show()
        self.raise_()
        self._work_area.follow()
        self._timer.start(self._stays_ms)
        speak_politely(self, spoken(invitation))

    def go(self) -> None:
        """Go. Nothing of it can be answered from now on."""
        self._open = False
        self._timer.stop()
        if self._answering:
            return  # until what was answered is done: a session opens out of what is seen there
        if self.isVisible():
            self.raise_()  # over the session that was opened where it stands
            self._fade.leave(softly=self._fades)

    def wear(self, look: Look) -> None:
        """Colours and movement, from now on."""
        self._look = look
        self._stand_anew()

    def stay_on_screens(self, screens: Sequence[QScreen]) -> None:
        """Screens came or went: stand on one that is there."""
        if self.isVisible() and screens:
            self._stand(self._screen if self._screen in screens else screens[0])

    @property
    def _fades(self) -> bool:
        return self._soft and self._look is not None and not self._look.still

    def _be_soft(self, soft: bool) -> None:
        """Be see-through where it is not painted, or not: another kind of window on X11.

        Without a compositor a window manager shows the place of a see-through one in black as it goes.
        """
        if soft != self._soft:
            self._soft = soft
            self.destroy()
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, soft)
            self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground, soft)

    def _put_opacity(self, opacity: float) -> None:
        # A window that is never seen through is not told so: some platforms cannot, and say it.
        if self._soft:
            self.setWindowOpacity(opacity)

    def _gone(self) -> None:
        self.hide()
        self._paper.forget()

    # --- what the person does -----------------------------------------------------------------------

    def _answer(self, reply: Reply) -> None:
        if not self._open:
            return  # on its way out; once is enough
        self._open, self._answering = False, True
        self._timer.stop()
        try:
            self.answered.emit(reply)
        finally:
            self._answering = False
        if not self._open:  # unless another one has come by that
            self.go()

    def _follow_fold(self) -> None:
        """The others came or went: stand there anew, with time to read them."""
        if self._open and not self._held:
            self._timer.start(self._stays_ms)
        self._stand_anew()

    def _hold(self) -> None:
        """The pointer is on it: it stays."""
        if self._open and not self._held:
            self._held = True
            self._left_ms = max(self._timer.remainingTime(), self._least_ms)
            self._timer.stop()

    def _let_go(self) -> None:
        self._rested_at = NOWHERE
        if self._open and self._held:
            self._held = False
            self._timer.start(self._left_ms)

    def enterEvent(self, event: QEnterEvent) -> None:
        """A pointer that comes holds it; one that rested where it came up does not."""
        if event.globalPosition().toPoint() != self._rested_at:
            self._hold()
        super().enterEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The one that rested there moves."""
        if event.globalPosition().toPoint() != self._rested_at:
            self._hold()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """It has what is left of its time, and enough of it."""
        self._let_go()
        super().leaveEvent(event)

    # --- where it stands, how it looks ----------------------------------------------------------------

    def _stand_anew(self) -> None:
        if self.isVisible():
            self._stand(self._screen if self._screen in QGuiApplication.screens() else screen_with_pointer())

    def _stand(self, screen: QScreen | None) -> None:
        if screen is None:
            return
        self._screen = screen
        self.setScreen(screen)
        self._dress_anew(screen)
        place = self._place(self._area(screen))
        self.setGeometry(place)
        self._column.activate()
        if self._soft:
            self.clearMask()
        else:
            self.setMask(round_region(place.size(), CARD_CORNER))
        self.update()

    def _dress_anew(self, screen: QScreen) -> None:
        assert self._look is not None
        dress = Dress(self._look, text_scale(self.font(), screen), screen.devicePixelRatio(), self._assets)
        if dress != self._dress:
            self._dress = dress
            dress_up(self, dress)

    def _place(self, area: QRect) -> QRect:
        """In the lower right corner, as high as its words.

        The room around it goes only where it must: above it first, then below; beside it on a narrow screen.
        """
        assert self._dress is not None
        beside = FROM_CORNER if area.width() - 2 * FROM_CORNER >= CARD_WIDE else 0
        wide = min(self._dress.px(CARD_WIDE), area.width() - 2 * beside)
        below, high = self._fitted(wide, area.height())
        return QRect(area.right() + 1 - beside - wide, area.bottom() + 1 - below - high, wide, high)

    def _fitted(self, wide: int, room: int) -> tuple[int, int]:
        """Lay it out for so much height, and say what is left below it and how high it is."""
        for above, below in ((FROM_CORNER, FROM_CORNER), (0, FROM_CORNER), (0, 0)):
            for tight, bare in FITS:
                high = self._laid(wide, tight=tight, bare=bare, small=False)
                if high <= room - above - below:
                    return below, high
        return 0, min(self._laid(wide, tight=True, bare=True, small=True), room)

    def _laid(self, wide: int, *, tight: bool, bare: bool, small: bool) -> int:
        """Lay it out and say how high it is.

        `tight` has narrow edges, `bare` leaves out what is said while the others are unfolded.
        """
        assert self._dress is not None
        dress = self._dress
        edge, above = (GRID, GRID) if tight else (dress.px(CARD_EDGE), dress.px(CARD_ABOVE))
        alone = bare and not self.answers.is_folded
        self.line.setVisible(not alone)
        self.line.be_small(small)
        self.answers.hold_still(alone)
        self._column.setContentsMargins(edge, above, edge, above)
        self._column.setSpacing(above)
        self.answers.fit(wide - 2 * edge, above)
        self._column.invalidate()
        return self._column.totalHeightForWidth(wide)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, or a screen of another density."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._stand_anew()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window manager that closes it lets it pass."""
        event.accept()
        if self._open:
            self.go()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card itself."""
        if self._dress is None:
            return
        painter = QPainter(self)
        bud = self.line.mapTo(self, self.line.bud) if self.line.isVisible() else None
        self._paper.paint(painter, self.rect(), bud, self._dress, soft=self._soft)
        painter.end()
