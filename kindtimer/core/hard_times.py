"""Hard times: the page a person fills ahead, alone or with a therapist, in seven sections.

A value and the words around it. The person's words never reach a log, a title or an error: they are left
out of the value's own description. Kept by `store/hard_times_table.py`.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from kindtimer.core.words import _

TITLE = _("My page for hard times")


@dataclass(frozen=True)
class Section:
    """One part of the page: the field it fills, its title and a line that suggests what may stand there."""

    id: str
    title: str
    hint: str


SECTIONS = (
    Section(
        "early_signs",
        _("Early signs"),
        _("What shows first: a thought, a tightness somewhere, a habit that changes."),
    ),
    Section(
        "eases",
        _("What eases it a little"),
        _("Small things that took the edge off a hard hour before."),
    ),
    Section(
        "places",
        _("Places"),
        _("Where it is a little easier to be, with people about or without."),
    ),
    Section(
        "people",
        _("People"),
        _("Who may be called or sat with, and their numbers. It can be about this or about nothing."),
    ),
    Section(
        "professionals",
        _("Professionals"),
        _("A doctor, a therapist, a clinic: numbers, and when they answer."),
    ),
    Section(
        "safer",
        _("Making things safer"),
        _("What can be put away, or handed to someone for a while, and who could be asked."),
    ),
    Section(
        "remember",
        _("What I want to remember"),
        _("Words for such a day: your own, or of someone who knows you."),
    ),
)


@dataclass(frozen=True)
class HardTimes:
    """The seven texts. `trouble` is a kind line where the page could not be read as it is kept.

    `waits` says that these words could not be written so far and are held. `can_be_kept` is False while what
    stands in the journal cannot be seen: nothing may be written over it.
    """

    early_signs: str = field(default="", repr=False)
    eases: str = field(default="", repr=False)
    places: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    professionals: str = field(default="", repr=False)
    safer: str = field(default="", repr=False)
    remember: str = field(default="", repr=False)
    trouble: str = field(default="", compare=False)
    can_be_kept: bool = field(default=True, compare=False)
    waits: bool = field(default=False, compare=False)

    def text(self, section: str) -> str:
        """What stands in a section."""
        return str(getattr(self, section))

    def with_text(self, section: str, text: str) -> "HardTimes":
        """The page with this text in a section."""
        changed: dict[str, Any] = {section: storable(text)}
        return replace(self, **changed)

    def filled(self) -> list[tuple[Section, str]]:
        """The sections that have words, in their order."""
        return [(one, self.text(one.id)) for one in SECTIONS if self.text(one.id).strip()]


def together(kept: HardTimes, written: HardTimes) -> HardTimes:
    """What is kept, and under it what was written without having seen it: nothing of either is lost."""
    page = kept
    for one in SECTIONS:
        before, new = kept.text(one.id), written.text(one.id)
        if new.strip() and new != before:
            page = page.with_text(one.id, f"{before}\n\n{new}" if before.strip() else new)
    return page


def rejoined(seen: HardTimes | None, kept: HardTimes, written: HardTimes) -> HardTimes:
    """What was `written` over what was `seen` (None: nothing was), joined with what is `kept` by now.

    A section nobody else changed meanwhile takes what was written, also where that is less; in one that was
    changed from both sides both stand.
    """
    page = together(kept, written)
    for one in SECTIONS:
        if seen is not None and storable(seen.text(one.id)) == storable(kept.text(one.id)):
            page = page.with_text(one.id, written.text(one.id))
        elif seen is not None and seen.text(one.id) == written.text(one.id):
            page = page.with_text(one.id, kept.text(one.id))
    return page


LINE_ENDS = "\v\f\x85\u2028\u2029"
"""What else ends a line."""

NO_WORDS = "\ufffc\ufeff"
"""What stands where a picture was, and what tells of byte order."""

_PLAIN: dict[int, str | None] = {
    **{code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"},
    **dict.fromkeys(map(ord, NO_WORDS)),
    **{ord(one): "\n" for one in LINE_ENDS},
}


def storable(text: str) -> str:
    """Plain text any file takes: one kind of line end, no half characters, nothing but words."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n").translate(_PLAIN)
