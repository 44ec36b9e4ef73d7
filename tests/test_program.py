"""The real parts of a home."""

from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindtimer.program import FLOWERS, direction, identity, real_parts
from kindtimer.store.paths import Home


def test_each_session_gets_an_id_of_its_own_and_the_zone_of_the_person() -> None:
    (one, zone), (other, _) = identity(), identity()
    assert isinstance(one, UUID)
    assert one != other
    assert ZoneInfo(zone).key == zone


def test_a_flower_is_drawn_once_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    home = Home.find(str(tmp_path / "home"), {})
    home.make()
    first = real_parts(home)
    again = real_parts(home)
    assert 1 <= first.settings.flower <= FLOWERS
    assert again.settings.flower == first.settings.flower
    assert first.troubles == ()
    for parts in (first, again):
        parts.player.close()
        parts.journal.close()
        parts.keep_awake.close()


def test_an_english_program_runs_from_left_to_right() -> None:
    assert direction() is Qt.LayoutDirection.LeftToRight
