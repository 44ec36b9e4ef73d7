"""Hand: pointer, keys and windows of the virtual desktop, through one X connection and XTEST.

What a person's hand would do, without the 100 ms a waited-for xdotool costs. Also finds the tray icon,
and keeps an editor that has the keyboard and notes each key it is given.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from Xlib import XK, X, Xatom, display, error
from Xlib.ext import xtest

LARGEST_ICON = 64

HELD = {"alt": "Alt_L", "ctrl": "Control_L", "shift": "Shift_L"}


@dataclass(frozen=True)
class Shown:
    """A window on the screen, with its place relative to the screen's corner."""

    id: int
    x: int
    y: int
    width: int
    height: int
    name: str
    classes: tuple[str, ...]
    viewable: bool

    @property
    def centre(self) -> tuple[int, int]:
        """The point in its middle."""
        return self.x + self.width // 2, self.y + self.height // 2


class Hand:
    """One connection to the X server."""

    def __init__(self, name: str) -> None:
        """Connect to display `name`."""
        self.display = display.Display(name)
        self.root = self.display.screen().root

    def close(self) -> None:
        """End the connection."""
        self.display.close()

    # --- pointer and keys -----------------------------------------------------------------------

    def move(self, x: int, y: int) -> None:
        """Put the pointer there."""
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        self.display.sync()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Press and release there."""
        self.move(x, y)
        xtest.fake_input(self.display, X.ButtonPress, button)
        xtest.fake_input(self.display, X.ButtonRelease, button)
        self.display.sync()

    def press(self, key: str) -> None:
        """Press and release a key by its X name ("Escape", "space", "g"), others held with it ("alt+1")."""
        *held, last = key.split("+")
        names = [*(HELD[one] for one in held), last]
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()

    # --- windows --------------------------------------------------------------------------------

    def windows(self, class_name: str) -> list[Shown]:
        """Every window of that class, at any depth, in no order."""
        return [shown for shown in self._walk(self.root) if class_name in shown.classes]

    def tray_icon(self, class_name: str) -> Shown | None:
        """The docked icon of a program: its small window inside another's."""
        for shown in self.windows(class_name):
            if shown.viewable and 8 <= shown.width <= LARGEST_ICON and 8 <= shown.height <= LARGEST_ICON:
                return shown
        return None

    def window(self, class_name: str) -> Shown | None:
        """The largest window of a program that is shown and larger than an icon."""
        found = [w for w in self.windows(class_name) if w.viewable and w.width > LARGEST_ICON]
        return max(found, key=lambda w: w.width * w.height, default=None)

    def has_tray(self) -> bool:
        """Whether some panel holds the system tray."""
        atom = self.display.intern_atom("_NET_SYSTEM_TRAY_S0")
        return bool(self.display.get_selection_owner(atom) != X.NONE)

    def has_window_manager(self) -> bool:
        """Whether a window manager says that it manages."""
        atom = self.display.intern_atom("_NET_SUPPORTING_WM_CHECK")
        return self.root.get_full_property(atom, Xatom.WINDOW) is not None

    def active(self) -> int:
        """Id of the window that has the keyboard, by the window manager's word; 0 for none."""
        held = self.root.get_full_property(self.display.intern_atom("_NET_ACTIVE_WINDOW"), Xatom.WINDOW)
        return int(held.value[0]) if held is not None and len(held.value) else 0

    def states(self, window: int) -> set[str]:
        """Names in a window's _NET_WM_STATE, such as _NET_WM_STATE_FULLSCREEN."""
        resource = self.display.create_resource_object("window", window)
        held = resource.get_full_property(self.display.intern_atom("_NET_WM_STATE"), Xatom.ATOM)
        return {self.display.get_atom_name(a) for a in held.value} if held is not None else set()

    def iconify(self, window: int) -> None:
        """Minimise a window."""
        from Xlib.protocol import event

        ask = event.ClientMessage(
            window=self.display.create_resource_object("window", window),
            client_type=self.display.intern_atom("WM_CHANGE_STATE"),
            data=(32, [3, 0, 0, 0, 0]),
        )
        self.root.send_event(ask, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.display.sync()

    def picture(self, width: int, height: int) -> bytes:
        """The screen's corner as BGRX rows, as one request: never a frame that is half painted."""
        shot = self.root.get_image(0, 0, width, height, X.ZPixmap, 0xFFFFFFFF)
        return bytes(shot.data)

    def paint_root(self, colour: int) -> None:
        """Fill the desktop behind everything with 0xRRGGBB."""
        self.root.change_attributes(background_pixel=colour)
        self.root.clear_area()
        self.display.sync()

    def _walk(self, window: Any) -> Iterator[Shown]:
        try:
            children = window.query_tree().children
        except error.BadWindow:
            return
        for child in children:
            with contextlib.suppress(error.BadWindow, error.BadDrawable):
                yield self._shown(child)
            yield from self._walk(child)

    def _shown(self, window: Any) -> Shown:
        size = window.get_geometry()
        place = self.root.translate_coords(window, 0, 0)
        viewable = window.get_attributes().map_state == X.IsViewable
        name = window.get_wm_name()
        told = name if isinstance(name, str) else ""
        classes = window.get_wm_class() or ()
        return Shown(window.id, place.x, place.y, size.width, size.height, told, tuple(classes), viewable)


class Editor:
    """A small window somebody types into: it takes the keyboard and notes the keys it gets."""

    def __init__(
        self,
        name: str,
        size: tuple[int, int] = (420, 260),
        at: tuple[int, int] = (80, 80),
        *,
        bare: bool = False,
    ) -> None:
        """Open it on display `name` with a connection of its own.

        `bare` lays it over everything at exactly that place, past the window manager.
        """
        self._display = display.Display(name)
        screen = self._display.screen()
        self._window = screen.root.create_window(
            *at,
            *size,
            0,
            screen.root_depth,
            background_pixel=0xE8E4DA,
            event_mask=X.KeyPressMask,
            override_redirect=bare,
        )
        self._window.set_wm_name("editor")
        self._window.set_wm_class("editor", "Editor")
        self._window.map()
        self._display.sync()
        self.keys: list[str] = []

    @property
    def id(self) -> int:
        """Its X window."""
        return int(self._window.id)

    def typed(self) -> list[str]:
        """Names of all keys it was given so far."""
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.KeyPress:
                symbol = self._display.keycode_to_keysym(event.detail, 0)
                self.keys.append(XK.keysym_to_string(symbol) or str(symbol))
        return self.keys

    def has_keyboard(self) -> bool:
        """Whether the X server sends keys to it."""
        focus = self._display.get_input_focus().focus
        return getattr(focus, "id", 0) == self.id

    def close(self) -> None:
        """Close it."""
        self._window.destroy()
        self._display.close()
