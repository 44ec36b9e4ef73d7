"""Session menus: *Sound* and *⋯* of a session's controls, filled each time they are opened.

They change preferences and tell the guide; nothing in them is greyed out.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kindtimer.core.ears import Wanted
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.settings import Motion, Size
from kindtimer.core.sound import Bells, Carrier
from kindtimer.core.sound_names import BELL_NAMES
from kindtimer.core.words import tr
from kindtimer.guide.preferences import Preferences
from kindtimer.guide.session_guide import SessionGuide

T = TypeVar("T")


def sound_menu(guide: SessionGuide, preferences: Preferences, parent: QWidget) -> QMenu:
    """What the keys do now, this session alone; then what holds from now on: sound, breath, bowl."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Sound"))

    def fill() -> None:
        menu.clear()
        settings, sound = preferences.settings, guide.sound
        # Silent already, there is one way to sound; of two ways to silence one is to be seen.
        if sound.state.waits:
            _act(menu, tr("{words}   {key}", words=tr("Turn sound on here"), key="↑"), guide.louder)
        elif sound.muted:
            _act(menu, tr("{words}   {key}", words=tr("Unmute"), key="M"), guide.toggle_mute)
        else:
            _act(menu, tr("{words}   {key}", words=tr("Mute this session"), key="M"), guide.toggle_mute)
            _act(menu, tr("{words}   {key}", words=tr("Louder"), key="↑"), guide.louder)
            _act(menu, tr("{words}   {key}", words=tr("Softer"), key="↓"), guide.softer)
        wanted = {
            Wanted.WITH_SOUND: tr("With sound from now on"),
            Wanted.QUIETLY: tr("Quietly from now on"),
        }
        _choices(menu, wanted, settings.sound, lambda value: preferences.change(sound=value))
        carriers = {
            Carrier.AIR: tr("Air with the breath"),
            Carrier.TONE: tr("A tone with the breath"),
            Carrier.NONE: tr("No sound with the breath"),
        }
        _choices(menu, carriers, settings.carrier, lambda value: preferences.change(carrier=value))
        bells = {Bells(one): tr(name) for one, name in BELL_NAMES.items()}
        _choices(menu, bells, settings.bells, lambda value: preferences.change(bells=value))

    menu.aboutToShow.connect(fill)
    return menu


def more_menu(
    guide: SessionGuide,
    preferences: Preferences,
    parent: QWidget,
    *,
    say_keys: Callable[[], None],
) -> QMenu:
    """Full or small, finishing, the keys; the picture, movement, and whether a record is kept."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("More: size, picture, movement, record"))

    def fill() -> None:
        menu.clear()
        session = guide.session
        if session is None:
            return
        size = tr("Small, in the corner") if session.size is Size.FULL else tr("Full screen")
        _act(menu, tr("{words}   {key}", words=size, key="F"), guide.toggle_size)
        if session.timeline.guided:
            _act(menu, tr("Next"), lambda: guide.step(1))
            _act(menu, tr("Back"), lambda: guide.step(-1))
        _act(menu, tr("Finish here"), guide.finish)
        _act(menu, tr("{words}   {key}", words=tr("Say the phase, show the keys"), key="H"), say_keys)
        scenes = {scene: tr(name) for scene, name in SCENE_NAMES.items()}
        _choices(menu, scenes, session.scene, guide.show_scene)
        motion = {
            Motion.SYSTEM: tr("Movement as on the desktop"),
            Motion.MOVING: tr("Movement"),
            Motion.STILL: tr("Stillness"),
        }
        settings = preferences.settings
        _choices(menu, motion, settings.motion, lambda value: preferences.change(motion=value))
        record = {True: tr("Keep a record"), False: tr("Keep no record")}
        _choices(menu, record, settings.keep_record, lambda value: preferences.change(keep_record=value))

    menu.aboutToShow.connect(fill)
    return menu


def _act(menu: QMenu, words: str, done: Callable[[], None]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked: done())


def _choices(menu: QMenu, words: Mapping[T, str], now: T, chosen: Callable[[T], None]) -> None:
    menu.addSeparator()
    group = QActionGroup(menu)
    for value, text in words.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _checked, value=value: chosen(value))
        group.addAction(action)
