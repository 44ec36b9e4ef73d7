from kindtimer.core.cautions import CAUTIONS, IN_ONE_LINE


def test_six_short_lines_say_what_is_to_be_said_once() -> None:
    assert len(CAUTIONS) == 6
    assert all(len(caution.words.split()) <= 30 for caution in (*CAUTIONS,))
    assert len(IN_ONE_LINE) <= 100
    said = " ".join(caution.words for caution in CAUTIONS)
    for told in (
        "not treatment",
        "heart",
        "pregnant",
        "driving",
        "in water",
        "Esc",
        "Help now",
        "this computer",
    ):
        assert told in said
