import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from kindtimer.store.safe_file import beside, linked_file, read_bytes, stamp, write_whole
from tests.store.kept import StandingClock


def test_a_file_is_replaced_whole_and_private(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(0o644)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_what_an_earlier_write_left_half_done_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "a.new").write_text("half")
    write_whole(tmp_path / "a", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "a", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_reading_stops_one_byte_beyond_what_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert len(read_bytes(tmp_path / "a", 10)) == 11


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="plain file"):
        read_bytes(tmp_path / "pipe", 10)


def test_names_beside_are_free_and_tell_the_time(tmp_path: Path) -> None:
    clock = StandingClock()
    first = beside(tmp_path / "a", clock)
    first.touch()
    assert first.name == "a.bad-20250304T050607Z"
    assert beside(tmp_path / "a", clock).name == "a.bad-20250304T050607Z-2"
    assert stamp(clock.when() + timedelta(seconds=1)) == "20250304T050608Z"


def test_a_link_to_what_is_no_plain_file_is_replaced_and_its_target_is_not(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for target in ("folder", "pipe"):
        link = tmp_path / f"link to {target}"
        link.symlink_to(tmp_path / target)
        assert linked_file(link) == link
        write_whole(link, b"new")
        assert not link.is_symlink()
        assert link.read_bytes() == b"new"
    assert (tmp_path / "folder").is_dir()
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_to_a_plain_file_or_to_one_that_is_to_come_is_followed(tmp_path: Path) -> None:
    for name in ("there", "to come"):
        link = tmp_path / f"link to {name}"
        link.symlink_to(tmp_path / name)
    (tmp_path / "there").write_bytes(b"old")
    for name in ("there", "to come"):
        write_whole(tmp_path / f"link to {name}", b"new")
        assert (tmp_path / name).read_bytes() == b"new"
        assert (tmp_path / f"link to {name}").is_symlink()
