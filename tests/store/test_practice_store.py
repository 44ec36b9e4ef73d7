from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindtimer.core.pattern import Pattern
from kindtimer.core.practice import Ask, AskForm, Breathe, Choose, Ground, Rest, Say, Touch
from kindtimer.core.practice_plan import Depth, Length
from kindtimer.core.touch_holds import HOLDS
from kindtimer.store.paths import assets
from kindtimer.store.pattern_store import read_patterns
from kindtimer.store.practice_store import BadPractice, packed, read_practice, read_practices

HEAD = """\
format = 1
title = "One"
about = "About."
benefit = "For."
serves = ["comfort"]
shelf = "hurts"
"""
SAY = '[[step]]\nsay = "Some words."\nsilence = 8\n'


@pytest.fixture(scope="module")
def patterns() -> Mapping[str, Pattern]:
    return read_patterns(assets() / "patterns.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "one"
    made.mkdir()
    return made


def write(folder: Path, text: str) -> Path:
    (folder / "practice.toml").write_text(text, "utf-8")
    return folder


def refused(folder: Path, patterns: Mapping[str, Pattern], text: str | bytes) -> str:
    held = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    (folder / "practice.toml").write_bytes(held)
    with pytest.raises(BadPractice) as found:
        read_practice(folder, patterns)
    assert all(line.startswith("one/practice.toml") for line in found.value.findings)
    assert all(line.isprintable() and len(line) < 700 for line in found.value.findings)
    return str(found.value)


def test_every_practice_of_ours_can_be_read(patterns: Mapping[str, Pattern]) -> None:
    plans = read_practices(assets() / "practices", patterns)
    assert "compassion_break" in plans
    assert all(plan.lengths for plan in plans.values())


def test_each_kind_of_step(folder: Path, patterns: Mapping[str, Pattern]) -> None:
    text = (
        HEAD
        + SAY
        + (
            '[[step]]\nbreathe = "longer_out_46"\nminutes = 1\nramp = true\n'
            "[[step]]\nbreathe = 6\nbreaths = 4\n"
            '[[step]]\nrest = 30\nwords = "Quiet."\n'
            '[[step]]\ntouch = "A hand."\nholds = ["cheek"]\nsilence = 20\n'
            '[[step]]\nask = "How strong?"\nid = "how"\nform = "scale"\noptions = ["not", "very"]\n'
            '[[step]]\nground = 20\nlines = ["Colours.", "Sounds."]\n'
            '[[step]]\nchoose = "Which?"\n'
            'way = [{words = "One", step = [{rest = 10}]}, {words = "Two", step = [{rest = 20}]}]\n'
        )
    )
    plan = read_practice(write(folder, text), patterns)
    steps = plan.steps[Length.SHORT]
    assert [type(step) for step in steps] == [Say, Breathe, Breathe, Rest, Touch, Ask, Ground, Choose]
    assert plan.depth is Depth.DEEPER
    breath = steps[2]
    assert isinstance(breath, Breathe)
    assert (breath.breaths, breath.pace.target.inhale, breath.pace.target.out) == (4, 4.0, 6.0)
    asked = steps[5]
    assert isinstance(asked, Ask)
    assert (asked.form, asked.seconds) == (AskForm.SCALE, 60.0)
    assert packed(plan, "mine").packed == "mine"


def test_numbers_and_steps_can_differ_by_length(folder: Path, patterns: Mapping[str, Pattern]) -> None:
    text = (
        HEAD
        + 'lengths = ["moment", "full"]\n'
        + (
            '[[step]]\nsay = "Some words."\nsilence = {moment = 6, full = 20}\n'
            '[[step]]\nrest = 60\nlengths = ["full"]\n'
        )
    )
    plan = read_practice(write(folder, text), patterns)
    assert plan.lengths == (Length.MOMENT, Length.FULL)
    assert [len(plan.steps[one]) for one in plan.lengths] == [1, 2]
    assert plan.seconds(Length.FULL) > plan.seconds(Length.MOMENT) + 70


def test_all_holds_are_shown_where_none_is_named(folder: Path, patterns: Mapping[str, Pattern]) -> None:
    text = HEAD + '[[step]]\ntouch = "A hand."\nsilence = 20\n'
    step = read_practice(write(folder, text), patterns).steps[Length.SHORT][0]
    assert isinstance(step, Touch)
    assert step.holds == tuple(HOLDS)


@pytest.mark.parametrize(
    ("steps", "named"),
    [
        ("", "step"),
        ("step = []\n", "at least one step"),
        ("[[step]]\n", "step 1: exactly one of say"),
        (SAY + '[[step]]\nsay = "a"\nrest = 4\n', "step 2: exactly one of"),
        ("[[step]]\nsay = 3\nsilence = 8\n", "step 1, say: expected `str"),
        ('[[step]]\nsay = "Some words."\n', "step 1, silence: a number is wanted for short"),
        ('[[step]]\nsay = "Some words."\nsilence = {full = 9}\n', "silence: a number is wanted for short"),
        ('[[step]]\nsay = "Some words."\nsilence = "long"\n', "step 1, silence"),
        ('[[step]]\nsay = "Some words."\nsilence = -1\n', "step 1, silence"),
        ('[[step]]\nsay = "Some words."\nsilence = nan\n', "step 1"),
        ('[[step]]\nsay = "Some words."\nsilence = inf\n', "step 1"),
        ('[[step]]\nsay = "Some words."\nsilence = 8\nholds = ["cheek"]\n', "holds: beside say only"),
        ('[[step]]\nwink = "a"\n', "unknown field `wink`"),
        ('[[step]]\nbreathe = "no_such"\nminutes = 1\n', "“no_such” is not known; known are longer_out_46"),
        ('[[step]]\nbreathe = "longer_out_46"\n', "minutes or breaths"),
        ('[[step]]\nbreathe = "longer_out_46"\nminutes = 1\nbreaths = 4\n', "minutes or breaths"),
        ('[[step]]\nbreathe = "longer_out_46"\nminutes = 40\n', "at most 20 minutes"),
        ("[[step]]\nbreathe = 90\nminutes = 1\n", "step 1, breathe"),
        ("[[step]]\nbreathe = 20\nminutes = 1\n", "step 1, breathe: an in-breath lasts 1.5"),
        ("[[step]]\nbreathe = 17\nminutes = 1\n", "step 1, breathe"),
        (
            '[[step]]\nbreathe = "sigh"\nminutes = 4\n' * 2,
            "step 2, breathe: with the breaths shortly before it",
        ),
        ('[[step]]\nbreathe = "four_seven_eight"\nbreaths = 4\n', "has a caution"),
        ('[[step]]\nbreathe = "four_seven_eight"\nbreaths = 7\n', "at most 6 breaths"),
        ('[[step]]\ntouch = "A hand."\nholds = ["tail"]\nsilence = 9\n', "“tail” is not known"),
        ('[[step]]\nask = "What?"\n', "step 1, id: a question has an id"),
        ('[[step]]\nask = "What?"\nid = "a"\nform = "essay"\n', "step 1, form"),
        ('[[step]]\nchoose = "Which?"\nway = [{words = "One"}]\n', "two or three ways"),
        (
            '[[step]]\nchoose = "Which?"\nway = [{words = "One", goto = 1}]\n',
            "step 1, way 1: object contains",
        ),
        ("[[step]]\nground = 20\n", "at least one line"),
        (SAY.replace("Some words.", "Close your eyes."), "nobody's order"),
        ("lengths = []\n" + SAY, "at least one step"),
        ('lengths = ["\\u001b[31m\\ufeff\\n"]\n' + SAY, "lengths 1: invalid enum value"),
        (f'[[step]]\n"{"wink " * 1000}" = 1\n', "unknown field `wink"),
        ('[[step]]\n"\\u001b[2J\\n\\u202e" = 1\n', "unknown field"),
        ('[[step]]\ntouch = "A hand."\nholds = ["\\u001b\\ufeff"]\nsilence = 9\n', "is not known"),
        ('[[step]]\nbreathe = "\\u202e\\n"\nminutes = 1\n', "is not known"),
        (SAY + 'recall = "\\u001b[2J"\n', "no question before it"),
        ('[[step]]\nask = "What?"\nid = "\\u001b\\n"\n' * 2, "stands twice"),
        ("[[step]]\nrest = 9\n" * 9_000, "at most 200 steps"),
    ],
)
def test_what_is_spoilt_is_named_with_the_way_to_mend_it(
    folder: Path, patterns: Mapping[str, Pattern], steps: str, named: str
) -> None:
    assert named in refused(folder, patterns, HEAD + steps)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "missing required field"),
        (HEAD.replace("format = 1", "format = 9") + SAY, "format: this KindTimer reads format 1"),
        (HEAD.replace('"hurts"', '"elsewhere"') + SAY, "shelf"),
        (HEAD.replace('"comfort"', '"winning"') + SAY, "serves 1"),
        (HEAD.replace('"One"', '""') + SAY, "title: some words"),
        (HEAD.replace('"One"', '"a\\u202Eb"') + SAY, "title: the sign U+202E"),
        (HEAD + "title = 'again'\n" + SAY, "not valid TOML"),
        ("a = " + "[" * 5000, "too deep"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (".".join("a" * 4000) + " = 1", "dots stand in one key"),
        ("# " + "x" * 9000, "on one line"),
        ("# " + "x" * 300_000, "larger than 256 KB"),
        (
            HEAD + 'closing = "Eyes closed now, or shut your eyes."\n' + SAY,
            "closing: eyes are nobody's order",
        ),
        (HEAD + 'caution = """' + "a\n" * 300 + '"""\n' + SAY, "caution"),
    ],
)
def test_a_spoilt_file_is_refused(
    folder: Path, patterns: Mapping[str, Pattern], text: str | bytes, named: str
) -> None:
    assert named in refused(folder, patterns, text)


