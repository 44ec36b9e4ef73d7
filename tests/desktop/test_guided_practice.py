"""A practice in the real program, by keys alone: to its end, and what is written in it however it ends."""

import sqlite3
from collections.abc import Callable

import pytest

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.journal_reader import journal_file, sessions, whole
from tests.desktop.program import CLASS, Program


def begun(program: Program, practice: str) -> None:
    """From the command line, with the keyboard on its window."""
    assert program.run("practice", practice, "--length", "moment").returncode == 0
    shown = program.window()
    wait_for(lambda: program.desktop.hand.active() == shown.id, "it has the keyboard", alive=program.check)


def stepped_on(program: Program) -> None:
    """A step on with its key, and the time in which what was seen before fades."""
    session = program.session()
    assert session is not None
    program.desktop.hand.press("Next")
    position = float(session["position_s"])

    def past() -> bool:
        session = program.session()
        return session is not None and float(session["position_s"]) > position + 2.0

    wait_for(past, "the next step", every=0.2, alive=program.check)


def written(program: Program) -> list[str]:
    """What the journal holds of answers, read beside the program."""
    path = journal_file(program.home)
    if not sessions(program.home):
        return []
    journal = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [said for (said,) in journal.execute("select said from answer order by rowid")]
    finally:
        journal.close()


def typed(program: Program, words: str) -> None:
    for letter in words:
        program.desktop.hand.press(letter)


def test_a_practice_is_walked_to_its_end_by_keys(desktop: Desktop, program: Program) -> None:
    begun(program, "grounding")
    session = program.session()
    assert session is not None
    assert session["practice"] == "grounding"
    stepped_on(program)
    desktop.hand.press("space")  # the first way on: to stop here
    program.window_gone(deadline=25.0)
    wait_for(lambda: program.session() is None, "the end of it", alive=program.check)
    (entry,) = sessions(program.home)
    assert entry["practice"] == "grounding"
    assert entry["practised_s"] == entry["planned_s"] > 0.0


def left(program: Program) -> None:
    program.desktop.hand.press("Escape")
    program.window_gone()


def killed(program: Program) -> None:
    wait_for(lambda: written(program) == ["tea"], "the words are in the journal", alive=program.check)
    program.kill()
    assert whole(program.home)
    program.start()
    program.icon()


@pytest.mark.parametrize("end", [left, killed])
def test_words_are_in_the_journal_however_it_ends(
    desktop: Desktop, program: Program, end: Callable[[Program], None]
) -> None:
    begun(program, "if_then")
    stepped_on(program)
    typed(program, "tea")
    end(program)
    wait_for(lambda: written(program) == ["tea"], "the words are in the journal", alive=program.check)


def test_a_question_waits_through_a_pause_and_a_second_start_brings_it_up(
    desktop: Desktop, program: Program
) -> None:
    begun(program, "if_then")
    stepped_on(program)
    typed(program, "te")
    for _ in range(5):  # to its two ways on, what is kept, Leave and Pause
        desktop.hand.press("Tab")
    desktop.hand.press("space")

    def waits() -> bool:
        session = program.session()
        return session is not None and session["paused"]

    wait_for(waits, "it waits", every=0.1, alive=program.check)
    shown = program.window()
    desktop.hand.iconify(shown.id)
    wait_for(lambda: desktop.hand.window(CLASS) is None, "it is out of sight", alive=program.check)
    assert program.run().returncode == 0
    wait_for(lambda: desktop.hand.active() == program.window().id, "it is up again", alive=program.check)
    desktop.hand.press("space")
    wait_for(lambda: not waits(), "it goes on", every=0.1, alive=program.check)
    typed(program, "a")
    desktop.hand.press("Escape")
    program.window_gone()
    wait_for(lambda: written(program) == ["tea"], "the words are in the journal", alive=program.check)
    assert len(sessions(program.home)) == 1
