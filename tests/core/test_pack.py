import pytest

from kindtimer.core.pack import Pack, is_newer, read_version


@pytest.mark.parametrize(
    ("text", "version"), [("1", (1,)), ("1.0", (1, 0)), ("0.12.3", (0, 12, 3)), ("1.2.3.4", (1, 2, 3, 4))]
)
def test_a_version_is_its_numbers(text: str, version: tuple[int, ...]) -> None:
    assert read_version(text) == version
    assert Pack("a", "A", "B", version).version_told == text


@pytest.mark.parametrize("text", ["", "1.", ".1", "v1", "1.0-beta", "1.2.3.4.5", "١", "1.-2", "1 2", "9" * 9])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_version(text)


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [
        ((1, 1), (1, 0), True),
        ((1, 0), (1, 0), False),
        ((1, 0, 0), (1,), False),
        ((1,), (1, 0, 0), False),
        ((1, 10), (1, 9), True),
        ((1, 9), (2,), False),
    ],
)
def test_which_of_two_is_newer(one: tuple[int, ...], other: tuple[int, ...], newer: bool) -> None:
    assert is_newer(one, other) is newer
