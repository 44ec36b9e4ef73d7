"""Choices: one of a few, side by side, each with its words in full. One stop for Tab; arrow keys choose."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindtimer.core.words import tr
from kindtimer.ui.buttons import PILL, Button
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.one_stop import OneStop

T = TypeVar("T")


class Choices(QWidget, Generic[T]):
    """`chosen` is called with the value that was chosen by the person, not by `show_chosen`.

    To a screen reader a named group of radio buttons; each says of what it is a choice, and which one.
    """

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self, name: str, words: Mapping[T, str], now: T, chosen: Callable[[T], object], kind: str = PILL
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        flow = FlowLayout(self)
        self._group = OneStop(self)
        self._buttons: dict[T, Button] = {}
        for number, (value, text) in enumerate(words.items(), 1):
            button = FoldingButton(text, partial(chosen, value), kind=kind)
            told = tr("{name}, {number} of {count}", name=name, number=number, count=len(words))
            button.setAccessibleDescription(told)
            self._group.add(button)
            self._buttons[value] = button
            flow.addWidget(button)
        self.show_chosen(now)

    def show_chosen(self, value: T) -> None:
        """This one is chosen now."""
        button = self._buttons.get(value)
        if button is not None:
            button.setChecked(True)

    def show_none(self) -> None:
        """None of them is chosen: what stands is not among them."""
        self._group.choose_none()

    def button(self, value: T) -> Button:
        """The button of a value."""
        return self._buttons[value]
