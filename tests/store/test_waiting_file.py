import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kindtimer.core.entry import Answer
from kindtimer.core.hard_times import HardTimes
from kindtimer.store.paths import Home
from kindtimer.store.waiting_file import NOTHING, Unwritten, WaitingFile
from tests.store.kept import StandingClock, open_folder
from tests.store.test_journal_store import entry


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A short one: the runtime folder holds a socket, whose path has a limit."""
    with open_folder() as folder:
        yield folder


def file_of(folder: Path) -> WaitingFile:
    runtime = folder / "runtime"
    runtime.mkdir(exist_ok=True)
    return WaitingFile(Home.at(folder / "home", {"XDG_RUNTIME_DIR": str(runtime)}), StandingClock())


PAGE = HardTimes(eases="Tea \N{HOT BEVERAGE}", people="\N{HEBREW LETTER ALEF}")


ANSWERED = replace(entry(1), answers=(Answer("friend", "What would a friend say?", "Tea first."),))


@pytest.mark.parametrize(
    "waiting",
    [
        Unwritten((entry(1), entry(2))),
        Unwritten((ANSWERED, entry(2))),
        Unwritten(page=PAGE),
        Unwritten((entry(1),), PAGE, HardTimes(eases="Before.")),
    ],
    ids=["sessions", "answers", "page", "both"],
)
def test_what_is_held_is_read_again(tmp_path: Path, waiting: Unwritten) -> None:
    (tmp_path / "home").mkdir()
    file = file_of(tmp_path)
    assert not file.there
    assert file.hold(waiting)
    assert file_of(tmp_path).there
    assert file_of(tmp_path).read() == waiting
    assert file.hold(NOTHING)
    assert not file.there
    assert file_of(tmp_path).read() == NOTHING


@pytest.mark.parametrize("half", ["\ud800", "tea \udc00 tea", "\udfff\ud800", "\0"])
def test_half_letters_keep_nothing_from_being_held(tmp_path: Path, half: str) -> None:
    (tmp_path / "home").mkdir()
    whole = entry(2)
    spoilt = replace(entry(1), answers=(Answer("friend", f"Asked{half}", f"Said{half}"),), zone=f"Zone{half}")
    assert file_of(tmp_path).hold(Unwritten((spoilt, whole), replace(HardTimes(), eases=f"Tea{half}")))
    found = file_of(tmp_path).read()
    assert [one.id for one in found.sessions] == [spoilt.id, whole.id]
    assert found.sessions[0].answers[0].said.startswith("Said")
    assert found.page is not None
    assert found.page.eases.startswith("Tea")


def test_where_the_home_takes_nothing_it_stands_in_the_runtime_folder(tmp_path: Path) -> None:
    file = file_of(tmp_path)  # there is no home folder to write into
    assert file.hold(Unwritten(page=PAGE))
    (held,) = (tmp_path / "runtime").iterdir()
    assert held.stat().st_mode & 0o777 == 0o600
    assert file_of(tmp_path).read().page == PAGE
    (tmp_path / "home").mkdir()
    assert file.hold(Unwritten((entry(),), PAGE))  # and comes home as soon as it can
    assert not held.exists()
    assert (tmp_path / "home" / "journal.db.waiting").exists()


def test_two_files_are_read_as_one(tmp_path: Path) -> None:
    first, second, third = entry(1), entry(2), entry(3)
    file_of(tmp_path).hold(Unwritten((first, second), HardTimes(eases="Tea.")))
    (tmp_path / "home").mkdir()
    os.rename(next((tmp_path / "runtime").iterdir()), tmp_path / "aside")
    file_of(tmp_path).hold(Unwritten((second, third), HardTimes(eases="The cat.")))
    os.rename(tmp_path / "aside", tmp_path / "runtime" / file_of(tmp_path)._places[1].name)
    found = file_of(tmp_path).read()
    assert set(found.sessions) == {first, second, third}
    assert found.page is not None
    assert "Tea." in found.page.eases
    assert "The cat." in found.page.eases


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"7",
        b"\xff\xfe",
        b'{"sessions": [[1]]}',
        b'{"page": "words"}',
        b'{"page": {"eases": 3}}',
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_kept_beside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "journal.db.waiting").write_bytes(content)
    file = file_of(tmp_path)
    assert file.read() == NOTHING
    assert (tmp_path / "home" / file.damaged).read_bytes() == content
    assert not file.there


@pytest.mark.parametrize("answers", ["x", [1], {str(ANSWERED.id): [["a", "b"]]}, {str(ANSWERED.id): 3}])
def test_answers_that_cannot_be_read_are_kept_beside(tmp_path: Path, answers: object) -> None:
    home = tmp_path / "home"
    home.mkdir()
    assert file_of(tmp_path).hold(Unwritten((ANSWERED,)))
    path = home / "journal.db.waiting"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "answers": answers}), "utf-8")
    file = file_of(tmp_path)
    assert file.read() == NOTHING
    assert file.damaged


def test_words_of_the_person_are_known_as_such() -> None:
    assert Unwritten((ANSWERED,)).has_words
    assert Unwritten(page=PAGE).has_words
    assert not Unwritten((entry(1),)).has_words
