"""Latency: from the start to the icon, from the click to the first painted breath and to sound, and out.

The click is a real one on the real icon; the picture is read from the screen's memory each half
millisecond, around the flower's centre; sound is any sample that is not silence in the sink's monitor.
"""

import tempfile
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.watching import first_change, quantile
from tests.desktop.deadline import CLOCK, let_pass, wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import CLASS, Program

STARTS = 5
CLICKS = 20
AROUND = 40
ANY_SOUND = 3 / 32768
REST = 2.0


def _start_to_icon(desktop: Desktop, program: Program) -> float:
    """Start it and wait for a picture in the tray, which is empty before."""
    width, height = desktop.size
    x, y, reach = width - 20, height - 15, 14
    wait_for(lambda: desktop.hand.tray_icon(CLASS) is None, "an empty tray")
    let_pass(0.3)
    before = desktop.screen.around(x, y, reach)
    began = CLOCK.now()
    program.start()
    shown = first_change(desktop.screen, before, x, y, reach, 10.0, step=24)
    program.icon()
    return shown - began


def _one_click(desktop: Desktop, program: Program, spot: tuple[int, int]) -> dict[str, float]:
    """One click, one breath's beginning, one Esc; seconds each."""
    x, y = desktop.size[0] // 2, round(desktop.size[1] * 392 / 900)
    with desktop.record("plain") as recording:
        let_pass(1.2)  # the first recorded second is unreliable
        before = desktop.screen.around(x, y, AROUND)
        began = CLOCK.now()
        desktop.hand.click(*spot)
        painted = first_change(desktop.screen, before, x, y, AROUND, 10.0)
        first = desktop.screen.around(x, y, AROUND)
        moved = first_change(desktop.screen, first, x, y, AROUND, 10.0)
        let_pass(2.0)
        sound = recording.loud_after(began, ANY_SOUND)
        left = CLOCK.now()
        desktop.hand.press("Escape")
        wait_for(lambda: desktop.hand.window(CLASS) is None, "the window goes", every=0.002)
        gone = CLOCK.now()
        let_pass(0.8)
        last = recording.last_loud(ANY_SOUND)
    return {
        "picture": painted - began,
        "moving": moved - began,
        "sound": float("inf") if sound is None else sound - began,
        "gone": gone - left,
        "silent": max(0.0, last - left) if last is not None else 0.0,
    }


def figures() -> list[Figure]:
    """Start, first clicks and further ones."""
    icons: list[float] = []
    firsts: list[dict[str, float]] = []
    later: list[dict[str, float]] = []
    with Desktop() as desktop, tempfile.TemporaryDirectory() as folder:
        desktop.sound.only("plain")
        for start in range(STARTS):
            program = Program(desktop, Path(folder) / str(start))
            try:
                icons.append(_start_to_icon(desktop, program))
                spot = program.icon().centre
                let_pass(REST)
                firsts.append(_one_click(desktop, program, spot))
                for _ in range(CLICKS - 1 if start == STARTS - 1 else 0):
                    let_pass(REST)
                    later.append(_one_click(desktop, program, spot))
            finally:
                program.end()
    pictures = [one["picture"] for one in later]
    return [
        Figure(f"start → tray icon, worst of {STARTS}", max(icons), "s", 0.8),
        Figure(
            f"click → first painted breath, first click, worst of {STARTS}",
            _worst(firsts, "picture"),
            "s",
            0.8,
        ),
        Figure(
            f"click → first painted breath, {len(later)} further, median", quantile(pictures, 0.5), "s", 0.15
        ),
        Figure(
            f"click → first painted breath, {len(later)} further, p95", quantile(pictures, 0.95), "s", 0.3
        ),
        Figure(
            "click → second, different picture, further, p95",
            quantile([o["moving"] for o in later], 0.95),
            "s",
        ),
        Figure("click → sound under its fade, first click, worst", _worst(firsts, "sound"), "s", 0.5),
        Figure("click → sound under its fade, further, worst", _worst(later, "sound"), "s", 0.5),
        Figure("Esc → window gone, worst", _worst([*firsts, *later], "gone"), "s", 0.15),
        Figure("Esc → last sound, worst", _worst([*firsts, *later], "silent"), "s", 0.3),
    ]


def _worst(measured: list[dict[str, float]], what: str) -> float:
    return max(one[what] for one in measured)
