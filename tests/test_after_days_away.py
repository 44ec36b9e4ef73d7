"""Nothing withers: after a day or three weeks away, Today and the tray are the same, pixel by pixel."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kindtimer.app import build
from kindtimer.core.entry import Door, SessionEntry
from kindtimer.core.settings import Settings
from kindtimer.parts import Parts
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.paths import Home
from tests import fakes

BEGAN = datetime(2026, 5, 4, 18, 30, tzinfo=UTC)
KNOWN = Settings(flower=11, welcomed=True, sessions_met=3)


PAST = 6
"""Days before BEGAN on which somebody breathed, one session a day."""


def session(day: int) -> SessionEntry:
    """One walk, so many days before BEGAN; some were long, some were left."""
    return SessionEntry(
        id=UUID(int=day + 1),
        when=BEGAN - timedelta(days=day),
        zone="Europe/Berlin",
        door=Door.TRAY,
        practice="breathe",
        pattern="longer_out_46",
        planned_s=176.0,
        practised_s=176.0 if day % 2 else 12.0,
        breaths=16 if day % 2 else 1,
    )


class Visit:
    """Somebody comes back after so many days; the journal holds what was before them."""

    def __init__(self, application: QApplication, folder: Path, days: float) -> None:
        when = BEGAN + timedelta(days=days)
        clock = fakes.ManualClock(wall=when)
        self.journal = JournalStore(Home.at(folder, {"XDG_RUNTIME_DIR": str(folder)}), clock)
        for day in range(PAST):
            assert self.journal.keep(session(day)) is None
        self.app = build(
            application,
            Parts(
                clock=clock,
                settings=KNOWN,
                keeper=fakes.FakeKeeper(),
                patterns=fakes.patterns(),
                player=fakes.RecordingPlayer(),
                journal=self.journal,
                identity=fakes.identity(),
                tray=fakes.FakeTray,
                keep_awake=fakes.FakeKeepAwake(),
                assets=fakes.ASSETS,
                shelf=fakes.shelf,
                today=lambda: date(when.year, when.month, when.day),
                offers=fakes.FakeOffers(),
                holds=fakes.FakeDesktop,
                zone=lambda: UTC,
                time_watch=lambda _parent: fakes.FakeTimeWatch(),
                notification=lambda _parent: fakes.FakeNotification(),
                keys=lambda _parent: fakes.FakeKeys(),
                login=fakes.FakeLogin,
                plans=dict,
            ),
        )
        self.app.begin(None, None)

    def today(self) -> QImage:
        self.app.show_home("today")
        self.app.home.window.resize(1100, 760)
        self.app.home.window.setFocus(Qt.FocusReason.OtherFocusReason)
        for _ in range(4):
            QApplication.processEvents()
        return self.app.home.window.grab().toImage()

    def tray(self) -> tuple[QImage, str, list[str]]:
        tray = self.app.tray
        assert isinstance(tray, fakes.FakeTray)
        return tray.icons[-1].pixmap(22, 22).toImage(), tray.tip, [entry.text for entry in tray.entries()]


@pytest.fixture
def visits(qapp: QApplication, tmp_path: Path) -> Iterator[list[Visit]]:
    found: list[Visit] = []
    for days in (0.0, 1.0, 21.0):
        folder = tmp_path / str(days)
        folder.mkdir()
        found.append(Visit(qapp, folder, days))
    yield found
    for visit in found:
        visit.app.close()


def test_today_is_the_same_room(visits: list[Visit]) -> None:
    assert [len(visit.journal.sessions()) for visit in visits] == [PAST, PAST, PAST]
    first, *others = [visit.today() for visit in visits]
    assert not first.isNull()
    assert [picture == first for picture in others] == [True, True]


def test_the_tray_is_the_same_seed_with_the_same_words(visits: list[Visit]) -> None:
    first, *others = [visit.tray() for visit in visits]
    assert [told == first for told in others] == [True, True]


def test_another_room_would_be_noticed(qapp: QApplication, visits: list[Visit]) -> None:
    before = visits[0].today()
    visits[0].app.preferences.change(minutes=10.0)
    assert visits[0].today() != before
