"""The tour: `python -m tests.tour` walks the real program in a virtual desktop and leaves what it saw.

One session of a minute by a click on the tray icon at 1440 × 900, from the seed to the seed, then a glance
at a small screen in light colours. Numbered pictures, the recorded sound and an index stand in build/tour.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from kindtimer.core.breath import Phase
from kindtimer.core.entry import Door
from kindtimer.core.settings import Settings
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import Wish, compose
from kindtimer.store.pattern_store import read_patterns
from tests.bench.watching import first_change
from tests.desktop.deadline import CLOCK, let_pass, wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop
from tests.desktop.program import CLASS, Program

OUT = Path("build/tour")
PATTERNS = Path(__file__).resolve().parents[1] / "assets" / "patterns.toml"
FLOWER = 11


class Tour:
    """Takes pictures of one program and keeps their index."""

    def __init__(self, program: Program, first: int, index: list[str]) -> None:
        """Number pictures from `first` on."""
        self.program = program
        self.desktop = program.desktop
        self.began = 0.0
        self._number = first
        self._index = index

    def picture(self, name: str, shows: str) -> None:
        """Keep the screen as it is now."""
        file = f"{self._number:02d}-{name}.png"
        self.desktop.photograph(OUT / file)
        self._index.append(f"{file:<24} {shows}")
        self._number += 1

    def until(self, position: float) -> None:
        """Wait for this position of the session, where it was never paused."""
        let_pass(max(0.0, self.began + position - CLOCK.now()))

    def click(self) -> None:
        """Click the icon and wait for the first painted picture."""
        x, y = self.desktop.size[0] // 2, round(self.desktop.size[1] * 392 / 900)
        before = self.desktop.screen.around(x, y, 40)
        spot = self.program.icon().centre
        self.began = CLOCK.now()
        self.desktop.hand.click(*spot)
        first_change(self.desktop.screen, before, x, y, 40, 5.0)


def settled(home: Path, **wanted: object) -> Timeline:
    """Write the settings of a home, and give the timeline its first click will walk."""
    home.mkdir(parents=True)
    (home / "settings.json").write_text(
        json.dumps({"flower": FLOWER, "minutes": 1, "welcomed": True, **wanted}), "utf-8"
    )
    settings = replace(Settings(), minutes=1.0)
    return Timeline.of(compose(Wish(Door.TRAY), read_patterns(PATTERNS), settings, ""))


def within(timeline: Timeline, breath: int, phase: Phase, part: float) -> float:
    """The position at which so much of a phase of a breath has passed."""
    segment = timeline.segments[0]
    start, length = next((at, length) for kind, at, length in segment.phases[breath].parts if kind is phase)
    return segment.starts[breath] + start + part * length


def walk(tour: Tour, timeline: Timeline) -> None:
    """From the tray to the record, with every state on the way."""
    hand, program = tour.desktop.hand, tour.program
    program.icon()
    tour.picture("tray", "at rest: the seed among the tray's icons")
    tour.click()
    tour.picture("first-frame", f"{1000 * (CLOCK.now() - tour.began):.0f} ms after the click on the icon")
    tour.until(0.45)
    tour.picture("opening", "the ground comes out of the desktop's own colour, the seed opens")
    tour.until(within(timeline, 0, Phase.IN, 0.75))
    tour.picture("arriving", "first in-breath, first arriving line")
    tour.until(within(timeline, 0, Phase.OUT, 0.5))
    tour.picture("arriving-out", "first out-breath")
    tour.until(within(timeline, 2, Phase.IN, 0.5))
    tour.picture("in-half", "in, at half")
    tour.until(within(timeline, 2, Phase.OUT, 0.03))
    tour.picture("full", "the turn from in to out, wide open")
    tour.until(within(timeline, 2, Phase.OUT, 0.55))
    tour.picture("out-half", "out, at half")
    tour.until(within(timeline, 2, Phase.OUT, 0.97))
    tour.picture("closed", "the turn from out to in")
    width, height = tour.desktop.size
    for step in range(6):
        hand.move(width // 2 + 8 * step, height * 2 // 3)
        let_pass(0.05)
    let_pass(0.4)
    tour.picture("controls", "the pointer was moved: controls, time left, keys")
    hand.move(width // 2, height // 3)
    press_and_show(tour, "g", "too-much", "G: too much?", 0.5)
    press_and_show(tour, "g", "breathing", "G once more: as before", 0.6)
    press_and_show(tour, "space", "paused", "Space: waiting", 0.8)
    hand.press("space")
    press_and_show(tour, "h", "keys", "H: the phase by name, and all keys", 1.5)
    press_and_show(tour, "f", "small", "F: small, in the corner", 1.0)
    hand.press("f")
    let_pass(0.5)
    press_and_show(tour, "s", "words", "S: the scene of words alone", 1.5)
    hand.press("s")
    let_pass(0.3)
    end(tour, timeline)


def press_and_show(tour: Tour, key: str, name: str, shows: str, after: float) -> None:
    """Press a key and keep the screen a moment later."""
    tour.desktop.hand.press(key)
    let_pass(after)
    tour.picture(name, shows)


def end(tour: Tour, timeline: Timeline) -> None:
    """The last breath, the quiet, and the desktop as it was."""
    program = tour.program

    def at(position: float) -> Callable[[], bool]:
        return lambda: (session := program.session()) is None or session["position_s"] >= position

    last = len(timeline.segments[0].phases) - 1
    wait_for(at(within(timeline, last, Phase.OUT, 0.5)), "the last out-breath", deadline=90.0, every=0.1)
    tour.picture("folding", "the last out-breath: the flower folds back into the seed")
    wait_for(at(timeline.planned + 7.0), "the closing line", deadline=20.0, every=0.1)
    tour.picture("closing", "the quiet at the end, with its line")
    program.window_gone(deadline=20.0)
    let_pass(0.5)
    tour.picture("after", "by itself back to the desktop, the editor has the keyboard")


def glance(tour: Tour, timeline: Timeline) -> None:
    """A small screen in light colours: arriving, in, words; then the home window, page by page."""
    hand = tour.desktop.hand
    tour.click()
    tour.until(within(timeline, 0, Phase.IN, 0.9))
    tour.picture("dawn-arriving", "900 × 600, Dawn: the first in-breath")
    tour.until(within(timeline, 1, Phase.OUT, 0.5))
    tour.picture("dawn-out", "second out-breath")
    for step in range(6):
        hand.move(300 + 8 * step, 400)
        let_pass(0.05)
    let_pass(0.4)
    tour.picture("dawn-controls", "controls on a small screen")
    press_and_show(tour, "g", "dawn-too-much", "G: too much?", 0.5)
    hand.press("g")
    press_and_show(tour, "s", "dawn-words", "S: words alone", 1.5)
    hand.press("Escape")
    tour.program.window_gone()
    tour.program.run()
    wait_for(lambda: hand.window(CLASS) is not None, "the home window")
    let_pass(0.8)
    tour.picture("home-today", "a second start: the home window")
    for key, name, shows in (
        ("alt+2", "home-breathe", "Breathe: how the breath goes"),
        ("alt+3", "home-practices", "Practices, on their shelves"),
        ("Return", "home-practice", "one practice: what to know, how long"),
        ("F6", "home-hard", "Something is hard"),
        ("F1", "home-guide", "the guide"),
        ("ctrl+comma", "home-settings", "Settings"),
    ):
        press_and_show(tour, key, name, shows, 0.8)


def main() -> int:
    """Take the tour and say where it stands."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    index: list[str] = []
    with tempfile.TemporaryDirectory() as folder, Desktop((1440, 900)) as desktop:
        desktop.sound.only("plain")
        editor = Editor(desktop.display)
        timeline = settled(Path(folder) / "dusk")
        recording = desktop.record("plain")
        with Program(desktop, Path(folder) / "dusk") as program:
            walk(Tour(program, 1, index), timeline)
        recording.stop()
        recording.save(OUT / "sound.wav")
        heard = recording.heard()
        peak = 20.0 * np.log10(max(1e-9, float(np.abs(heard).max())))
        index.append(
            f"{'sound.wav':<24} what the sink played, {len(heard) / 48_000:.0f} s, peak {peak:.1f} dBFS"
        )
        editor.close()
    with tempfile.TemporaryDirectory() as folder, Desktop((900, 600)) as desktop:
        desktop.sound.only("plain")
        timeline = settled(Path(folder) / "dawn", theme="dawn")
        with Program(desktop, Path(folder) / "dawn") as program:
            glance(Tour(program, 21, index), timeline)
    (OUT / "index.txt").write_text("\n".join(index) + "\n", "utf-8")
    print("\n".join(index))
    print(f"The tour stands in {OUT.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
