"""Offline: the sound of a whole timeline as a WAV file, from the same mixer that plays it live.

Written beside its place and renamed when it is whole. Runs on the thread or in the process that calls it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

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
    out: Path,
    *,
    carrier: Carrier,
    bells: Bells,
    rate: int = 48_000,
    volume: float = REFERENCE_VOLUME,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write `timeline`, closing quiet included, to `out`: stereo, 16 bits, `rate` frames a second.

    `volume` is 0–1; `progress` is told 0–1 about once per rendered second. Raises OSError (or one of its
    kinds) where the file cannot be written; what was at `out` is then untouched.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.open("wb").close()  # the system's own words for a folder that is missing, full or locked
        from kindtimer.audio.mixer import Mixer, voice_of

        mixer = Mixer(timeline, carrier, bells, volume, voice_of(carrier))
        _write(mixer, part, round(timeline.duration * rate), rate, progress or (lambda _: None))
        os.replace(part, out)
    finally:
        part.unlink(missing_ok=True)


def _write(mixer: "Mixer", part: Path, frames: int, rate: int, progress: Callable[[float], None]) -> None:
    import soundfile

    block = round(BLOCK_SECONDS * rate)
    try:
        with soundfile.SoundFile(str(part), "w", rate, 2, subtype="PCM_16", format="WAV") as file:
            for first in range(0, frames, block):
                count = min(block, frames - first)
                file.write(mixer.render(first, count, rate))
                progress((first + count) / frames)
    except (soundfile.SoundFileError, AssertionError) as problem:
        # A full disk comes as one or the other.
        raise OSError(f"the sound could not be written: {problem}") from problem
    with part.open("rb+") as whole:
        os.fsync(whole.fileno())
