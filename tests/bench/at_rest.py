"""At rest: what the tray costs while nothing happens, before the first session and after it.

Context switches are those of all threads, asked-for and forced alike; a library counts as loaded when it
is mapped into the process.
"""

from tests.bench.figure import Figure
from tests.bench.watching import cost, loaded, resting, switched
from tests.desktop.deadline import let_pass, wait_for

SETTLE = 5.0
QUIET = 60.0
HEAVY = ("numpy", "portaudio", "_cffi_backend", "sndfile", "apsw", "msgspec")


def _switches(pid: int) -> float:
    """Context switches a second over a minute."""
    before = cost(pid)
    let_pass(QUIET)
    after = cost(pid)
    return switched(before, after) / (after.at - before.at)


def figures() -> list[Figure]:
    """Two minutes of rest with one session between them."""
    with resting() as program:
        desktop = program.desktop
        pid = program.running.pid
        let_pass(SETTLE)
        before = cost(pid).memory
        heavy = loaded(pid, *HEAVY)
        quiet = _switches(pid)
        program.click_icon()
        program.window()
        wait_for(lambda: program.sound() == "playing", "sound", deadline=10.0)
        let_pass(10.0)
        desktop.hand.press("Escape")
        program.window_gone()
        let_pass(SETTLE)
        after = cost(pid).memory
        quiet_after = _switches(pid)
    named = f" ({', '.join(heavy)})" if heavy else ""
    return [
        Figure("memory at rest before the first session", before, "MB", 75.0),
        Figure(f"heavy libraries loaded at rest{named}", len(heavy), "of 6", 0.0),
        Figure("context switches at rest", quiet, "a second", 0.2),
        Figure("memory at rest after a session", after, "MB", 120.0),
        Figure("context switches at rest after a session", quiet_after, "a second", 0.2),
    ]
