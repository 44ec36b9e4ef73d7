"""Sidebar: the places of the home window: a list beside the page, a rail, or a bar above it.

Three forms of the same few buttons (screens, *Home*): names beside their drawing where there is room,
under it in a narrower window, and behind one button at large type. Main thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kindtimer.core.words import tr
from kindtimer.ui.brand import Brand
from kindtimer.ui.dress import Dress, Wearer
from kindtimer.ui.page import Page, emptied
from kindtimer.ui.place_button import PlaceButton, PlacesButton, RailButton, fit_out
from kindtimer.visuals.measures import (
    BAR,
    GRID,
    ICON,
    LARGE_TYPE_FROM,
    PLACES_TOP,
    RAIL,
    ROOM_BESIDE,
    ROOM_FOR_LIST,
    ROOM_FOR_RAIL,
    ROW,
    SIDEBAR,
    TARGET,
    UNBOUNDED,
)


class Form(StrEnum):
    """How the places stand."""

    LIST = "list"
    RAIL = "rail"
    BAR = "bar"


@dataclass(frozen=True)
class Place:
    """One place: its name, its drawing, how its page is made, and whether it stands at the foot.

    `listed` false is for a page that is reached from another one; one that is part of a listed place is
    `within` it, and that one stays marked. On an `undisturbed` one only what matters
    there is to be seen. `beside` says a few quiet words that stand with its name, as they are now; they may
    be others whenever one of `beside_changes`, which are signals, is announced.
    """

    id: str
    words: str
    drawing: str
    make: Callable[[], Page]
    foot: bool = False
    strong: bool = False
    listed: bool = True
    undisturbed: bool = False
    beside: Callable[[], str] | None = None
    beside_changes: Sequence[Any] = ()
    within: str = ""


def form_for(width: int, height: int, text_scale: float) -> Form:
    """The form that a window of this size has room for, at this text size."""
    room = width / text_scale
    if room < ROOM_FOR_RAIL or height / text_scale < ROOM_BESIDE:
        return Form.BAR
    return Form.RAIL if room < ROOM_FOR_LIST else Form.LIST


class Sidebar(QWidget, Wearer):
    """The places; `chosen` carries the id of the one that was pressed."""

    chosen = Signal(str)
    spoken_role = QAccessible.Role.PageTabList

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Places"))
        self._all = {place.id: place for place in places}
        self._places = [place for place in places if place.listed]
        self._buttons: dict[str, QAbstractButton] = {}
        self._form = Form.LIST
        self._now = ""
        self._dress: Dress | None = None
        self._menu_button: PlacesButton | None = None
        self._strong: tuple[QPushButton, str] | None = None
        self._rows = QVBoxLayout(self)
        for place in places:
            for signal in place.beside_changes:
                signal.connect(self.look_beside)

    @property
    def form(self) -> Form:
        """How the places stand now."""
        return self._form

    def wear(self, dress: Dress) -> None:
        """Colours and sizes; the buttons are made anew for them."""
        self._dress = dress
        self._build()

    def take_form(self, form: Form) -> None:
        """Stand like this."""
        if form is not self._form:
            self._form = form
            self._build()

    def show_now(self, place: str) -> None:
        """This place is open."""
        self._now = place
        self._name_menu()
        for name, button in self._buttons.items():
            button.setChecked(name == self._marked)

    @property
    def _marked(self) -> str:
        """The listed place that is open, or that holds the page which is."""
        place = self._all.get(self._now)
        return place.within if place is not None and place.within else self._now

    def button(self, place: str) -> QAbstractButton | None:
        """The button of a place, where it stands by itself."""
        return self._buttons.get(place)

    def look_beside(self, *_what: object) -> None:
        """What stands with the names may be something else now."""
        for place in self._places:
            button = self._buttons.get(place.id)
            if place.beside is not None and isinstance(button, PlaceButton | RailButton):
                button.say_beside(place.beside())

    def _build(self) -> None:
        if self._dress is None:
            return
        had_focus = self.isAncestorOf(focused) if (focused := self.window().focusWidget()) else False
        emptied(self._rows)
        self._buttons = {}
        self._menu_button = self._strong = None
        if self._form is Form.BAR:
            self._build_bar(self._dress)
        else:
            self._build_column(self._dress)
        self.show_now(self._now)
        self.look_beside()
        if had_focus and (button := self._buttons.get(self._marked) or self._menu_button):
            button.show()  # what is not seen so far would lose the keyboard with the buttons that go
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- a list, or a rail ------------------------------------------------------------------------

    def _build_column(self, dress: Dress) -> None:
        rail = self._form is Form.RAIL
        wide = max(RAIL, dress.px(RAIL)) if rail else dress.px(SIDEBAR)
        self.setMinimumHeight(0)
        self.setMaximumHeight(UNBOUNDED)
        self.setFixedWidth(wide)
        edge = GRID // 2 if rail else 2 * GRID
        self._rows.setContentsMargins(edge, dress.px(4 * GRID) if rail else 3 * GRID, edge, 3 * GRID)
        self._rows.setSpacing(GRID // 2)
        if not rail:
            brand = Brand()
            brand.wear(dress)
            self._rows.addWidget(brand)
            self._rows.addSpacing(dress.px(PLACES_TOP) - 3 * GRID - brand.sizeHint().height())
        make = self._rail_button if rail else self._list_button
        for place in self._places:
            if not place.foot:
                self._rows.addWidget(make(place, dress))
        self._rows.addStretch(1)
        for place in self._places:
            if place.foot:
                self._rows.addWidget(make(place, dress))

    def _list_button(self, place: Place, dress: Dress) -> PlaceButton:
        button = PlaceButton(f" {place.words}")
        button.setMinimumHeight(max(TARGET, dress.px(TARGET if dress.scale < LARGE_TYPE_FROM else 4 * GRID)))
        self._fit_out(button, place, dress)
        return button

    def _rail_button(self, place: Place, dress: Dress) -> RailButton:
        button = RailButton()
        button.words = place.words
        button.setText(place.words)
        button.setFixedWidth(self.width() - GRID)
        button.setMinimumHeight(dress.px(ROW + GRID // 2))
        self._fit_out(button, place, dress)
        return button

    def _fit_out(self, button: PlaceButton | RailButton, place: Place, dress: Dress) -> None:
        fit_out(button, place.words, place.drawing, dress, strong=place.strong)
        button.clicked.connect(lambda: self._press(place.id))
        self._buttons[place.id] = button

    def _press(self, place: str) -> None:
        self.show_now(self._now)  # a place that is open stays marked, whatever was pressed
        self.chosen.emit(place)

    # --- a bar --------------------------------------------------------------------------------------

    def _build_bar(self, dress: Dress) -> None:
        high = max(BAR, dress.px(TARGET))
        self.setMinimumWidth(0)
        self.setMaximumWidth(UNBOUNDED)
        self.setFixedHeight(high)
        self._rows.setContentsMargins(GRID, 0, GRID, 0)
        row: QBoxLayout = QHBoxLayout()
        row.setSpacing(GRID)
        opens = PlacesButton(tr("Places"), self._fill)
        opens.setIconSize(QSize(dress.px(ICON), dress.px(ICON)))
        self._menu_button = opens
        row.addWidget(opens)
        row.addStretch(1)
        for place in self._places:
            if place.strong:
                button = PlaceButton(place.words)
                self._fit_out(button, place, dress)
                row.addWidget(button)
                self._strong = (button, place.words)
        self._rows.addLayout(row)
        self._name_menu()

    def _name_menu(self) -> None:
        """Name the open place on the bar's button; where both names find no room, drawings stand alone."""
        opens = self._menu_button
        if opens is None:
            return
        place = self._all.get(self._now)
        words = place.words if place else tr("Places")
        opens.setAccessibleName(tr("Places. Now: {place}", place=words))
        opens.setIcon(QIcon())
        if self._dress is not None and place:
            opens.setIcon(self._dress.icon(place.drawing, strong=True))
        button, strong = self._strong if self._strong else (None, "")
        for first, second in ((f" {words} ▾", strong), ("▾", strong), ("▾", "")):
            opens.setText(first)
            wanted = opens.sizeHint().width()
            if button is not None:
                button.setText(second)
                wanted += button.sizeHint().width()
            if wanted + 3 * GRID <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold more words, or fewer."""
        super().resizeEvent(event)
        self._name_menu()

    def _fill(self, menu: QMenu) -> None:
        for place in self._places:
            beside = place.beside() if place.beside is not None else ""
            # What follows a tab stands at the far edge.
            action = menu.addAction(f"{place.words}\t{beside}" if beside else place.words)
            action.setCheckable(True)
            action.setChecked(place.id == self._marked)
            action.triggered.connect(lambda _checked, name=place.id: self.chosen.emit(name))
