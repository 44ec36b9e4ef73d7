"""Sound check: whether a sound file that somebody else made can be played, found out by opening it.

Called when a pack is checked; loads the sound library. Blocking.
"""

from pathlib import Path

from kindtimer.core.words import tr

LONGEST_SECONDS = 3600.0
RATES = (8000, 192_000)
MOST_CHANNELS = 2
READ_FRAMES = 65_536


def sound_trouble(file: Path) -> str | None:
    """Why it cannot be played, as the end of a line; None where it can."""
    import soundfile

    try:
        with soundfile.SoundFile(file) as opened:
            if not RATES[0] <= opened.samplerate <= RATES[1] or not 1 <= opened.channels <= MOST_CHANNELS:
                return tr("one or two channels of 8 to 192 kHz are wanted")
            if not 0 < opened.frames <= LONGEST_SECONDS * opened.samplerate:
                return tr("some sound is wanted, at most an hour of it")
            while len(opened.read(READ_FRAMES, dtype="float32")):
                pass  # a file that is cut or spoilt fails somewhere within
    except (soundfile.SoundFileError, OSError, ValueError, AssertionError):
        return tr("it is no sound file that can be played")
    return None
