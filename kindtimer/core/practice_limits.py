"""Practice limits: what every practice keeps to, ours and those of others; each finding says what to change.

Pure. The figures are from the project's facts, §1.4, §2.2 and §2.3.
"""

import re
import unicodedata
from collections.abc import Iterator
from math import ceil

from kindtimer.core.practice import Ask, AskForm, Breathe, Choose, Ground, Rest, Say, Step, Touch
from kindtimer.core.practice_plan import ID, Depth, Length, PracticePlan, asks, seconds_of, spoken_seconds
from kindtimer.core.words import tr

MOST_STEPS = 200
MOST_WAYS, LEAST_WAYS = 3, 2
MOST_NESTED = 3
MOST_LETTERS = 160
"""Of one line: two lines on the screen at 32 px."""

MOST_IN_TITLE = 60
MOST_IN_NOTE = 500
"""Letters of what is told of a practice beforehand."""

MOST_OPTIONS = 6
LONGEST_MOMENT = 90.0
LONGEST = 45 * 60.0
LONGEST_SILENCE = 180.0
LONGEST_REST = 20 * 60.0
MOST_LINES = 12
LEAST_SECONDS_A_LINE = 4.0
"""Of looking round the room: the time in which a line is read and something found."""

ROUNDING = 1e-6
MOST_SPEECH = 0.55
"""Of the time that is neither a question nor paced: silence carries a practice."""

_SHUT_EYES = re.compile(r"\b(clos|shutt?)(e|es|ing|s)?\s+(your|the|both|one's)?\s*eyes\b", re.IGNORECASE)
_EYES_SHUT = re.compile(
    r"\b(let|with|keep|have|allow)\s+((your|the|both)\s+)?eyes\s+(\w+\s+)?(closed?|shut)\b", re.IGNORECASE
)
_OPEN = re.compile(r"\bopen\b", re.IGNORECASE)
_NEEDED = {"\u200c", "\u200d", "\u200e", "\u200f", "\ufe0f"}
"""Joiners of letters and signs, and the marks that some scripts are written with."""


def findings(plan: PracticePlan) -> list[str]:
    """What is to be changed, one plain sentence each; empty where all is well."""
    found = list(dict.fromkeys((*_told(plan), *_of_lengths(plan))))
    seen: set[str] = set()
    for length in plan.lengths:
        for where, step in _walk(plan.steps[length], ""):
            for fix in _of_step(step):
                line = f"{where}: {fix}"
                if line not in seen:
                    seen.add(line)
                    found.append(line)
    return found


def _told(plan: PracticePlan) -> Iterator[str]:
    if not plan.lengths or not all(plan.steps.values()):
        yield tr("step: at least one step is wanted in each length")
    told = {"title": plan.title, "about": plan.about, "benefit": plan.benefit}
    for key, words in told.items():
        if not words.strip():
            yield tr("{key}: some words are wanted here", key=key)
    more = {"evidence": plan.evidence, "source": plan.source, "caution": plan.caution}
    for key, words in {**told, **more, "closing": plan.closing}.items():
        most = MOST_IN_TITLE if key == "title" else MOST_LETTERS if key == "closing" else MOST_IN_NOTE
        if len(words) > most:
            yield tr("{key}: at most {count} letters fit here", key=key, count=most)
        if fix := unreadable(words):
            yield f"{key}: {fix}"
        if fix := eyes_fix(words):
            yield f"{key}: {fix}"


def _of_lengths(plan: PracticePlan) -> Iterator[str]:
    for length in plan.lengths:
        steps = plan.steps[length]
        if sum(1 for _ in _walk(steps, "")) > MOST_STEPS:
            yield tr("step: at most {count} steps make a practice", count=MOST_STEPS)
            continue
        ids = [ask.id for ask in asks(steps)]
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield tr("ask: “{id}” stands twice; each id once", id=twice)
        yield from _of_recalls(steps, set(), "")
        seconds = longest_seconds(steps)
        most = LONGEST_MOMENT if length is Length.MOMENT else LONGEST
        if seconds > most + ROUNDING:
            yield tr(
                "lengths: {length} takes {seconds} seconds; at most {most} are wanted",
                length=length.value,
                seconds=ceil(seconds - ROUNDING),
                most=round(most),
            )
        spoken, whole = _most_speech(steps)
        if spoken - MOST_SPEECH * whole > ROUNDING:
            share = int(100 * (1 - spoken / whole))
            yield tr(
                "silence: {length} is silent for {share} % of its time, on one way through it at least; 45 % "
                "or more are wanted",
                length=length.value,
                share=share,
            )


def _of_recalls(steps: tuple[Step, ...], asked: set[str], where: str) -> Iterator[str]:
    """What is shown anew has been asked before, whichever way was taken or not."""
    for number, step in enumerate(steps, 1):
        here = f"{where}step {number}"
        if isinstance(step, Ask):
            asked.add(step.id)
        elif isinstance(step, Say) and step.recall and step.recall not in asked:
            yield tr("{place}, recall: no question before it has the id “{id}”", place=here, id=step.recall)
        elif isinstance(step, Choose):
            for k, way in enumerate(step.ways, 1):
                yield from _of_recalls(way.steps, asked, f"{here}, way {k}, ")


