"""The approved pictures: what each shows, how it is made, and how near another must come to it.

`python -m tests.visuals.album` makes them all anew; look at each before keeping it.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from kindtimer.core.breath import Phase
from kindtimer.core.moment import Moment
from kindtimer.core.words import ARRIVING, GROUNDING, SOFTER, WAITING
from kindtimer.visuals.breath_view import BreathView
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK, Palette
from kindtimer.visuals.scenes import SCENES
from tests.fakes import ManualClock
from tests.visuals.pictures import APPROVED, breathing, pixels, unpaced

SIZE = (220, 280)
STEP = 24
"""A pixel that differs by more than this is a different one."""


@dataclass(frozen=True)
class Plate:
    """One picture of the album."""

    moment: Moment
    palette: Palette = DUSK
    scene: str = "flower"
    seed: int = 11
    still: bool = False
    light: float = 1.0
    said: str = ""
    grounding: bool = False
    text_scale: float = 1.0


PLATES: Mapping[str, Plate] = {
    "seed": Plate(breathing(Phase.IN, 0.0, bloom=0.0, line=ARRIVING[0])),
    "opening": Plate(breathing(Phase.IN, 0.5, bloom=0.5, line=ARRIVING[0])),
    "in": Plate(breathing(Phase.IN, 0.5, line="in", second=SOFTER)),
    "hold": Plate(breathing(Phase.HOLD, 0.5, line="stay")),
    "out-dawn": Plate(breathing(Phase.OUT, 0.4, line="out"), DAWN, seed=3),
    "rest-contrast": Plate(breathing(Phase.REST, 0.5, line="rest"), CONTRAST, seed=20),
    "unpaced-large-text": Plate(unpaced(line="Breathe your own way."), seed=28, text_scale=2.0),
    "paused": Plate(breathing(Phase.OUT, 0.4), light=0.4, said=WAITING),
    "still": Plate(breathing(Phase.OUT, 0.4), still=True),
    "ground": Plate(breathing(Phase.OUT, 0.4), grounding=True),
    "words-in": Plate(breathing(Phase.IN, 0.5), scene="words"),
    "words-out-dawn": Plate(breathing(Phase.OUT, 0.5), DAWN, scene="words"),
}


def develop(plate: Plate) -> QImage:
    """The picture as the view paints it now."""
    clock = ManualClock()
    view = BreathView(clock)
    view.resize(*SIZE)
    view.set_palette(plate.palette)
    view.set_scene(SCENES[plate.scene])
    view.set_shape(FlowerShape.grown(plate.seed))
    view.set_still(plate.still)
    view.set_text_scale(plate.text_scale)
    view.follow(lambda _now: plate.moment)
    view.set_light(plate.light)
    view.say(plate.said)
    view.set_grounding(GROUNDING if plate.grounding else None)
    clock.step(1.0)
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def apart(one: QImage, other: QImage) -> tuple[float, float]:
    """Mean difference in steps of 1/255, and the share of bytes that differ by more than STEP."""
    ours, theirs = pixels(one), pixels(other)
    differences = [abs(a - b) for a, b in zip(ours, theirs, strict=True)]
    return sum(differences) / len(differences), sum(d > STEP for d in differences) / len(differences)


def pin_font(app: QApplication) -> None:
    """The one font that pictures are compared in."""
    font = QFont("DejaVu Sans")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)


if __name__ == "__main__":
    running = QApplication(sys.argv)
    pin_font(running)
    for name, shown in PLATES.items():
        develop(shown).save(str(APPROVED / f"{name}.png"))
