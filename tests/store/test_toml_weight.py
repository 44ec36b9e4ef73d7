"""Texts that would keep the parser of TOML busy are refused; the others take work in step with their size."""

import sys
import tomllib
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.store.paths import assets
from kindtimer.store.toml_weight import LONGEST_LINE, MOST_DOTS, MOST_LINES, too_heavy

SHAPES: dict[str, Callable[[int], str]] = {
    "a key of many dots": lambda n: ".".join("a" * n) + " = 1",
    "a head of many dots": lambda n: "[" + ".".join("a" * n) + "]",
    "a head of tables of many dots": lambda n: "[[" + ".".join("a" * n) + "]]",
    "a key of quoted parts": lambda n: ".".join(['"a"'] * n) + " = 1",
    "a key of literal parts": lambda n: " . ".join(["'.'"] * n) + " = 1",
    "a key within a table on one line": lambda n: "b = {" + ".".join("a" * n) + " = 1}",
    "a key behind words that end in five quotes": lambda n: (
        'b = ["""x""""", {' + ".".join("a" * n) + " = 1}]"
    ),
    "a key behind literal words that end in four": lambda n: (
        "b = ['''x'''', {" + ".".join("a" * n) + " = 1}]"
    ),
    "a key behind a comment": lambda n: '# "\n' + ".".join("a" * n) + ' = 1 # "',
    "many keys of many dots": lambda n: "\n".join(
        f"a{k}." + ".".join("a" * 40) + " = 1" for k in range(n // 40)
    ),
    "many keys of a few dots": lambda n: "\n".join(f"a.b.c.d.k{k} = 1" for k in range(n // 8)),
    "many heads": lambda n: "\n".join(f"[a.b.c.k{k}]" for k in range(n // 8)),
    "many heads of tables": lambda n: "[[a]]\n" * (n // 6),
    "heads within the last of many tables": lambda n: (
        "[[a]]\n" * (n // 12) + "".join(f"[a.k{k}]\n" for k in range(n // 12))
    ),
    "a long array": lambda n: "a = [" + "1,\n" * (n // 3) + "]",
    "an array on one line": lambda n: "a = [" + "1," * (n // 2) + "]",
    "arrays in arrays": lambda n: "a = [\n" + "[[[[1]]]],\n" * (n // 10) + "]",
    "tables in an array": lambda n: "a = [\n" + "{b = {c = 1}},\n" * (n // 14) + "]",
    "escapes": lambda n: 'a = "' + "\\n" * (n // 2) + '"',
    "escapes over many lines": lambda n: 'a = """' + "\\n\\\n" * (n // 4) + '"""',
    "ends of words that are none": lambda n: 'a = """' + '\\"""\n' * (n // 5),
    "quotes within words": lambda n: 'a = """' + '""x\n' * (n // 4) + '"""',
    "empty words": lambda n: '"" = 1\n' * (n // 7),
    "an open array": lambda n: "a = [\n" * (n // 6),
    "a long number": lambda n: "a = " + "1" * n,
    "a number in sixteens": lambda n: "a = 0x" + "f" * n,
    "a number with marks": lambda n: "a = 1" + "_1" * (n // 2),
    "a number after the point": lambda n: "a = 0." + "1" * n,
    "blank": lambda n: " \n" * (n // 2),
    "comments": lambda n: "#\n" * (n // 2),
}


def work(text: str) -> int:
    """How many lines of Python are run to parse it."""
    count = 0

    def look(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal count
        count += event == "line"
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        pass
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_parsed_takes_work_in_step_with_its_size(shape: str) -> None:
    text, twice = SHAPES[shape](2000), SHAPES[shape](4000)
    assert too_heavy(text) or work(twice) <= 2.5 * work(text) + 100
    assert too_heavy(text) or work(text) <= 100 * len(text) + 1000


@pytest.mark.parametrize(
    "shape", [name for name in SHAPES if "many dots" in name or name.startswith("a key")]
)
def test_a_key_of_many_dots_is_refused_wherever_it_stands(shape: str) -> None:
    assert "dots" in too_heavy(SHAPES[shape](400))


def test_lines_have_an_end_and_texts_too() -> None:
    assert "on one line" in too_heavy("# " + "x" * LONGEST_LINE)
    assert "lines are read" in too_heavy("\n" * MOST_LINES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'say = "Wait … . . . . . . . . . . . ."',
        'say = """\nWait. . . . . . . . . . . .\nAnd. on. on. on. on. on. on. on. on. on.\n"""',
        "say = '. . . . . . . . . . . . .'",
        "# . . . . . . . . . . . . . . .",
        'say = "a \\" . . . . . . . . . . . ."',
        "[for_this_week]\nlist = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]",
        ".".join("a" * (MOST_DOTS + 1)) + " = 1",
    ],
)
def test_words_may_have_as_many_dots_as_they_like(text: str) -> None:
    tomllib.loads(text)
    assert too_heavy(text) == ""


def test_ours_are_light() -> None:
    for file in assets().rglob("*.toml"):
        if file.parent.parent.name == "practices":
            assert too_heavy(file.read_text("utf-8")) == ""


@given(st.text(alphabet="a.\"'\\#\n =[]{},", max_size=60))
def test_no_text_hides_a_key_of_many_dots(around: str) -> None:
    text = f"{around}\n{'.'.join('a' * 20)} = 1"
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        parsed = {}

    def depth(held: object) -> int:
        inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
        return 1 + max(map(depth, inner), default=0)

    assert depth(parsed) < 20 or too_heavy(text)
