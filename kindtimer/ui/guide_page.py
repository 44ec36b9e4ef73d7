"""Guide: what there is, what is known about it with its limits, and what is never done. Offline, searchable.

Topics open in place, one row each; what is typed above narrows them to the paragraphs that hold it. A
topic's texts are built when it is first opened. What it says is in `assets/guide.toml`.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kindtimer.core.guide_topic import Found, Part, Topic, found, spoken
from kindtimer.core.pattern import Pattern
from kindtimer.core.words import tr
from kindtimer.ui.announcer import speak_politely
from kindtimer.ui.buttons import BARE, Button, named
from kindtimer.ui.dress import Dress, Wearer, dress_parts
from kindtimer.ui.page import Page, emptied
from kindtimer.ui.row_button import RowButton
from kindtimer.ui.texts import PART, PLAIN, QUIET, Text
from kindtimer.visuals.measures import (
    CORNER,
    FOCUS_RING,
    GRID,
    GUIDE_BESIDE,
    ICON,
    LINE_LETTERS,
    SMALL_TYPE,
)

MEASURE = LINE_LETTERS * SMALL_TYPE * 0.55
"""Width of a paragraph's line at 100 %: a letter is about half as wide as high, in most languages."""


class Prose(Text):
    """Words that can be marked with the pointer, and copied."""

    def __init__(self, words: str, kind: str = PLAIN) -> None:
        super().__init__(words, kind)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def mark(self, words: Sequence[str]) -> None:
        """Mark the first of these words that stands here."""
        held = self.text().casefold()
        for word in words:
            if len(held) == len(self.text()) and (at := held.find(word)) >= 0:
                self.setSelection(at, len(word))
                return


class Passage(QFrame, Wearer):
    """One part of a topic. It can have the keyboard, so that one can read on with Tab and the arrow keys."""

    def __init__(self, part: Part, words: Sequence[str] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "passage")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words = words
        self._laid: tuple[object, ...] = ()
        self._scale = 1.0
        edge = 2 * GRID - FOCUS_RING
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, GRID, edge, GRID)
        column.setSpacing(GRID + GRID // 2)
        said = list(part.text)
        if part.title:
            column.addWidget(Text(part.title, PART))
        self._texts = self._column([self._prose(paragraph) for paragraph in part.text])
        column.addLayout(self._texts)
        self._rows = [(self._prose(row.name), self._prose(row.told, QUIET)) for row in part.rows]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        if self._rows:
            column.addLayout(self._grid)
            said += [f"{row.name}: {row.told}" for row in part.rows]
        source = tr("Source: {source}", source=part.source) if part.source else ""
        limits = [self._prose(part.told)] if part.told else []
        self._limits = self._column(limits + ([self._prose(source, QUIET)] if source else []))
        column.addLayout(self._limits)
        said += [line for line in (part.told, source) if line]
        self.setAccessibleName(part.title or said[0])
        self.setAccessibleDescription("\n".join(said if part.title else said[1:]))
        self._place()

    def _prose(self, text: str, kind: str = PLAIN) -> Prose:
        prose = Prose(text, kind)
        prose.mark(self._words)
        return prose

    def _column(self, texts: Sequence[Prose]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for text in texts:
            column.addWidget(text)
        return column

    def wear(self, dress: Dress) -> None:
        """How wide lines and columns are at this text size."""
        self._scale = dress.scale
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of at most sixty letters; names and what is told of them side by side where they fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        across = self.width() >= round(GUIDE_BESIDE * self._scale)
        spare = max(0, self.width() - 4 * GRID - round(MEASURE * self._scale))
        wanted = (mirrored, across, spare)
        if wanted == self._laid:
            return
        self._laid = wanted
        for column in (self._texts, self._limits):
            column.setContentsMargins(spare if mirrored else 0, 0, 0 if mirrored else spare, 0)
        while self._grid.takeAt(0) is not None:
            pass
        for index, (name, told) in enumerate(self._rows):
            if across:
                self._grid.addWidget(name, 3 * index, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(told, 3 * index, 1, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(name, 3 * index, 0, 1, 2)
                self._grid.addWidget(told, 3 * index + 1, 0, 1, 2)
            if index + 1 < len(self._rows):
                self._grid.setRowMinimumHeight(3 * index + 2, GRID + GRID // 2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)


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
        self.whole.hide()  # it goes with the panel, wherever it stands
        self._built: tuple[Part, ...] = ()
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
        """All of it."""
        had_focus = self.whole.hasFocus()
        self._show(self.topic.parts, ())
        if had_focus:
            self.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, one: Found, words: Sequence[str]) -> None:
        """What was found in it, the words marked; closed where only its title holds them."""
        if one.parts:
            self._show(one.parts, tuple(words))
        else:
            self.close_up()

    def close_up(self) -> None:
        """The row alone."""
        self.inner.hide()
        self.row.tell(shown=False)

    def _show(self, parts: tuple[Part, ...], words: tuple[str, ...]) -> None:
        if (parts, words) != (self._built, self._words):
            # Shown as a whole: each passage on its own would lay the page out anew.
            self.inner.hide()
            self._passages.removeWidget(self.whole)
            self.whole.setParent(self)
            emptied(self._passages)
            before: QWidget = self.row
            for part in parts:
                passage = Passage(part, words)
                self._passages.addWidget(passage)
                # What is built late stands last for the Tab key, unless it is told.
                QWidget.setTabOrder(before, passage)
                before = passage
            self._passages.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeading)
            QWidget.setTabOrder(before, self.whole)
            self._built, self._words = parts, words
            self._page.dress_new(self.inner)
        self.whole.setVisible(parts != self.topic.parts)
        self.inner.show()
        self.row.tell(shown=True)


class GuidePage(Page):
    """The field to search in, and the topics."""

    def __init__(self, topics: Sequence[Topic], patterns: Mapping[str, Pattern]) -> None:
        super().__init__(tr("Guide"))
        self.topics = spoken(topics, patterns)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search in the guide"))
        self.search.setAccessibleName(tr("Search in the guide"))
        self.search.setMaxLength(200)
        self.search.textChanged.connect(self._find)
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

    def first_to_focus(self) -> QWidget:
        """The field: what is typed is found."""
        return self.search

    def show_topic(self, name: str) -> None:
        """Open one topic, by its id, and bring it to the top; one that is not there changes nothing."""
        panel = self.panels.get(name)
        if panel is None:
            return
        self._clear()
        panel.show_whole()
        panel.row.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once the layout knows how high everything is.
        QTimer.singleShot(0, panel, lambda: self._bring_up(panel))

    def dress_new(self, part: QWidget) -> None:
        """Tell a part that was built now how to look."""
        if self._dress is not None:
            dress_parts(part, self._dress)

    def _bring_up(self, panel: TopicPanel) -> None:
        top = panel.mapTo(self.body, panel.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - 2 * GRID))

    def _clear(self) -> None:
        if self.clear.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.clear()

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
                panel.hide()
        self._held_topics.show()
        empty = bool(words) and not hits
        self.nothing.setVisible(empty)
        self.nothing.setText(tr("Nothing here holds these words. A shorter word may.") if empty else "")
        if empty:
            speak_politely(self, self.nothing.text())
