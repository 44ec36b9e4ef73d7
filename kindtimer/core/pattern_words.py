"""Pattern words: what is said of a pattern in a row to choose from, and of what one click brings."""

from collections.abc import Mapping

from kindtimer.core.ears import Wanted
from kindtimer.core.pattern import Pattern
from kindtimer.core.settings import Settings
from kindtimer.core.words import _, tr, trn


def seconds_told(pattern: Pattern) -> str:
    """Its seconds, short for a row: “4 s in · 6 s out”, “2.5 + 1 s in · 6.5 s out”, “4–7–8 seconds”."""
    phases = pattern.phases
    if pattern.has_holds:
        return tr("{seconds} seconds", seconds="–".join(f"{length:g}" for _, _, length in phases.parts))
    inhale = f"{phases.inhale:g} + {phases.top_up:g}" if phases.top_up else f"{phases.inhale:g}"
    return tr("{inhale} s in · {out} s out", inhale=inhale, out=f"{phases.out:g}")


def seconds_in_full(pattern: Pattern) -> str:
    """The same for whoever is new to it, and to be read aloud: “In for 4 seconds, out for 6.”"""
    phases = pattern.phases
    inhale = f"{phases.inhale:g} + {phases.top_up:g}" if phases.top_up else f"{phases.inhale:g}"
    out, hold, rest = f"{phases.out:g}", f"{phases.hold:g}", f"{phases.rest:g}"
    if phases.hold and phases.rest:
        words = _("In for {inhale} seconds, held for {hold}, out for {out}, held for {rest}.")
    elif phases.hold:
        words = _("In for {inhale} seconds, held for {hold}, out for {out}.")
    elif phases.rest:
        words = _("In for {inhale} seconds, out for {out}, held for {rest}.")
    else:
        words = _("In for {inhale} seconds, out for {out}.")
    return tr(words, inhale=inhale, hold=hold, out=out, rest=rest)


def usual_pattern(settings: Settings, patterns: Mapping[str, Pattern]) -> Pattern:
    """The chosen pattern; one that is no longer there falls back to *Longer out*."""
    return patterns.get(settings.pattern) or patterns[Settings().pattern]


def usual_told(settings: Settings, patterns: Mapping[str, Pattern]) -> str:
    """What one click brings, in a line: “3 minutes · Longer out · Quietly”."""
    sounds = {Wanted.WITH_SOUND: tr("With sound"), Wanted.QUIETLY: tr("Quietly")}
    parts = [minutes_told(settings.minutes), tr(usual_pattern(settings, patterns).name)]
    if settings.sound in sounds:
        parts.append(sounds[settings.sound])
    return " · ".join(parts)


def minutes_told(minutes: float) -> str:
    """A length as people say it: “3 minutes”, “under a minute”."""
    if minutes < 1.0:
        return tr("under a minute")
    return trn("{count} minute", "{count} minutes", round(minutes))
