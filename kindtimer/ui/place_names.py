"""Place names: what the places of the home window are called within the program; nothing of it is shown.

Its own module, since the tray's menu and the start name places too, and neither loads a window for that.
"""

from typing import Final

TODAY: Final = "today"
BREATHE: Final = "breathe"
PRACTICES: Final = "practices"
PRACTICE: Final = "practice"
HARD: Final = "hard"
HARD_TIMES: Final = "hard_times"
WELCOME: Final = "welcome"
GUIDE: Final = "guide"
OFFERS: Final = "offers"
SETTINGS: Final = "settings"
HELP_NOW: Final = "help_now"
