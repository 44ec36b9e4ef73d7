import contextlib
import io
from argparse import Namespace

import pytest

from kindtimer.core.command_line import WrongUsage, length, number, parser, whole
from kindtimer.core.own_words import LONGEST_NAME


def typed(*words: str) -> Namespace:
    return parser("1.2.3").parse_args(words)


def test_without_a_command_there_is_none() -> None:
    assert typed().command is None


def test_a_wish_as_typed() -> None:
    wish = typed("breathe", "coherent", "--minutes", "3", "--scene", "words", "--small")
    assert (wish.command, wish.pattern, wish.scene, wish.size) == ("breathe", "coherent", "words", "small")
    assert length(wish) == (3.0, None)


def test_the_home_is_there_only_where_it_was_typed() -> None:
    assert not hasattr(typed("status"), "home")
    assert typed("--home", "A", "status").home == "A"
    assert typed("status", "--home", "A").home == "A"


ARGPARSE = ("argument", "expected", "required", "invalid", "allowed", "usage")


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (("no_such_command",), "There are: breathe, practice, stop, status"),
        (("status", "--no-such"), "kindtimer status --help"),
        (("breathe", "--minutes"), "kindtimer breathe --help"),
        (("--home",), "After --home comes DIR"),
        (("--hom", "x"), "“--hom” is not known"),
        (("-x", "status"), "“-x” is not known"),
        (("status", "--hom", "x"), "“--hom x” is not known"),
        (("breathe", "--hom", "x"), "“--hom” is not known"),
        (("breathe", "coherent", "sigh"), "“sigh” is not known"),
        (("-hx",), "“-hx” is not known"),
        (("doctor", "extra"), "can come: sync. “extra” is not known"),
        (("status", "--json=3"), "--json stands alone"),
        (("breathe", "--small", "--full"), "--small, --full: one of them"),
        (("render",), "PATTERN, --out FILE.wav. For example: kindtimer render coherent --out breath.wav"),
        (("render", "coherent"), "For example: kindtimer render coherent --out breath.wav"),
    ],
)
def test_what_is_not_understood_is_one_line_that_says_what_to_do(words: tuple[str, ...], remedy: str) -> None:
    with pytest.raises(WrongUsage) as line:
        typed(*words)
    assert "\n" not in str(line.value)
    assert remedy in str(line.value)
    assert not any(english in str(line.value) for english in ARGPARSE)


def test_numbers() -> None:
    assert (number(None, ""), number("2.5", ""), number("-1", "")) == (None, 2.5, -1.0)
    assert (whole(None, ""), whole("7", ""), whole("7.0", ""), whole("-7", "")) == (None, 7, 7, -7)


@pytest.mark.parametrize("text", ["", "three", "1,5", "0x10"])
def test_no_number(text: str) -> None:
    with pytest.raises(WrongUsage, match="--minutes 3"):
        number(text, "--minutes 3")


@pytest.mark.parametrize("text", ["1.5", "nan", "inf", "1e300", "x"])
def test_no_whole_number(text: str) -> None:
    with pytest.raises(WrongUsage):
        whole(text, "--breaths 10")


@pytest.mark.parametrize("command", [("breathe",), ("render", "coherent", "--out", "a.wav")])
def test_a_file_is_no_longer_than_a_session(command: tuple[str, ...]) -> None:
    assert length(typed(*command, "--minutes", "60")) == (60.0, None)
    with pytest.raises(WrongUsage):
        length(typed(*command, "--minutes", "60.5"))


@pytest.mark.parametrize("command", ["breathe", "render"])
def test_minutes_and_breaths_are_one_too_many(command: str) -> None:
    words = [command, "coherent", "--minutes", "1", "--breaths", "2"]
    with pytest.raises(WrongUsage):
        length(typed(*words, *(["--out", "a.wav"] if command == "render" else [])))


def test_the_help_is_in_the_program_s_own_words() -> None:
    for words in ((), ("render",), ("breathe",)):
        told = typed_help(*words)
        assert "show this help message" not in told
        assert "positional arguments" not in told
    assert "For example: kindtimer render coherent --out breath.wav" in typed_help("render")


def typed_help(*words: str) -> str:
    told = io.StringIO()
    with contextlib.redirect_stdout(told), pytest.raises(SystemExit):
        typed(*words, "--help")
    return told.getvalue()


@pytest.mark.parametrize("text", ["9" * 5000, "x" * 5000, "\x1b[31m", "1.5" + "0" * 3000])
def test_what_is_no_number_is_told_short_and_plain(text: str) -> None:
    with pytest.raises(WrongUsage) as line:
        whole(text, "--breaths 10")
    assert str(line.value).isprintable()
    assert len(str(line.value)) < 100 + LONGEST_NAME
