"""Practice tables: the shape of a practice's TOML file, and the tables of one that was read.

What the shape means is `practice_store`'s. `msgspec` looks at the types where a file was not looked at
before; it takes 2.5 MB that never come back, so what was checked once is read without it.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from kindtimer.core.practice import AskForm
from kindtimer.core.practice_plan import Depth, Length, Serves, Shelf

ByLength = float | dict[Length, float]
"""One number for all lengths, or one for each."""


@dataclass(frozen=True)
class WayTable:
    """One of the ways of a choice."""

    words: str
    step: "list[StepTable]" = field(default_factory=list)


@dataclass(frozen=True)
class StepTable:
    """One step: exactly one of the first seven, and what belongs to it."""

    say: str | None = None
    breathe: str | float | None = None
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


@dataclass(frozen=True)
class PracticeTable:
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


class WrongShape(Exception):
    """What has another shape: the `key`, in the file's own words, and `why`."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(key, why)
        self.key, self.why = key, why


def check_types(held: dict[str, Any]) -> None:
    """Look at every type in a file nobody has looked at. Raises WrongShape or RecursionError."""
    import msgspec

    try:
        msgspec.convert(held, PracticeTable)
    except msgspec.ValidationError as error:
        raise WrongShape(*said_by_msgspec(str(error))) from None


def said_by_msgspec(line: str) -> tuple[str, str]:
    """Key and reason of “Expected `str`, got `int` - at `$.step[2].say`” (or “at `key` in `$.step[2]`”)."""
    why, _, place = line.partition(" - at ")
    return place.rpartition("`$")[2].strip("`").removeprefix("."), why


def table_of(held: dict[str, Any]) -> PracticeTable:
    """The tables of a file. Raises WrongShape, and what Python does where its types were not checked."""
    _check_keys(held, PracticeTable, "")
    plain: dict[str, Any] = {
        **held,
        "serves": [Serves(one) for one in held["serves"]],
        "shelf": Shelf(held["shelf"]),
        "step": _steps(held["step"], "step"),
    }
    if "depth" in held:
        plain["depth"] = Depth(held["depth"])
    if "lengths" in held:
        plain["lengths"] = [Length(one) for one in held["lengths"]]
    return PracticeTable(**plain)


def _steps(tables: list[dict[str, Any]], where: str) -> list[StepTable]:
    return [_step(table, f"{where}[{number}]") for number, table in enumerate(tables)]


def _step(table: dict[str, Any], where: str) -> StepTable:
    _check_keys(table, StepTable, where)
    plain: dict[str, Any] = dict(table)
    for key, value in table.items():
        if isinstance(value, dict):
            plain[key] = {Length(length): number for length, number in value.items()}
    if "lengths" in table:
        plain["lengths"] = [Length(one) for one in table["lengths"]]
    if "form" in table:
        plain["form"] = AskForm(table["form"])
    if "way" in table:
        plain["way"] = [_way(way, f"{where}.way[{number}]") for number, way in enumerate(table["way"])]
    return StepTable(**plain)


def _way(table: dict[str, Any], where: str) -> WayTable:
    _check_keys(table, WayTable, where)
    return WayTable(table["words"], _steps(table.get("step", []), f"{where}.step"))


_KEYS: dict[type, dict[str, Any]] = {
    shape: {one.name: one.type for one in fields(shape)} for shape in (WayTable, StepTable, PracticeTable)
}


def _check_keys(table: dict[str, Any], shape: type, where: str) -> None:
    """That all keys are known, and words are words: anything else would only be noticed where it is shown."""
    known = _KEYS[shape]
    for key, value in table.items():
        if key not in known:
            raise WrongShape(where, f"Object contains unknown field `{key}`")
        words = (
            (value,) if known[key] in (str, str | None) else value if known[key] == list[str] | None else ()
        )
        if not all(isinstance(one, str) for one in words):
            raise WrongShape(f"{where}.{key}".strip("."), "Expected `str`")
