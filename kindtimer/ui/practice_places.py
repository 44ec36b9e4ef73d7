"""Practice places: the shelves and a practice's own page, as places of the home window, and the way between.

What was chosen is known here alone, and what becomes of it where its pack is removed meanwhile; both pages
come and go. Main thread.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer

from kindtimer.core.practice_plan import PracticePlan, Shelf
from kindtimer.core.wish import Wish
from kindtimer.core.words import tr
from kindtimer.ui.page import Page
from kindtimer.ui.place_names import PRACTICE, PRACTICES
from kindtimer.ui.sidebar import Place


class PracticePlaces:
    """`plans` reads all practices when a page first asks, `open_place` may return the page that came.

    `tell` takes a calm line for the person.
    """

    def __init__(
        self,
        plans: Callable[[], Mapping[str, PracticePlan]],
        begin: Callable[[Wish], object],
        open_place: Callable[[str], object],
        tell: Callable[[str], object],
    ) -> None:
        self.plans, self._begin, self._open_place, self._tell = plans, begin, open_place, tell
        self._chosen: PracticePlan | None = None
        self._shelf: Shelf | None = None

    def places(self) -> list[Place]:
        """The shelves, which are listed, and the one that is reached from them."""
        return [
            Place(PRACTICES, tr("Practices"), "practices", self._practices),
            Place(PRACTICE, tr("Practice"), "practices", self._practice, listed=False, within=PRACTICES),
        ]

    def open_shelf(self, shelf: Shelf) -> None:
        """Open the shelves, at this one."""
        self._shelf = shelf
        self._open_place(PRACTICES)

    def open_practice(self, plan: PracticePlan) -> None:
        """Open the page of this practice."""
        self._chosen = plan
        if plan.id in self.plans():
            self._open_place(PRACTICE)
        else:
            self._lead_back()

    def _lead_back(self) -> None:
        """The practice that was chosen went with its pack."""
        if self._chosen is None:  # led back already
            return
        title, self._chosen = self._chosen.title, None
        self._open_place(PRACTICES)
        self._tell(tr("“{title}” was removed with its pack. The other practices are here.", title=title))

    def _practices(self) -> Page:
        from kindtimer.ui.practices_page import PracticesPage

        return PracticesPage(self.plans, self.open_practice, self._take_shelf)

    def _take_shelf(self) -> Shelf | None:
        shelf, self._shelf = self._shelf, None
        return shelf

    def _practice(self) -> Page:
        from kindtimer.ui.practice_page import PracticePage

        return PracticePage(self._plan, self._begin, lambda: self._open_place(PRACTICES))

    def _plan(self) -> PracticePlan:
        plans, chosen = self.plans(), self._chosen
        if chosen is None:
            return next(iter(plans.values()))
        if chosen.id not in plans:
            # Its page is just being opened; the way back comes after that.
            QTimer.singleShot(0, self._lead_back)
            return chosen
        self._chosen = plans[chosen.id]
        return self._chosen
