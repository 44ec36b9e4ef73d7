from pathlib import Path

from kindtimer.core.hard_times import HardTimes
from kindtimer.guide.hard_times_keeper import HardTimesKeeper
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.paths import Home
from tests.store.kept import StandingClock


def test_the_journal_is_one(tmp_path: Path) -> None:
    keeper: HardTimesKeeper = JournalStore(
        Home.at(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path)}), StandingClock()
    )
    assert keeper.keep_hard_times(HardTimes(places="the bench")) is None
    assert keeper.hard_times().places == "the bench"
    JournalStore.close(keeper)  # type: ignore[arg-type]
