"""Sound names: what can be heard, without the sound library, for menus and the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from kindtimer.core.words import _

CARRIER_NAMES: Mapping[str, str] = MappingProxyType(
    {"air": _("Air"), "tone": _("Tone"), "none": _("No sound for the breath")}
)
"""What carries the breath: id → name; a name is translated where it is shown."""

BELL_NAMES: Mapping[str, str] = MappingProxyType(
    {"start_end": _("A bowl at the start and at the end"), "none": _("No bowl")}
)
"""When a bowl sounds: id → name."""
