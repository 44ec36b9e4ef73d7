"""Frames: a session of a minute at 1920 × 1080: how many came on time, and what the whole process costs.

A frame counts as late where more than 25 ms lie between two that were due; the program's own count of
them is taken, and the screen is watched beside it as a check that they really arrive.
"""

from tests.bench.figure import Figure
from tests.bench.watching import cost, resting
from tests.desktop.deadline import CLOCK, breather, let_pass, wait_for
from tests.desktop.program import Program

SIZE = (1920, 1080)
SECONDS = 60.0
LOOK = 0.004


def _changes(program: Program, seconds: float) -> int:
    """How many different pictures a line through the flower's centre shows."""
    screen = program.desktop.screen
    width, height = program.desktop.size
    y = round(height * 392 / 900)
    seen, before = 0, b""
    until = CLOCK.now() + seconds
    while CLOCK.now() < until:
        line = screen.look(width // 4, y, width // 2, 1).tobytes()
        seen += line != before
        before = line
        breather(LOOK)
    return seen


def figures() -> list[Figure]:
    """One session with sound, its first breath left out of the costs."""
    with resting(SIZE) as program:
        desktop = program.desktop
        pid = program.running.pid
        screen_pid = desktop.screen_server.pid
        program.click_icon()
        program.window()
        wait_for(lambda: program.sound() == "playing", "sound", deadline=10.0)
        let_pass(5.0)
        earlier = program.status()["frames"]
        begun, screen_begun = cost(pid), cost(screen_pid)
        shown = _changes(program, SECONDS)
        ended, screen_ended = cost(pid), cost(screen_pid)
        told = program.status()["frames"]
    took = ended.at - begun.at
    due = told["frames"] - earlier["frames"]
    late = told["late"] - earlier["late"]
    painted = told["painted"] - earlier["painted"]
    return [
        Figure("frames on time (gap ≤ 25 ms)", 100.0 * (1.0 - late / due), "%", 99.0, at_most=False),
        Figure("frames due a second", due / took, "a second"),
        Figure("frames painted a second", painted / took, "a second"),
        Figure("different pictures seen on the screen a second", shown / took, "a second"),
        Figure(
            "processor, whole process, with frames left out",
            100.0 * (ended.processor - begun.processor) / took,
            "% of a core",
            22.0,
        ),
        Figure(
            "processor, X server beside it",
            100.0 * (screen_ended.processor - screen_begun.processor) / took,
            "% of a core",
        ),
        Figure("memory in the session", ended.memory, "MB"),
    ]