def test_choices_within_choices_have_an_end(folder: Path, patterns: Mapping[str, Pattern]) -> None:
    step = "{rest = 10}"
    for _ in range(6):
        ways = ", ".join(f'{{words = "{name}", step = [{step}]}}' for name in "AB")
        step = f'{{choose = "Which?", way = [{ways}]}}'
    assert "three deep" in refused(folder, patterns, HEAD + f"step = [{step}]\n")


def test_a_folder_without_a_file_and_one_with_another_name(
    tmp_path: Path, patterns: Mapping[str, Pattern]
) -> None:
    empty = tmp_path / "one"
    empty.mkdir()
    with pytest.raises(BadPractice, match="could not be read"):
        read_practice(empty, patterns)
    for name in ("Two", "2", "con.", "..x", "a-b"):
        other = tmp_path / name
        other.mkdir()
        write(other, HEAD + SAY)
        with pytest.raises(BadPractice, match="name of the folder"):
            read_practice(other, patterns)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400), st.integers(0, 2000), st.integers(0, 60))
def test_whatever_stands_in_a_file_it_is_read_or_refused(
    folder: Path, patterns: Mapping[str, Pattern], noise: bytes, at: int, cut: int
) -> None:
    whole = (assets() / "practices" / "compassion_break" / "practice.toml").read_bytes()
    (folder / "practice.toml").write_bytes(whole[:at] + noise + whole[at + cut :])
    try:
        told = [length.value for length in read_practice(folder, patterns).lengths]
    except BadPractice as refusal:
        told = refusal.findings
    assert told
