from hypothesis import given
from hypothesis import strategies as st

from kindtimer.ui.long_names import ISOLATE, ISOLATE_END, JOINER, MAY_BREAK, breakable, isolated, shortened


def test_what_is_short_stays_and_lies_on_one_line() -> None:
    assert shortened("Headset", 60) == "Headset"
    assert shortened("  Head\nset\x00 1 ", 60) == "Head set 1"


def test_what_is_long_keeps_its_beginning_and_its_end() -> None:
    told = shortened("Headphones " + "x" * 4000 + " (left)", 60)
    assert len(told) <= 60
    assert told.startswith("Headphones")
    assert told.endswith("(left)")
    assert "…" in told


def test_no_joiner_is_left_hanging() -> None:
    family = f"👩{JOINER}👧"
    for most in range(6, 30):
        told = shortened(family * 40, most)
        head, tail = told.split("…")
        assert not head.endswith(JOINER)
        assert not tail.startswith(JOINER)


@given(st.text(), st.integers(6, 80))
def test_it_is_never_longer_than_it_may_be(text: str, most: int) -> None:
    told = shortened(text, most)
    assert len(told) <= most
    assert "\n" not in told


@given(st.text(alphabet=st.characters(exclude_characters=MAY_BREAK)))
def test_breaks_change_no_letter(text: str) -> None:
    assert breakable(text).replace(MAY_BREAK, "") == text


def test_a_long_run_breaks_and_signs_that_belong_together_do_not() -> None:
    assert max(len(one) for one in breakable("x" * 40).split(MAY_BREAK)) == 8
    assert f"org/{MAY_BREAK}a" in breakable("https://example.org/a")
    assert (
        breakable("The Qt Company Ltd. and other contributors")
        == "The Qt Company Ltd. and other contributors"
    )
    assert MAY_BREAK not in breakable(f"👩{JOINER}👧{JOINER}👧{JOINER}👧{JOINER}👧")


def test_a_name_keeps_its_direction_to_itself() -> None:
    assert isolated("سماعة") == f"{ISOLATE}سماعة{ISOLATE_END}"
