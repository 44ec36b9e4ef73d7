"""One instance: a second start and the command line hand their wishes to the program that runs."""

from pathlib import Path

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import CLASS, Program


def test_a_second_start_shows_the_home_window_and_ends_well(desktop: Desktop, program: Program) -> None:
    done = program.run()
    assert (done.returncode, done.stderr) == (0, "")
    window = program.window()
    assert window.width > 800
    assert program.session() is None
    desktop.hand.press("alt+F4")
    program.window_gone()
    program.check()
    assert program.status()["tray"] is True


def test_the_window_comes_back_where_it_stood_and_ctrl_q_ends_the_program(
    desktop: Desktop, program: Program
) -> None:
    program.run()
    first = program.window()
    desktop.hand.press("alt+F4")
    program.window_gone()
    program.run()
    again = program.window()
    assert (again.width, again.height) == (first.width, first.height)
    desktop.hand.press("ctrl+q")
    wait_for(lambda: not program.running.running, "the program ends")


def test_the_first_start_says_hello_and_a_key_leads_to_the_first_breath(
    desktop: Desktop, tmp_path: Path
) -> None:
    with Program(desktop, tmp_path / "home", welcomed=False) as program:
        program.window()
        assert program.session() is None
        program.click_icon()
        wait_for(lambda: program.session() is not None, "a first breath", alive=program.check)
        desktop.hand.press("Escape")
        wait_for(lambda: program.session() is None, "the end of it", alive=program.check)
        assert program.complaints() == []


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
