import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QRegion
from pytestqt.qtbot import QtBot

from kindtimer.core.breath import Phase
from kindtimer.core.clock import SystemClock
from kindtimer.core.moment import Moment
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.pattern import Phases
from kindtimer.core.practice import Breathe, Practice, Rest
from kindtimer.core.timeline import Timeline
from kindtimer.core.words import GROUNDING, WAITING
from kindtimer.visuals.breath_view import SAME_FRAMES, BreathView
from kindtimer.visuals.flower import FlowerShape
from kindtimer.visuals.palette import DAWN, DUSK
from kindtimer.visuals.scenes import SYNC, WORDS
from tests.fakes import ManualClock
from tests.visuals.pictures import breathing, grey, mean_difference, unpaced

WALK = Timeline.of(
    Practice(
        "ramp", (Breathe(Pace(Phases(4, out=6), ARRIVAL), 3), Rest(12, "Enough for now.", 5, closing=True))
    )
)


class Watched(BreathView):
    """Counts what is painted, and where."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__(clock)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.region().boundingRect())
        super().paintEvent(event)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def view(qtbot: QtBot, clock: ManualClock) -> Iterator[Watched]:
    view = Watched(clock)
    qtbot.addWidget(view)
    view.resize(360, 480)
    view.set_shape(FlowerShape.grown(11))
    yield view
    view.hide()


def image_of(view: BreathView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def shown(qtbot: QtBot, view: Watched) -> None:
    view.show()
    qtbot.waitUntil(lambda: bool(view.painted), timeout=5000)


def frames(qtbot: QtBot, view: BreathView, more: int) -> None:
    wanted = view.frame_stats.frames + more
    qtbot.waitUntil(lambda: view.frame_stats.frames >= wanted, timeout=5000)


def test_without_a_source_the_seed_is_there(view: Watched) -> None:
    assert image_of(view) != image_of_ground(view)
    assert not view.running


def image_of_ground(view: Watched) -> QImage:
    view.set_scene(SYNC)
    return image_of(view)


def test_it_paints_the_moment_it_is_told(view: Watched) -> None:
    view.follow(lambda _now: breathing(Phase.HOLD))
    full = image_of(view)
    view.follow(lambda _now: breathing(Phase.REST))
    assert mean_difference(grey(full), grey(image_of(view))) > 1.0


def test_it_asks_for_the_time_at_which_a_frame_is_seen(
    qtbot: QtBot, view: Watched, clock: ManualClock
) -> None:
    asked: list[float] = []

    def source(now: float) -> Moment:
        asked.append(now)
        return breathing(Phase.IN)

    view.follow(source)
    shown(qtbot, view)
    frames(qtbot, view, 2)
    assert asked[0] == clock.now()
    assert clock.now() < asked[-1] < clock.now() + 0.06


def test_only_what_moves_is_painted(qtbot: QtBot, view: Watched, clock: ManualClock) -> None:
    view.follow(lambda now: WALK.at(11.0 + now - 1000.0))
    shown(qtbot, view)
    frames(qtbot, view, 2)
    view.painted.clear()
    clock.step(0.3)
    qtbot.waitUntil(lambda: bool(view.painted), timeout=5000)
    flower = QRect(0, 0, round(view.stage.open) + 12, round(view.stage.open) + 12)
    flower.moveCenter(view.stage.centre)
    assert all(flower.contains(place) for place in view.painted)


def test_a_frame_in_which_nothing_moved_is_left_out(qtbot: QtBot, view: Watched) -> None:
    view.follow(lambda _now: breathing(Phase.IN))
    shown(qtbot, view)
    frames(qtbot, view, 3)
    view.painted.clear()
    frames(qtbot, view, 5)
    assert view.painted == []
    view.skip_still_frames = False
    frames(qtbot, view, 5)
    assert len(view.painted) >= 3


def test_hidden_it_paints_nothing_and_shown_it_goes_on(qtbot: QtBot, view: Watched) -> None:
    view.skip_still_frames = False
    view.follow(lambda _now: breathing(Phase.IN))
    shown(qtbot, view)
    frames(qtbot, view, 2)
    view.hide()
    assert not view.running
    counted = view.frame_stats.frames
    view.painted.clear()
    view.set_hint("Esc leaves")
    qtbot.waitUntil(lambda: not view.isVisible(), timeout=1000)
    assert (view.painted, view.frame_stats.frames) == ([], counted)
    view.show()
    frames(qtbot, view, 2)


@pytest.mark.parametrize("how", ["covered", "minimised"])
def test_unseen_it_asks_for_no_frames(qtbot: QtBot, view: Watched, how: str) -> None:
    view.follow(lambda _now: breathing(Phase.IN))
    shown(qtbot, view)
    frames(qtbot, view, 2)
    if how == "covered":
        view.set_covered(True)
    else:
        view.showMinimized()
    qtbot.waitUntil(lambda: not view.running, timeout=2000)
    if how == "covered":
        view.set_covered(False)
    else:
        view.showNormal()
    qtbot.waitUntil(lambda: view.running, timeout=2000)


def test_paused_the_picture_dims_and_the_words_do_not(view: Watched, clock: ManualClock) -> None:
    view.follow(lambda _now: breathing(Phase.HOLD))
    view.say(WAITING)
    bright = image_of(view)
    view.set_light(0.4)
    clock.step(1.0)
    dim = image_of(view)
    flower, words = QRect(70, 70, 220, 210), view.stage.words
    assert grey(bright.copy(words)) == grey(dim.copy(words))
    ground = DUSK.ground_top.lightness()
    before, after = (sum(grey(one.copy(flower))) / flower.width() / flower.height() for one in (bright, dim))
    assert 0.25 < (after - ground) / (before - ground) < 0.55


def test_what_is_said_stands_in_place_of_the_moments_line(view: Watched) -> None:
    view.follow(lambda _now: breathing(Phase.IN, line="in", second="Smaller and softer, not deeper"))
    own = image_of(view)
    view.say("Waiting.")
    assert image_of(view) != own
    view.say("")
    assert image_of(view) == own


def test_the_words_scene_says_its_phase_once(view: Watched) -> None:
    view.set_scene(WORDS)
    view.follow(lambda _now: breathing(Phase.IN, line="in"))
    with_line = image_of(view)
    view.follow(lambda _now: breathing(Phase.IN))
    assert image_of(view) == with_line


def test_the_still_form_says_the_phase(view: Watched) -> None:
    view.follow(lambda _now: breathing(Phase.OUT))
    moving = image_of(view).copy(view.stage.words)
    view.set_still(True)
    assert image_of(view).copy(view.stage.words) != moving


def _picture() -> QPixmap:
    """A desktop that is red throughout, as it was seen."""
    picture = QPixmap(64, 64)
    picture.fill(QColor("#C04040"))
    return picture


@pytest.mark.parametrize("seen", [False, True], ids=["colour", "picture"])
def test_the_ground_comes_out_of_the_desktop(
    qtbot: QtBot, view: Watched, clock: ManualClock, seen: bool
) -> None:
    view.follow(lambda _now: unpaced())
    view.open_from(_picture() if seen else QColor("#C04040"))
    shown(qtbot, view)
    assert image_of(view).pixelColor(4, 4).red() > 180
    clock.step(0.3)
    assert 40 < image_of(view).pixelColor(4, 4).red() < 180
    clock.step(0.4)
    frames(qtbot, view, 2)
    assert image_of(view).pixelColor(4, 4).red() < 30


def test_on_the_ground_nothing_moves(qtbot: QtBot, view: Watched) -> None:
    view.follow(lambda _now: breathing(Phase.IN))
    shown(qtbot, view)
    view.set_grounding(GROUNDING)
    assert not view.running
    assert view.spoken_value() == " ".join(GROUNDING)
    view.set_grounding(None)
    assert view.running


def test_on_the_ground_in_a_small_window_the_hint_gives_way(view: Watched) -> None:
    view.set_grounding(GROUNDING)
    without = image_of(view)
    view.set_hint("Esc leaves")
    assert image_of(view) == without
    view.resize(900, 600)
    with_hint = image_of(view)
    view.set_hint("")
    assert image_of(view) != with_hint


def test_standing_still_it_looks_seldom_and_wakes_with_the_breath(qtbot: QtBot, view: Watched) -> None:
    moments = [unpaced()]
    asked: list[float] = []

    def source(now: float) -> Moment:
        asked.append(now)
        return moments[0]

    view.follow(source)
    shown(qtbot, view)
    frames(qtbot, view, SAME_FRAMES + 2)
    begun, seen = SystemClock().now(), len(asked)
    frames(qtbot, view, 3)
    assert len(asked) - seen <= 4
    assert SystemClock().now() - begun > 0.4
    moments[0] = breathing(Phase.IN)
    view.set_light(1.0)
    frames(qtbot, view, 3)
    assert view.running


def test_larger_text_and_another_size_move_the_stage(view: Watched) -> None:
    before = view.stage
    view.set_text_scale(2.0)
    assert view.stage.words_px == 2 * before.words_px
    view.resize(900, 600)
    image_of(view)
    assert (view.stage.width, view.stage.height) == (900, 600)


def test_another_palette_is_another_ground(view: Watched) -> None:
    image_of(view)
    view.set_palette(DAWN)
    assert image_of(view).pixelColor(4, 4).lightness() > 200


def test_repainting_loses_no_reference(view: Watched) -> None:
    # PySide6 6.12 on Python 3.11 loses one reference to None in every call that returns nothing.
    view.follow(lambda _now: breathing(Phase.IN))
    view.resize(160, 160)
    target = QImage(160, 160, QImage.Format.Format_RGB32)
    view.render(target)
    gc.collect()  # what earlier tests left holds None too, and would let go of it in the middle
    before = sys.getrefcount(None)
    for _ in range(1000):
        view.render(target)
    gc.collect()
    assert abs(sys.getrefcount(None) - before) < 200


def test_it_is_painted_whole(view: Watched) -> None:
    assert view.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


class Broken(Watched):
    """A view whose picture cannot be painted."""

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        raise ZeroDivisionError


def test_a_fault_in_a_frame_is_announced_and_asks_for_no_more(qtbot: QtBot, clock: ManualClock) -> None:
    view = Broken(clock)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.follow(lambda _now: breathing(Phase.IN))
    with qtbot.waitSignal(view.failed) as told:
        view.show()
    assert not view.running
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
