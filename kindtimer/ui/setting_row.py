"""Setting row: one setting as it is seen: its name, what it does, its control, what is usual and a way back.

Built from its row of the table alone. It shows what stands and tells what was chosen; whoever made it
changes the settings. Main thread.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindtimer.core.setting import Control, Setting, can_be_kept, for_device
from kindtimer.core.settings import Settings
from kindtimer.core.words import tr
from kindtimer.ui.buttons import BARE, named
from kindtimer.ui.choices import Choices
from kindtimer.ui.flow_layout import FlowLayout
from kindtimer.ui.folding_button import FoldingButton
from kindtimer.ui.long_names import breakable, isolated, shortened
from kindtimer.ui.switch import Switch
from kindtimer.ui.texts import PLAIN, QUIET, Text
from kindtimer.ui.value_slider import ValueSlider
from kindtimer.visuals.measures import GRID

LONGEST_NAME = 60

Chosen = Callable[["SettingRow", Any], object]


class SettingRow(QWidget):
    """One row. `chosen` is called with it and the value the person chose."""

    def __init__(self, setting: Setting, settings: Settings, chosen: Chosen) -> None:
        super().__init__()
        self.setting = setting
        self._settings, self._chosen = settings, chosen
        title, told, usual = tr(setting.title), tr(setting.told), setting.told_value(setting.usual)
        described = tr("{told} Usual: {usual}.", told=told, usual=usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GRID)
        column.setSpacing(GRID // 2)
        self.control = self._made(title, described)
        self.title = Text(title, PLAIN)
        self.usual = Text(tr("Usual: {usual}", usual=usual), QUIET)
        self.told = Text(told, QUIET)
        self.note = Text("", QUIET)
        self.odd = Text("", PLAIN)
        back = FoldingButton(tr("Back to usual"), self._go_back, kind=BARE)
        self.back = named(back, tr("{title}: back to usual", title=title))
        flow = FlowLayout()
        flow.grow(self.control, lambda: self.control.sizeHint().width())
        flow.addWidget(self.back)
        if setting.control is Control.SWITCH:
            self.title.hide()  # a switch says it itself
            column.addLayout(flow)
            column.addWidget(self.told)
            column.addWidget(self.usual)
        else:
            titled = FlowLayout(apart=2 * GRID)
            titled.addWidget(self.title)
            titled.addWidget(self.usual)
            column.addLayout(titled)
            column.addWidget(self.told)
            column.addWidget(self.note)
            column.addLayout(flow)
        if setting.control is Control.SLIDER:
            # Its room stays: a slider that gets shorter moves under the hand that sets it.
            policy = self.back.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.back.setSizePolicy(policy)
        column.addWidget(self.odd)
        self.note.hide()
        self.show_settings(settings)

    def _made(self, title: str, told: str) -> QWidget:
        setting = self.setting
        if setting.control is Control.SLIDER:
            slider = ValueSlider(
                title,
                told,
                lambda number: self.setting.told_value(self.setting.of_number(number)),
                lambda number: self._choose(self.setting.of_number(number)),
                low=setting.low,
                high=setting.high,
                step=setting.step,
                page=setting.page,
            )
            slider.show_number(setting.number(self.value))
            return slider
        if setting.control is Control.SWITCH:
            switch = Switch(title)
            switch.setAccessibleDescription(told)
            switch.toggled.connect(self._choose)
            return switch
        words = {value: tr(name) for value, name in setting.words.items()}
        choices = Choices(title, words, self.value, self._choose)
        choices.setAccessibleDescription(told)
        return choices

    # --- what stands ----------------------------------------------------------------------------------

    @property
    def value(self) -> Any:
        """The value that is shown."""
        return self.setting.value(self._settings)

    @property
    def is_usual(self) -> bool:
        """Whether it is the usual one."""
        return bool(self.value == self.setting.usual)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What has the keyboard in turn."""
        if isinstance(self.control, Choices):
            return [*self.control.findChildren(FoldingButton), self.back]
        return [self.focused, self.back]

    @property
    def focused(self) -> QWidget:
        """What takes the keyboard: the choice that stands, the switch, the slider."""
        if isinstance(self.control, ValueSlider):
            return self.control.slide
        if isinstance(self.control, Choices):
            value = next(iter(self.setting.words)) if self.setting.is_odd(self.value) else self.value
            return self.control.button(value)
        return self.control

    def show_settings(self, settings: Settings) -> None:
        """What stands now, wherever it was changed. The keyboard stays where it is."""
        self._settings = settings
        value, setting = self.value, self.setting
        if isinstance(self.control, ValueSlider):
            self.control.show_number(setting.number(value), setting.told_value(value))
        elif isinstance(self.control, Switch):
            with QSignalBlocker(self.control):
                self.control.setChecked(bool(value))
        elif isinstance(self.control, Choices):
            if setting.is_odd(value):
                self.control.show_none()
            else:
                self.control.show_chosen(value)
        self._tell_odd(value)
        if self.is_usual and self.back.hasFocus():
            self.focused.setFocus(Qt.FocusReason.OtherFocusReason)
        # A device whose time cannot be kept has the usual one.
        self.back.setVisible(not self.is_usual)

    def _tell_odd(self, value: Any) -> None:
        setting = self.setting
        self.odd.setVisible(setting.is_odd(value))
        if value in setting.others:
            self.odd.setText(tr("“{name}” stands here now.", name=tr(setting.others[value])))
        elif setting.is_odd(value):
            name = isolated(breakable(shortened(str(value), LONGEST_NAME)))
            usual = setting.told_value(setting.usual)
            words = tr("“{name}” is not there now, so it goes as usual: {usual}.", name=name, usual=usual)
            self.odd.setText(words)

    def show_device(self, device: str | None) -> bool:
        """For a row of one sound device: which one it is for now; whether there is anything to show."""
        self.setting = for_device(self.setting, device or "")
        self.show_settings(self._settings)
        if not device:
            return False
        name = isolated(breakable(shortened(device, LONGEST_NAME)))
        kept = can_be_kept(device)
        note = tr("Device now: {name}", name=name)
        self.note.setText(
            note if kept else tr("{note}. Its name is too long, so no delay can be kept for it.", note=note)
        )
        self.note.show()
        self.control.setVisible(kept)
        return True

    # --- what is chosen -------------------------------------------------------------------------------

    def _choose(self, value: Any) -> None:
        self._chosen(self, value)

    def _go_back(self) -> None:
        self._chosen(self, self.setting.usual)
