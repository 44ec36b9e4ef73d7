import ctypes
from pathlib import Path

from kindtimer.desktop.x11_library import SCREEN_SAVER, X11, x11_library
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
