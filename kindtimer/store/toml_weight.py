"""TOML weight: what is looked at in a text by somebody else before it is parsed as TOML.

Some few lines keep Python's parser busy for minutes: the time it takes for a key grows with the square of
its dots. What is looked at here takes time in proportion to the text. Called when a pack is looked through.
"""

import re

from kindtimer.core.words import tr

LONGEST_LINE = 8192
"""Signs; a line of words is 160 of them, and a whole choice on one line some hundreds."""

MOST_LINES = 20_000
MOST_DOTS = 8
"""In one key; the deepest of ours has one."""

_NO_KEYS = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"{3,5}|\\?\Z)'  # an end has up to two quotes that belong to the words
    r"|'''(?:[^']|'{1,2}(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*+["\\]?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
"""Strings and comments, to their end; where they have none the parser says so, having read no further."""

_BETWEEN = re.compile(r"[=,{}\[\]\n]")


def too_heavy(text: str) -> str:
    """Why the text is not parsed, as the end of a line; empty where it may be."""
    if text.count("\n") >= MOST_LINES:
        return tr("at most {count} lines are read", count=MOST_LINES)
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        return tr("at most {count} letters stand on one line", count=LONGEST_LINE)
    if max(part.count(".") for part in _BETWEEN.split(_NO_KEYS.sub('""', text))) > MOST_DOTS:
        return tr("at most {count} dots stand in one key", count=MOST_DOTS)
    return ""
