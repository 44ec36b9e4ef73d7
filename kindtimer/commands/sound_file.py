"""Sound file: `kindtimer render` writes the sound of a pattern to a file, whole or not at all.

Called by `cli`; the sound libraries are loaded only when a file is really written.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from kindtimer.commands.telling import find_pattern
from kindtimer.core.command_line import CouldNot, WrongUsage, length
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import as_asked
from kindtimer.core.words import tr, trn

Renderer = Callable[[Timeline, Path, str, bool, Callable[[float], None]], None]
"""Writes a sound file: timeline, file, carrier, whether bells, what hears of its share done (0–1)."""


def render(typed: Namespace, renderer: Renderer) -> int:
    """Write the file that was asked for; the exit code."""
    from kindtimer.core.sound_names import CARRIER_NAMES

    minutes, breaths = length(typed)
    if typed.carrier not in CARRIER_NAMES:
        known = ", ".join(CARRIER_NAMES)
        line = tr(
            "There is no sound called “{name}”. There are: {known}.", name=typed.carrier[:40], known=known
        )
        raise WrongUsage(line)
    out = Path(typed.out)
    if out.suffix.lower() != ".wav":
        raise WrongUsage(tr("The file's name ends in .wav. For example: --out breath.wav"))
    timeline = Timeline.of(as_asked(find_pattern(typed.pattern), minutes, breaths, ""))
    if out.is_dir() or not out.parent.is_dir():
        raise CouldNot(tr("“{path}” is not a place for a file; a folder that is there is wanted.", path=out))
    part = out.with_name(f".{out.name}.part.wav")
    try:
        renderer(timeline, part, typed.carrier, not typed.no_bells, _shown())
        os.replace(part, out)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        line = tr(
            "“{path}” could not be written ({why}); a folder of your own is one way.", path=out, why=why
        )
        raise CouldNot(line) from None
    finally:
        part.unlink(missing_ok=True)
    count = timeline.breaths_by(timeline.duration)
    told = trn("{count} breath", "{count} breaths", count)
    minutes_told = f"{timeline.duration / 60:.1f}"
    print(tr("{path}: {breaths}, {minutes} minutes.", path=out, breaths=told, minutes=minutes_told))
    return 0


def _shown() -> Callable[[float], None]:
    """Progress on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda part: None

    def show(part: float) -> None:
        print(f"\r{part:4.0%}", end="\r" if part < 1 else "\r    \r", file=sys.stderr, flush=True)

    return show


def real_renderer(
    timeline: Timeline, out: Path, carrier: str, bells: bool, progress: Callable[[float], None]
) -> None:
    """Render with the sound libraries. Raises CouldNot where one is missing, OSError as the disk says."""
    from kindtimer.core.sound import Bells, Carrier

    try:
        from kindtimer.audio.offline import render_file
    except ImportError as missing:
        line = tr("{name} is needed for sound files; installing KindTimer anew brings it.", name=missing.name)
        raise CouldNot(line) from None
    chosen = Bells.START_END if bells else Bells.NONE
    render_file(timeline, out, carrier=Carrier(carrier), bells=chosen, progress=progress)
