"""The table of settings that a person can see: how each is named, told, chosen, searched and put back.

*Settings* is built from it alone; the usual value is read from `Settings()`. Pure; no Qt. `NOT_SHOWN`
says of every other field why it is not in it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.pattern import Pattern
from kindtimer.core.scene_names import SCENE_NAMES
from kindtimer.core.setting import Control, Section, Setting, Unit
from kindtimer.core.settings import Motion, OneClick, Size, Theme
from kindtimer.core.sound import Bells, Carrier
from kindtimer.core.sound_names import BELL_NAMES, CARRIER_NAMES
from kindtimer.core.words import _

_THEMES = {
    Theme.SYSTEM: _("As the desktop"),
    Theme.DUSK: _("Dusk, dark"),
    Theme.DAWN: _("Dawn, light"),
    Theme.CONTRAST: _("High contrast"),
}
_SIZES = {Size.FULL: _("Full screen"), Size.SMALL: _("Small, in the corner")}


def _at_hand() -> tuple[Setting, ...]:
    """The two most asked for; they stand here alone."""
    here = Section.AT_HAND
    return (
        Setting(
            "sound",
            here,
            _("Sound"),
            _("Where sessions may be heard; in each, ↑ turns sound on and M mutes it."),
            Control.CHOICE,
            {
                Wanted.UNSET: _("In headphones only"),
                Wanted.WITH_SOUND: _("With sound"),
                Wanted.QUIETLY: _("Quietly"),
            },
            search=_("silent mute who hears ears loudspeakers audio"),
        ),
        Setting(
            "home_theme",
            here,
            _("Colours of this window"),
            _("A high contrast that the desktop asks for comes first."),
            Control.CHOICE,
            _THEMES,
            search=_("theme look picture dark light home"),
        ),
    )


def _sound() -> tuple[Setting, ...]:
    here = Section.SOUND
    return (
        Setting(
            "carrier",
            here,
            _("What goes with the breath"),
            _("A sound that rises with the breath in and settles with the breath out, or none."),
            Control.CHOICE,
            {Carrier(one): name for one, name in CARRIER_NAMES.items()},
            search=_("noise wind audio"),
        ),
        Setting(
            "bells",
            here,
            _("Bowl"),
            _("A singing bowl marks where a session begins and where it ends, or nothing does."),
            Control.CHOICE,
            {Bells(one): name for one, name in BELL_NAMES.items()},
            search=_("bell gong audio"),
        ),
    )


def _loudness() -> tuple[Setting, ...]:
    here = Section.SOUND
    return (
        Setting(
            "volume",
            here,
            _("Volume"),
            _("For KindTimer alone; where a voice is raised to be heard over it, softer is kinder to ears."),
            Control.SLIDER,
            high=100,
            step=5,
            page=20,
            scale=100.0,
            unit=Unit.PERCENT,
            search=_("loud soft quiet audio"),
        ),
        Setting(
            "late_ms",
            here,
            _("Delay of this device"),
            _(
                "Where the breath is heard after it is seen, as with some wireless headphones: "
                "sound comes sooner."
            ),
            Control.SLIDER,
            absent=0.0,
            low=-500,
            high=1000,
            step=10,
            page=100,
            unit=Unit.LATER,
            search=_("latency Bluetooth headset audio"),
        ),
    )


def _picture() -> tuple[Setting, ...]:
    here = Section.PICTURE
    return (
        Setting(
            "theme",
            here,
            _("Colours of a session"),
            _("What is around the breath; a high contrast that the desktop asks for comes first."),
            Control.CHOICE,
            _THEMES,
            search=_("theme look dark light"),
        ),
        Setting(
            "scene",
            here,
            _("Picture of the breath"),
            _("What shows the breath in a session; S changes it there."),
            Control.CHOICE,
            SCENE_NAMES,
            search=_("scene"),
        ),
        Setting(
            "motion",
            here,
            _("Movement"),
            _("In stillness the same breath is told by light and a slow bar, at one size."),
            Control.CHOICE,
            {
                Motion.SYSTEM: _("As the desktop"),
                Motion.MOVING: _("Movement"),
                Motion.STILL: _("Stillness"),
            },
            search=_("motion animation reduced still"),
        ),
    )


def _sessions(patterns: Mapping[str, Pattern]) -> tuple[Setting, ...]:
    here = Section.SESSIONS
    names = {one.id: one.name for one in patterns.values() if not one.has_holds}
    held = {one.id: one.name for one in patterns.values() if one.has_holds}
    return (
        Setting(
            "pattern",
            here,
            _("Pattern"),
            _("How the usual breath goes; one that holds the breath is begun on Breathe, under More."),
            Control.CHOICE,
            names,
            others=held,
            search=_("breathing rhythm usual"),
        ),
        Setting(
            "minutes",
            here,
            _("Minutes"),
            _("How long the usual breath lasts; Esc leaves at any moment."),
            Control.SLIDER,
            low=1,
            high=20,
            page=5,
            unit=Unit.MINUTES,
            search=_("length duration time"),
        ),
        *_standing(),
        Setting(
            "gentle_only",
            here,
            _("Gentle breathing only"),
            _("Patterns that hold the breath are left out of the lists; a command that names one begins it."),
            Control.SWITCH,
            {True: _("On"), False: _("Off")},
            search=_("holds safe"),
        ),
        Setting(
            "keep_record",
            here,
            _("Keep a record"),
            _("When a session was, how long and with which pattern; it stays on this computer."),
            Control.SWITCH,
            {True: _("On"), False: _("Off")},
            search=_("journal history private"),
        ),
    )


def _standing() -> tuple[Setting, ...]:
    sizes = (
        (
            Door.TRAY,
            _("Size, begun from the tray"),
            _("How large a session is that a click on the seed begins."),
        ),
        (Door.COMMAND, _("Size, begun by a command"), _("How large a session is that a command begins.")),
        (
            Door.HOME,
            _("Size, begun from this window"),
            _("How large a session is that is begun here."),
        ),
    )
    return tuple(
        Setting(
            "size",
            Section.SESSIONS,
            title,
            told,
            Control.CHOICE,
            _SIZES,
            part=door.value,
            absent=Size.FULL.value,
            search=_("large full small"),
        )
        for door, title, told in sizes
    )


def _tray() -> tuple[Setting, ...]:
    return (
        Setting(
            "one_click",
            Section.TRAY,
            _("One click on the seed"),
            _("What a click on the seed brings at once, and the tile on Today."),
            Control.CHOICE,
            {OneClick.BREATH: _("Breath"), OneClick.ROOM: _("The room around you")},
            search=_("door icon grounding"),
        ),
    )


def table(patterns: Mapping[str, Pattern]) -> tuple[Setting, ...]:
    """All rows, section by section."""
    return (*_at_hand(), *_sound(), *_loudness(), *_picture(), *_sessions(patterns), *_tray())


NOT_SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "language": "asked once there is a translation to choose",
        "flower": "drawn once; a person's own flower is no choice among others",
        "country": "chosen on Help now, where one sees what it moves",
        "home_place": "the window remembers it by itself",
        "home_maximised": "the window remembers it by itself",
        "welcomed": "what was said once; the first start can be seen once more from About",
        "closing_told": "what was said once",
        "rules": "made on Offers, where one sees when they come",
        "quiet": "chosen on Offers, beside the week it keeps free",
        "missed": "chosen on Offers",
        "holds_off": "switched on Offers, where each says whether this desktop can tell it",
        "input_s": "beside its switch on Offers",
        "offer_as": "chosen on Offers",
        "discreet": "chosen on Offers",
        "breathe_key": "set on Offers, where one sees whether this desktop lets keys be held",
        "sessions_met": "serves the gentle first sessions alone, and nobody is shown a total from it",
    }
)
"""Field → why it is not in the table."""
