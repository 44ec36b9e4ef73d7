import gettext
from collections.abc import Iterator

import pytest

from kindtimer.core.breath import Phase
from kindtimer.core.words import (
    ARRIVING,
    CLOSING,
    FOR_ONE_MINUTE,
    PHASE_WORDS,
    SOFTER,
    _,
    arriving,
    closing_line,
    language,
    speak,
    tr,
    trn,
)


class Shouting(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper() if message else "Project-Id-Version: header"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return "{count} ATEM" if count == 1 else "{count} ATEMZÜGE"


@pytest.fixture
def translated() -> Iterator[None]:
    speak(Shouting())
    yield
    speak(gettext.NullTranslations())


def test_without_a_catalogue_a_text_is_itself() -> None:
    assert tr("Enough for now.") == "Enough for now."
    assert trn("{count} breath", "{count} breaths", 1) == "1 breath"
    assert trn("{count} breath", "{count} breaths", 3) == "3 breaths"


def test_named_values_are_filled_in() -> None:
    assert tr("about {count} minutes of {what}", count=3, what="{quiet}") == "about 3 minutes of {quiet}"


def test_braces_without_values_stay() -> None:
    assert tr("{so}") == "{so}"


@pytest.mark.usefixtures("translated")
def test_a_catalogue_is_used_where_a_text_is_shown() -> None:
    marked = _("Enough for now.")
    assert marked == "Enough for now."
    assert tr(marked) == "ENOUGH FOR NOW."
    assert trn("{count} breath", "{count} breaths", 2) == "2 ATEMZÜGE"


@pytest.mark.usefixtures("translated")
def test_no_text_is_no_text_and_never_the_catalogues_header() -> None:
    assert tr("") == ""


def test_every_phase_has_a_word() -> None:
    assert set(PHASE_WORDS) == {phase.value for phase in Phase}


def test_a_session_is_called_what_it_is() -> None:
    assert arriving(180.0) == ARRIVING
    assert arriving(90.1)[0] == ARRIVING[0]
    assert arriving(90.0)[0] == arriving(5.0)[0] == FOR_ONE_MINUTE


def test_beside_smaller_and_softer_nothing_else_is_said_of_size() -> None:
    first, second = arriving(180.0, softer=True)
    assert first == ARRIVING[0]
    assert not {"size", "small", "deep"} & set(second.casefold().split())
    assert SOFTER not in (first, second)


def test_the_same_session_has_the_same_closing_line() -> None:
    assert {closing_line(seed) for seed in range(1000)} == set(CLOSING)
    assert closing_line(12345) == closing_line(12345)


def test_the_language_is_the_catalogue_s_own() -> None:
    assert language() == "en"

    class Arabic(gettext.NullTranslations):
        def info(self) -> dict[str, str]:
            return {"language": "ar"}

    speak(Arabic())
    try:
        assert language() == "ar"
    finally:
        speak(gettext.NullTranslations())
