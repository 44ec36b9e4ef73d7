import os
import subprocess
import sys
from pathlib import Path

import pytest

from kindtimer.cli import main
from tests.typed import Typed, one_line

SENSELESS = [
    ("breathe", "--minutes", "0"),
    ("breathe", "--minutes", "-1"),
    ("breathe", "--minutes", "nan"),
    ("breathe", "--minutes", "inf"),
    ("breathe", "--minutes", "1e9"),
    ("breathe", "--minutes", "1000000000"),
    ("breathe", "--minutes", "three"),
    ("breathe", "--minutes", ""),
    ("breathe", "--minutes"),
    ("breathe", "--breaths", "0"),
    ("breathe", "--breaths", "-3"),
    ("breathe", "--breaths", "2.5"),
    ("breathe", "--breaths", "nan"),
    ("breathe", "--breaths", "1e300"),
    ("breathe", "--minutes", "3", "--breaths", "5"),
    ("breathe", "no_such_pattern"),
    ("breathe", "line\nbreak"),
    ("breathe", "x" * 5000),
    ("breathe", "--scene", "no_such_scene"),
    ("breathe", "--small", "--full"),
    ("breathe", "coherent", "sigh"),
    ("breathe", "--min", "3"),
    ("frobnicate",),
    ("--frobnicate",),
    ("status", "--frobnicate"),
    ("--home",),
    ("--hom", "x"),
    ("\x1b[31mred\x1b[0m",),
    ("breathe", "\x1b]0;title\x07"),
    ("breathe", "\udcff"),
    ("breathe", "--scene", "\x1b[2J"),
    ("breathe", "--minutes", "\x1b[2J"),
    ("breathe", "--breaths", "9" * 5000),
    ("doctor", "everything"),
    ("doctor", "--seconds", "5"),
    ("doctor", "sync", "--seconds", "0"),
    ("doctor", "sync", "--seconds", "1e9"),
    ("doctor", "sync", "--seconds", "nan"),
    ("doctor", "sync", "--json"),
    ("render",),
    ("render", "coherent"),
    ("render", "coherent", "--out", "a.wav", "--minutes", "0"),
    ("render", "coherent", "--out", "a.wav", "--minutes", "60.5"),
    ("render", "coherent", "--out", "a.wav", "--minutes", "nan"),
    ("render", "coherent", "--out", "a.wav", "--breaths", "401"),
    ("render", "coherent", "--out", "a.wav", "--minutes", "1", "--breaths", "2"),
    ("render", "coherent", "--out", "a.mp3"),
    ("render", "coherent", "--out", ""),
    ("render", "coherent", "--out", "a.wav", "--carrier", "click"),
    ("render", "coherent", "--out", "a.wav", "--carrier", "\x1b[2J"),
    ("render", "no_such_pattern", "--out", "a.wav"),
]


@pytest.mark.parametrize("words", SENSELESS, ids=lambda words: " ".join(words)[:40])
def test_what_makes_no_sense_is_one_clear_line(typed: Typed, words: tuple[str, ...]) -> None:
    line = one_line(typed(*words), 2)
    assert line.strip().isprintable()
    assert len(line) < 300
    assert (typed.runs, typed.files) == ([], [])
    assert not typed.home.exists()


def test_the_line_names_what_there_is(typed: Typed) -> None:
    assert "coherent" in one_line(typed("breathe", "no_such_pattern"), 2)
    assert "flower" in one_line(typed("breathe", "--scene", "no_such_scene"), 2)
    assert "breathe" in one_line(typed("brethe"), 2)


@pytest.mark.parametrize("place", ["/", "//", "/..", "/./"])
@pytest.mark.parametrize("words", [[], ["breathe"], ["status"], ["doctor"]])
def test_the_root_folder_is_no_home(
    typed: Typed, capsys: pytest.CaptureFixture[str], place: str, words: list[str]
) -> None:
    one_line((main(["--home", place, *words], typed.run, environ=typed.environ), *capsys.readouterr()), 1)
    environ = {**typed.environ, "KINDTIMER_HOME": place}
    one_line((main(words, typed.run, environ=environ), *capsys.readouterr()), 1)
    assert typed.runs == []
    assert not Path("/lock").exists()


@pytest.mark.parametrize("blank", [" ", "   ", "\t", "\n", "\u00a0"])
def test_a_blank_home_is_no_name_of_a_folder(
    typed: Typed, capsys: pytest.CaptureFixture[str], blank: str
) -> None:
    environ = {**typed.environ, "KINDTIMER_HOME": blank}
    for words in ([], ["breathe"], ["status"], ["doctor"], ["stop"]):
        said = (main(words, typed.run, environ=environ), *capsys.readouterr())
        assert "KINDTIMER_HOME" in one_line(said, 2)
        said = (main(["--home", blank, *words], typed.run, environ=typed.environ), *capsys.readouterr())
        assert "--home" in one_line(said, 2)
    assert (typed.runs, Path(blank).exists()) == ([], False)


