"""Nothing is lost: a kill in the middle, damaged files, homes that cannot be used."""

import signal
from pathlib import Path

import pytest

from tests.desktop.bare_ground import one_line, with_read_only
from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.journal_reader import hard_times, journal_file, sessions, waiting, whole
from tests.desktop.program import Program
from tests.desktop.screen_reader import ENV, ScreenReader
from tests.desktop.test_home_read_aloud import Reader, fill_hard_times
from tests.store.kept import held_by_another


def test_a_kill_in_a_session_leaves_the_journal_whole_and_the_next_start_is_as_ever(
    desktop: Desktop, program: Program
) -> None:
    program.click_icon()
    program.window()
    wait_for(lambda: len(sessions(program.home)) == 1, "the session is kept from its beginning")
    wait_for(
        lambda: sessions(program.home)[0]["practised_s"] > 7.0, "the record is kept current", deadline=12.0
    )
    position = program.status()["session"]["position_s"]
    program.kill()
    assert whole(program.home)
    (entry,) = sessions(program.home)
    assert position - entry["practised_s"] < 10.0

    program.start()
    program.click_icon()
    program.window()
    wait_for(lambda: len(sessions(program.home)) == 2, "the next session is kept too")


def test_a_damaged_settings_file_is_kept_beside_a_new_one(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    broken = '{"scene": "words", "minutes": 3,'
    (home / "settings.json").write_text(broken, "utf-8")
    with Program(desktop, home) as program:
        program.click_icon()
        program.window()
        (kept,) = home.glob("settings.json.bad-*")
        assert kept.read_text("utf-8") == broken
        said = program.running.said()
    assert "Traceback" not in said
    assert "settings" in said


def test_a_damaged_journal_is_kept_beside_a_new_one(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    broken = bytes(range(256)) * 64
    (home / "journal.db").write_bytes(broken)
    with Program(desktop, home) as program:
        program.click_icon()
        program.window()
        wait_for(lambda: len(list(home.glob("journal.db.bad-*"))) == 1, "the old file is kept")
        wait_for(lambda: len(sessions(home)) == 1, "a new journal holds the session")
        assert next(home.glob("journal.db.bad-*")).read_bytes() == broken
        said = program.running.said()
    assert "Traceback" not in said


@pytest.mark.parametrize("end", ["quit", "term", "kill"])
def test_words_another_program_kept_from_the_journal_are_in_it_after_the_next_start(
    desktop: Desktop, tmp_path: Path, end: str
) -> None:
    home = tmp_path / "home"
    with ScreenReader(desktop) as ears, Program(desktop, home, extra_env=ENV) as program:
        program.icon()
        fill_hard_times(home)
        assert program.run().returncode == 0
        program.window()
        with held_by_another(journal_file(home), "IMMEDIATE"):
            Reader(program, ears).open("Hard times")
            for key in "cat":
                desktop.hand.press(key)
            if end == "quit":
                desktop.hand.press("ctrl+q")
            else:
                wait_for(lambda: "cat" in waiting(home), "what waits is on the disk", deadline=10.0)
                program.running.process.send_signal(signal.SIGTERM if end == "term" else signal.SIGKILL)
            wait_for(lambda: not program.running.running, "it ends")
            assert program.running.end() == (-signal.SIGKILL if end == "kill" else 0)
        assert "cat" not in hard_times(home)
        assert "cat" in waiting(home)
        program.start()
        wait_for(lambda: "cat" in hard_times(home), "the words are kept", deadline=10.0)
        assert program.run().returncode == 0
        program.window()
        wait_for(
            lambda: any("is in it now" in one.name for one in ears.showing()),
            "that is said",
            alive=program.check,
        )
        assert waiting(home) == ""


def test_a_home_that_is_a_file_is_one_clear_line(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("precious", "utf-8")
    assert str(home) in closed_and_said(Program(desktop, home).start())
    assert home.read_text("utf-8") == "precious"


def test_a_home_that_cannot_be_written_is_one_clear_line(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    program = Program(desktop, home, before=with_read_only(home))
    assert str(home) in closed_and_said(program.start())
    assert not list(home.iterdir())


def closed_and_said(program: Program) -> str:
    """The one line it ends with, once the window that shows it too has been closed."""
    shown = program.window()
    wait_for(lambda: program.desktop.hand.active() == shown.id, "it has the keyboard", alive=program.check)
    program.desktop.hand.press("Escape")
    wait_for(lambda: not program.running.running, "it ends")
    assert program.running.end() == 1
    return one_line(program.running.said())


@pytest.mark.parametrize(
    "words",
    [
        ("breathe", "no_such_pattern"),
        ("breathe", "--minutes", "0"),
        ("breathe", "--minutes", "-1"),
        ("breathe", "--minutes", "nan"),
        ("breathe", "--minutes", "1e9"),
        ("breathe", "--scene", "no_such_scene"),
    ],
    ids=" ".join,
)
def test_a_wish_that_makes_no_sense_is_one_clear_line(
    desktop: Desktop, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = Program(desktop, tmp_path / "home").run(*words)
    assert done.returncode in (1, 2)
    assert one_line(done.stderr)
    assert done.stdout == ""
