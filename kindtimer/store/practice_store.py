"""Practice store: reads practices from folders of TOML, and checks them; the same for ours and for others.

A folder holds `practice.toml`, structure and words. It is data, never code. Called when practices are first
wanted, by the command line and for packs; no Qt.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kindtimer.core.own_words import showable
from kindtimer.core.pace import ARRIVAL, Pace
from kindtimer.core.paced_limits import paced_findings
from kindtimer.core.pattern import PACED_CAP_MINUTES, Pattern, Phases, problems
from kindtimer.core.practice import (
    Ask,
    AskForm,
    Breathe,
    Choose,
    Ground,
    Rest,
    Say,
    Step,
    Touch,
    Way,
)
from kindtimer.core.practice_limits import MOST_NESTED, MOST_STEPS, depth_of, findings
from kindtimer.core.practice_plan import ID, Length, PracticePlan, spoken_seconds
from kindtimer.core.touch_holds import HOLDS
from kindtimer.core.words import _, tr
from kindtimer.store.practice_tables import (
    ByLength,
    PracticeTable,
    StepTable,
    WrongShape,
    check_types,
    table_of,
)
from kindtimer.store.toml_weight import too_heavy

FILE = "practice.toml"
KEPT = "practice.json"
"""The same as it was read when its pack was taken in; a pack cannot bring it along."""

FORMAT = 1
MOST_BYTES = 256 * 1024
KINDS = ("say", "breathe", "rest", "touch", "ask", "choose", "ground")
BELONGS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "say": frozenset({"silence", "recall"}),
        "breathe": frozenset({"minutes", "breaths", "ramp"}),
        "rest": frozenset({"words"}),
        "touch": frozenset({"silence", "holds"}),
        "ask": frozenset({"id", "form", "options", "usual"}),
        "choose": frozenset({"way"}),
        "ground": frozenset({"lines"}),
    }
)
"""What can stand beside each kind of step, but for `lengths`."""

MOST_NUMBER = 3600
SLOWEST, QUICKEST = 3.0, 20.0
"""Breaths a minute (facts §1.4)."""

LONGEST_FINDING = 600
"""Signs of one line; the names of all holds are 100 of them."""

USUAL_ASK = 60.0
"""Seconds a question usually takes where its file says nothing."""

CHANGED = _("it is not as it was when it was taken in")

IN_SHARE = 0.4
"""Of a breath that is given by its rate alone: out longer than in."""


class BadPractice(Exception):
    """A practice that cannot be used. `findings` is one line for each: the file, the key, what to do."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


class _Fix(Exception):
    """One thing to change, at a key; whoever knows the key's own place puts it before."""

    def __init__(self, key: str, fix: str) -> None:
        super().__init__(key, fix)
        self.key, self.fix = key, fix

    def within(self, place: str) -> "_Fix":
        return _Fix(f"{place}, {self.key}" if self.key else place, self.fix)


def read_practices(
    folder: Path, patterns: Mapping[str, Pattern], *, checked: bool = False
) -> dict[str, PracticePlan]:
    """The practices of a folder of folders, by id, in the order of the folders' names. Raises BadPractice."""
    found = {}
    for one in sorted(path for path in folder.iterdir() if (path / FILE).is_file()):
        plan = read_practice(one, patterns, checked=checked)
        found[plan.id] = plan
    return found


def read_practice(folder: Path, patterns: Mapping[str, Pattern], *, checked: bool = False) -> PracticePlan:
    """One practice. Raises BadPractice.

    `checked` says that its types were looked at when it was taken in, or by a test. What was kept of it then
    kept its limits, too.
    """
    file = folder / FILE
    try:
        if not re.fullmatch(ID, folder.name):
            raise _Fix("", tr("small letters, digits and _ make the name of the folder"))
        kept = _kept(folder) if checked else None
        table = _tables(_held(file, checked=checked) if kept is None else kept, checked=checked)
        if table.format != FORMAT:
            raise _Fix("format", tr("this KindTimer reads format 1"))
        if table.step and len(table.step) > MOST_STEPS:
            raise _Fix("step", tr("at most {count} steps make a practice", count=MOST_STEPS))
        plan = _plan(folder.name, table, patterns)
        fixes = _fixes(plan, patterns) if kept is None else []
    except _Fix as found:
        raise BadPractice([_line(folder, found.key, found.fix)]) from None
    except (TypeError, ValueError, AttributeError):
        if not checked:
            raise
        raise BadPractice([_line(folder, "", tr(CHANGED))]) from None
    if fixes:
        raise BadPractice([showable(f"{folder.name}/{FILE}, {fix}.", LONGEST_FINDING) for fix in fixes])
    return plan


