"""Painting: what one whole frame costs, offscreen, at two sizes: ground, scene, nothing else.

Openness is swept through in, hold, out, opening and folding, since its cost swings threefold. Each instant
is painted five times and its best taken; the figure is the median over all instants.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator

from kindtimer.core.breath import Breath, Phase, ease, span
from kindtimer.core.moment import NO_LINE, Moment
from tests.bench.figure import Figure

SIZES = {"1920x1080": (1920, 1080, 5.0), "3840x2160": (3840, 2160, 14.0)}
STEPS = 20
RUNS = 5


def figures() -> list[Figure]:
    """Measured in a process of its own, with Qt's pool of painting threads left out as in the program."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_NO_GUI_THREADPOOL": "1"}
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.painting"],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=180,
    ).stdout
    found = []
    for line in told.splitlines():
        name, median, worst = line.split("\t")
        size = name.rsplit(" ", 1)[1]
        reach = SIZES[size][2] if size in SIZES else None
        found.append(Figure(f"painting {name}, median", float(median), "ms", reach))
        found.append(Figure(f"painting {name}, dearest instant", float(worst), "ms"))
    return found


def _measure() -> Iterator[str]:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from kindtimer.core.clock import SystemClock
    from kindtimer.visuals.flower import FlowerShape
    from kindtimer.visuals.ground import make_ground
    from kindtimer.visuals.palette import DUSK
    from kindtimer.visuals.scene import SceneView
    from kindtimer.visuals.scenes import SCENES
    from kindtimer.visuals.stage import Stage

    running = QApplication([])
    clock, shape = SystemClock(), FlowerShape.grown(11)
    for size, (width, height, _) in SIZES.items():
        stage = Stage.for_window(width, height)
        begun = clock.now()
        ground = make_ground(stage, DUSK)
        made = (clock.now() - begun) * 1000.0
        image = QImage(width, height, QImage.Format.Format_RGB32)
        for scene in SCENES.values():
            taken = []
            for moment in _moments():
                view = SceneView(moment, stage, DUSK, shape)
                best = float("inf")
                for _run in range(RUNS):
                    painter = QPainter(image)
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    begun = clock.now()
                    reach: QRect = scene.reach(view)
                    painter.drawPixmap(reach.topLeft(), ground, reach)
                    scene.paint(painter, view)
                    best = min(best, clock.now() - begun)
                    painter.end()
                taken.append(best * 1000.0)
            yield f"{scene.id} {size}\t{statistics.median(taken)}\t{max(taken)}"
        yield f"ground, made once, {size[:4]} wide\t{made}\t{made}"
    del running


def _moments() -> Iterator[Moment]:
    for phase, unfolds in (
        (Phase.IN, False),
        (Phase.HOLD, False),
        (Phase.OUT, False),
        (Phase.IN, True),
        (Phase.OUT, True),
    ):
        for step in range(STEPS + 1):
            progress = step / STEPS
            low, high = span(phase, has_top_up=False)
            openness = low + (high - low) * ease(progress)
            bloom = openness if unfolds else 1.0
            breath = Breath(phase, progress, openness, 4.0, 3)
            yield Moment(10.0, breath, bloom, 1.0, 1.0, NO_LINE, NO_LINE, closing=False)


if __name__ == "__main__":
    for told in _measure():
        print(told)
