"""Scene names: the pictures there are, without Qt, for the command line. `visuals.scenes` draws them."""

from collections.abc import Mapping
from types import MappingProxyType

from kindtimer.core.words import _, tr

SCENE_NAMES: Mapping[str, str] = MappingProxyType({"flower": _("Flower"), "words": _("Words")})
"""Id → name; a name is translated where it is shown."""


def scene_trouble(name: object) -> str | None:
    """One line for a scene that does not exist; None for one that does, or where none was named."""
    if name is None or name in SCENE_NAMES:
        return None
    known = ", ".join(SCENE_NAMES)
    return tr("There is no scene called “{name}”. There are: {known}.", name=str(name)[:40], known=known)
