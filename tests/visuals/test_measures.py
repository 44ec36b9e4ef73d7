from kindtimer.visuals import measures


def test_three_sizes_of_type_and_targets_that_can_be_hit() -> None:
    assert (measures.SMALL_TYPE, measures.MEDIUM_TYPE, measures.LARGE_TYPE) == (14, 18, 32)
    assert measures.TARGET >= 44
    assert measures.ROW >= measures.TARGET
    assert all(
        size % measures.GRID == 0 for size in (measures.SIDEBAR, measures.RAIL, measures.BAR, measures.COLUMN)
    )
