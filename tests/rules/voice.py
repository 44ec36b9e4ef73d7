"""Everything the program says, and what in it is never to be said (tests/banned_words.toml)."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.rules.source_tree import SourceTree
from tests.rules.text_rules import translations

TOML_TEXTS = frozenset(
    {"name", "title", "purpose", "caution", "words", "line", "text", "told", "hours", "languages", "search"}
    | {"about", "benefit", "closing", "say", "touch", "ask", "choose", "lines", "options"}
)
"""Keys of the files in assets whose strings are shown."""

TOML_EVIDENCE = frozenset({"evidence", "source"})
"""Keys whose strings are shown, and speak of studies."""


@dataclass(frozen=True, order=True)
class Said:
    """One text, its plural where it has one, and the file it stands in.

    `evidence` speaks of studies in their own words, and the list of what is never said leaves it out.
    """

    text: str
    plural: str
    file: str
    evidence: bool = False


def said_in_code(tree: SourceTree) -> Iterator[Said]:
    """Every text that goes through tr, trn or _."""
    for module in tree.package:
        for _, texts in translations(module):
            literals = [text.value for text in texts if isinstance(text, ast.Constant)]
            words = [value for value in literals if isinstance(value, str)]
            if words:
                yield Said(words[0], words[1] if len(words) > 1 else "", module.path.as_posix())


def said_in_assets(tree: SourceTree) -> Iterator[Said]:
    """Every text of the data that is shown."""
    for path in sorted((tree.root / "assets").rglob("*.toml")):
        for text, evidence in _texts(tomllib.loads(path.read_text("utf-8"))):
            yield Said(text, "", path.relative_to(tree.root).as_posix(), evidence)


def _texts(value: Any, shown: bool = False, evidence: bool = False) -> Iterator[tuple[str, bool]]:
    if isinstance(value, str):
        if shown and value:
            yield value, evidence
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, shown, evidence)
    elif isinstance(value, dict):
        evidence = evidence or value.get("evidence") is True
        for key, one in value.items():
            about_studies = key in TOML_EVIDENCE
            yield from _texts(one, key in TOML_TEXTS or about_studies, evidence or about_studies)


def everything_said(tree: SourceTree) -> list[Said]:
    """All of it, in the order of the text."""
    return sorted({*said_in_code(tree), *said_in_assets(tree)})


class Voice:
    """The list of what is never said."""

    def __init__(self, listed: Mapping[str, Any]) -> None:
        self._forms: list[tuple[str, re.Pattern[str]]] = []
        for kind in listed["kind"]:
            for word in kind["words"]:
                # A curly apostrophe and any run of spaces are the same to the ear.
                spoken = re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+")
                pattern = re.compile(rf"(?<![\w-]){spoken}(?![\w-])", re.IGNORECASE)
                self._forms.append((f"{kind['name']}: {word}", pattern))
            for form in kind.get("forms", ()):
                self._forms.append((f"{kind['name']}: {form}", re.compile(form)))
        self._allowed = {(one["text"], one["word"].lower()) for one in listed.get("allowed", ())}

    @classmethod
    def read(cls, path: Path) -> "Voice":
        """From the list's file."""
        return cls(tomllib.loads(path.read_text("utf-8")))

    def breaches(self, text: str) -> list[str]:
        """What in this text is never said: kind and word."""
        return [
            what
            for what, pattern in self._forms
            for hit in pattern.finditer(text)
            if (text, hit.group().lower()) not in self._allowed
        ]
