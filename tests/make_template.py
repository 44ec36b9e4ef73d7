"""Writes the template for translators: `python -m tests.make_template`. A test says when it is out of date.

Each text stands once, with the files it is said in (no line numbers: moving a line changes nothing here).
"""

from pathlib import Path

from tests.rules.source_tree import SourceTree
from tests.rules.voice import Said, everything_said

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "assets" / "locale" / "kindtimer.pot"

HEADER = """\
# What KindTimer says, for translators. Made by `python -m tests.make_template`.
# The voice: it invites, says one thing at a time, never says I or we, praises nobody, hurries nobody.
msgid ""
msgstr ""
"Project-Id-Version: KindTimer\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"
"""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def template(said: list[Said]) -> str:
    """The whole file. A text that is said with a plural somewhere is listed with it."""
    files: dict[str, set[str]] = {}
    plurals: dict[str, str] = {}
    for one in said:
        files.setdefault(one.text, set()).add(one.file)
        if one.plural:
            plurals[one.text] = one.plural
    entries = [HEADER]
    for text in sorted(files):
        lines = [f"#: {' '.join(sorted(files[text]))}"]
        if "{" in text:
            lines.append("#, python-brace-format")
        lines.append(f"msgid {_quoted(text)}")
        if text in plurals:
            lines += [f"msgid_plural {_quoted(plurals[text])}", 'msgstr[0] ""', 'msgstr[1] ""']
        else:
            lines.append('msgstr ""')
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def main() -> None:
    """Write it."""
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(template(everything_said(SourceTree(ROOT))), "utf-8")


if __name__ == "__main__":
    main()
