"""A file is there whole or not at all."""

import os
import signal
import stat
from pathlib import Path

import pytest

from kindtimer.commands.whole_file import ended_between, whole_file
from kindtimer.core.command_line import Ended


def test_what_was_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.wav"
    out.write_bytes(b"old")
    with whole_file(out) as file:
        file.write(b"new")
        file.flush()
        assert out.read_bytes() == b"old"
        assert len(list(tmp_path.iterdir())) == 2
    assert (out.read_bytes(), list(tmp_path.iterdir())) == (b"new", [out])


@pytest.mark.parametrize("end", [OSError(28, "full"), KeyboardInterrupt(), Ended(15), ValueError()])
def test_whatever_ends_it_nothing_is_left(tmp_path: Path, end: BaseException) -> None:
    out = tmp_path / "a.wav"
    out.write_bytes(b"old")

    def write() -> None:
        with whole_file(out) as file:
            file.write(b"half")
            raise end

    with pytest.raises(type(end)):
        write()
    assert (out.read_bytes(), list(tmp_path.iterdir())) == (b"old", [out])


def test_a_half_file_of_one_that_was_killed_is_no_obstacle(tmp_path: Path) -> None:
    left = tmp_path / f".kindtimer-{os.getpid()}-0.part"
    left.write_bytes(b"left")
    with whole_file(tmp_path / "a.wav") as file:
        file.write(b"new")
    assert (tmp_path / "a.wav").read_bytes() == b"new"
    assert left.read_bytes() == b"left"


def test_it_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.wav"):
        pass
    (tmp_path / "plain").touch()
    assert mode(tmp_path / "a.wav") == mode(tmp_path / "plain")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_name_that_is_too_long_is_known_before_the_work(tmp_path: Path) -> None:
    reached: list[str] = []
    with pytest.raises(OSError, match="too long"), whole_file(tmp_path / ("x" * 300)):
        reached.append("work")
    assert (reached, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_an_end_waits_for_its_moment(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with ended_between() as end_if_asked:
        end_if_asked()
        signal.raise_signal(number)
        with pytest.raises(Ended) as end:
            end_if_asked()
    assert end.value.number == number
    assert signal.getsignal(number) is before


def test_an_end_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ended_between() as end_if_asked:
            signal.raise_signal(signal.SIGHUP)
            end_if_asked()
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
