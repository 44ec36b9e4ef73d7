"""Practice tables: the shape of a practice's TOML file, as `msgspec` converts and checks it.

Loaded with the first practice that is read, not before. What the shape means is `practice_store`'s.
"""

from typing import Annotated

from msgspec import Meta, Struct, field

from kindtimer.core.practice import AskForm
from kindtimer.core.practice_plan import Depth, Length, Serves, Shelf

Seconds = Annotated[float, Meta(ge=0, le=3600)]
ByLength = Seconds | dict[Length, Seconds]
"""One number for all lengths, or one for each."""


class WayTable(Struct, forbid_unknown_fields=True):
    """One of the ways of a choice."""

    words: str
    step: "list[StepTable]" = []


class StepTable(Struct, forbid_unknown_fields=True):
    """One step: exactly one of the first seven, and what belongs to it."""

    say: str | None = None
    breathe: str | Annotated[float, Meta(ge=3, le=20)] | None = None
    rest: ByLength | None = None
    touch: str | None = None
    ask: str | None = None
    choose: str | None = None
    ground: ByLength | None = None
    lengths: list[Length] | None = None
    silence: ByLength | None = None
    recall: str | None = None
    minutes: ByLength | None = None
    breaths: ByLength | None = None
    ramp: bool | None = None
    words: str | None = None
    holds: list[str] | None = None
    id: str | None = None
    form: AskForm | None = None
    options: list[str] | None = None
    usual: ByLength | None = None
    way: list[WayTable] | None = None
    lines: list[str] | None = None


class PracticeTable(Struct, forbid_unknown_fields=True):
    """The whole file."""

    format: int
    title: str
    about: str
    benefit: str
    serves: list[Serves]
    step: list[StepTable]
    shelf: Shelf
    evidence: str = ""
    source: str = ""
    caution: str = ""
    closing: str = ""
    depth: Depth | None = None
    lengths: list[Length] = field(default_factory=lambda: [Length.SHORT])
