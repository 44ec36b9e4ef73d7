"""Memory: gives back to the system what a session used and the tray at rest does not need.

glibc keeps freed memory for later; a tray icon that waits for hours has no later soon. Main thread; a few
milliseconds. Elsewhere nothing is done.
"""

import ctypes
import sys


def give_back_memory() -> bool:
    """Whether any memory could be given back."""
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return bool(trim is not None and trim(0))
