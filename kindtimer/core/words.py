"""The program's own words: translation, and the lines of arriving, closing and waiting.

One mechanism for window, tray and command line: gettext from the standard library, since the command
line must not load Qt. `tr` is called where a text is shown; `_` marks a text that is translated later.
"""

import gettext

_catalogue: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def speak(catalogue: gettext.NullTranslations) -> None:
    """Use this catalogue from now on. Called once at the start, before anything is shown."""
    _catalogue[0] = catalogue


def language() -> str:
    """The language that is spoken, as its catalogue names it; English without one."""
    return _catalogue[0].info().get("language") or "en"


def tr(text: str, /, **values: object) -> str:
    """The text in the person's language, with `{named}` values filled in."""
    if not text:
        return ""  # gettext gives the catalogue's own header for it
    told = _catalogue[0].gettext(text)
    return told.format(**values) if values else told


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """The text in its singular or plural form; `{count}` is filled in."""
    return _catalogue[0].ngettext(one, many, count).format(count=count, **values)


def _(text: str) -> str:
    """Mark a text for translation; whoever shows it calls `tr`."""
    return text


ARRIVING = (_("Nothing to fix for a few minutes."), _("Any size of breath will do."))
FOR_ONE_MINUTE = _("Nothing to fix for one minute.")
ONE_MINUTE_SECONDS = 90.0
"""Up to so many seconds a session is called one minute."""

SOFTER = _("Smaller and softer, not deeper")
BESIDE_SOFTER = _("Your own way is fine, too.")
"""The second arriving line where `SOFTER` stands below it: one line on the size of a breath is enough."""

CLOSING = (
    _("Enough for now."),
    _("The breath goes on by itself."),
    _("However that was, it was allowed to be so."),
    _("It may be as hard as before. That can happen."),
    _("Feet, seat, hands, the room. Then whatever is next."),
    _("Some of this may stay with you. None of it has to."),
    _("This is here at any hour, for any reason, or none."),
)

PHASE_WORDS = {
    "in": _("in"),
    "top_up": _("a little more"),
    "hold": _("stay"),
    "out": _("out"),
    "rest": _("rest"),
}

GROUNDING = (
    _("Eyes open, if that suits. A colour or a corner in this room."),
    _("Feet on the floor, a seat underneath, one hand around the other."),
    _("A sound nearby. A sound further away."),
    _("A sip of something, cool water, or standing up for a moment."),
    _("This is the room. Nothing more is asked."),
)

WAITING = _("Waiting. Space goes on.")
EASED = _("Breathe your own way.")
HELD_BACK = _("Sound is off here. ↑ turns it on.")
SOUND_LOST = _("Picture only for now; nothing is lost.")
OWN_WAY = _("Breathe your own way for a minute.")
SITTING = _("A quiet minute. Nothing more is asked.")
AWAY = _("You were away. Go on, or finish here?")


def arriving(seconds: float, *, softer: bool = False) -> tuple[str, str]:
    """The two lines over the first breaths of a session of so many `seconds`; `softer` stands below them."""
    first = FOR_ONE_MINUTE if seconds <= ONE_MINUTE_SECONDS else ARRIVING[0]
    return first, BESIDE_SOFTER if softer else ARRIVING[1]


def closing_line(seed: int) -> str:
    """One closing line, the same for the same session."""
    return CLOSING[seed % len(CLOSING)]
