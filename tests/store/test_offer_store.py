import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kindtimer.core.hold import Hold
from kindtimer.core.offer import Account, Again, Fate, Offer, Shown, Waiting
from kindtimer.core.offer_desk import Desk
from kindtimer.core.pause import Pause
from kindtimer.store.offer_store import OfferStore, desk_as_it_is
from kindtimer.store.paths import Home
from tests.store.kept import StandingClock, as_somebody_else, open_folder

WHEN = datetime(2026, 11, 25, 9, 0, 0, 250_000, tzinfo=UTC)
OFFER = Offer(("1 2026-11-25 10:00", "2 2026-11-25 10:05"), "1", WHEN, late=True)
FULL = Desk(
    looked=WHEN,
    given=("1 2026-11-24 10:00",),
    waiting=Waiting(OFFER, WHEN, WHEN + timedelta(minutes=15), (Hold.CALL, Hold.INPUT)),
    shown=Shown(OFFER, WHEN, 7, asks=True),
    again=Again(OFFER, WHEN + timedelta(hours=1)),
    pause=Pause(WHEN, WHEN + timedelta(hours=1), timedelta(hours=1), own=True),
    passed=3,
    asked=True,
    lines=(1, 2, 3),
    accounts=(Account(WHEN, "1", Fate.HELD, (Hold.CALL,)), Account(WHEN, "2", Fate.TAKEN)),
)


def store_at(folder: Path) -> OfferStore:
    return OfferStore(Home.at(folder, {"XDG_RUNTIME_DIR": str(folder)}), StandingClock())


@pytest.mark.parametrize(
    "desk", [Desk(), FULL, replace(FULL, pause=Pause(WHEN, None)), replace(FULL, shown=None, waiting=None)]
)
def test_the_desk_is_the_same_after_a_restart(tmp_path: Path, desk: Desk) -> None:
    assert store_at(tmp_path).save(desk) is None
    later = store_at(tmp_path)
    assert later.load() == desk
    assert later.troubles == []
    assert (tmp_path / "offers.json").stat().st_mode & 0o777 == 0o600


def test_where_nothing_was_kept_it_begins_empty(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    assert (store.load(), store.troubles) == (Desk(), [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("looked", "yesterday"),
        ("looked", "2026-11-25T10:00:00"),
        ("given", 3),
        ("given", [None]),
        ("waiting", {"offer": None}),
        ("shown", []),
        ("pause", {"since": "2026-11-25T10:00:00+00:00"}),
        ("accounts", [["2026-11-25T10:00:00+00:00", "1", "eaten", []]]),
        ("lines", ["x"]),
        ("looked", "0001-01-01T00:00:00+00:00"),
        ("shown", {"offer": {"keys": [], "rule": "", "due": "9999-12-31T23:59:59+00:00", "late": False}}),
        ("pause", {"since": "2026-11-25T10:00:00+00:00", "until": "9999-12-31T23:59:59+00:00"}),
        (
            "pause",
            {"since": "2026-11-25T10:00:00+00:00", "until": None, "length_s": 1e13, "own": False},
        ),
    ],
)
def test_a_damaged_file_is_kept_beside_and_said_once(tmp_path: Path, name: str, value: Any) -> None:
    store_at(tmp_path).save(FULL)
    path = tmp_path / "offers.json"
    held = json.loads(path.read_text())
    path.write_text(json.dumps({**held, name: value}))
    store = store_at(tmp_path)
    assert store.load() == Desk()
    (line,) = store.troubles
    (bad,) = tmp_path.glob("offers.json.bad-*")
    assert bad.name in line
    assert json.loads(bad.read_text())[name] == value


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b"\xff", b"null", b"[" * 100_000])
def test_what_is_no_desk_at_all_is_kept_beside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "offers.json").write_bytes(content)
    store = store_at(tmp_path)
    assert store.load() == Desk()
    assert len(store.troubles) == 1
    assert len(list(tmp_path.glob("offers.json.bad-*"))) == 1


def test_where_nothing_can_be_written_one_line_says_so() -> None:
    with open_folder() as folder:
        store = store_at(folder)
        folder.chmod(0o555)
        with as_somebody_else():
            line = store.save(FULL)
    assert line is not None
    assert "could not be kept" in line


@pytest.mark.parametrize("held", [b"", b"{", b"[]", b'{"looked": 3}', b"\xff"])
def test_a_look_at_it_changes_nothing_whatever_it_holds(tmp_path: Path, held: bytes) -> None:
    home = Home.at(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert desk_as_it_is(home) == Desk()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "offers.json").write_bytes(held)
    assert desk_as_it_is(home) == Desk()
    assert [one.name for one in tmp_path.iterdir()] == ["offers.json"]
    assert store_at(tmp_path).save(FULL) is None
    assert desk_as_it_is(home) == FULL
