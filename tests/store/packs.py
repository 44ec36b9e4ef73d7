"""Packs, for the tests: the one in `tests/evenings`, and ways to write any other."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

EVENINGS = Path(__file__).parents[1] / "evenings"
"""A pack as a therapist could have made it, unpacked; a hummed line stands for a spoken one."""

MANIFEST = (EVENINGS / "pack.toml").read_text("utf-8")
LAMP = (EVENINGS / "lamp" / "practice.toml").read_text("utf-8")


def recorded_line() -> bytes:
    """The line that was recorded for it."""
    return (EVENINGS / "lamp" / "light.flac").read_bytes()


def pack(folder: Path, files: Mapping[str, str | bytes] | None = None, name: str = "evenings.zip") -> Path:
    """A zip of these files; without any, the one a therapist could have made."""
    if files is None:
        files = {"pack.toml": MANIFEST, "lamp/practice.toml": LAMP, "lamp/light.flac": recorded_line()}
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as held:
        for inside, content in files.items():
            held.writestr(inside, content)
    return path
