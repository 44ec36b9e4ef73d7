"""Practice shelf: all practices there are, ours and those of packs, read when they are first wanted.

Main thread; reading takes some ten milliseconds.
"""

from collections.abc import Callable, Mapping

from kindtimer.core.practice_plan import PracticePlan


class PracticeShelf:
    """Call it for all practices by id; what was read is kept until it is to `look_anew`."""

    def __init__(self, *readers: Callable[[], Mapping[str, PracticePlan]]) -> None:
        self._readers = readers
        self._plans: Mapping[str, PracticePlan] | None = None

    def __call__(self) -> Mapping[str, PracticePlan]:
        """All of them, in the order of the readers."""
        if self._plans is None:
            self._plans = {id_: plan for read in self._readers for id_, plan in read().items()}
        return self._plans

    def look_anew(self) -> None:
        """Packs came or went: read again when they are next wanted."""
        self._plans = None
