"""Guide: what there is, what is known about it with its limits, and what is never done. Offline, searchable.

Topics open in place, one row each; what is typed above narrows them to the paragraphs that hold it. A
topic's texts are built when it is first opened. What it says is in `assets/guide.toml`.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kindtimer.core.guide_topic import Found, Part, Topic, found, spoken
from kindtimer.core.pattern import Pattern
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.dress import Dress, dress_parts
from kindtimer.ui.guide_passage import Passage
from kindtimer.ui.page import Page
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.search_field import PAUSE_MS, SearchField
from kindtimer.ui.texts import QUIET, Text
from kindtimer.visuals.measures import CORNER, GRID, ICON


class TopicRow(RowButton):
    """A topic's name, with a sign at the far end that says it opens here."""

    def __init__(self, topic: Topic, opened: "TopicPanel") -> None:
        super().__init__(topic.title, topic.told, lambda: opened.turn())
        self._topic = topic
        self._sign = QLabel(self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dress: Dress | None = None
        self._open = False

    def tell(self, shown: bool) -> None:
        """It is open now, or closed."""
        self._open = shown
        told = self._topic.told
        words = tr("Open. {told}", told=told) if shown else tr("Closed. {told}", told=told)
        self.setAccessibleDescription(words)
        self._show_sign()

    def wear(self, dress: Dress) -> None:
        """The sign in the colour of quiet text."""
        super().wear(dress)
        self._dress = dress
        self._show_sign()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sign keeps to the far end."""
        super().resizeEvent(event)
        self._place_sign()

    def _show_sign(self) -> None:
        if self._dress is None:
            return
        side = self._dress.px(ICON)
        sign = self._dress.icon("down").pixmap(side, side)
        self._sign.setPixmap(sign.transformed(QTransform().rotate(180)) if self._open else sign)
        self._sign.setFixedSize(side, side)
        self._place_sign()

    def _place_sign(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = self._sign.width()
        near, far = 2 * GRID, 3 * GRID + side
        self._column.setContentsMargins(far if mirrored else near, CORNER, near if mirrored else far, CORNER)
        x = near if mirrored else self.width() - near - side
        self._sign.move(x, (self.height() - side) // 2)


class TopicPanel(QWidget):
    """A topic's row and, where it is open, its passages below."""

    def __init__(self, page: "GuidePage", topic: Topic) -> None:
        super().__init__()
        self._page, self.topic = page, topic
        self.row = TopicRow(topic, self)
        self.inner = QWidget()
        self._passages = QVBoxLayout(self.inner)
        self._passages.setContentsMargins(0, GRID, 0, 2 * GRID)
        self._passages.setSpacing(GRID)
        self.whole = Button(tr("All of this topic"), self.show_whole, kind=BARE, parent=self)
        self.whole.hide()
        self._passages.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeading)
        self._built: dict[Part, Passage] = {}
        self._wanted: tuple[Part, ...] = ()
        self._words: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.inner)
        self.inner.hide()
        self.row.tell(shown=False)

    @property
    def is_open(self) -> bool:
        """Whether its passages are to be seen."""
        return self.inner.isVisibleTo(self)

    def turn(self) -> None:
        """Open where it is closed; close where it is open."""
        if self.is_open:
            self.close_up()
        else:
            self.show_whole()

    def show_whole(self) -> None:
        """All of it, at once."""
        had_focus = self.whole.hasFocus()
        self.inner.hide()  # one laying out for all that comes
        self._have(self.topic.parts, ())
        while self.grow():
            pass
        self.inner.show()
        if had_focus:
            self.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, one: Found, words: Sequence[str]) -> None:
        """What was found in it, the words marked; closed where only its title holds them.

        Of its passages those alone that are built already: `grow` builds the others.
        """
        if one.parts:
            self._have(one.parts, tuple(words))
            self.inner.show()
        else:
            self.close_up()

    def close_up(self) -> None:
        """The row alone."""
        self._wanted = ()
        self.inner.hide()
        self.row.tell(shown=False)

    @property
    def lacks(self) -> bool:
        """Whether a passage of what was found is not there so far."""
        return not self._built.keys() >= set(self._wanted)

    def grow(self) -> bool:
        """Build the next passage that is not there so far; whether there was one."""
        for place, part in enumerate(self._wanted):
            if part not in self._built:
                self._built[part] = passage = Passage(part, self._words)
                passage.resize(self._page.held.width(), passage.height())
                self._passages.insertWidget(place, passage)
                self._page.dress_new(passage)
                passage.stand_whole()
                # What is built late stands last for the Tab key, unless it is told.
                QWidget.setTabOrder(self._built[self._wanted[place - 1]] if place else self.row, passage)
                return True
        return False

    def _have(self, parts: tuple[Part, ...], words: tuple[str, ...]) -> None:
        """Be open for these parts; what stood here of others goes."""
        self._wanted, self._words = parts, words
        for part in [part for part in self._built if part not in parts]:
            passage = self._built.pop(part)
            passage.hide()
            self._passages.removeWidget(passage)
            passage.deleteLater()
        for passage in self._built.values():
            passage.mark(words)
        self.whole.setVisible(parts != self.topic.parts)
        self.row.tell(shown=True)


