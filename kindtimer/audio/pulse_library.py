"""Pulse library: loads `pulsectl` without starting a process.

Its import asks for the place of “libpulse”, which nothing is called, and the search for that runs ldconfig, a
compiler and a linker before it gives up; the name it then loads is the right one. On any thread.
"""

import threading
from typing import Any

_LOADING = threading.Lock()
_NAME = "libpulse"


def load_pulsectl() -> Any:
    """The library. Raises ImportError or OSError where it, or the sound server's own, is not there."""
    import ctypes.util

    with _LOADING:
        place = vars(ctypes.util)
        find = place["find_library"]
        # Whoever looks for another library meanwhile finds it as ever.
        place["find_library"] = lambda name: None if name == _NAME else find(name)
        try:
            import pulsectl
        finally:
            place["find_library"] = find
        return pulsectl
