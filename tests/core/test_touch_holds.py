from kindtimer.core.touch_holds import HOLDS, WITHOUT_TOUCH


def test_the_ones_without_touch_come_first() -> None:
    assert tuple(HOLDS)[: len(WITHOUT_TOUCH)] == WITHOUT_TOUCH
    assert len(HOLDS) > len(WITHOUT_TOUCH)
    assert all(HOLDS.values())
