import ctypes
from pathlib import Path

from Xlib.display import Display

from kindtimer.desktop.x11_library import (
    SCREEN_SAVER,
    X11,
    atom,
    is_held,
    opened_display,
    x11_library,
    x_display,
)
from tests.desktop.harness import Desktop
from tests.rules.source_tree import SourceTree


def test_both_libraries_are_found_by_their_names() -> None:
    for name, symbol in ((X11, "XOpenDisplay"), (SCREEN_SAVER, "XScreenSaverSuspend")):
        library = x11_library(name)
        assert isinstance(library, ctypes.CDLL)
        assert hasattr(library, symbol)


def test_one_that_is_not_there_is_none() -> None:
    assert x11_library("libNoSuchThing.so.9") is None


def test_no_module_looks_for_a_library_by_starting_other_programs() -> None:
    tree = SourceTree(Path(__file__).parent.parent.parent)
    assert [str(one.path) for one in tree.package if "util.find_library(" in one.text] == []


def test_displays_are_opened_here_alone() -> None:
    tree = SourceTree(Path(__file__).parent.parent.parent)
    asking = [one.path.name for one in tree.package if "XOpenDisplay" in one.text]
    catching = [one.path.name for one in tree.package if "CFUNCTYPE" in one.text]
    assert (asking, catching) == (["x11_library.py"], ["x11_library.py"])


def test_a_display_is_opened_and_closed_and_what_it_refuses_ends_nothing(desktop: Desktop) -> None:
    x11 = x11_library()
    assert x11 is not None
    with x_display(x11, desktop.display) as opened:
        assert opened is not None
        display = Display(desktop.display)
        assert atom(x11, opened, "WM_NAME").value == display.intern_atom("WM_NAME")
        display.close()
        x11.XMapWindow(opened, ctypes.c_ulong(0x7FFFFFF))
        x11.XSync(opened, 0)


def test_one_that_does_not_answer_is_none(desktop: Desktop) -> None:
    x11 = x11_library()
    assert opened_display(x11, ":9999") is None
    with x_display(x11, ":9999") as opened:
        assert opened is None
    assert is_held(x11, ":9999", "_NET_SYSTEM_TRAY_S") is None
    assert is_held(x11, desktop.display, "_NET_NOBODY_HOLDS_S") is False
    assert is_held(x11, desktop.display, "_NET_SYSTEM_TRAY_S") is True  # the panel of the stand-in desktop
