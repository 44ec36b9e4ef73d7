import gc
import inspect
import linecache

import pytest
from PySide6.QtWidgets import QApplication

from kindtimer.desktop.memory_care import MemoryCare


@pytest.fixture
def care(qapp: QApplication) -> tuple[MemoryCare, list[str]]:
    done: list[str] = []
    return MemoryCare(lambda: done.append("let go")), done


def test_at_rest_nothing_ticks(care: tuple[MemoryCare, list[str]]) -> None:
    made, _ = care
    assert not made.settle.isActive()
    assert not made.unload.isActive()


def test_a_session_is_put_out_of_the_collector_s_sight_and_given_back_after_it(
    care: tuple[MemoryCare, list[str]],
) -> None:
    made, done = care
    made.session_began()
    assert made.settle.isActive()
    made.settle.timeout.emit()
    assert gc.get_freeze_count() > 0
    made.rest()
    assert made.unload.isActive()
    made.unload.timeout.emit()
    assert gc.get_freeze_count() == 0
    assert done == ["let go"]
    made.close()


def test_the_sources_that_were_read_with_each_import_are_not_kept(
    care: tuple[MemoryCare, list[str]],
) -> None:
    made, _ = care
    assert "MemoryCare" in inspect.getsource(MemoryCare)
    assert linecache.cache
    made.unload.timeout.emit()
    assert linecache.cache == {}


def test_what_is_shown_meanwhile_keeps_what_it_needs(care: tuple[MemoryCare, list[str]]) -> None:
    made, done = care
    made.rest()
    made.stay()
    assert not made.unload.isActive()
    made.rest()
    made.session_began()
    assert not made.unload.isActive()
    made.close()
    assert not made.settle.isActive()
    assert done == []
