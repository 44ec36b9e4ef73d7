"""Cautions: what is said once about slow breathing, in one line and in six. For first start and guide.

Texts alone, marked for translation; who should hear more is in `assets/guide.toml`. No Qt.
"""

from dataclasses import dataclass

from kindtimer.core.words import _


@dataclass(frozen=True)
class Caution:
    """One of the six: what it is about, and the line."""

    name: str
    words: str


IN_ONE_LINE = _("Slow breathing suits most people, and not everyone. Esc leaves.")

CAUTIONS = (
    Caution(
        _("What this is"),
        _(
            "For wellbeing, for adults. It is not treatment, it takes no one's place, and nobody watches "
            "over what happens here."
        ),
    ),
    Caution(
        _("Who may want to ask first"),
        _(
            "With heart, lung or blood pressure trouble, epilepsy, panic, a recent operation, or while "
            "pregnant: a doctor or midwife can say what suits you. Holding the breath is never needed."
        ),
    ),
    Caution(
        _("Where"),
        _("Sitting or lying down is fine. Please not while driving, in water, at a machine, or standing up."),
    ),
    Caution(
        _("Stopping"),
        _(
            "Small breaths are enough. Esc leaves at any moment. If it turns dizzy or tingly, E eases off, "
            "and you breathe your own way."
        ),
    ),
    Caution(
        _("Help"),
        _(
            "When it is more than a breath can carry, Help now has numbers to call or write to, and room for "
            "your own people. KindTimer is not for emergencies."
        ),
    ),
    Caution(
        _("Privacy"),
        _(
            "Everything stays on this computer: no account, and nothing is sent anywhere. Whoever uses the "
            "same login can read what is kept."
        ),
    ),
)
"""Six, as facts §5.1 asks, with those of §1.3 in few words."""
