"""Closing words: what closing the home window means where no tray shows the seed. Pure."""

from kindtimer.core.words import tr


def closing_told(*, stays: bool) -> str:
    """`stays`: a rule for offers is on, for which the program stays."""
    if stays:
        return tr(
            "This desktop shows no tray icons. This window is the way in; when it is closed KindTimer stays "
            "for your offers, and a second start brings it back."
        )
    return tr("This desktop shows no tray icons. This window is the way in; closing it ends KindTimer.")
