"""The card of an offer in a real desktop: it takes no key, stands where it belongs, and leaves no ghost."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from tests.desktop.card_stand import LINES, CardStand
from tests.desktop.child import Child
from tests.desktop.deadline import stays, wait_for
from tests.desktop.frame_buffer import Pixels
from tests.desktop.hand import Editor
from tests.desktop.harness import PANEL, Desktop
from tests.desktop.screen_reader import ENV, ScreenReader
from tests.desktop.typist import Typist

PANEL_HIGH = 30
FROM_CORNER = 24
OPACITY = "_NET_WM_WINDOW_OPACITY"
SIGNS = {" ": "space", "\r": "Return", "\x1b": "Escape", "\t": "Tab"}


@contextmanager
def composed(desktop: Desktop) -> Iterator[None]:
    """Something lays windows over each other softly meanwhile."""
    atom = desktop.hand.display.intern_atom("_NET_WM_CM_S0")
    held = desktop.hand.display.get_selection_owner
    with Child("xcompmgr", ("xcompmgr", "-n"), desktop.env, desktop.folder) as child:
        wait_for(lambda: held(atom), "a compositor", alive=child.check)
        yield
    wait_for(lambda: not held(atom), "the compositor goes")


@pytest.fixture
def without_panel(desktop: Desktop) -> Iterator[None]:
    """The panel, which starts anew with a compositor, is away."""
    desktop.end_panel()
    yield
    desktop.start_panel()


def seen(desktop: Desktop) -> Any:
    """The card's own window, to be asked."""
    window = desktop.hand.window("kindtimer")
    assert window is not None
    return desktop.hand.display.create_resource_object("window", window.id)


def has_bare_corners(desktop: Desktop, place: list[int]) -> bool:
    """Whether the outermost pixel of each corner of a card shows what lies behind it."""
    x, y, wide, high = place
    ends = [(a, b) for a in (x, x + wide - 1) for b in (y, y + high - 1)]
    return all(is_ground(desktop, desktop.screen.look(a, b, 1, 1)) for a, b in ends)


def is_ground(desktop: Desktop, pixels: Pixels) -> bool:
    """Whether it is the desktop's own colour, which is to be seen at its left edge."""
    ground = desktop.screen.look(2, 450, 1, 1).astype(int)
    return bool((np.abs(pixels.astype(int) - ground) <= 2).all())


def is_bare(desktop: Desktop, place: list[int]) -> bool:
    """Whether nothing of the card is left there."""
    x, y, wide, high = place
    return is_ground(desktop, desktop.screen.look(x - 8, y - 8, wide + 16, high + 16))


# --- keys -------------------------------------------------------------------------------------------------


def noted(editor: Editor) -> list[str]:
    """Every key the editor was given, by its X name."""
    return [SIGNS.get(key, key) for key in editor.typed()]


def answer(desktop: Desktop, stand: CardStand, number: int, *names: str) -> None:
    """Wait for a card and press its buttons, one after the other."""
    stand.shown(number)
    for name in names:
        desktop.hand.click(*stand.button(name))
    stand.gone(number)


