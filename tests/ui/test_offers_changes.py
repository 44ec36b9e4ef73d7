from kindtimer.core.offer_wish import Missed
from tests.ui.offers_room import changes


def test_changes_are_taken_back_one_by_one() -> None:
    made = changes()
    noted: list[bool] = []
    made.noted = lambda: noted.append(bool(made))
    assert made.change("first", missed=Missed.ONE_LATE)
    assert made.change("second", discreet=True)
    assert not made.change("nothing", discreet=True)
    assert (made.undo(), made.settings.discreet) == ("second", False)
    assert (made.undo(), made.settings.missed) == ("first", Missed.LET_GO)
    assert made.undo() == ""
    assert noted == [True, True, True, False, False]


def test_what_was_changed_elsewhere_since_then_is_not_taken_back() -> None:
    made = changes()
    made.change("first", discreet=True)
    made.change("second", input_s=9.0)
    made._preferences.change(input_s=20.0)
    assert made.undo() == "first"
    assert (made.settings.input_s, made.settings.discreet) == (20.0, False)


def test_a_move_key_by_key_was_one_change_until_it_rests() -> None:
    made = changes()
    for seconds in (6.0, 7.0, 8.0):
        made.change("moved", moves=True, input_s=seconds)
    made.rest()
    made.change("moved once more", moves=True, input_s=9.0)
    assert (made.undo(), made.settings.input_s) == ("moved once more", 8.0)
    assert (made.undo(), made.settings.input_s) == ("moved", 5.0)
    assert not made


def test_a_move_that_goes_back_to_where_it_began_leaves_nothing_to_undo() -> None:
    made = changes()
    made.change("moved", moves=True, input_s=6.0)
    made.change("moved", moves=True, input_s=5.0)
    assert not made
