from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.ears import Ears, Output, Wanted

H, L, U = Output.HEADSET, Output.LOUDSPEAKER, Output.UNKNOWN

HELD_BACK = {
    (Wanted.UNSET, H): False,
    (Wanted.UNSET, U): False,
    (Wanted.UNSET, L): True,
    (Wanted.WITH_SOUND, H): False,
    (Wanted.WITH_SOUND, U): False,
    (Wanted.WITH_SOUND, L): False,
    (Wanted.QUIETLY, H): True,
    (Wanted.QUIETLY, U): True,
    (Wanted.QUIETLY, L): True,
}


@pytest.mark.parametrize(("wanted", "output"), list(product(Wanted, Output)))
def test_what_plays_where(wanted: Wanted, output: Output) -> None:
    ears = Ears(wanted).moved_to(output)
    assert ears.held_back is HELD_BACK[wanted, output]
    assert ears.open is not HELD_BACK[wanted, output]
    assert ears.louder().open
    assert not ears.louder().toggled_mute().open


@pytest.mark.parametrize("wanted", list(Wanted))
def test_with_nothing_there_nothing_is_open_nor_held_back(wanted: Wanted) -> None:
    ears = Ears(wanted)
    assert not ears.open
    assert not ears.held_back


@pytest.mark.parametrize(("wanted", "to"), list(product(Wanted, [L, U])))
@pytest.mark.parametrize("by_way_of_nothing", [True, False])
def test_a_pulled_headset_never_spills(wanted: Wanted, to: Output, by_way_of_nothing: bool) -> None:
    ears = Ears(wanted).moved_to(H).louder()
    assert ears.open
    if by_way_of_nothing:
        ears = ears.moved_to(None)
    ears = ears.moved_to(to)
    assert not ears.open
    assert ears.held_back


@pytest.mark.parametrize("wanted", [Wanted.UNSET, Wanted.WITH_SOUND])
def test_sound_returns_to_a_headset(wanted: Wanted) -> None:
    ears = Ears(wanted).moved_to(H).moved_to(L).moved_to(H)
    assert ears.open


def test_sound_returns_after_the_person_turns_it_on() -> None:
    ears = Ears(Wanted.WITH_SOUND).moved_to(H).moved_to(L)
    assert not ears.open
    assert ears.louder().open


def test_a_word_given_for_the_headset_is_not_one_for_the_loudspeaker() -> None:
    ears = Ears(Wanted.QUIETLY).moved_to(H).louder()
    assert ears.open
    assert not ears.moved_to(L).open


@pytest.mark.parametrize("output", list(Output))
@pytest.mark.parametrize("wanted", list(Wanted))
def test_a_device_that_restarts_comes_back_by_itself(wanted: Wanted, output: Output) -> None:
    ears = Ears(wanted).moved_to(output).louder()
    assert ears.moved_to(output) is ears
    assert ears.moved_to(None).moved_to(output).open


def test_turned_on_after_a_lost_headset_also_comes_back_after_a_restart() -> None:
    ears = Ears(Wanted.WITH_SOUND).moved_to(H).moved_to(L).louder()
    assert ears.moved_to(None).moved_to(L).open
    # And the rule holds anew for the next headset.
    assert not ears.moved_to(H).moved_to(L).open


def test_quietly_holds_sound_back_until_turned_on() -> None:
    ears = Ears(Wanted.QUIETLY).moved_to(H)
    assert ears.held_back
    assert ears.louder().open


def test_mute_is_apart_from_being_held_back() -> None:
    ears = Ears(Wanted.WITH_SOUND).moved_to(L).toggled_mute()
    assert ears.muted
    assert not ears.held_back
    assert ears.toggled_mute().open
    assert ears.louder().open


def test_louder_where_nothing_was_held_back_gives_no_word_for_later() -> None:
    ears = Ears(Wanted.UNSET).moved_to(H).louder()
    assert not ears.turned_on


def test_a_choice_made_in_a_session_counts_at_once() -> None:
    ears = Ears(Wanted.UNSET).moved_to(L)
    assert ears.chose(Wanted.WITH_SOUND).open
    assert not ears.louder().chose(Wanted.QUIETLY).open
    assert ears.moved_to(H).moved_to(L).chose(Wanted.WITH_SOUND).open


STEPS = st.lists(st.sampled_from([H, L, U, None, "louder", "mute"]), max_size=12)


@given(st.sampled_from(Wanted), STEPS)
def test_nothing_but_a_word_opens_loudspeakers_after_a_headset(
    wanted: Wanted, steps: list[Output | str | None]
) -> None:
    ears, since_headset, word = Ears(wanted), False, False
    for step in steps:
        if step == "louder":
            word = word or ears.held_back
            ears = ears.louder()
        elif step == "mute":
            ears = ears.toggled_mute()
        else:
            output = None if step is None else Output(step)
            if output is H:
                since_headset, word = True, False
            ears = ears.moved_to(output)
        if since_headset and ears.output in (L, U) and not word:
            assert not ears.open
