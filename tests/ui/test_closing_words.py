from kindtimer.ui.closing_words import closing_told


def test_it_says_what_closing_means() -> None:
    assert "ends KindTimer" in closing_told(stays=False)
    assert "second start" in closing_told(stays=True)
    assert "ends" not in closing_told(stays=True)
