"""Check: one thing `kindtimer doctor` looked at. Keys are a contract (product §5)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """`detail` says what was found, `remedy` the one thing to do, or None where nothing is to do."""

    id: str
    ok: bool
    detail: str
    remedy: str | None = None
