"""Typed: the command line with a home of its own and a program that only notes what it was asked."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from kindtimer.cli import main
from kindtimer.core.timeline import Timeline
from kindtimer.core.wish import Wish
from kindtimer.desktop.remote import InstanceLock
from kindtimer.store.paths import Home


class Typed:
    """Call it with what is typed. It has no screen but the one Qt can do without."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = folder / "home"
        self.environ = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(folder)}
        self.runs: list[tuple[Path, Wish | None, int | None]] = []
        self.files: list[tuple[Timeline, str, bool]] = []
        self.raises: BaseException | None = None
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Exit code, what was said, and what was said as an error."""
        code = main([*words, "--home", str(self.home)], self.run, self.write, self.environ)
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def run(self, home: Home, wish: Wish | None, sync_seconds: int | None) -> int:
        self.runs.append((home.folder, wish, sync_seconds))
        if self.raises is not None:
            raise self.raises
        return 0

    def write(
        self, timeline: Timeline, out: BinaryIO, carrier: str, bells: bool, progress: Callable[[float], None]
    ) -> None:
        self.files.append((timeline, carrier, bells))
        progress(0.5)
        out.write(b"RIFF")
        if self.raises is not None:
            raise self.raises

    @contextmanager
    def program(self, *replies: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
        """A running KindTimer that gives these replies, one to each message."""
        home = Home.find(str(self.home), self.environ)
        home.make()
        heard: list[dict[str, Any]] = []
        lock = InstanceLock(home.lock)
        lock.take(home.socket)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(home.socket))
            listener.listen()

            def serve() -> None:
                for reply in replies:
                    client, _ = listener.accept()
                    with client, client.makefile("rb") as lines:
                        heard.append(json.loads(lines.readline()))
                        client.sendall(json.dumps(reply).encode() + b"\n")

            thread = threading.Thread(target=serve)
            thread.start()
            try:
                yield heard
            finally:
                thread.join()
                lock.release()
                home.socket.unlink()


def one_line(said: tuple[int, str, str], code: int) -> str:
    assert said[0] == code
    assert said[1] == ""
    assert said[2].endswith("\n")
    assert said[2].count("\n") == 1
    return said[2]
