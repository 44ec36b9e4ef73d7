"""Spill: how much sound reaches a loudspeaker in the second after a headset beside it is pulled.

Any sample in the loudspeaker's monitor that is not silence counts, whatever its level.
"""

from tests.bench.figure import Figure
from tests.bench.watching import quantile, resting
from tests.desktop.deadline import let_pass, wait_for
from tests.desktop.program import Program

PULLS = 20
ANY_SOUND = 3 / 32768
HEARD = 0.002


def _one_pull(program: Program) -> float:
    """Milliseconds of sound on the loudspeaker."""
    desktop = program.desktop
    desktop.sound.only("head", "headset")
    desktop.sound.add_sink("room", "speaker")
    with desktop.record("room") as room, desktop.record("head") as head:
        program.run("breathe")
        wait_for(lambda: head.level() > HEARD, "sound in the headset", deadline=10.0, alive=program.check)
        desktop.sound.remove_sink("head")
        let_pass(1.0)
        spilt = room.sounding(ANY_SOUND)
    program.run("stop")
    program.window_gone()
    return 1000.0 * spilt


def figures() -> list[Figure]:
    """Twenty sessions, twenty pulls."""
    with resting() as program:
        spilt = [_one_pull(program) for _ in range(PULLS)]
    return [
        Figure(f"sound on the loudspeaker after a pulled headset, worst of {PULLS}", max(spilt), "ms", 20.0),
        Figure("the same, median", quantile(spilt, 0.5), "ms"),
    ]
