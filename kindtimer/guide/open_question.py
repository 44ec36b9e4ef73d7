"""Open question: the question of a practice that waits for an answer now, and since when it lies there.

It is told of the session by `session_guide`, which announces what it finds. Main thread.
"""

from kindtimer.core.practice import Ask, Choose
from kindtimer.core.session import Session

LYING_SECONDS = 300.0
"""After so long without a word a question lies there by itself: the screen is the desktop's again."""


class OpenQuestion:
    """The question there is, if any."""

    def __init__(self) -> None:
        self.asked: Ask | Choose | None = None
        self._stirred = 0.0

    def look(self, session: Session | None, now: float) -> bool:
        """See what waits at `now`; whether that is another than before."""
        found = session.question(now) if session else None
        if found == self.asked:
            return False
        self.asked, self._stirred = found, now
        return True

    def stir(self, now: float) -> None:
        """Somebody is there: a word was written, or the walk went on."""
        self._stirred = now

    def lies(self, now: float) -> bool:
        """Whether it has waited for long, and nobody may be there."""
        return self.asked is not None and now - self._stirred >= LYING_SECONDS
