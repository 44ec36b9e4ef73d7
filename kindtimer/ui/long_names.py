"""Long names: names and addresses that come from elsewhere, made to fit a page whatever they are.

Only for showing: what is copied or kept is never changed here. Pure functions.
"""

import unicodedata

WHOLE = 16
"""A word of so many letters fits the narrowest window at the largest text, and stays in one piece."""

UNBROKEN = 8
"""A longer one may break after so many."""

ISOLATE, ISOLATE_END, MAY_BREAK, JOINER = "\u2068", "\u2069", "\u200b", "\u200d"


def shortened(text: str, most: int) -> str:
    """On one line, at most `most` letters; what is left out in the middle shows as …."""
    line = " ".join("".join(one if one.isprintable() or one == JOINER else " " for one in text).split())
    if len(line) <= most:
        return line
    head = line[: most - most // 3 - 1].rstrip(JOINER + " ")
    tail = line[len(line) - most // 3 :].lstrip(JOINER + " ")
    while tail and unicodedata.combining(tail[0]):
        tail = tail[1:]
    return f"{head}…{tail}"


def breakable(text: str) -> str:
    """May break within words that are too long for a line: after / . - _ and in long runs of letters."""
    return " ".join(_breakable(word) if len(word) > WHOLE else word for word in text.split(" "))


def _breakable(word: str) -> str:
    told, run = [], 0
    for one in word:
        told.append(one)
        # Signs that are not plain letters may belong together, as those of one emoji do.
        run = run + 1 if one.isascii() and one.isalnum() else 0
        if run == UNBROKEN or one in "/.-_":
            told.append(MAY_BREAK)
            run = 0
    return "".join(told)


def isolated(text: str) -> str:
    """Of whichever direction it is, the words around it keep theirs."""
    return f"{ISOLATE}{text}{ISOLATE_END}"
