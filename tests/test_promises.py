"""The promises of KindTimer that need no real desktop; those that do stand in tests/desktop."""

import ast
import json
import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kindtimer.cli import main
from kindtimer.core.entry import Door, SessionEntry
from kindtimer.core.session import Session
from kindtimer.core.settings import Settings
from kindtimer.core.wish import Wish, compose
from kindtimer.core.words import CLOSING
from kindtimer.store.paths import assets
from kindtimer.store.pattern_store import read_patterns
from tests.rules.import_rules import LOCAL_SOCKETS, no_network
from tests.rules.source_tree import Module, SourceTree
from tests.rules.voice import everything_said

ROOT = Path(__file__).parent.parent
TREE = SourceTree(ROOT)

SCORES = re.compile(
    r"\b(streaks?|scores?|points?|levels?|badges?|trophy|rewards?|achievements?|goals?|in a row|personal best"
    r"|days? (?:running|straight|total)|total(?: of)? \{\w+\}|you(?:'|’)ve (?:done|practi[sc]ed))\b",
    re.IGNORECASE,
)


# --- an offer, never an order; nothing withers --------------------------------------------------------


def test_no_streak_and_no_score_is_shown_anywhere() -> None:
    said = [text for one in everything_said(TREE) for text in (one.text, one.plural)]
    assert [text for text in said if SCORES.search(text)] == []


def test_no_name_in_the_program_counts_days_or_keeps_score() -> None:
    counted = re.compile(r"streak|score_|_score$|badge|reward|achievement", re.IGNORECASE)
    names = [
        module.at(node, node.id)
        for module in TREE.package
        for node in ast.walk(module.syntax)
        if isinstance(node, ast.Name) and counted.search(node.id)
    ]
    assert names == []


def walked(seconds: float) -> SessionEntry:
    practice = compose(
        Wish(Door.TRAY), read_patterns(assets() / "patterns.toml"), Settings(sessions_met=4), CLOSING[0]
    )
    when = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)
    session = Session.start(UUID(int=7), practice, Door.TRAY, now=0.0, when=when, zone="Europe/Berlin")
    return session.entry(seconds)


def test_leaving_early_is_kept_exactly_as_finishing() -> None:
    left, finished = walked(40.0), walked(10_000.0)
    names = [field.name for field in fields(SessionEntry)]
    differs = [name for name in names if getattr(left, name) != getattr(finished, name)]
    # Only how long it was; nothing says whether it came to its end.
    assert differs == ["practised_s", "breaths"]
    verdicts = re.compile(r"finish|left|complete|abort|quit|early|end", re.IGNORECASE)
    assert [name for name in names if verdicts.search(name)] == []


def test_the_journals_tables_have_no_column_for_a_verdict() -> None:
    text = (ROOT / "kindtimer" / "store" / "migrations.py").read_text("utf-8").lower()
    columns = re.findall(r"^\s+(\w+)\s+(?:text|integer|real|blob|any)\b", text, re.MULTILINE)
    assert "practised_s" in columns
    assert [name for name in columns if re.search(r"finish|left|complete|abort|streak|score", name)] == []


# --- nothing leaves this computer ---------------------------------------------------------------------


def test_nothing_can_reach_a_network() -> None:
    assert no_network(TREE) == []


def test_the_files_with_a_local_socket_are_the_ones_named() -> None:
    naming = {
        module.path.as_posix()
        for module in TREE.package
        for name, _ in module.imports
        if name in set(LOCAL_SOCKETS.values())
    }
    assert naming == set(LOCAL_SOCKETS)


PRIVATE = frozenset({"entry", "note", "notes", "phrase", "feeling", "letter", "line", "words", "text"})


def _logged(module: Module) -> list[tuple[ast.Call, ast.expr]]:
    levels = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    found = []
    for node in ast.walk(module.syntax):
        is_log = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in levels
            and isinstance(node.func.value, ast.Name)
            and re.search(r"log", node.func.value.id, re.IGNORECASE)
        )
        if is_log and isinstance(node, ast.Call):
            found += [(node, argument) for argument in node.args]
    return found


def test_log_lines_hold_nothing_of_a_session() -> None:
    """A log line is a fixed text; what it is filled with is never what a person wrote or did."""
    found = []
    for module in TREE.package:
        for call, argument in _logged(module):
            for node in ast.walk(argument):
                name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
                if name in PRIVATE or isinstance(node, ast.JoinedStr):
                    found.append(module.at(call, f"{name or 'a filled text'} in a log line"))
    assert found == []


def test_the_core_writes_no_log_at_all() -> None:
    writers = [
        module.path.as_posix()
        for module in TREE.package
        if module.room in ("core", "visuals", "ui") and any(name == "logging" for name, _ in module.imports)
    ]
    assert writers == []


# --- what others may build on -------------------------------------------------------------------------


def test_keys_of_the_patterns_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "patterns", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"coherent", "equal_4", "longer_out_46", "sigh", "box_4", "four_seven_eight"} <= {
        one["id"] for one in told
    }
    for one in told:
        assert {"id", "name", "phases", "bpm", "tier", "default_minutes", "cap_minutes"} <= set(one)
        assert set(one["phases"]) == {"in", "top_up", "hold", "out", "rest"}
        period = sum(one["phases"].values())
        assert one["bpm"] == pytest.approx(60.0 / period, abs=0.01)


@pytest.mark.parametrize("what", ["scenes", "sounds"])
def test_keys_of_scenes_and_sounds(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), what, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told
    assert all({"id", "name"} <= set(one) for one in told)


def test_status_with_nothing_running_is_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path), "status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["running"] is False
    keys = {"running", "version", "session", "offer", "next_offer", "paused_until", "held", "sound", "tray"}
    assert keys <= set(told)
    assert {"state", "device", "error_ms", "gaps"} <= set(told["sound"])
    assert list(tmp_path.iterdir()) == []
