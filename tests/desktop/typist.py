"""Typist: somebody who goes on typing, ten keys a second, whatever else happens on the screen.

In a thread with a connection of its own, since a hand that clicks must not hold up the one that types.
"""

import threading
from itertools import cycle
from types import TracebackType

from tests.desktop.deadline import breather
from tests.desktop.hand import Hand

KEYS = ("a", "e", "space", "Return", "n", "t", "Escape", "Tab", "o", "r")
EVERY = 0.1


class Typist:
    """Types while it is entered. `typed` is what it typed, `active` which windows had the keyboard."""

    def __init__(self, display: str) -> None:
        self._hand = Hand(display)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._type)
        self.typed: list[str] = []
        self.active: set[int] = set()

    def __enter__(self) -> "Typist":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
        self._hand.close()

    def _type(self) -> None:
        for key in cycle(KEYS):
            if self._done.is_set():
                return
            self._hand.press(key)
            self.typed.append(key)
            self.active.add(self._hand.active())
            breather(EVERY)
