"""Measures: the sizes everything on the screen shares, in px at 100 %.

Pages and widgets take them from here; a page that names a size of its own is a fault. Pure values.
"""

SMALL_TYPE, MEDIUM_TYPE, LARGE_TYPE = 14, 18, 32
"""The three sizes of type; nothing is written in another one."""

GRID = 8
"""Distances are multiples of it."""

CORNER = 12
"""Radius of the corners of tiles, buttons and fields."""

TARGET = 44
"""Least height and width of anything to click or to touch."""

ROW = 56
"""Height of a row to choose from."""

ROW_EDGE, ROW_GAP, ROW_LEAST = 10, 2, 120
"""Above and below its two lines, between them, and the least width of a row."""

LINE_LETTERS = 60
"""So many letters to a line at the most: longer ones are lost on the way back."""

ICON = 24
FOCUS_RING = 2
CHOSEN_BAR = 4
"""What is chosen has a bar along its foot, what has the keyboard a ring: never told apart by hue alone."""
SIDEBAR, RAIL, BAR = 200, 88, 56
"""Width of the sidebar in a wide window, of the rail in a narrower one, height of the bar at large type."""

COLUMN, RAIL_COLUMN = 640, 560
"""Width of a page's column beside the sidebar, and beside the rail."""

BRAND, PLACES_TOP = 32, 88
"""Height of the seed and the name above the places, and where the first place stands, from the top."""

ROOM_FOR_RAIL, ROOM_FOR_LIST = 720, 1200
"""From these widths of a window on, at the text's size, the places stand as a rail, and as a list."""

HOME_USUAL, HOME_LEAST = (1120, 760), (360, 420)
"""Width and height of the home window at first, and at the least."""

PATTERN_LIST, PATTERN_LIST_LOW = 240, 200
PREVIEW, PREVIEW_LOW, PREVIEW_MOST = 384, 280, 480
LOW_PAGE = 720
"""*Breathe*: width of its list and side of its picture, the second of each where a page is lower than this;
the third is how far a picture grows with the type."""

LEAST_FIELD, LEAST_SLIDER = 200, 160
"""Narrowest search field and slider that share their line with something."""

UNBOUNDED = 16_777_215
"""What Qt takes for “as large as it likes”."""
