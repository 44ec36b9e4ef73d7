import ctypes

import pytest

from kindtimer.desktop.xcb_library import connected, declared, free, xcb_library
from tests.desktop.harness import Desktop


def test_a_connection_knows_the_root_of_its_screen(desktop: Desktop) -> None:
    xcb = xcb_library()
    server, root = connected(xcb, desktop.display)
    assert root == desktop.hand.root.id
    xcb.xcb_disconnect(server)


@pytest.mark.parametrize("name", [":4714", "nonsense"])
def test_without_a_server_it_is_an_error(name: str) -> None:
    with pytest.raises(OSError, match="no X server"):
        connected(xcb_library(), name)


def test_a_library_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match="libNoSuchThing"):
        xcb_library("libNoSuchThing.so.9")


def test_what_one_declares_is_nobody_else_s() -> None:
    given = ctypes.c_uint16
    assert declared(xcb_library(), {"xcb_flush": (given, ())}).xcb_flush.restype is given
    assert xcb_library().xcb_flush.restype is not given


def test_what_libxcb_made_is_given_back_and_nothing_is_nothing() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    made = libc.malloc(ctypes.c_size_t(16))
    assert made
    free(made)
    free(None)
