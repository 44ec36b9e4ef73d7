from pathlib import Path

import pytest

from kindtimer.core.cautions import CAUTIONS, IN_ONE_LINE, Caution

README = Path(__file__).parents[2] / "README.md"


def test_six_short_lines_say_what_is_to_be_said_once() -> None:
    assert len(CAUTIONS) == 6
    assert all(len(caution.words.split()) <= 30 for caution in CAUTIONS)
    assert len(IN_ONE_LINE) <= 100
    said = " ".join(caution.words for caution in CAUTIONS)
    for told in (
        "not treatment",
        "adults",
        "heart",
        "lung",
        "blood pressure",
        "epilepsy",
        "panic",
        "operation",
        "pregnant",
        "driving",
        "in water",
        "Esc",
        "Help now",
        "not for emergencies",
        "this computer",
    ):
        assert told in said


@pytest.mark.parametrize("caution", CAUTIONS, ids=lambda one: one.name)
def test_the_readme_says_the_same_ones(caution: Caution) -> None:
    readme = " ".join(README.read_text("utf-8").replace("`", "").replace("*", "").split())
    assert f"{caution.name}. {caution.words}" in readme
