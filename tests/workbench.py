"""Opens one part alone, with a slider for time: `python -m tests.workbench flower` (or `words`).

The slider is the position in a short session; *Play* lets it run. `python -m tests.workbench gallery --out
DIR` writes every page of the home window as pictures. Nothing is kept and nothing sounds.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from kindtimer.core.clock import Clock, SystemClock
from kindtimer.core.moment import Moment
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import CLOSING_AT, QUIET_SECONDS, Breathe, Practice, Rest
from kindtimer.core.settings import Theme
from kindtimer.core.timeline import Timeline
from kindtimer.core.words import ARRIVING, CLOSING, SOFTER
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import palette_for
from kindtimer.visuals.scenes import SCENES

STEP = 0.02
"""Seconds of one step of the slider."""

QUIET = Rest(QUIET_SECONDS, CLOSING[0], CLOSING_AT, closing=True)
WALKS = {
    "ramp": Breathe(Pace(Phases(inhale=4.0, out=6.0), ARRIVAL), 8, ARRIVING, told=SOFTER),
    "sigh": Breathe(Pace(Phases(inhale=2.5, top_up=1.0, out=6.5)), 4),
    "box": Breathe(Pace(Phases(inhale=4.0, hold=4.0, out=4.0, rest=4.0)), 3),
    "4-7-8": Breathe(Pace(Phases(inhale=4.0, hold=7.0, out=8.0)), 3),
}


class Workbench(QWidget):
    """A breath view over a slider. Changes show at once."""

    def __init__(self, scene: str, clock: Clock) -> None:
        super().__init__()
        self.setWindowTitle(f"Workbench: {scene}")
        self._clock = clock
        self._timeline = Timeline.of(Practice("workbench", (WALKS["ramp"], QUIET)))
        self._played_from: tuple[float, int] | None = None
        self.view = BreathView(clock, self)
        self.view.set_scene(SCENES[scene])
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.walk = _choice(list(WALKS), self._take_walk)
        theme = _choice([one.value for one in Theme if one is not Theme.SYSTEM], self._wear)
        flower = QSlider(Qt.Orientation.Horizontal)
        flower.setMaximum(500)
        flower.valueChanged.connect(lambda number: self.view.set_shape(FlowerShape.grown(number)))
        still = QCheckBox("Still")
        still.toggled.connect(self.view.set_still)
        play = QPushButton("Play")
        play.setCheckable(True)
        play.toggled.connect(self._play)
        self._told = QLabel()
        self._told.setMinimumWidth(320)
        self._running = QTimer(self, interval=16)
        self._running.timeout.connect(self._run)
        self.slider.valueChanged.connect(self._tell)
        row = QHBoxLayout()
        for widget in (play, self.walk, theme, still, QLabel("Flower"), flower, self._told):
            row.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.slider)
        rows.addLayout(row)
        self._take_walk("ramp")

    def moment(self, _now: float = 0.0) -> Moment:
        """The moment the slider stands at, whatever the time."""
        return self._timeline.at(self.slider.value() * STEP)

    def _take_walk(self, name: str) -> None:
        self._timeline = Timeline.of(Practice("workbench", (WALKS[name], QUIET)))
        self.slider.setRange(0, round(self._timeline.duration / STEP))
        self.slider.setValue(0)
        self._tell()

    def _wear(self, theme: str) -> None:
        self.view.set_palette(palette_for(Theme(theme), True, False))

    def _play(self, on: bool) -> None:
        self._played_from = (self._clock.now(), self.slider.value()) if on else None
        self._running.start() if on else self._running.stop()

    def _run(self) -> None:
        if self._played_from is not None:
            since, at = self._played_from
            self.slider.setValue(at + round((self._clock.now() - since) / STEP))

    def _tell(self) -> None:
        self.view.follow(self.moment)
        moment = self.moment()
        breath = moment.breath
        phase = f"{breath.phase} {breath.progress:.2f} open {breath.openness:.3f}" if breath else "unpaced"
        self._told.setText(
            f"{moment.position:6.2f} s · {phase} · bloom {moment.bloom:.2f} · cue {moment.cue:.2f}"
        )


def _choice(names: Sequence[str], chosen: Callable[[str], None]) -> QComboBox:
    box = QComboBox()
    box.addItems(names)
    box.currentTextChanged.connect(chosen)
    return box


def _gallery(argv: Sequence[str]) -> int:
    typed = argparse.ArgumentParser(prog="python -m tests.workbench gallery")
    typed.add_argument("--out", type=Path, required=True)
    typed.add_argument("--only", default="", help="a part of the pictures' names")
    asked = typed.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_FONT_DPI"] = "96"
    application = QApplication([])
    application.setStyle("Fusion")
    from tests.gallery import hang

    return 0 if hang(asked.out, asked.only) else 1


def main(argv: Sequence[str]) -> int:
    """Open what was named; 2 where there is no such part."""
    if argv and argv[0] == "gallery":
        return _gallery(argv[1:])
    if len(argv) != 1 or argv[0] not in SCENES:
        sys.stderr.write(f"python -m tests.workbench NAME, one of: {', '.join(SCENES)}, gallery\n")
        return 2
    application = QApplication([])
    bench = Workbench(argv[0], SystemClock())
    bench.resize(1100, 820)
    bench.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
