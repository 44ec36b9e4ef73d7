"""Own words: a person's own line, and names out of a file, as they may stand in one line. Pure.

The one place that does it; called where such words enter the settings. What a line cannot hold goes: ends of
lines, whatever steers a terminal, and marks nobody sees that turn the writing around or hide something in it.
Whole pages of own words are `core/hard_times.py`'s.
What is only told, and kept by nobody, is shown with marks in the place of such signs.
"""

import re
from unicodedata import category

STAYS = "\u200c\u200d\u200e\u200f\u061c"
"""Marks nobody sees that words are written with: joiners (Persian names, emoji of several) and directions."""

JOINERS = "\u200c\u200d"
"""Nothing by themselves, but Persian names and many more are written with them."""

LONGEST_NAME = 40
LONGEST_PATH = 120
LONGEST_WORD = 200
"""In a line that is told: no word of any language is as long, but a path can be."""

_STEERING = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, places, keys
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # titles, links
    r"|\x1b[ -/]+[0-~]"  # alphabets
)
_REGION_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{1,8}\U000e007f")
"""The flag of Wales is a black flag, the letters of its name as nobody sees them, and an end."""

_NO_LETTERS = re.compile("[\ufdd0-\ufdef\ufffc]|[\ufffe\uffff]")
_SEEN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs beside numbers, which are counted among marks nobody sees."""


def one_line(words: str) -> str:
    """The words on one line, with single spaces and nothing in them that does more than be read.

    The same once it was done. Nothing where nothing of it can be seen.
    """
    parts: list[str] = []
    at = 0
    text = _STEERING.sub("", words)
    for flag in _REGION_FLAG.finditer(text):
        parts += (*map(_kept, text[at : flag.start()]), flag[0])
        at = flag.end()
    line = " ".join("".join((*parts, *map(_kept, text[at:]))).split())
    return line if line.strip(STAYS + " ") else ""


def _kept(one: str) -> str:
    """The letter as it may stay: itself, a space, or nothing."""
    if one.isprintable() or one in STAYS or one in _SEEN_FORMATS:
        return "" if _NO_LETTERS.match(one) else one
    if one.isspace():
        return " "
    # Private letters, and ones this Python is too old to know, are somebody's; half ones are nobody's.
    return (
        one
        if category(one) in ("Co", "Cn") and ord(one) & 0xFFFE != 0xFFFE and not _NO_LETTERS.match(one)
        else ""
    )


def showable(name: object, longest: int | None = None) -> str:
    """A name as it may stand in a line: nothing in it steers a terminal or breaks the line.

    Control characters, marks that turn the writing around, and bytes that are no text each become one
    replacement character. Of more than `longest` characters the middle is left out.
    """
    text = str(name)
    if longest is not None and len(text) > longest:
        half = longest // 2
        text = f"{text[: longest - half]}…{text[len(text) - half + 1 :]}"
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in JOINERS or _is_space(one) else "\ufffd" for one in text)


def showable_line(line: str) -> str:
    """A line with whatever names are in it: it stays one line, of a length that can be read."""
    return " ".join(showable(word, LONGEST_WORD) for word in line.replace("\n", " ").split(" "))


def _is_space(one: str) -> bool:
    return category(one) == "Zs"
