"""Screen savers: where lockers of the desktops are found on the session bus. Names alone; imports nothing.

`time_watch` hears of them that a screen is unlocked, `hold_desktop_services` asks them whether it is locked.
"""

SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
"""The name of each, which is its interface too, and the path of its object."""
