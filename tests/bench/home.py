"""Home: from the click in the tray's menu to the painted window, what its pages keep, what a still one costs.

The click is the last key in the real menu; the picture is read from the screen's memory. Memory is looked
at after every page was opened, with all that unfolds in them, and the window closed, twice. A still page's
frames are counted as changes of the screen in ten seconds, and its work as context switches. For the search
in the guide a word is typed in a page of its own, offscreen: for how long no other key is heard.
"""

import sys

from kindtimer.core.hard_times import HardTimes
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.paths import Home
from tests.bench.figure import Figure
from tests.bench.watching import cost, first_change, resting, switched, told_alone
from tests.desktop.deadline import CLOCK, let_pass, wait_for
from tests.desktop.program import CLASS, Program

SETTLE = 6.0
STILL = 10.0
LETTER_S = 0.12
TYPED = ("breathe", "headset", "offers")
AROUND = 60
PAGES: dict[str, tuple[str, ...]] = {
    "Today": ("alt+1",),
    "practices": ("alt+3",),
    "a practice": ("alt+3", "End", "Return"),
    "something is hard": ("F6",),
    "Help now": ("alt+1", "shift+Tab", "Return"),
    "hard times": ("alt+1", "shift+Tab", "Return", "Tab", "Tab", "Return"),
    "guide": ("F1",),
    "settings": ("ctrl+comma",),
    "offers": ("alt+1", *4 * ("shift+Tab",), "Return"),
}
"""Still pages and their keys; Breathe shows three breaths and then stands. One section of the page for hard
times is filled: on *Help now* the way to the numbers, that section and the way to change it follow. *Help
now* is the last place, going back from the first page, and *Offers* the fourth from the end."""

BREATHE = ("alt+2", "Down", "Down", "Down", "Tab", "Return")
"""Breathe, with *More* open."""


def _from_the_menu(program: Program) -> float:
    """Open the menu, choose *Home*; seconds from the choice to the first painted picture."""
    desktop = program.desktop
    x, y = desktop.size[0] // 2, desktop.size[1] // 2
    program.click_icon(3)
    let_pass(0.5)
    desktop.hand.press("Down")
    desktop.hand.press("Down")
    let_pass(0.3)
    before = desktop.screen.around(x, y, AROUND)
    began = CLOCK.now()
    desktop.hand.press("Return")
    painted = first_change(desktop.screen, before, x, y, AROUND, 10.0)
    program.window()
    return painted - began


def _fill_hard_times(program: Program) -> None:
    """Write one section beside the program, which opens its journal later."""
    journal = JournalStore(Home.at(program.home), CLOCK)
    assert journal.keep_hard_times(HardTimes(eases="Tea, and the window open.")) is None
    journal.close()


def _everywhere(program: Program) -> None:
    for keys in (*PAGES.values(), BREATHE, ("alt+1",)):
        _press(program, keys)


def _press(program: Program, keys: tuple[str, ...]) -> None:
    """Press these one after the other, each with time for what it opens."""
    for key in keys:
        program.desktop.hand.press(key)
        let_pass(1.0)


def _close(program: Program) -> None:
    program.desktop.hand.press("alt+F4")
    wait_for(lambda: program.desktop.hand.window(CLASS) is None, "the window goes")
    let_pass(SETTLE)


def _changes(program: Program) -> tuple[int, float]:
    """How often the screen changed in STILL seconds, and context switches a second."""
    desktop, pid = program.desktop, program.running.pid
    width, height = desktop.size
    reach = min(width, height) // 2 - 60
    before, began = desktop.screen.around(width // 2, height // 2 - 30, reach), cost(pid)
    changes, until = 0, CLOCK.now() + STILL
    while CLOCK.now() < until:
        let_pass(0.1)
        now = desktop.screen.around(width // 2, height // 2 - 30, reach)
        if (now != before).any():
            changes, before = changes + 1, now
    after = cost(pid)
    return changes, switched(began, after) / (after.at - began.at)


def _search() -> float:
    """Typed at 120 ms a letter into the guide's search: the longest time it hears nothing, in ms."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from kindtimer.store.guide_store import read_topics
    from kindtimer.ui.guide_page import GuidePage
    from tests import fakes
    from tests.ui.dressing import dressed, settle

    running = QApplication([])
    page = dressed(GuidePage(read_topics(fakes.ASSETS / "guide.toml"), fakes.patterns()))
    page.resize(1240, 900)
    page.show()
    settle()
    deaf = 0.0
    for word in TYPED:
        for place, letter in enumerate(word, 1):
            until = CLOCK.now() + LETTER_S
            began = CLOCK.now()
            QTest.keyClicks(page.search, letter)
            deaf = max(deaf, CLOCK.now() - began)
            while (began := CLOCK.now()) < until or (place == len(word) and not page.all_there):
                running.processEvents()
                deaf = max(deaf, CLOCK.now() - began)
        page.search.clear()
        settle()
    return deaf * 1000.0


def figures() -> list[Figure]:
    """One program, its window opened three times; and a page of the guide."""
    search = told_alone("tests.bench.home")
    with resting() as program:
        pid = program.running.pid
        _fill_hard_times(program)
        let_pass(SETTLE)
        at_rest = cost(pid).memory
        first = _from_the_menu(program)
        _everywhere(program)
        _close(program)
        once = cost(pid).memory
        second = _from_the_menu(program)
        _everywhere(program)
        still = {}
        for name, keys in PAGES.items():
            _press(program, keys)
            let_pass(0.5)
            still[name] = _changes(program)
        _close(program)
        twice = cost(pid).memory
    worst = max(changes for changes, _ in still.values())
    busiest = max(switches for _, switches in still.values())
    return [
        Figure("home: choice in the menu to painted, first", first, "s", 0.4),
        Figure("home: choice in the menu to painted, second", second, "s", 0.1),
        Figure("home: memory above rest, every page visited and closed", once - at_rest, "MB", 25.0),
        Figure("home: memory more after a second visit", twice - once, "MB", 2.0),
        Figure("home: changes of a still page in ten seconds, worst page", float(worst), "frames", 0.0),
        Figure("home: context switches of a still page, worst page", busiest, "a second"),
        Figure("home: no other key is heard, searching the guide, worst", float(search), "ms", 30.0),
    ]


if __name__ == "__main__":
    sys.stdout.write(f"{_search()}\n")