@pytest.mark.parametrize("place", ["", " ", "/", "\udcff", "x" * 5000])
def test_what_needs_no_home_works_where_the_home_that_was_named_cannot_be(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    environ = {**typed.environ, "KINDTIMER_HOME": place}
    out = str(tmp_path / "breath.wav")
    for words in (["patterns"], ["scenes"], ["sounds", "--json"], ["render", "coherent", "--out", out]):
        assert main(words, typed.run, typed.write, environ) == 0
        assert main(["--home", place, *words], typed.run, typed.write, typed.environ) == 0
        said = capsys.readouterr()
        assert said.out
        assert said.err == ""


def test_a_home_that_was_meant_and_is_empty_is_not_the_usual_one(
    typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environ = {**typed.environ, "KINDTIMER_HOME": str(tmp_path / "other")}
    for words in (["--home", ""], ["--home=", "status"]):
        said = (main(words, typed.run, environ=environ), *capsys.readouterr())
        assert "--home" in one_line(said, 2)
    assert (typed.runs, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("words", [(), ("breathe",), ("doctor",)])
def test_a_home_whose_name_is_no_text_is_one_line(typed: Typed, words: tuple[str, ...]) -> None:
    typed.home = typed.home.parent / "\udcff"
    assert one_line(typed(*words), 1).strip().isprintable()
    assert (typed.runs, typed.home.exists()) == ([], False)


@pytest.mark.parametrize("words", [(), ("breathe",), ("breathe", "coherent")])
def test_a_home_with_an_endless_name_is_a_short_line(typed: Typed, words: tuple[str, ...]) -> None:
    typed.home = typed.home.parent / ("x" * 5000)
    assert len(one_line(typed(*words), 1)) < 400


# --- as a process -----------------------------------------------------------------------------------

LIGHT = """
import sys
from kindtimer.cli import main
code = main(sys.argv[1:])
heavy = ("PySide6", "numpy", "sounddevice", "soundfile", "apsw", "msgspec", "jeepney")
sys.exit(code or any(name.split(".")[0] in heavy for name in sys.modules))
"""


@pytest.mark.parametrize("words", ["status --json", "stop", "patterns --json", "scenes", "sounds"])
def test_small_commands_load_nothing_heavy(tmp_path: Path, words: str) -> None:
    command = [sys.executable, "-c", LIGHT, "--home", str(tmp_path / "h"), *words.split()]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("words", ["breathe coherent --minutes 3", ""])
def test_handing_over_loads_nothing_heavy(typed: Typed, words: str) -> None:
    command = [sys.executable, "-c", LIGHT, "--home", str(typed.home), *words.split()]
    with typed.program({"ok": True}):
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **typed.environ})
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kindtimer", "--home", str(tmp_path / "h"), "patterns"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_terminal_that_knows_only_ascii_is_no_trouble(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for words in (["breathe", "nope"], ["patterns"], ["patterns", "--json"], ["--help"]):
        command = [sys.executable, "-m", "kindtimer", "--home", str(tmp_path / "h"), *words]
        done = subprocess.run(command, capture_output=True, env=env, check=False)
        assert b"Traceback" not in done.stderr
        assert done.returncode in (0, 2)


@pytest.mark.parametrize(
    "words", ["--home rel", "--home rel status", "--home ../rel doctor", "--home=. stop"]
)
def test_a_home_named_from_a_folder_that_is_gone_is_one_line(tmp_path: Path, words: str) -> None:
    line = f'mkdir gone; cd gone; rmdir ../gone; exec "$0" -m kindtimer {words}'
    argv = ["sh", "-c", line, sys.executable]
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = one_line((done.returncode, done.stdout, done.stderr), 1)
    assert "--home" in said
    assert "unexpected" not in said


def test_a_window_that_cannot_open_says_so_to_whoever_sees_no_terminal(typed: Typed) -> None:
    typed.home.write_text("precious", "utf-8")
    seen: list[str] = []
    words = ["--home", str(typed.home)]
    assert main(words, typed.run, environ=typed.environ, notice=seen.append) == 1
    (line,) = seen
    assert "is a file" in line
    assert main([*words, "breathe"], typed.run, environ=typed.environ, notice=seen.append) == 1
    assert len(seen) == 2


@pytest.mark.parametrize("words", ["stop", "status", "breathe no_such_pattern", "breathe --minutes 0"])
def test_what_opens_no_window_says_it_on_the_terminal_alone(typed: Typed, words: str) -> None:
    seen: list[str] = []
    main(["--home", str(typed.home), *words.split()], typed.run, environ=typed.environ, notice=seen.append)
    assert seen == []