def _fixes(plan: PracticePlan, patterns: Mapping[str, Pattern]) -> list[str]:
    paced = [
        fix
        for length in plan.lengths
        for fix in paced_findings(plan.steps[length], patterns, has_caution=bool(plan.caution.strip()))
    ]
    return [*findings(plan), *dict.fromkeys(paced)]


def _line(folder: Path, key: str, fix: str) -> str:
    return finding(f"{folder.name}/{FILE}", key, fix)


def finding(where: str, key: str, fix: str) -> str:
    """One line of what is to be changed; whatever a file held that is named in it, it can be read."""
    line = f"{where}, {key}: {fix}." if key else f"{where}: {fix}."
    return showable(line.replace("\n", " "), LONGEST_FINDING)


def keep_read(folder: Path) -> None:
    """Keep what a file says in a form that is read thirty times as fast. Raises BadPractice or OSError."""
    try:
        held = _held(folder / FILE, checked=True)
    except _Fix as found:
        raise BadPractice([_line(folder, found.key, found.fix)]) from None
    (folder / KEPT).write_text(json.dumps(held), "utf-8")


def _kept(folder: Path) -> dict[str, Any] | None:
    """What was kept of a file, where that can be read."""
    try:
        held = json.loads((folder / KEPT).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _held(file: Path, *, checked: bool) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            written = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise _Fix("", tr("it could not be read ({why})", why=(error.strerror or "").lower())) from None
    if len(written) > MOST_BYTES:
        raise _Fix("", tr("it is larger than {count} KB", count=MOST_BYTES // 1024))
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError:
        raise _Fix("", tr("it is not UTF-8 text")) from None
    if not checked and (fix := too_heavy(text)):
        raise _Fix("", fix)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _Fix("", tr("its brackets stand too deep within one another")) from None
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise _Fix("", tr("it is not valid TOML ({why})", why=str(error)[:120])) from None


def _tables(held: dict[str, Any], *, checked: bool) -> PracticeTable:
    try:
        if not checked:
            check_types(held)
        return table_of(held)
    except WrongShape as wrong:
        raise _Fix(_counted(wrong.key), wrong.why[:1].lower() + wrong.why[1:]) from None
    except RecursionError:
        raise _Fix("step", tr("its ways stand too deep within one another")) from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _Fix("", tr(CHANGED)) from None


def _counted(key: str) -> str:
    """`step[2].say` as “step 3, say”: people count from one."""
    return re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", key).replace(".", ", ")


def _plan(name: str, table: PracticeTable, patterns: Mapping[str, Pattern]) -> PracticePlan:
    steps = {
        length: tuple(_steps(table.step, length, patterns)) for length in Length if length in table.lengths
    }
    return PracticePlan(
        id=name,
        title=table.title,
        about=table.about,
        benefit=table.benefit,
        evidence=table.evidence,
        source=table.source,
        caution=table.caution,
        depth=depth_of(table.depth),
        serves=tuple(dict.fromkeys(table.serves)),
        shelf=table.shelf,
        steps=MappingProxyType(steps),
        closing=table.closing,
    )


def _steps(
    tables: list[StepTable], length: Length, patterns: Mapping[str, Pattern], depth: int = 1
) -> Iterator[Step]:
    if depth > MOST_NESTED:
        raise _Fix("", tr("choices stand at most three deep within one another"))
    for number, table in enumerate(tables, 1):
        try:
            kind = _kind(table)
            if table.lengths is None or length in table.lengths:
                yield _step(table, kind, length, patterns, depth)
        except _Fix as fix:
            raise fix.within(f"step {number}") from None


def _kind(table: StepTable) -> str:
    kinds = [kind for kind in KINDS if getattr(table, kind) is not None]
    if len(kinds) != 1:
        raise _Fix("", tr("exactly one of {known} makes a step", known=", ".join(KINDS)))
    kind = kinds[0]
    for key in table.__dataclass_fields__:
        if key not in (*KINDS, "lengths", *BELONGS[kind]) and getattr(table, key) is not None:
            known = ", ".join(sorted(BELONGS[kind]))
            raise _Fix(key, tr("beside {kind} only these stand: {known}", kind=kind, known=known))
    return kind


def _step(table: StepTable, kind: str, length: Length, patterns: Mapping[str, Pattern], depth: int) -> Step:
    if table.say is not None:
        seconds = spoken_seconds(table.say) + _number(table.silence, length, "silence")
        return Say(table.say, seconds, table.recall or "")
    if table.touch is not None:
        return _touch(table, table.touch, length)
    if table.breathe is not None:
        return _breathe(table, table.breathe, length, patterns)
    if table.ask is not None:
        return _ask(table, table.ask, length)
    if table.choose is not None:
        return Choose(table.choose, tuple(_ways(table, length, patterns, depth)))
    if kind == "rest":
        return Rest(_number(table.rest, length, "rest"), table.words or "")
    if not table.lines:
        raise _Fix("lines", tr("at least one line is wanted"))
    return Ground(tuple(table.lines), _number(table.ground, length, "ground"))


def _ask(table: StepTable, question: str, length: Length) -> Ask:
    if table.id is None:
        raise _Fix("id", tr("a question has an id, so that its answer has a name"))
    usual = USUAL_ASK if table.usual is None else _number(table.usual, length, "usual")
    return Ask(table.id, question, usual, table.form or AskForm.WORDS, tuple(table.options or ()))


def _ways(table: StepTable, length: Length, patterns: Mapping[str, Pattern], depth: int) -> Iterator[Way]:
    for number, way in enumerate(table.way or (), 1):
        try:
            yield Way(way.words, tuple(_steps(way.step, length, patterns, depth + 1)))
        except _Fix as fix:
            raise fix.within(f"way {number}") from None


def _touch(table: StepTable, words: str, length: Length) -> Touch:
    holds = tuple(dict.fromkeys(table.holds or HOLDS))
    for hold in holds:
        if hold not in HOLDS:
            raise _Fix(
                "holds",
                tr("“{name}” is not known; known are {known}", name=hold[:40], known=", ".join(HOLDS)),
            )
    return Touch(words, spoken_seconds(words) + _number(table.silence, length, "silence"), holds)


def _breathe(
    table: StepTable, asked: str | float, length: Length, patterns: Mapping[str, Pattern]
) -> Breathe:
    if isinstance(asked, str):
        if asked not in patterns:
            known = ", ".join(patterns)
            raise _Fix(
                "breathe", tr("“{name}” is not known; known are {known}", name=asked[:40], known=known)
            )
        phases, cap = patterns[asked].phases, patterns[asked].cap_minutes
    else:
        if not SLOWEST <= asked <= QUICKEST:
            raise _Fix("breathe", tr("3 to 20 breaths a minute are paced here"))
        period = 60.0 / asked
        phases, cap = Phases(inhale=IN_SHARE * period, out=(1 - IN_SHARE) * period), PACED_CAP_MINUTES
        if found := problems(phases):
            raise _Fix("breathe", found[0][:1].lower() + found[0][1:].removesuffix("."))
    if (table.minutes is None) == (table.breaths is None):
        raise _Fix("minutes", tr("minutes or breaths, one of the two, gives the length"))
    if table.breaths is not None:
        breaths = int(_number(table.breaths, length, "breaths"))
    else:
        breaths = int(_number(table.minutes, length, "minutes") * 60.0 / phases.period)
    if breaths * phases.period > cap * 60.0 + phases.period:
        raise _Fix("minutes", tr("at most {minutes:g} minutes of it are paced in one go", minutes=cap))
    if table.ramp and (phases.hold or phases.rest or phases.top_up):
        raise _Fix("ramp", tr("only a breath of in and out alone has a gentle beginning"))
    return Breathe(Pace(phases, ARRIVAL) if table.ramp else Pace(phases), breaths, folds=False)


def _number(held: ByLength | None, length: Length, key: str) -> float:
    if isinstance(held, dict):
        held = held.get(length)
    if held is None:
        raise _Fix(key, tr("a number is wanted for {length}", length=length.value))
    if not 0 <= held <= MOST_NUMBER:
        raise _Fix(key, tr("a number from 0 to {most} is wanted", most=MOST_NUMBER))
    return float(held)


def packed(plan: PracticePlan, pack: str) -> PracticePlan:
    """The same practice, as one that came with a pack."""
    return replace(plan, packed=pack)
