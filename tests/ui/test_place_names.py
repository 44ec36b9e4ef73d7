from kindtimer.ui import place_names


def test_no_two_places_have_one_name() -> None:
    names = [value for name, value in vars(place_names).items() if name.isupper()]
    assert len(names) == 11
    assert len(set(names)) == len(names)
