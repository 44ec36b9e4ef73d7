"""Program: KindTimer as a child in a desktop, with a home of its own, watched and asked from outside.

It is the console script a person starts; what is asked of it goes through its command line, the pointer
and the keys. Used by the desktop tests, the tour and the benches.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.desktop.child import Child
from tests.desktop.deadline import breather, wait_for
from tests.desktop.hand import Shown
from tests.desktop.harness import Desktop

CLASS = "kindtimer"


def executable() -> Path:
    """The console script that stands beside this Python."""
    return Path(sys.executable).with_name("kindtimer")


@dataclass
class Program:
    """KindTimer in a desktop, with `home` for all it keeps. A context manager around `start` and `end`."""

    desktop: Desktop
    home: Path
    extra_env: Mapping[str, str] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    script: Sequence[str] = ()
    """Words of a command that starts it in another way, such as with another clock."""
    before: Sequence[str] = ()
    """Words put before the command, such as a tracer and its options."""
    welcomed: bool = True
    """Whether somebody has been here before; else the first start says hello."""
    child: Child | None = None

    @property
    def env(self) -> dict[str, str]:
        """What it is started with."""
        return {**self.desktop.env, "KINDTIMER_HOME": str(self.home), **self.extra_env}

    def start(self) -> "Program":
        """Start it and return at once."""
        if self.welcomed and not self.home.exists() and self.home.parent.is_dir():
            self.home.mkdir(mode=0o700)
            (self.home / "settings.json").write_text('{"welcomed": true}', "utf-8")
        argv = (*self.before, *(self.script or (str(executable()),)), *self.arguments)
        self.child = Child("kindtimer", argv, self.env, self.desktop.folder)
        return self

    @property
    def running(self) -> Child:
        """The child; it has been started."""
        assert self.child is not None, "the program has not been started"
        return self.child

    def check(self) -> None:
        """Raise Died where the program or its desktop no longer lives."""
        self.running.check()
        self.desktop.check()

    def end(self) -> int:
        """Ask it to end; its exit code."""
        return self.running.end()

    def kill(self) -> None:
        """End it as a crash would."""
        self.running.kill()

    # --- asking ---------------------------------------------------------------------------------

    def run(self, *words: str, deadline: float = 20.0) -> "subprocess.CompletedProcess[str]":
        """Run a `kindtimer` command beside it, in the same desktop and home."""
        return subprocess.run(
            (str(executable()), *words),
            env=self.env,
            capture_output=True,
            text=True,
            timeout=deadline,
            check=False,
        )

    def status(self) -> dict[str, Any]:
        """What `kindtimer status --json` says."""
        done = self.run("status", "--json")
        if done.returncode:
            raise AssertionError(f"status ended with {done.returncode}: {done.stderr}")
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def complaints(self) -> list[str]:
        """What it wrote to its terminal, without what PortAudio and ALSA print there by themselves."""
        lines = self.running.said().splitlines()
        return [line for line in lines if not line.startswith(("Expression '", "ALSA lib"))]

    def session(self) -> dict[str, Any] | None:
        """The session in the status, or None."""
        told: dict[str, Any] | None = self.status()["session"]
        return told

    def sound(self) -> str:
        """The state of the sound in the status."""
        return str(self.status()["sound"]["state"])

    def icon(self) -> Shown:
        """The icon in the tray, waited for; it stands still when this returns."""

        def settled() -> Shown | None:
            first = self.desktop.hand.tray_icon(CLASS)
            breather(0.02)
            return first if first is not None and first == self.desktop.hand.tray_icon(CLASS) else None

        return wait_for(settled, "an icon in the tray", deadline=10.0, alive=self.check)

    def click_icon(self, button: int = 1) -> None:
        """Click the icon in the tray."""
        self.desktop.hand.click(*self.icon().centre, button)

    def window(self) -> Shown:
        """The session window, waited for until it is shown."""
        return wait_for(lambda: self.desktop.hand.window(CLASS), "a session window", alive=self.check)

    def window_gone(self, deadline: float = 5.0) -> None:
        """Wait until no window of the program is shown."""
        wait_for(
            lambda: self.desktop.hand.window(CLASS) is None,
            "the session window goes",
            deadline=deadline,
            alive=self.check,
        )

    def __enter__(self) -> "Program":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.child is not None:
            self.child.end()
