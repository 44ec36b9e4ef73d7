"""Touch holds: the ways of supportive touch that a practice can show, those without touch first (facts §2.2).

`visuals` draws each by its id; the words are for the screen reader and beside the drawing.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kindtimer.core.words import _

HOLDS: Mapping[str, str] = MappingProxyType(
    {
        "feet_on_floor": _("Both feet on the floor"),
        "warm_cup": _("A warm cup between the hands"),
        "blanket": _("A blanket around the shoulders"),
        "cupped_hands": _("One hand resting in the other"),
        "own_hand": _("One hand holding the other"),
        "hands_on_chest": _("Both hands on the chest"),
        "chest_and_belly": _("One hand on the chest, one on the belly"),
        "cheek": _("A hand on the cheek"),
        "crossed_arms": _("Arms crossed, hands on the upper arms"),
    }
)

WITHOUT_TOUCH = ("feet_on_floor", "warm_cup", "blanket")