class GuidePage(Page):
    """The field to search in, and the topics."""

    def __init__(self, topics: Sequence[Topic], patterns: Mapping[str, Pattern]) -> None:
        super().__init__(tr("Guide"))
        self.topics = spoken(topics, patterns)
        self.search = SearchField(tr("Search in the guide"), self._find)
        self.clear = named(
            Button(tr("Clear"), self._clear, kind=BARE), tr("Clear the search"), tr("All topics are shown.")
        )
        self.clear.hide()
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.search, 1)
        line.addWidget(self.clear)
        self.column.addLayout(line)
        self.nothing = Text("", QUIET)
        self.nothing.hide()
        self.column.addWidget(self.nothing)
        self._held_topics = QWidget()
        listed = QVBoxLayout(self._held_topics)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(GRID)
        self.column.addWidget(self._held_topics)
        self.panels = {topic.id: TopicPanel(self, topic) for topic in self.topics}
        for panel in self.panels.values():
            listed.addWidget(panel)
        self._growing = QTimer(self)
        self._growing.timeout.connect(self._grow)

    @property
    def all_there(self) -> bool:
        """Whether all that was found stands here."""
        return not self._growing.isActive()

    def opened(self) -> None:
        """An earlier search is over; what was opened by hand stays open."""
        self.search.clear()

    def first_to_focus(self) -> QWidget:
        """The field: what is typed is found."""
        return self.search

    def dress_new(self, part: QWidget) -> None:
        """Tell a part that was built now how to look."""
        if self._dress is not None:
            dress_parts(part, self._dress)

    def _clear(self) -> None:
        if self.clear.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.clear()

    def _grow(self) -> None:
        """One more passage of what was found, from the top on: whoever types on need not wait for all."""
        self._growing.setInterval(0)
        if not any(panel.grow() for panel in self.panels.values()):
            self._growing.stop()

    def _find(self, asked: str) -> None:
        words = asked.casefold().split()
        self.clear.setVisible(bool(words))
        hits = {one.topic.id: one for one in found(self.topics, asked)}
        self._held_topics.hide()  # one laying out for all that changes
        for name, panel in self.panels.items():
            if not words:
                panel.show()
                panel.close_up()
            elif name in hits:
                panel.show()
                panel.show_found(hits[name], words)
            else:
                panel.close_up()
                panel.hide()
        self._held_topics.show()
        if any(panel.lacks for panel in self.panels.values()):
            self._growing.start(PAUSE_MS)
        else:
            self._growing.stop()
        empty = bool(words) and not hits
        self.nothing.setVisible(empty)
        self.nothing.setText(tr("Nothing here holds these words. A shorter word may.") if empty else "")
        if empty:
            speak_politely(self, self.nothing.text())
