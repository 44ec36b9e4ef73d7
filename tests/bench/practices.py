"""Practices: three hundred that came as packs, from the choice of their place to the painted page.

In a process of its own, offscreen; reading them is part of it. They are copies of those that are built in.
"""

import shutil
import sys

from tests.bench.figure import Figure
from tests.bench.watching import told_alone
from tests.desktop.deadline import CLOCK

MANY, EACH = 300, 100
TYPED = "friend"


def _measure() -> tuple[float, float, float]:
    """Seconds to read them, to open the page (reading them), and for the slowest letter."""
    import tempfile
    import zipfile
    from pathlib import Path

    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from kindtimer.store.pack_folder import pack_plans
    from kindtimer.store.pack_store import PackStore
    from kindtimer.store.practice_shelf import PracticeShelf
    from kindtimer.ui.appearance import Look
    from kindtimer.ui.home_window import HomeWindow
    from kindtimer.ui.page import Page
    from kindtimer.ui.practices_page import PracticesPage
    from kindtimer.ui.sidebar import Place
    from kindtimer.visuals.palette import DUSK
    from tests import fakes
    from tests.ui.dressing import settle

    running = QApplication([])
    ours = sorted(path.parent for path in (fakes.ASSETS / "practices").glob("*/practice.toml"))
    folder = Path(tempfile.mkdtemp(prefix="kindtimer-bench-"))
    store = PackStore(folder / "packs", fakes.patterns(), lambda _file: None)
    for number in range(MANY // EACH):
        file = folder / f"pack{number}.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as held:
            told = f'format = 1\nid = "p{number}"\nname = "P"\nauthor = "A"\nversion = "1"\n'
            held.writestr("pack.toml", told)
            for k in range(EACH):
                held.write(ours[k % len(ours)] / "practice.toml", f"a{k}/practice.toml")
        store.add(file)
    began = CLOCK.now()
    assert len(pack_plans(folder / "packs", fakes.patterns())) == MANY
    read = CLOCK.now() - began
    plans = PracticeShelf(lambda: pack_plans(folder / "packs", fakes.patterns()))
    places = [
        Place("today", "Today", "today", lambda: Page("Today")),
        Place("practices", "Practices", "practices", lambda: PracticesPage(plans, print)),
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
    shutil.rmtree(folder)
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
    told = told_alone("tests.bench.practices")
    read, opened, slowest = (float(one) for one in told.split())
    return [
        Figure("practices: the page with 300 of them, chosen to painted", opened, "s", 0.3),
        Figure("practices: reading as many folders", read, "s"),
        Figure("practices: no other key is heard, searching them, worst", slowest * 1000.0, "ms", 30.0),
    ]


if __name__ == "__main__":
    sys.stdout.write(" ".join(f"{one:.4f}" for one in _measure()))
