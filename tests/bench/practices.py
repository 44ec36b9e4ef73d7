"""Practices: three hundred of them on their shelves, from the choice of the place to the painted page.

In a process of its own, offscreen. They are copies of those that are built in; reading as many folders is
told beside it.
"""

import os
import subprocess
import sys

from tests.bench.figure import Figure
from tests.desktop.deadline import CLOCK

MANY = 300
TYPED = "friend"


def _measure() -> tuple[float, float, float]:
    """Seconds to read as many, to open the page with them, and for the slowest letter of a search."""
    from dataclasses import replace

    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from kindtimer.store.practice_store import read_practices
    from kindtimer.ui.appearance import Look
    from kindtimer.ui.home_window import HomeWindow
    from kindtimer.ui.page import Page
    from kindtimer.ui.practices_page import PracticesPage
    from kindtimer.ui.sidebar import Place
    from kindtimer.visuals.palette import DUSK
    from tests import fakes
    from tests.ui.dressing import settle

    running = QApplication([])
    began = CLOCK.now()
    there = list(read_practices(fakes.ASSETS / "practices", fakes.patterns()).values())
    read = (CLOCK.now() - began) * MANY / len(there)
    plans = {
        f"{plan.id}{number}": replace(plan, id=f"{plan.id}{number}")
        for number in range(MANY)
        for plan in [there[number % len(there)]]
    }
    places = [
        Place("today", "Today", "today", lambda: Page("Today")),
        Place("practices", "Practices", "practices", lambda: PracticesPage(lambda: plans, print)),
    ]
    window = HomeWindow(places, Look(DUSK, still=False), fakes.ASSETS)
    window.resize(900, 600)
    window.show_here(None)
    settle()
    began = CLOCK.now()
    page = window.open_place("practices")
    settle()
    window.grab()
    opened = CLOCK.now() - began
    assert isinstance(page, PracticesPage)
    slowest = 0.0
    for letter in TYPED:
        began = CLOCK.now()
        QTest.keyClicks(page.search, letter)
        running.processEvents()
        slowest = max(slowest, CLOCK.now() - began)
    return read, opened, slowest


def figures() -> list[Figure]:
    """One process, one window."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.practices"],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    read, opened, slowest = (float(one) for one in told.split())
    return [
        Figure("practices: the page with 300 of them, chosen to painted", opened, "s", 0.3),
        Figure("practices: reading as many folders", read, "s"),
        Figure("practices: no other key is heard, searching them, worst", slowest * 1000.0, "ms", 30.0),
    ]


if __name__ == "__main__":
    sys.stdout.write(" ".join(f"{one:.4f}" for one in _measure()))
