"""Scene names: the pictures there are, without Qt, for the command line. `visuals.scenes` draws them."""

from collections.abc import Mapping
from types import MappingProxyType

from kindtimer.core.words import _

SCENE_NAMES: Mapping[str, str] = MappingProxyType({"flower": _("Flower"), "words": _("Words")})
"""Id → name; a name is translated where it is shown."""
