"""Offers: how soon a card is there after its second, what rules cost at rest, keys lost, what one keeps.

What one offer keeps is told twice: all of it, and what is this program's alone. The rest is read from the
libraries' files (Qt's windows, which any page or session needs too, and the sound server's) and shared.
"""

import json
import sys
from datetime import timedelta
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.watching import cost, switched
from tests.desktop.deadline import CLOCK, let_pass, wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop
from tests.desktop.program import CLASS, Program
from tests.desktop.shifted_program import script

OFFERS, TYPED_OVER = 50, 20
SETTLE, QUIET = 20.0, 120.0
KEY_S = 0.1
BEFORE_IT = 18.0
KEYS = "thequickbrownfoxjumps"


def _ten_soon() -> list[str]:
    """Ten rules that are due within the hour, and none while the bench looks: the guide's closest watch."""
    now = CLOCK.when().astimezone()
    return [f"daily {now + timedelta(minutes=10 + 5 * k):%H:%M}" for k in range(10)]


def _home(folder: Path, *lines: str) -> Path:
    folder.mkdir(mode=0o700)
    rules = [{"id": str(n), "when": line} for n, line in enumerate(lines, 1)]
    held = {"welcomed": True, "rules": rules, "holds_off": ["input"]}
    (folder / "settings.json").write_text(json.dumps(held), "utf-8")
    return folder


def _row(desktop: Desktop, name: str, count: int) -> tuple[Program, Path]:
    out = desktop.folder / f"{name}.json"
    script = (sys.executable, "-m", "tests.desktop.offers_in_a_row", str(count), str(out))
    home = _home(desktop.folder / name, "every 15 min 00:00-23:59")
    return Program(desktop, home, script=script), out


def _late() -> list[float]:
    with Desktop() as desktop:
        program, out = _row(desktop, "row", OFFERS)
        with program:
            wait_for(out.exists, "the last card", deadline=OFFERS * 6.0, alive=program.check)
        return [float(one) for one in json.loads(out.read_text("utf-8"))]


def _typed_over() -> tuple[int, int]:
    """Keys pressed while offers come and go, and those the editor was not given."""
    with Desktop() as desktop:
        program, out = _row(desktop, "typed", TYPED_OVER)
        editor = Editor(desktop.display)
        with program:
            program.icon()
            wait_for(editor.has_keyboard, "the editor has the keyboard", alive=program.check)
            pressed, begun = "", CLOCK.now()
            while not out.exists():
                program.check()
                key = KEYS[len(pressed) % len(KEYS)]
                desktop.hand.press(key)
                pressed += key
                let_pass(max(0.0, begun + len(pressed) * KEY_S - CLOCK.now()))
        given = "".join(editor.typed())
        editor.close()
    lost = len(pressed) - len(given) if pressed.startswith(given) else len(pressed)
    return len(pressed), lost


def _at_rest() -> tuple[float, int]:
    """Context switches a second and processes started, with ten rules."""
    with Desktop() as desktop:
        home = _home(desktop.folder / "rest", *_ten_soon())
        with Program(desktop, home) as program:
            program.icon()
            let_pass(SETTLE)
            before, children = cost(program.running.pid), _children(program.running.pid)
            let_pass(QUIET)
            after = cost(program.running.pid)
            started = len(_children(program.running.pid) - children)
    return switched(before, after) / (after.at - before.at), started


def _kept() -> tuple[float, float]:
    """MB more than at rest after the desktop was asked, a card was shown and went: all, and its own alone."""
    with Desktop() as desktop:
        home = _home(desktop.folder / "kept", "daily 10:00")
        program = Program(desktop, home, script=script("2026-11-25T09:59:35"))
        with program:
            program.icon()
            let_pass(BEFORE_IT)
            pid = program.running.pid
            before = cost(pid).memory, _own(pid)
            wait_for(lambda: desktop.hand.window(CLASS), "a card", deadline=20.0, alive=program.check)
            let_pass(2.0)
            assert program.run("pause", "30m").returncode == 0
            let_pass(8.0)
            return cost(pid).memory - before[0], _own(pid) - before[1]


def _own(pid: int) -> float:
    """MB of a process that no file holds, and nobody shares."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty")) / 1024.0


def _children(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        found |= {int(one) for one in (task / "children").read_text("utf-8").split()}
    return found


def figures() -> list[Figure]:
    """Fifty cards, twenty of them over a typing hand, and two minutes of rest."""
    late = _late()
    pressed, lost = _typed_over()
    switches, started = _at_rest()
    kept, own = _kept()
    return [
        Figure("card painted after its due second, worst of 50", max(late), "s", 1.0),
        Figure("card painted after its due second, median", sorted(late)[len(late) // 2], "s"),
        Figure(f"keys lost of {pressed} typed over 20 offers", lost, "keys", 0.0),
        Figure("context switches at rest with ten rules", switches, "a second", 0.2),
        Figure("processes started at rest with ten rules", started, "", 0.0),
        Figure("memory above rest after one offer was asked for, shown and went", kept, "MB"),
        Figure("of it, not read from files and not shared", own, "MB"),
    ]
