import msgspec
import pytest

from kindtimer.store.practice_tables import PracticeTable, StepTable

LEAST = {
    "format": 1,
    "title": "One",
    "about": "About.",
    "benefit": "For.",
    "serves": ["comfort"],
    "shelf": "hurts",
    "step": [{"say": "Some words.", "silence": 8}],
}


def test_the_least_there_is() -> None:
    table = msgspec.convert(LEAST, PracticeTable)
    assert table.step[0] == StepTable(say="Some words.", silence=8.0)
    assert table.depth is None


@pytest.mark.parametrize("key", sorted(set(LEAST)))
def test_what_is_wanted_is_wanted(key: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=key):
        msgspec.convert({name: value for name, value in LEAST.items() if name != key}, PracticeTable)


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="goto"):
        msgspec.convert({**LEAST, "step": [{"goto": 1}]}, PracticeTable)
