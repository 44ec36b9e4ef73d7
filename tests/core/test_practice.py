from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.practice import CLOSING_AT, QUIET_SECONDS, Breathe, Practice, Rest, Say


def test_quiet_after_the_last_breath_is_ten_to_fifteen_seconds() -> None:
    assert 10.0 <= QUIET_SECONDS <= 15.0
    assert CLOSING_AT == 5.0


def test_a_breathe_step_names_three_phases_and_folds_unless_told() -> None:
    step = Breathe(Pace(ARRIVAL), 3)
    assert (step.named, step.folds, step.arriving, step.told) == (3, True, (), "")


def test_steps_stand_in_the_order_they_are_given() -> None:
    steps = (Say("Feet on the floor.", 5.0), Breathe(Pace(ARRIVAL), 3), Rest(12.0, closing=True))
    assert Practice("breathe", steps).steps == steps
    assert Practice("breathe", steps).pattern is None
