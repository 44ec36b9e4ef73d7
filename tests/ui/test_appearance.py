"""One look for all windows: what the person chose, and what the desktop wishes."""

from pytestqt.qtbot import QtBot

from kindtimer.core.settings import Motion, Settings, Theme
from kindtimer.desktop.motion_wish import MotionWish
from kindtimer.guide.preferences import Preferences
from kindtimer.ui.appearance import Appearance, Look
from kindtimer.visuals.palette import CONTRAST, DAWN, DUSK
from tests import fakes


class Dressing:
    def __init__(self, settings: Settings) -> None:
        self.preferences = Preferences(settings, fakes.FakeKeeper())
        self.motion = MotionWish()
        self.appearance = Appearance(self.preferences, self.motion, lambda settings: settings.theme)
        self.told: list[Look] = []
        self.appearance.changed.connect(self.told.append)

    def wish_for_stillness(self, reduced: bool) -> None:
        self.motion.reduced = reduced
        self.motion.changed.emit(reduced)


def test_a_theme_is_worn_from_the_moment_it_is_chosen(qtbot: QtBot) -> None:
    dressing = Dressing(Settings(theme=Theme.DAWN))
    assert dressing.appearance.look == Look(DAWN, still=False)
    for theme, palette in ((Theme.DUSK, DUSK), (Theme.CONTRAST, CONTRAST), (Theme.DAWN, DAWN)):
        dressing.preferences.change(theme=theme)
        assert dressing.told[-1].palette is palette
    assert len(dressing.told) == 3


def test_other_settings_leave_the_look_alone(qtbot: QtBot) -> None:
    dressing = Dressing(Settings(theme=Theme.DUSK))
    dressing.preferences.change(volume=0.2)
    assert dressing.told == []


def test_the_desktops_wish_for_stillness_counts_where_the_person_left_it_to_the_desktop(qtbot: QtBot) -> None:
    dressing = Dressing(Settings(theme=Theme.DUSK, motion=Motion.SYSTEM))
    dressing.wish_for_stillness(True)
    assert dressing.appearance.look.still
    dressing.preferences.change(motion=Motion.MOVING)
    assert not dressing.appearance.look.still
    dressing.wish_for_stillness(False)
    dressing.preferences.change(motion=Motion.STILL)
    assert dressing.appearance.look.still
