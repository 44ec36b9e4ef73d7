"""Nothing leaves the person's own ears: loudspeakers, a headset that goes, a sound server that dies."""

from tests.desktop.deadline import stays, wait_for
from tests.desktop.harness import Desktop
from tests.desktop.picture import stands_still
from tests.desktop.program import Program
from tests.desktop.sound_server import RATE

HEARD = 0.002
SILENT = 0.0002
ANY_SOUND = 3 / 32768
MOST_SPILT = 0.25
"""Seconds after which a loudspeaker is silent when a headset is pulled. Unguarded it sounds on and on.

How short it is at rest (20 ms) is measured by `python -m tests.bench spill`; a busy machine may be late.
"""


def test_a_loudspeaker_stays_silent_until_the_person_turns_it_on(desktop: Desktop, program: Program) -> None:
    desktop.sound.only("room", "speaker")
    with desktop.record("room") as room:
        program.click_icon()
        program.window()
        wait_for(lambda: program.sound() == "held_back", "the session says that sound waits")
        stays(lambda: room.level() < SILENT, "silence on the loudspeaker", seconds=1.0)
        desktop.hand.press("Up")
        wait_for(lambda: room.level() > HEARD, "sound after the arrow up", alive=program.check)
        assert program.sound() == "playing"
        desktop.hand.press("m")
        wait_for(lambda: room.level() < SILENT, "silence after M", alive=program.check)


def test_a_pulled_headset_does_not_spill(desktop: Desktop, program: Program) -> None:
    desktop.sound.only("head", "headset")
    desktop.sound.add_sink("room", "speaker")
    with desktop.record("room") as room, desktop.record("head") as head:
        program.click_icon()
        window = program.window()
        wait_for(lambda: head.level() > HEARD, "sound in the headset", alive=program.check)
        desktop.sound.remove_sink("head")
        wait_for(lambda: program.sound() in ("held_back", "lost"), "the session knows", alive=program.check)
        known = room.frames
        wait_for(lambda: room.frames > known + RATE, "another second of the loudspeaker")
        assert room.sounding(ANY_SOUND) <= MOST_SPILT
        wait_for(lambda: not stands_still(desktop.screen, window, 0.1), "the picture moves")

        desktop.sound.add_sink("head", "headset")
        desktop.sound.make_default("head")
        with desktop.record("head") as again:
            wait_for(lambda: again.level() > HEARD, "the headset is back", deadline=8.0, alive=program.check)
        assert room.sounding(ANY_SOUND) <= MOST_SPILT


def test_the_session_goes_on_without_its_sound_server_and_sound_comes_back(
    desktop: Desktop, program: Program
) -> None:
    program.click_icon()
    window = program.window()
    wait_for(lambda: program.sound() == "playing", "sound", alive=program.check)
    before = program.status()["session"]["position_s"]
    desktop.sound.kill()
    try:
        wait_for(
            lambda: program.sound() in ("lost", "silent"), "the session knows", alive=program.running.check
        )
        wait_for(lambda: not stands_still(desktop.screen, window, 0.1), "the picture moves")
        assert program.status()["session"]["position_s"] > before
    finally:
        desktop.sound.start_again()
    desktop.sound.only("plain")
    with desktop.record("plain") as plain:
        wait_for(lambda: plain.level() > HEARD, "sound is back", deadline=8.0, alive=program.check)
    assert program.sound() == "playing"
