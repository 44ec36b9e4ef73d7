"""Practice shelf: all practices there are, ours and those of packs, read when they are first wanted.

Main thread; reading takes some ten milliseconds.
"""

from collections.abc import Callable, Mapping

from kindtimer.core.pattern import Pattern
from kindtimer.core.practice_plan import PracticePlan
from kindtimer.store.paths import Home, assets


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


def practices_of(home: Home, patterns: Mapping[str, Pattern]) -> PracticeShelf:
    """Ours and those of this home's packs. Called, it raises BadPractice where ours are not whole.

    Their readers take 30 ms to load, which only whoever wants a practice waits for.
    """

    def ours() -> Mapping[str, PracticePlan]:
        from kindtimer.store.practice_store import read_practices

        return read_practices(assets() / "practices", patterns, checked=True)

    def of_packs() -> Mapping[str, PracticePlan]:
        from kindtimer.store.pack_folder import pack_plans

        return pack_plans(home.packs, patterns)

    return PracticeShelf(ours, of_packs)
