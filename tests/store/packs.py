"""Packs, for the tests: one that a therapist could have made, and ways to write any other."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import soundfile

MANIFEST = """\
format = 1
id = "evenings"
name = "Evenings"
author = "A. Therapist"
version = "1.0"
contact = "practice@example.org"
licence = "CC BY 4.0"
languages = ["en"]

[for_this_week]
practices = ["lamp"]
note = "Two minutes before the light goes out, on whichever days it suits."
"""

LAMP = """\
format = 1
title = "By the lamp"
about = "Two minutes with the light of one lamp."
benefit = "For the end of a day."
serves = ["comfort"]
shelf = "time_and_quiet"
depth = "steadying"

[[step]]
say = "One lamp, and the light it makes. Eyes open or lowered."
silence = 20

[[step]]
ask = "What may end with this day?"
id = "ends"

[[step]]
rest = 60
words = "The light, and nothing to do."
"""


def recorded_line() -> bytes:
    """A line as it would be recorded: a second of a soft tone."""
    written = io.BytesIO()
    tone = 0.1 * np.sin(2 * np.pi * 220 * np.arange(16_000) / 16_000)
    soundfile.write(written, tone, 16_000, format="FLAC")
    return written.getvalue()


def pack(folder: Path, files: Mapping[str, str | bytes] | None = None, name: str = "evenings.zip") -> Path:
    """A zip of these files; without any, the one a therapist could have made."""
    if files is None:
        files = {"pack.toml": MANIFEST, "lamp/practice.toml": LAMP, "lamp/light.flac": recorded_line()}
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as held:
        for inside, content in files.items():
            held.writestr(inside, content)
    return path
