from kindtimer.ui.session_feelings import BETWEEN, GROUPS, feeling_groups


def test_both_axes_are_offered_from_both_ends_and_what_is_hard_to_place() -> None:
    titles = list(feeling_groups())
    assert len(titles) == 5
    for end in ("More energy", "Less energy", "less pleasant", "more pleasant"):
        assert sum(end in title for title in titles) == 2


def test_no_word_is_there_twice_and_several_can_be_told_apart() -> None:
    words = [word for group in GROUPS.values() for word in group]
    assert len(set(words)) == len(words)
    assert not any(BETWEEN.strip() in word for word in words)
    assert "no word fits" in words