def longest_seconds(steps: tuple[Step, ...]) -> float:
    """About how long the steps take along the longest of their ways."""
    seconds = sum(map(seconds_of, steps))
    choices = [step for step in steps if isinstance(step, Choose)]
    return seconds + sum(
        max(map(longest_seconds, (way.steps for way in one.ways)), default=0) for one in choices
    )


def _most_speech(steps: tuple[Step, ...]) -> tuple[float, float]:
    """Seconds of speech, and of all that is neither asked nor paced, on the way with the least silence."""
    spoken = whole = 0.0
    for step in steps:
        if isinstance(step, Choose):
            ways = [_most_speech(way.steps) for way in step.ways]
            more, longer = max(ways, key=lambda way: way[0] - MOST_SPEECH * way[1], default=(0.0, 0.0))
            spoken, whole = spoken + more, whole + longer
        if not isinstance(step, Say | Touch | Ground | Rest):
            continue
        if isinstance(step, Say | Touch):
            spoken += spoken_seconds(step.words)
        elif isinstance(step, Ground):
            spoken += sum(map(spoken_seconds, step.lines))
        whole += seconds_of(step)
    return spoken, whole


def _walk(steps: tuple[Step, ...], where: str) -> Iterator[tuple[str, Step]]:
    """Every step with its place, "step 3" or "step 3, way 2, step 1"."""
    for number, step in enumerate(steps, 1):
        here = f"{where}step {number}"
        yield here, step
        if isinstance(step, Choose):
            for k, way in enumerate(step.ways, 1):
                yield from _walk(way.steps, f"{here}, way {k}, ")


def _of_step(step: Step) -> Iterator[str]:
    for words in _words(step):
        yield from _of_words(words)
    if isinstance(step, Rest) and not 5.0 <= step.seconds <= LONGEST_REST:
        yield tr("a rest of 5 to {most} seconds is wanted", most=round(LONGEST_REST))
    if isinstance(step, Say | Touch):
        silence = step.seconds - spoken_seconds(step.words)
        if not 0.0 <= round(silence, 6) <= LONGEST_SILENCE:
            yield tr("a silence of 0 to {most} seconds is wanted", most=round(LONGEST_SILENCE))
    if isinstance(step, Breathe) and step.breaths < 1:
        yield tr("at least one breath is wanted")
    if isinstance(step, Ground):
        if len(step.lines) > MOST_LINES:
            yield tr("at most {count} lines lead round the room", count=MOST_LINES)
        if step.seconds + ROUNDING < LEAST_SECONDS_A_LINE * len(step.lines):
            yield tr("{count} seconds or more are wanted for each line", count=round(LEAST_SECONDS_A_LINE))
    if isinstance(step, Ask):
        yield from _of_ask(step)
    if isinstance(step, Choose) and not LEAST_WAYS <= len(step.ways) <= MOST_WAYS:
        yield tr("two or three ways are wanted")


def _of_ask(step: Ask) -> Iterator[str]:
    count = len(step.options)
    if step.form is AskForm.ONE_OF and not 2 <= count <= MOST_OPTIONS:
        yield tr("two to six options are wanted")
    if step.form is AskForm.SCALE and count not in (0, 2):
        yield tr("a scale has two options, what 0 and what 10 mean, or none")
    if step.form in (AskForm.WORDS, AskForm.FEELINGS) and count:
        yield tr("only one_of and scale have options")
    if not re.fullmatch(ID, step.id):
        yield tr("small letters, digits and _ make the id of a question")
    if not 5.0 <= step.seconds <= 1200.0:
        yield tr("usual seconds of a question are 5 to 1200")


def _words(step: Step) -> tuple[str, ...]:
    if isinstance(step, Say | Touch):
        return (step.words,)
    if isinstance(step, Rest):
        return (step.words,) if step.words else ()
    if isinstance(step, Ground):
        return step.lines
    if isinstance(step, Ask):
        return (step.question, *step.options)
    if isinstance(step, Choose):
        return (step.question, *(way.words for way in step.ways))
    return ()


def _of_words(words: str) -> Iterator[str]:
    if not words.strip():
        yield tr("some words are wanted here")
    if len(words) > MOST_LETTERS:
        yield tr("at most {count} letters fit on the screen; two steps can share them", count=MOST_LETTERS)
    if fix := unreadable(words):
        yield fix
    if fix := eyes_fix(words):
        yield fix


def eyes_fix(words: str) -> str:
    """What to change where English words are an order to shut the eyes; empty where they leave the choice."""
    if _SHUT_EYES.search(words) or (_EYES_SHUT.search(words) and not _OPEN.search(words)):
        return tr("eyes are nobody's order: “eyes open or lowered, as you like” leaves the choice")
    return ""


def unreadable(words: str) -> str:
    """What to change about signs that cannot be seen or turn the words around; empty where all is well."""
    if words.isascii() and words.isprintable():
        return ""
    for sign in words:
        if sign not in _NEEDED and unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co"):
            return tr("the sign U+{code} cannot be seen; leave it out", code=f"{ord(sign):04X}")
    return ""


def depth_of(depth: Depth | None) -> Depth:
    """A practice that names none is met as one of the deeper ones."""
    return Depth.DEEPER if depth is None else depth
