"""The real parts of a home."""

import os
import subprocess
import sys
from datetime import date
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


def test_the_day_is_the_one_where_the_person_is_and_costs_no_library(tmp_path: Path) -> None:
    home = Home.find(str(tmp_path / "home"), {})
    home.make()
    asked = (
        "import sys; from kindtimer.program import real_parts; from kindtimer.store.paths import Home;"
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        f"parts = real_parts(Home.find({str(home.folder)!r}, {{}})); print(parts.today());"
        "parts.player.close(); parts.keep_awake.close(); assert 'tzlocal' not in sys.modules"
    )
    east, west = (
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "TZ": zone, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for zone in ("Etc/GMT-14", "Etc/GMT+12")
    )
    assert date.fromisoformat(east) > date.fromisoformat(west)
