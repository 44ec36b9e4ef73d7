from pathlib import Path

import pytest

from kindtimer import __version__
from kindtimer.cli import main
from kindtimer.core.entry import Door
from kindtimer.core.settings import Size
from kindtimer.core.wish import Wish
from kindtimer.store.paths import Home
from tests.typed import Typed


def test_without_a_command_it_starts_in_the_tray(typed: Typed) -> None:
    assert typed() == (0, "", "")
    assert typed.runs == [(typed.home, None, None)]
    assert typed.home.is_dir()


def test_breathe_starts_with_that_wish(typed: Typed) -> None:
    assert typed("breathe")[0] == 0
    assert typed("breathe", "coherent", "--minutes", "2.5", "--scene", "words", "--small")[0] == 0
    assert typed("breathe", "--breaths", "10", "--full")[0] == 0
    assert [wish for _, wish, _ in typed.runs] == [
        Wish(Door.COMMAND),
        Wish(Door.COMMAND, "coherent", 2.5, None, "words", Size.SMALL),
        Wish(Door.COMMAND, None, None, 10, None, Size.FULL),
    ]


def test_what_the_program_ends_with_is_passed_on(typed: Typed, tmp_path: Path) -> None:
    code = main(["--home", str(tmp_path / "h")], lambda home, wish, sync: 7, environ=typed.environ)
    assert code == 7


def test_the_home_may_stand_before_or_after_the_command(tmp_path: Path, typed: Typed) -> None:
    for words in (["--home", "A", "breathe"], ["breathe", "--home", "A"]):
        where = [str(tmp_path / "a") if word == "A" else word for word in words]
        assert main(where, typed.run, environ=typed.environ) == 0
    environ = {**typed.environ, "KINDTIMER_HOME": str(tmp_path / "b")}
    assert main(["breathe"], typed.run, environ=environ) == 0
    assert [folder.name for folder, _, _ in typed.runs] == ["a", "a", "b"]


def test_stop_says_what_there_was_to_end(typed: Typed) -> None:
    assert typed("stop") == (0, "KindTimer is not running.\n", "")
    with typed.program({"ok": True, "stopped": True}, {"ok": True, "stopped": False}) as heard:
        assert typed("stop") == (0, "The session has ended.\n", "")
        assert typed("stop") == (0, "No session is running.\n", "")
    assert heard == [{"wish": "stop"}, {"wish": "stop"}]


def test_the_version_and_the_help(typed: Typed) -> None:
    assert typed("--version") == (0, f"kindtimer {__version__}\n", "")
    code, said, _ = typed("--help")
    assert code == 0
    commands = ("breathe", "stop", "status", "patterns", "scenes", "sounds", "render", "doctor")
    assert all(command in said for command in commands)


def test_at_a_login_it_starts_hidden_and_one_that_runs_shows_nothing(
    typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[bool] = []

    def run(_home: Home, wish: Wish | None, _sync: int | None, *, at_login: bool = False) -> int:
        assert wish is None
        told.append(at_login)
        return 0

    words = ["--home", str(typed.home), "--at-login"]
    assert main(words, run, environ=typed.environ) == 0
    assert main(words[:2], run, environ=typed.environ) == 0
    assert told == [True, False]
    with typed.program({"ok": True, "status": {}}) as heard:
        assert main(words, run, environ=typed.environ) == 0
    assert heard == [{"wish": "status"}]
    assert told == [True, False]
    assert capsys.readouterr().out == ""
