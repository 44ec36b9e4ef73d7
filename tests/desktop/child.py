"""Child: one process that a desktop test started, watched while it lives and ended by its own id.

Its output goes to a log that is shown with a failing test. Should the test process itself be killed, the
kernel ends the child with it.
"""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from types import TracebackType

_NUMBERS = count(1)


class Died(AssertionError):
    """A process that was needed ended by itself."""


class Child:
    """A running process. Use it as a context manager, or call `end`."""

    def __init__(
        self,
        name: str,
        argv: Sequence[str],
        env: Mapping[str, str],
        folder: Path,
        pass_fds: Sequence[int] = (),
    ) -> None:
        """Start `argv` in its own process group, with a new log in `folder`."""
        self.name = name
        self.log = folder / f"{name}-{next(_NUMBERS)}.log"
        # setpriv executes the program in its own place, so the id is the program's.
        bound = ("setpriv", "--pdeathsig", "TERM", "--", *argv)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                bound,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=tuple(pass_fds),
            )

    @property
    def pid(self) -> int:
        """The process id."""
        return self.process.pid

    @property
    def running(self) -> bool:
        """Whether it still lives."""
        return self.process.poll() is None

    def check(self) -> None:
        """Raise Died, with the end of its log, where it no longer lives."""
        if not self.running:
            raise Died(f"{self.name} ended with {self.process.returncode}:\n{self.said()[-2000:]}")

    def said(self) -> str:
        """Everything it wrote so far."""
        return self.log.read_text("utf-8", "replace")

    def end(self, grace: float = 3.0) -> int:
        """Ask it to end, insist after `grace` seconds, and return its exit code."""
        if self.running:
            self.process.terminate()
            try:
                self.process.wait(grace)
            except subprocess.TimeoutExpired:
                self.kill()
        return self.process.wait()

    def kill(self) -> int:
        """End it and what it started without asking."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        return self.process.wait()

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()
