from kindtimer.core.sound import Bells, Carrier
from kindtimer.core.sound_names import BELL_NAMES, CARRIER_NAMES


def test_every_carrier_that_can_be_chosen_has_a_name() -> None:
    assert list(CARRIER_NAMES) == [carrier.value for carrier in Carrier if carrier is not Carrier.CLICK]


def test_every_choice_of_bells_has_a_name() -> None:
    assert list(BELL_NAMES) == [bells.value for bells in Bells]
