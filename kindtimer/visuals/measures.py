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

MENU_ROW_EDGE, MENU_START, MENU_END = 15, 24, 32
"""The tray's menu: room above and below the words of a row, before them and after them."""

COLUMN, RAIL_COLUMN = 640, 560
"""Width of a page's column beside the sidebar, and beside the rail."""

BRAND, BRAND_EDGE, PLACES_TOP = 32, 22, 88
"""Height of the seed and the name above the places; middle of the seed from the near edge, as that of the
places' drawings; top of the first place."""

ROOM_FOR_RAIL, ROOM_FOR_LIST, ROOM_BESIDE = 720, 1200, 450
"""From these widths of a window on, at the text's size, the places stand as a rail, and as a list; the third
is the least height for either."""

HOME_USUAL, HOME_LEAST = (1120, 760), (360, 280)
"""Width and height of the home window at first, and at the least, on a screen that has so much room."""

DESKTOP_FRAME = 8, 40, 8, 8
"""What a desktop usually puts around a window, left, above, right, below: a title bar and narrow edges."""

PATTERN_LIST, PATTERN_LIST_LOW = 240, 200
PREVIEW, PREVIEW_LOW, PREVIEW_MOST, PREVIEW_LEAST = 384, 280, 480, 144
"""*Breathe*: width of its list and side of its picture, the second of each on a small page; the third is how
far a picture grows with the type, the last how far it gives way on a low page."""

LOW_PAGE = 720
"""A page that is lower than this, at the text's size, has its second set of sizes."""

LARGE_TYPE_FROM = 1.5
"""From this text size on, heights that only frame something no longer grow with the type."""

TILE, TILE_LOW, TILE_LEAST = 144, 112, 44
TILE_FLOWER, TILE_FLOWER_LOW = 112, 80
GREETING_TOP, GREETING_TOP_LOW = 88, 40
GREETING, GREETING_LOW = 112, 80
DOOR_WIDE = 202
"""*Today*: height of the tile and side of its flower; top of the greeting, and from there to the tile; least
width of a door below it."""

WELCOME_FLOWER, WELCOME_FLOWER_LOW, WELCOME_FLOWER_LEAST = 224, 136, 64
WELCOME_TOP, WELCOME_TOP_LOW = 56, 24
"""*Welcome*: side of its flower, on a low page at the most the second, none where the third finds no room;
least room above it, and on a low page."""

GUIDE_BESIDE = 480
"""*Guide*: from this width on, a row's name and what is told of it stand side by side."""

LEAST_FIELD, LEAST_SLIDER = 200, 160
"""Narrowest search field and slider that share their line with something."""

CARD_WIDE, CARD_EDGE, CARD_ABOVE, CARD_CORNER = 344, 16, 12, 16
CARD_BUD, CARD_LINE = 32, 24
"""The card of an offer: its width, from its sides and from its head and foot to what it holds, radius of its
corners; height of its bud and of a row of its line."""

HOLD_SIDE = 360
"""Side of the drawing of a hold."""

ANSWER_WIDE, ANSWER_WIDER, ANSWER_HIGH, ANSWER_LOW, ANSWER_TOP = 560, 760, 160, 72, 0.4
"""A question in a session: width of its field, and of many words to choose from; height of the field and the
least of it, and where its top stands, by the window's height."""

WAY_WIDE, WAY_HIGH = 160, 48
"""A way on from a question: the same for each."""

UNBOUNDED = 16_777_215
"""What Qt takes for “as large as it likes”."""

TITLE_POINTS, PART_POINTS, WORD_POINTS, QUIET_POINTS = 20.0, 13.0, 11.0, 9.0
"""Type on paper, in points."""

PART_ABOVE, NAME_ABOVE, LINE_ABOVE = 16.0, 8.0, 2.0
"""Room on paper above a part, a name and a line, in the document's own px."""
