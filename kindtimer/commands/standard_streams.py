"""Standard streams: what is said goes out whole, or its loss is one line; none of them may be missing.

Used by `cli` alone, around everything that is typed; main thread.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from typing import Any, TextIO, cast

from kindtimer.core.own_words import showable_line


class NotTold(Exception):
    """Standard output took no more; its cause is the system's own error."""


class _Output:
    """Standard output whose trouble is told apart from that of any other file."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as error:
            raise NotTold from error

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            raise NotTold from error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def fill_missing() -> None:
    """Put nothing's own device where a standard stream was closed (`>&-`).

    The next file that is opened, a journal perhaps, would else become standard output, and what is said
    would be written into it.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    opened = os.open(os.devnull, os.O_RDWR)
    while opened <= 2:
        os.set_inheritable(opened, True)
        opened = os.open(os.devnull, os.O_RDWR)
    os.close(opened)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115


@contextlib.contextmanager
def output() -> Iterator[None]:
    """While this lasts, standard output raises NotTold where it takes no more, at the latest at the end."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")  # a terminal that knows only ASCII
    sys.stdout = cast("TextIO", _Output(stream))
    try:
        yield
        sys.stdout.flush()
    finally:
        sys.stdout = stream
        try:
            stream.flush()
        except OSError:
            _to_nothing(stream)


def say_refusal(line: str) -> None:
    """One line on standard error, whatever names are in it; silence where it takes none."""
    try:
        print(showable_line(line), file=sys.stderr, flush=True)
    except OSError:
        _to_nothing(sys.stderr)


def _to_nothing(stream: TextIO) -> None:
    """What waits in it would fail once more in the interpreter's own last flush, with words of its own."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
