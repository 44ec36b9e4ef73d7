"""Number words: whole numbers as people type them, in digits or in English words, and lengths of time. Pure.

English notation by decision: what is typed here also stands in the settings and is typed on the command line,
the same in every language. Nothing here refuses; what is no number or no length is None.
"""

import re

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = {
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "seventy-five": 75,
    "ninety": 90,
}
WORDS = {word: number for number, word in enumerate(_UNITS)} | _TENS

WORD = "|".join(sorted(WORDS, key=len, reverse=True))
"""Number words as a pattern; the longer ones first, so that none is cut."""

WHOLE = rf"(?:\d{{1,4}}|{WORD})"
"""A whole number as a pattern."""

_NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{WORD}|an?)"
_HOURS = r"(?:hours?|hrs?|h)"
_MINUTES = r"(?:minutes?|mins?|m)"

LENGTH = (
    rf"(?:half\s+(?:an?\s+)?hour|(?:a\s+)?quarter\s+(?:of\s+an\s+)?hour"
    rf"|{_NUMBER}\s+and\s+a\s+half\s+hours?"
    rf"|(?:{_NUMBER}\s*{_HOURS}|hour)\s+and\s+a\s+half"
    rf"|{_NUMBER}[\s-]*{_HOURS}(?:\d\d|\s*(?:and\s+)?{_NUMBER}[\s-]*{_MINUTES})?"
    rf"|{_NUMBER}[\s-]*{_MINUTES}|hour|minute)(?![\w:]|[.,]\d)"
)
"""A length of time as a pattern: “90 min”, “1h30”, “half an hour”, “two hours and a half”."""

_PARTS = re.compile(rf"({_NUMBER})[\s-]*(?:({_HOURS})|{_MINUTES}|\s+and\s+a\s+half\s+(hours?))(?![a-z])")


def number_in(word: str) -> int | None:
    """A whole number in digits or words; None for what is none."""
    word = word.strip().lower()
    return int(word) if word.isdecimal() and len(word) < 10 else WORDS.get(word)


def minutes_in(words: str) -> float | None:
    """How many minutes a length of time has; None for what is none."""
    text = " ".join(words.lower().split())
    if not re.fullmatch(LENGTH, text):
        return None
    if text.startswith(("hour", "minute")):
        text = f"1 {text}"
    if text.startswith("half"):
        return 30.0
    if "quarter" in text:
        return 15.0
    total = 30.0 if "and a half" in text else 0.0
    for number, hours, halves in _PARTS.findall(re.sub(r"h(?=\d)", " h ", text)):
        total += _value(number) * (60 if hours or halves else 1)
    if minutes := re.search(r"h(?:ours?|rs?)?(\d\d)$", text):
        total += int(minutes[1])
    return total


def _value(number: str) -> float:
    known = number_in(number)
    if known is not None:
        return known
    return 1.0 if number in ("a", "an") else float(number.replace(",", "."))
