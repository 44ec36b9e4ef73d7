from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.own_words import STAYS, one_line, showable, showable_line

MARKS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x2030), *range(0x2060, 0x2070))))
SOME = "\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\ufeff\ufff9\ufffc\ufffe\ud83d\udc80"
SOME += "\U000e0041\U000e007f\U0001f3f4"
ANY = st.text(st.one_of(st.characters(), st.sampled_from(MARKS + SOME + "[]m;0aב\u00a0\u3000")), max_size=60)


@given(ANY)
def test_whatever_it_was_it_is_one_harmless_line(words: str) -> None:
    line = one_line(words)
    assert line == one_line(line)
    assert len(line) <= len(words)
    assert line == " ".join(line.split())
    assert not set(line) & (set(MARKS) | {"\u200b", "\u00ad", "\ufeff"})
    assert not any(category(one) in ("Cc", "Cs", "Zl", "Zp") for one in line)
    line.encode()


@given(ANY)
def test_whatever_can_be_read_stays_and_in_its_order(words: str) -> None:
    letters = [one for one in words if one.isalpha() and one not in "m" and one.isprintable()]
    if not {"\x1b", *map(chr, range(0x80, 0xA0))} & set(words):
        assert [one for one in one_line(words) if one in letters] == letters


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (" Rest\nyour\teyes. ", "Rest your eyes."),
        ("one\u2028two\u2029three\x85four\x0bfive\rsix", "one two three four five six"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred\x9bm", "red"),
        ("\x1b]0;a title\x07rest", "rest"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq#0\x1b\\rest", "rest"),
        ("\x1b(Brest\x1bc", "restc"),
        ("\x1b]0;no end", "]0;no end"),
        ("rest\x08\x00\x7f now", "rest now"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\u2066rest\u2069 \u202arest\u202c", "rest rest"),
        ("r\u200be\u2060s\ufefft\u00ad", "rest"),
        ("\ud83drest", "rest"),
        ("rest\U000e0041\U000e0042", "rest"),
        ("\u200d\u200e \u200f", ""),
        ("\u200b\x00", ""),
        ("", ""),
    ],
)
def test_what_is_more_than_words_goes(words: str, line: str) -> None:
    assert one_line(words) == line


@pytest.mark.parametrize(
    "words",
    [
        "👩\u200d🚀 eine Minute",
        "👨\u200d👩\u200d👧\u200d👦",
        "❤️",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "🇺🇦",
        "דקה אחת\u200f!",
        "دقيقة\u061c واحدة",
        "می\u200cخواهم",
        "C++\u200e ושלום",
        "क\u094d\u200dष",
        "é e\u0301",
        "\ue000",
        "🫨\U0001fae9",
    ],
)
def test_what_words_are_written_with_stays(words: str) -> None:
    assert one_line(words) == words
    assert set(STAYS) >= {"\u200d", "\u200e", "\u200f"}


HOSTILE = ["\x1b[31mred", "a\nb", "a\rb", "\x9b2J", "\udcff.wav", "\u202egnp.wav", "\x00", "\x7f", "\u2028"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_never_steers_the_terminal(name: str) -> None:
    assert showable(name).isprintable()
    assert "\ufffd" in showable(name)


@pytest.mark.parametrize(
    "name", ["breath.wav", "Atem übung.wav", "呼吸.wav", "می\u200cروم", "a\u202fb", "🌼"]
)
def test_a_name_people_use_is_shown_as_it_is(name: str) -> None:
    assert showable(name) == name


def test_a_long_name_loses_its_middle() -> None:
    assert showable("x" * 40, 40) == "x" * 40
    assert showable("a" * 300 + "z.wav", 40) == "a" * 20 + "…" + "a" * 14 + "z.wav"
    assert len(showable("y" * 5000, 41)) == 41


def test_a_line_stays_one_line_and_keeps_its_spaces() -> None:
    told = showable_line("“" + "x" * 5000 + "” is\nno\u202ffolder\u00a0: \x1b[2J")
    assert told.endswith(" is no\u202ffolder\u00a0: \ufffd[2J")
    assert len(told) < 250
