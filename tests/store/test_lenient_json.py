import json

from hypothesis import given
from hypothesis import strategies as st

from kindtimer.store.lenient_json import decode, salvage, whole

NAMES = ("minutes", "volume", "scene")


def test_plain_utf8_is_told_from_the_rest() -> None:
    assert decode('{"a": "ü"}'.encode()) == ('{"a": "ü"}', True)
    assert decode('{"a": "ü"}'.encode("utf-8-sig")) == ('{"a": "ü"}', True)
    assert decode('{"a": "ü"}'.encode("utf-16-le")) == ('{"a": "ü"}', False)
    assert decode(b"\xff{}")[1] is False


def test_only_an_object_is_whole() -> None:
    assert whole('{"a": 1}') == {"a": 1}
    assert whole("[1]") is None
    assert whole('{"a": 1,}') is None
    assert whole("[" * 100_000) is None


def test_reading_goes_on_behind_a_damaged_place() -> None:
    text = '{"minutes": 3, "volume": oops, "later": 1, "scene": "words"}'
    assert salvage(text, NAMES) == {"minutes": 3, "scene": "words"}


def test_unknown_names_before_the_damage_are_found() -> None:
    assert salvage('{"later": {"a": [1]}, "minutes": 3', NAMES) == {"later": {"a": [1]}}


def test_a_number_at_the_very_end_may_be_half_a_number() -> None:
    assert salvage('{"minutes": 1', NAMES) == {}
    assert salvage('{"minutes": 1,', NAMES) == {"minutes": 1}


@given(
    st.dictionaries(st.sampled_from(NAMES), st.integers() | st.text(max_size=5) | st.booleans()), st.data()
)
def test_a_cut_file_gives_true_values_only(held: dict[str, object], data: st.DataObject) -> None:
    text = json.dumps(held)
    found = salvage(text[: data.draw(st.integers(0, len(text)))], NAMES)
    assert found.items() <= held.items()


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    assert isinstance(salvage("{" + text, NAMES), dict)
