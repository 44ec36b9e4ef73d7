"""What the program says: never a word of the banned list, everything open to translation."""

import tomllib
from pathlib import Path

import pytest

from kindtimer.core import words
from tests.make_template import ROOT, TEMPLATE, template
from tests.rules.source_tree import SourceTree
from tests.rules.voice import Said, Voice, everything_said, said_in_code

LISTED = Path(__file__).with_name("banned_words.toml")
VOICE = Voice.read(LISTED)
SAID = everything_said(SourceTree(ROOT))


def test_nothing_that_is_said_stands_on_the_list() -> None:
    found = [
        f"{one.file}: {text!r}: {what}"
        for one in SAID
        if not one.evidence
        for text in (one.text, one.plural)
        for what in VOICE.breaches(text)
    ]
    assert found == []


def test_there_is_something_to_look_at() -> None:
    assert len(SAID) > 60
    assert {one.file.split("/")[0] for one in SAID} == {"kindtimer", "assets"}


@pytest.mark.parametrize(
    "text",
    [
        "You should breathe.",
        "Just breathe.",
        "Try to relax",
        "Don’t forget your minute",
        "A good breath",
        "GREAT",
        "Welcome back.",
        "Three days in a row",
        "{count} sessions",
        "Are you sure you want to leave?",
        "Try again",
        "The garden  waits.",
        "You are safe.",
        "It will pass.",
        "I am here",
        "Here I stand",
        "Tell me",
        "We breathe",
        "A healing journey",
        "Melt into it",
        "hold on",
        "This helps",
        "Hello!",
        "Loading...",
        "Loading…",
        "A breath 🌱",
        "A star ✨",
    ],
)
def test_a_planted_breach_is_caught(text: str) -> None:
    assert VOICE.breaches(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Good to see you.",
        "Help now",
        "Holds longer than 4 seconds are left out here.",
        "Nothing to fix for a few minutes.",
        "Sound is off here. ↑ turns it on.",
        "adjust, business, wellness, goodness, falls-free",
        "Small · Pause · ⋯",
    ],
)
def test_kind_lines_are_left_in_peace(text: str) -> None:
    assert VOICE.breaches(text) == []


def test_an_allowance_holds_for_its_own_text_alone() -> None:
    assert VOICE.breaches("Good to see you") != []


def test_every_kind_and_every_allowance_has_a_reason() -> None:
    listed = tomllib.loads(LISTED.read_text("utf-8"))
    assert all(len(one["reason"]) > 10 for one in [*listed["kind"], *listed["allowed"]])


def test_greetings_hold_no_number() -> None:
    said = (
        *words.ARRIVING,
        words.FOR_ONE_MINUTE,
        words.BESIDE_SOFTER,
        *words.CLOSING,
        *words.GROUNDING,
        words.SOFTER,
        words.AWAY,
    )
    assert [text for text in said if any(letter.isdigit() for letter in text)] == []


def test_texts_are_found_wherever_they_are_said(tmp_path: Path) -> None:
    page = tmp_path / "kindtimer" / "page.py"
    page.parent.mkdir()
    page.write_text(
        'A = _("one")\ndef f(n):\n    return tr("two"), trn("{count} three", "{count} threes", n)\n'
    )
    where = "kindtimer/page.py"
    assert sorted(said_in_code(SourceTree(tmp_path))) == [
        Said("one", "", where),
        Said("two", "", where),
        Said("{count} three", "{count} threes", where),
    ]


def test_template_quotes_what_needs_it() -> None:
    made = template([Said('say "{what}"', "", "a.py"), Said("{count} breath", "{count} breaths", "b.py")])
    assert 'msgid "say \\"{what}\\""' in made
    assert 'msgid "{count} breath"\nmsgid_plural "{count} breaths"\nmsgstr[0] ""' in made
    assert "#: a.py\n#, python-brace-format" in made


def test_template_for_translators_is_current() -> None:
    """`python -m tests.make_template` makes it so."""
    assert TEMPLATE.read_text("utf-8") == template(SAID)
