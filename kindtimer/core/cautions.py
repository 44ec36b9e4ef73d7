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


IN_ONE_LINE = _("Slow breathing suits most people, not everyone. Esc leaves.")

CAUTIONS = (
    Caution(
        _("What this is"),
        _(
            "For wellbeing, for adults. It is not treatment, it replaces nobody's care, and nobody watches "
            "over it."
        ),
    ),
    Caution(
        _("Who may want to ask first"),
        _(
            "Anyone with heart, lung or blood pressure trouble, epilepsy, panic, a recent operation, or who "
            "is pregnant: a doctor or midwife knows more. No hold is ever needed."
        ),
    ),
    Caution(
        _("Where"), _("Sitting or lying. Not while driving, in water, at a machine, or standing up high.")
    ),
    Caution(
        _("Stopping"),
        _("Small breaths will do. Esc leaves, at any moment. Dizzy or tingling: E, and your own breath."),
    ),
    Caution(_("Help"), _("Help now has numbers and your own people. This program is not for emergencies.")),
    Caution(_("Privacy"), _("Everything stays on this computer.")),
)
"""Six, as facts §5.1 asks, with those of §1.3 in few words."""