def test_whoever_types_loses_no_key_to_any_card(desktop: Desktop, editor: Editor) -> None:
    with CardStand(desktop, cards=8, stays_ms=1_500, asks=True) as stand, Typist(desktop.display) as typist:
        wait_for(lambda: len(typist.typed) > 3, "somebody types")
        answer(desktop, stand, 1, "Take a breath")
        answer(desktop, stand, 2, "Not now")
        answer(desktop, stand, 3, "Other answers", "In 15 minutes")
        stand.shown(4)
        desktop.hand.click(*stand.button("Other answers"))
        desktop.hand.click(*stand.button("Fold the other answers"))
        stand.button("Other answers")  # it is folded
        answer(desktop, stand, 4, "Another time")
        answer(desktop, stand, 5, "Other answers", "Fewer of these")
        answer(desktop, stand, 6, "Other answers", "This evening")
        desktop.hand.move(10, 10)
        stand.gone(7)  # by itself
        x, y, wide, high = stand.shown(8)
        desktop.hand.move(x + wide // 2, y + high // 4)
        desktop.hand.click(x + wide // 2, y + high // 4)  # on nothing that can be pressed
        answer(desktop, stand, 8, "Other answers", "Not today")
        assert stand.told("answer") == [
            "take",
            "not_now",
            "later_15",
            "another_time",
            "fewer",
            "evening",
            "not_today",
        ]
        assert stand.complaints() == []
    wait_for(lambda: len(editor.typed()) >= len(typist.typed), "all keys")
    assert noted(editor) == typist.typed
    assert typist.active == {editor.id}
    assert len(typist.typed) > 40


def test_keys_pass_by_it_while_its_other_answers_are_unfolded(desktop: Desktop, editor: Editor) -> None:
    with CardStand(desktop) as stand:
        stand.shown()
        with Typist(desktop.display) as typist:
            desktop.hand.click(*stand.button("Other answers"))
            wait_for(lambda: "In an hour" in stand.told("buttons")[-1], "the others")
            wait_for(lambda: len(typist.typed) > 10, "ten keys")
        assert stand.told("answer") == []
        assert desktop.hand.active() == editor.id
        wait_for(lambda: noted(editor) == typist.typed, "all keys")


# --- where it stands --------------------------------------------------------------------------------------


def test_it_stands_over_the_panel_in_the_corner_and_in_no_list(desktop: Desktop) -> None:
    assert f"100% {PANEL_HIGH}" in PANEL
    with CardStand(desktop, cards=2) as stand:
        for number in (1, 2):
            x, y, wide, high = stand.shown(number)
            assert (x + wide, y + high) == (1440 - FROM_CORNER, 900 - PANEL_HIGH - FROM_CORNER)
            assert (wide, high) == (344, 128)
            window = desktop.hand.window("kindtimer")
            assert window is not None
            assert {"_NET_WM_STATE_ABOVE", "_NET_WM_STATE_SKIP_TASKBAR"} <= desktop.hand.states(window.id)
            desktop.hand.click(*stand.button("Not now"))
            stand.gone(number)


def test_it_unfolds_upwards_and_folds_where_it_was(desktop: Desktop) -> None:
    with CardStand(desktop) as stand:
        x, y, wide, high = stand.shown()
        more = stand.button("Other answers")
        desktop.hand.click(*more)
        wait_for(lambda: stand.place[3] > high, "it is higher")
        assert stand.place[0] == x
        assert stand.place[1] + stand.place[3] == y + high
        assert stand.button("Fold the other answers") == more  # under the same pointer
        desktop.hand.click(*more)
        wait_for(lambda: stand.place == [x, y, wide, high], "it is as it was")


@pytest.fixture
def two_screens(desktop: Desktop) -> Iterator[Callable[..., None]]:
    """The screen cut into two; whole and with its panel at the end."""
    desktop.end_panel()

    def xrandr(*words: str) -> None:
        subprocess.run(("xrandr", *words), env=desktop.env, check=True, capture_output=True, timeout=10)

    xrandr("--setmonitor", "left", "720/190x900/238+0+0", "screen")
    xrandr("--setmonitor", "right", "720/190x900/238+720+0", "none")
    yield xrandr
    xrandr("--delmonitor", "left")
    listed = subprocess.run(("xrandr", "--listmonitors"), env=desktop.env, capture_output=True, check=True)
    if b"right" in listed.stdout:
        xrandr("--delmonitor", "right")
    desktop.start_panel()


def test_it_comes_where_the_pointer_is_and_moves_when_that_screen_goes(
    desktop: Desktop, two_screens: Callable[..., None]
) -> None:
    with CardStand(desktop) as stand:
        x, _, wide, _ = stand.shown()
        assert x + wide == 720 - FROM_CORNER
    desktop.hand.move(1000, 300)
    with CardStand(desktop, cards=4) as stand:
        for number in (1, 2, 3):
            x, _, wide, _ = stand.shown(number)
            assert x + wide == 1440 - FROM_CORNER
            answer(desktop, stand, number, "Other answers", "Not today")
        stand.shown(4)
        two_screens("--delmonitor", "right")
        wait_for(lambda: stand.place[0] + stand.place[2] == 720 - FROM_CORNER, "it stands on the left")
        answer(desktop, stand, 4, "Not now")


# --- how it looks -----------------------------------------------------------------------------------------


def test_without_a_compositor_it_is_there_at_once_and_cut_to_its_shape(desktop: Desktop) -> None:
    with CardStand(desktop) as stand:
        place = stand.shown()
        wait_for(lambda: not is_bare(desktop, place), "the card")
        assert has_bare_corners(desktop, place)
        desktop.hand.click(*stand.button("Other answers"))
        wait_for(lambda: stand.place[3] > place[3], "it is higher")
        wait_for(lambda: has_bare_corners(desktop, stand.place), "no black corner")
        desktop.hand.click(*stand.button("Not today"))
        stand.gone()
        desktop.hand.move(10, 10)
        wait_for(lambda: is_bare(desktop, stand.place), "nothing is left")


def test_with_one_it_fades_in_and_out_and_its_corners_are_see_through(
    desktop: Desktop, without_panel: None
) -> None:
    with composed(desktop), CardStand(desktop) as stand:
        place = stand.shown()
        assert stand.told("opacity")[0] < 0.5  # it comes by degrees
        window = seen(desktop)
        atom = desktop.hand.display.intern_atom(OPACITY)

        def opacity() -> float:
            held = window.get_full_property(atom, 0)
            return float(held.value[0]) / 0xFFFFFFFF if held is not None else 1.0

        wait_for(lambda: opacity() >= 0.999, "it is there")
        # The compositor paints when it likes to: first there is something, then its corners are looked at.
        wait_for(lambda: not is_bare(desktop, place), "the card is to be seen")
        wait_for(lambda: has_bare_corners(desktop, place), "corners are see-through")
        desktop.hand.click(*stand.button("Not now"))
        wait_for(lambda: opacity() < 0.9, "it goes by degrees")
        stand.gone()
        desktop.hand.move(10, 10)
        wait_for(lambda: is_bare(desktop, place), "nothing is left")


def test_a_compositor_that_comes_or_goes_is_noticed_by_the_next_card(
    desktop: Desktop, without_panel: None
) -> None:
    with CardStand(desktop, cards=3) as stand:
        stand.shown(1)
        # A see-through window would be shown in black for a moment as it goes.
        assert seen(desktop).get_geometry().depth == 24
        with composed(desktop):
            answer(desktop, stand, 1, "Not now")
            stand.shown(2)
            assert seen(desktop).get_geometry().depth == 32
        answer(desktop, stand, 2, "Not now")
        place = stand.shown(3)
        assert seen(desktop).get_geometry().depth == 24
        wait_for(lambda: has_bare_corners(desktop, place), "it is cut to its shape")
        answer(desktop, stand, 3, "Not now")
        assert stand.complaints() == []


def test_nothing_of_it_moves_while_it_stands(desktop: Desktop) -> None:
    with CardStand(desktop) as stand:
        x, y, wide, high = stand.shown()
        wait_for(lambda: not is_bare(desktop, stand.place), "the card")
        before = desktop.screen.look(x, y, wide, high)
        cpu = stand.child.process.pid

        def spent() -> int:
            with open(f"/proc/{cpu}/stat", encoding="ascii") as told:
                return sum(map(int, told.read().rpartition(")")[2].split()[11:13]))

        worked = spent()
        stays(lambda: (desktop.screen.look(x, y, wide, high) == before).all(), "it is still", seconds=1.0)
        assert spent() - worked <= 2  # hundredths of a second


# --- screen readers ---------------------------------------------------------------------------------------


def test_a_screen_reader_finds_its_words_and_buttons_and_none_has_the_keyboard(
    desktop: Desktop, editor: Editor
) -> None:
    with ScreenReader(desktop) as reader:
        desktop.env.update(ENV)
        try:
            with CardStand(desktop) as stand:
                stand.shown()
                desktop.hand.click(*stand.button("Other answers"))
                wait_for(lambda: "Not today" in stand.told("buttons")[-1], "the others")
                shown = reader.showing()
        finally:
            for name in ENV:
                del desktop.env[name]
    told = {one.name: one for one in shown}
    assert LINES[0] in told
    buttons = {one.name for one in shown if "button" in one.role}
    wanted = {"Take a breath", "Not now", "Fold the other answers", "In 15 minutes", "In an hour"}
    assert buttons == wanted | {"This evening", "Not today", "Another time", "Fewer of these"}
    assert not [one.name for one in shown if one.focused or (one.focusable and one.name in buttons)]
