"""One instance: a second start and the command line hand their wishes to the program that runs."""

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import CLASS, Program


def test_a_second_start_shows_the_window_at_rest_and_ends_well(desktop: Desktop, program: Program) -> None:
    done = program.run()
    assert (done.returncode, done.stderr) == (0, "")
    window = program.window()
    assert (window.width, window.height) == (360, 480)
    assert program.session() is None
    desktop.hand.press("Escape")
    program.window_gone()
    program.check()


def test_commands_begin_and_end_a_session_of_the_program_that_runs(
    desktop: Desktop, program: Program
) -> None:
    assert program.run("breathe", "coherent", "--minutes", "2").returncode == 0
    wait_for(lambda: desktop.hand.window(CLASS) is not None, "the session window", alive=program.check)
    session = program.session()
    assert session is not None
    assert session["pattern"] == "coherent"
    assert session["bpm"] == round(60 / 11, 3)
    assert session["planned_s"] == 110.0
    assert program.run("stop").returncode == 0
    program.window_gone()
    assert program.session() is None


def test_with_nothing_running_the_status_says_so(desktop: Desktop, program: Program) -> None:
    program.end()
    done = program.run("status", "--json")
    assert done.returncode == 0
    assert program.status()["running"] is False
