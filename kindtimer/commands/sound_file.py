"""Sound file: `kindtimer render` writes the sound of a pattern to a file, whole or not at all.

Called by `cli`; the sound libraries are loaded only when a file is really written.
"""

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kindtimer.commands.telling import find_pattern
from kindtimer.commands.whole_file import ended_between, whole_file
from kindtimer.core.command_line import CouldNot, WrongUsage, length
from kindtimer.core.own_words import LONGEST_NAME, LONGEST_PATH, showable
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import as_asked
from kindtimer.core.words import tr, trn

Renderer = Callable[[Timeline, BinaryIO, str, bool, Callable[[float], None]], None]
"""Writes a sound file: timeline, open file, carrier, whether bells, what hears of its share done (0–1)."""


def render(typed: Namespace, renderer: Renderer) -> int:
    """Write the file that was asked for; the exit code."""
    from kindtimer.core.sound_names import CARRIER_NAMES

    minutes, breaths = length(typed)
    if typed.carrier not in CARRIER_NAMES:
        known = ", ".join(CARRIER_NAMES)
        line = tr(
            "There is no sound called “{name}”. There are: {known}.",
            name=showable(typed.carrier, LONGEST_NAME),
            known=known,
        )
        raise WrongUsage(line)
    out = Path(typed.out)
    if out.suffix.lower() != ".wav":
        raise WrongUsage(tr("The file's name ends in .wav. For example: --out breath.wav"))
    timeline = Timeline.of(as_asked(find_pattern(typed.pattern), minutes, breaths, ""))
    shown = showable(out, LONGEST_PATH)
    if os.path.isdir(out) or not os.path.isdir(out.parent):
        raise CouldNot(
            tr("“{path}” is not a place for a file; a folder that is there is wanted.", path=shown)
        )
    try:
        with ended_between() as end_if_asked, whole_file(out) as file:
            renderer(timeline, file, typed.carrier, not typed.no_bells, _shown(end_if_asked))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        line = tr(
            "“{path}” could not be written ({why}); a folder of your own is one way.", path=shown, why=why
        )
        raise CouldNot(line) from None
    count = timeline.breaths_by(timeline.duration)
    told = trn("{count} breath", "{count} breaths", count)
    minutes_told = f"{timeline.duration / 60:.1f}"
    print(tr("{path}: {breaths}, {minutes} minutes.", path=shown, breaths=told, minutes=minutes_told))
    return 0


def _shown(end_if_asked: Callable[[], None]) -> Callable[[float], None]:
    """What hears of the share done: shown on a terminal, and a moment at which the writing may end."""
    shows = sys.stderr.isatty()

    def show(part: float) -> None:
        end_if_asked()
        if shows:
            with contextlib.suppress(OSError):  # a terminal that was closed is no trouble of the file's
                print(f"\r{part:4.0%}", end="\r" if part < 1 else "\r    \r", file=sys.stderr, flush=True)

    return show


def real_renderer(
    timeline: Timeline, out: BinaryIO, carrier: str, bells: bool, progress: Callable[[float], None]
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
