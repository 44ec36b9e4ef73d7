"""The house's rules over the real tree, and each of them proven by breaches planted in a small one."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rules.honest_tests import none_is_skipped, nothing_is_patched
from tests.rules.import_rules import (
    DISTRIBUTIONS,
    LIBRARIES,
    WITHOUT_IMPORT,
    arrows,
    guide_knows_qtcore_alone,
    libraries,
    no_network,
    no_relative_imports,
)
from tests.rules.shape_rules import (
    every_module_has_its_test,
    every_module_says_what_it_is,
    init_files_hand_nothing_on,
    names_are_unique,
    no_drawers,
    sizes,
)
from tests.rules.size_rules import pages_name_no_size
from tests.rules.source_tree import SourceTree
from tests.rules.text_rules import (
    names_no_machine,
    shown_text_is_translated,
    translated_text_is_literal,
    values_have_their_places,
)
from tests.rules.time_rules import no_fixed_waits, one_clock

ROOT = Path(__file__).parent.parent
Rule = Callable[[SourceTree], list[str]]

RULES: tuple[Rule, ...] = (
    guide_knows_qtcore_alone,
    no_network,
    no_relative_imports,
    one_clock,
    no_fixed_waits,
    none_is_skipped,
    nothing_is_patched,
    every_module_has_its_test,
    every_module_says_what_it_is,
    names_are_unique,
    no_drawers,
    sizes,
    pages_name_no_size,
    init_files_hand_nothing_on,
    shown_text_is_translated,
    translated_text_is_literal,
    values_have_their_places,
    names_no_machine,
    libraries,
)

BREATH = "kindtimer/core/breath.py"
GUIDE = "kindtimer/guide/walk.py"
PAGE = "kindtimer/ui/first_page.py"
TEST = "tests/core/test_breath.py"

BREACHES: tuple[tuple[Rule, str, str], ...] = (
    (libraries, BREATH, "import numpy"),
    (libraries, BREATH, "def late():\n    from soundfile import write"),
    (libraries, BREATH, "import requests"),
    (guide_knows_qtcore_alone, GUIDE, "from PySide6.QtWidgets import QLabel"),
    (guide_knows_qtcore_alone, GUIDE, "from PySide6 import QtGui"),
    (guide_knows_qtcore_alone, GUIDE, "def late():\n    import PySide6.QtGui"),
    (no_network, BREATH, "import socket"),
    (no_network, BREATH, "def late():\n    from urllib.request import urlopen"),
    (no_network, GUIDE, "from PySide6 import QtNetwork"),
    (no_relative_imports, BREATH, "from . import clock"),
    (no_relative_imports, TEST, "from ..fakes import ManualClock"),
    (one_clock, BREATH, "import time\nNOW = time.monotonic()"),
    (one_clock, BREATH, "import time as t\nASK = t.time"),
    (one_clock, BREATH, "from time import perf_counter as tick"),
    (one_clock, BREATH, "from datetime import datetime\nNOW = datetime.now()"),
    (one_clock, BREATH, "import datetime\nNOW = datetime.datetime.utcnow()"),
    (one_clock, BREATH, "from datetime import date\nNOW = date.today()"),
    (one_clock, GUIDE, "from PySide6.QtCore import QElapsedTimer"),
    (no_fixed_waits, BREATH, "import time\ntime.sleep(1)"),
    (no_fixed_waits, TEST, "from time import sleep"),
    (no_fixed_waits, TEST, "def test_wait(qtbot):\n    qtbot.wait(100)"),
    (none_is_skipped, TEST, "import pytest\n@pytest.mark.skip\ndef test_x():\n    assert 1"),
    (none_is_skipped, TEST, "from pytest import importorskip"),
    (none_is_skipped, TEST, "import pytest\npytest.skip('no sound here')"),
    (none_is_skipped, TEST, "import pytest\n@pytest.mark.xfail(reason='later')\ndef test_x():\n    assert 1"),
    (
        nothing_is_patched,
        TEST,
        "def test_x(monkeypatch):\n    monkeypatch.setattr('kindtimer.core.breath.A', 1)",
    ),
    (
        nothing_is_patched,
        TEST,
        "from kindtimer.core import a\ndef test_x(monkeypatch):\n    monkeypatch.setattr(a, 'B', 1)",
    ),
    (nothing_is_patched, TEST, "from unittest.mock import patch"),
    (every_module_has_its_test, "kindtimer/core/untested.py", '"""Has no test."""'),
    (every_module_has_its_test, "kindtimer/__main__.py", '"""Has no test."""'),
    (names_are_unique, "kindtimer/ui/breath.py", '"""A second one of that name."""'),
    (no_drawers, "kindtimer/core/breath_utils.py", '"""Anything."""'),
    (no_drawers, "kindtimer/helpers/breath_two.py", '"""Anything."""'),
    (sizes, BREATH, "LINE = 1\n" * 400),
    (sizes, TEST, "def test_long():\n" + "    assert 1\n" * 60),
    (pages_name_no_size, PAGE, "WIDE, HIGH = 200, 3 * GRID"),
    (pages_name_no_size, PAGE, "class Tile:\n    LEAST: int = 120"),
    (pages_name_no_size, PAGE, "LEAST = QSize(280, 360)"),
    (pages_name_no_size, PAGE, "def place(box, dress):\n    box.setFixedWidth(dress.px(202))"),
    (pages_name_no_size, PAGE, "def place(box, room):\n    box.setMinimumHeight(max(120, room))"),
    (pages_name_no_size, PAGE, "def place(grid):\n    grid.setColumnMinimumWidth(0, 24)"),
    (init_files_hand_nothing_on, "kindtimer/core/__init__.py", "from kindtimer.core.breath import TURN"),
    (shown_text_is_translated, PAGE, "def show(label):\n    label.setText('Good to see you.')"),
    (shown_text_is_translated, PAGE, "def show(label, n):\n    label.setToolTip(f'{n} breaths')"),
    (shown_text_is_translated, PAGE, "LABEL = QLabel('Breathe' if 1 else tr('Rest'))"),
    (translated_text_is_literal, PAGE, "A = tr(f'{b} breaths')"),
    (translated_text_is_literal, PAGE, "A = tr('Enough' + ' for now.')"),
    (translated_text_is_literal, PAGE, "A = tr('%s breaths' % 3)"),
    (translated_text_is_literal, PAGE, "A = trn(one, many, 3)"),
    (values_have_their_places, PAGE, "A = tr('{name} breathes', nam=3)"),
    (values_have_their_places, PAGE, "A = trn('{count} breath', '{cuont} breaths', 3)"),
    (names_no_machine, "notes.md", "See /ho" + "me/mila/kind for more."),
    (names_no_machine, "pyproject.toml", "extra-index" + "-url = 'https://example.org'"),
)


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A tree that keeps every rule."""
    files = {
        "kindtimer/__init__.py": '"""KindTimer."""\n\n__version__ = "0"\n',
        "kindtimer/core/__init__.py": '"""Core."""\n',
        BREATH: '"""Breath."""\n\nTURN = 1\n',
        GUIDE: '"""Walks."""\n\nfrom PySide6.QtCore import QObject\n',
        PAGE: '"""A page."""\n\ndef show(label):\n    label.setText(tr("Breathe"))\n    label.setText("E")\n'
        "    label.setFixedWidth(3 * GRID)\n    label.grid.setColumnMinimumWidth(4, GRID)\n",
        TEST: "def test_it() -> None:\n    assert True\n",
        "tests/guide/test_walk.py": "",
        "tests/ui/test_first_page.py": "",
        "pyproject.toml": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def kept_in(house: Path, rule: Rule) -> list[str]:
    """What the rule finds; for libraries with the small house's own list."""
    if rule is libraries:
        return libraries(SourceTree(house), {"PySide6": frozenset({"guide"})})
    return rule(SourceTree(house))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    assert rule(SourceTree(ROOT)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_house_that_keeps_the_rule_is_left_in_peace(small_house: Path, rule: Rule) -> None:
    assert kept_in(small_house, rule) == []


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    BREACHES,
    ids=[f"{rule.__name__}-{n}" for n, (rule, _, _) in enumerate(BREACHES)],
)
def test_a_planted_breach_is_caught(small_house: Path, rule: Rule, name: str, text: str) -> None:
    file = small_house / name
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text("utf-8") if file.exists() else ""
    file.write_text(f"{before}{text}\n", "utf-8")
    assert len(kept_in(small_house, rule)) >= 1


def test_a_module_without_a_docstring_is_caught(small_house: Path) -> None:
    (small_house / BREATH).write_text("TURN = 1\n", "utf-8")
    assert len(every_module_says_what_it_is(SourceTree(small_house))) == 1


def test_a_library_of_the_list_that_nobody_imports_is_caught(small_house: Path) -> None:
    assert len(libraries(SourceTree(small_house), {"PySide6": frozenset({"guide", "ui"})})) == 1


def test_every_rule_has_its_breach() -> None:
    shown = {rule for rule, _, _ in BREACHES} | {every_module_says_what_it_is}
    assert shown == set(RULES)


def test_local_sockets_never_leave_the_machine() -> None:
    """Where `socket` is imported, the only family named is the local one."""
    for module in SourceTree(ROOT).package:
        if any(name == "socket" for name, _ in module.imports):
            assert "AF_INET" not in module.text
            assert "create_connection" not in module.text
            assert "getaddrinfo" not in module.text


def test_dependencies_are_what_is_imported() -> None:
    """Each library is asked for in pyproject.toml once it is imported, and not before."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {line.split(" ")[0].split(">")[0] for line in project["dependencies"]}
    assert {DISTRIBUTIONS.get(name, name) for name in asked - WITHOUT_IMPORT} == set(LIBRARIES)


def test_arrows_point_down() -> None:
    kept, said = arrows(ROOT)
    assert kept, said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kindtimer/core/breath.py", "from kindtimer.ui import style"),
        ("kindtimer/core/breath.py", "def late():\n    import kindtimer.store.paths"),
        ("kindtimer/visuals/planted.py", "import kindtimer.store.paths"),
        ("kindtimer/cellar.py", '"""A room that the contract does not know."""'),
    ],
)
def test_an_arrow_that_points_up_is_caught(tmp_path: Path, name: str, text: str) -> None:
    shutil.copytree(ROOT / "kindtimer", tmp_path / "kindtimer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert arrows(tmp_path)[0]
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    kept, said = arrows(tmp_path)
    assert not kept
    assert "broken" in said or "not listed" in said or "cellar" in said
