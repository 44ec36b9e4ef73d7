import pytest

from kindtimer.core.hard_times import SECTIONS, HardTimes, rejoined, storable, together


def test_sections_that_have_words_in_their_order() -> None:
    page = (
        HardTimes()
        .with_text("people", "Mila")
        .with_text("early_signs", "no sleep")
        .with_text("places", " \n")
    )
    assert [(section.id, text) for section, text in page.filled()] == [
        ("early_signs", "no sleep"),
        ("people", "Mila"),
    ]
    assert page.text("people") == "Mila"


def test_each_section_is_a_field_of_the_page() -> None:
    page = HardTimes()
    for section in SECTIONS:
        page = page.with_text(section.id, section.title)
    assert [text for _, text in page.filled()] == [section.title for section in SECTIONS]


def test_its_own_description_holds_none_of_the_words() -> None:
    page = HardTimes()
    for section in SECTIONS:
        page = page.with_text(section.id, "a secret")
    assert "secret" not in f"{page!r} {page}"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\u2029four", "one\ntwo\nthree\nfour"),
        ("zero\0", "zero"),
        ("half \ud83c", "half \ufffd"),
        ("whole \ud83c\udf31", "whole \U0001f331"),
        ("🌱 שלום", "🌱 שלום"),
        ("a picture \ufffchere\ufeff", "a picture here"),
        ("\x07bell\x1b[0m\x9f and\ttab", "bell[0m and\ttab"),
        ("page\fline\u2028end\x85", "page\nline\nend\n"),
        ("می\u200cخواهم 👩\u200d🌾 \u200eok", "می\u200cخواهم 👩\u200d🌾 \u200eok"),
    ],
)
def test_text_any_file_takes(typed: str, kept: str) -> None:
    assert storable(typed) == kept
    assert HardTimes().with_text("eases", typed).eases.encode("utf-8") == kept.encode("utf-8")


def test_what_was_written_unseen_stands_under_what_is_kept() -> None:
    kept = HardTimes(people="Mila", places="the bench", eases="tea")
    written = HardTimes(people="Jon", places="the bench", safer="the keys")
    assert together(kept, written) == HardTimes(
        people="Mila\n\nJon", places="the bench", eases="tea", safer="the keys"
    )


@pytest.mark.parametrize(
    ("seen", "kept", "written", "joined"),
    [
        ("", "", "New.", "New."),
        ("Old.", "Old.", "New.", "New."),
        ("Old.", "Old.", "", ""),
        ("Old.", "Theirs.", "Old.", "Theirs."),
        ("Old.", "", "Old.", ""),
        ("Old.", "Theirs.", "Mine.", "Theirs.\n\nMine."),
        ("Old.", "Theirs.", "", "Theirs."),
        (None, "Theirs.", "Mine.", "Theirs.\n\nMine."),
        (None, "Theirs.", "", "Theirs."),
    ],
)
def test_what_was_written_meanwhile_from_two_sides_is_joined(
    seen: str | None, kept: str, written: str, joined: str
) -> None:
    before = None if seen is None else HardTimes(eases=seen)
    assert rejoined(before, HardTimes(eases=kept), HardTimes(eases=written)).eases == joined
