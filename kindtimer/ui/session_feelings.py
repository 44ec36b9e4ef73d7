"""Session feelings: a small choice of words for what is felt, by energy and pleasantness (facts §3.2).

A word is kept as the text that was read. Unpleasant is not bad: groups are named by their two axes alone.
"""

from collections.abc import Mapping

from kindtimer.core.words import _, tr

BETWEEN = ", "
"""Between several words of one answer."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    _("More energy, less pleasant"): (
        _("restless"),
        _("worried"),
        _("irritated"),
        _("pressured"),
        _("afraid"),
        _("angry"),
        _("overwhelmed"),
    ),
    _("Less energy, less pleasant"): (
        _("tired"),
        _("sad"),
        _("lonely"),
        _("hurt"),
        _("guilty"),
        _("ashamed"),
        _("numb"),
    ),
    _("More energy, more pleasant"): (
        _("curious"),
        _("glad"),
        _("hopeful"),
        _("lively"),
        _("moved"),
        _("determined"),
    ),
    _("Less energy, more pleasant"): (
        _("quiet"),
        _("relieved"),
        _("content"),
        _("thankful"),
        _("tender"),
        _("rested"),
    ),
    _("Hard to place"): (_("mixed"), _("confused"), _("vulnerable"), _("no word fits")),
}
"""Each group's name and its words, roughly from mild to strong."""


def feeling_groups() -> dict[str, tuple[str, ...]]:
    """The groups in the person's language."""
    return {tr(title): tuple(tr(word) for word in words) for title, words in GROUPS.items()}
