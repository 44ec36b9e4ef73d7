"""Offline: the sound of a whole timeline as a WAV file, from the same mixer that plays it live.

Into a file that is open already: whoever opened it sees that it is there whole or not at all. Runs on the
thread or in the process that calls it.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from kindtimer.core.sound import Bells, Carrier, SoundPlan
from kindtimer.core.timeline import Timeline

if TYPE_CHECKING:
    from kindtimer.audio.mixer import Mixer

BLOCK_SECONDS = 1.0
"""So that two hours take no more memory than two seconds."""

REFERENCE_VOLUME = SoundPlan.volume
"""As played at the default volume: −23 to −20 LUFS."""


def render_file(
    timeline: Timeline,
    out: BinaryIO,
    *,
    carrier: Carrier,
    bells: Bells,
    rate: int = 48_000,
    volume: float = REFERENCE_VOLUME,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write `timeline`, closing quiet included, to `out`: stereo, 16 bits, `rate` frames a second.

    `out` is a file of the system's, open and empty. `volume` is 0–1; `progress` is told 0–1 about once per
    rendered second. Raises OSError (or one of its kinds) where the file cannot be written.
    """
    from kindtimer.audio.mixer import Mixer, voice_of

    mixer = Mixer(timeline, carrier, bells, volume, voice_of(carrier))
    _write(mixer, out, round(timeline.duration * rate), rate, progress or (lambda _: None))


def _write(mixer: "Mixer", out: BinaryIO, frames: int, rate: int, progress: Callable[[float], None]) -> None:
    import soundfile

    block = round(BLOCK_SECONDS * rate)
    written = 0
    try:
        # By its number: a path would be encoded strictly, and an object be written to out of callbacks,
        # which swallow whatever is raised in them.
        with soundfile.SoundFile(
            out.fileno(), "w", rate, 2, subtype="PCM_16", format="WAV", closefd=False
        ) as file:
            for first in range(0, frames, block):
                count = min(block, frames - first)
                file.write(mixer.render(first, count, rate))
                written += count
                progress(written / frames)
    except (soundfile.SoundFileError, AssertionError) as problem:
        # A full disk comes as one or the other.
        _ask_system(out.fileno())
        raise OSError(f"the sound library says: {problem}") from problem


def _ask_system(file: int) -> None:
    """Raise the system's own error, which names the reason; the sound library says "System error"."""
    os.lseek(file, 0, os.SEEK_END)
    for _ in range(2):  # the first may fit in part
        os.write(file, bytes(1 << 16))
