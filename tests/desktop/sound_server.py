"""SoundServer: a PulseAudio of the tests' own, whose sinks go nowhere and whose monitors are recorded.

Sinks come with a form factor ("speaker", "headset") or without one, as devices do. The server can be
ended and started again in the middle of a session.
"""

import subprocess
from pathlib import Path

from tests.desktop.child import Child
from tests.desktop.deadline import wait_for

RATE = 48_000


# Recordings of the default source follow it when it changes, so it is one that nobody records.
SCRIPT = """load-module module-native-protocol-unix socket={socket} auth-anonymous=1
load-module module-null-source source_name=quiet
set-default-source quiet
"""

ASOUND = """pcm.!default { type pulse }
ctl.!default { type pulse }
"""


class SoundServer:
    """A running server; `address` is what PULSE_SERVER wants."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        """Start it without any real device."""
        self._folder, self._env = folder, dict(env)
        self._socket = folder / "pulse.sock"
        self.address = f"unix:{self._socket}"
        self._env["PULSE_SERVER"] = self.address
        self._script = folder / "pulse.pa"
        self._script.write_text(SCRIPT.format(socket=self._socket), "utf-8")
        self._sinks: dict[str, str] = {}
        self.child = self._started()

    def _started(self) -> Child:
        argv = (
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--disable-shm=no",
            "--log-level=notice",
            f"--file={self._script}",
        )
        child = Child("pulseaudio", argv, self._env, self._folder)
        wait_for(lambda: self._answers(), "the sound server answers", alive=child.check)
        return child

    def _answers(self) -> bool:
        return self._socket.exists() and self._ask("info").returncode == 0

    def _ask(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ("pactl", *words), env=self._env, capture_output=True, text=True, timeout=10, check=False
        )

    def tell(self, *words: str) -> str:
        """Run pactl; its answer without the line end. Raises RuntimeError where it refuses."""
        done = self._ask(*words)
        if done.returncode:
            raise RuntimeError(f"pactl {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def add_sink(self, name: str, form_factor: str | None = None) -> str:
        """A sink that goes nowhere; monitored as `name`.monitor. A form factor tells what it is."""
        told = f"sink_properties=device.form_factor={form_factor}" if form_factor else ""
        words = ["load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=2"]
        self._sinks[name] = self.tell(*words, *([told] if told else []))
        return name

    def remove_sink(self, name: str) -> None:
        """Pull the device out."""
        self.tell("unload-module", self._sinks.pop(name))

    def only(self, name: str, form_factor: str | None = None) -> str:
        """Make this the one sink there is, and the default."""
        for other in list(self._sinks):
            self.remove_sink(other)
        self.add_sink(name, form_factor)
        self.make_default(name)
        return name

    def make_default(self, name: str) -> None:
        """Streams that ask for no device go there."""
        self.tell("set-default-sink", name)

    def playing(self, sink: str) -> int:
        """How many streams play into that sink."""
        sinks = [row.split("\t") for row in self.tell("list", "short", "sinks").splitlines()]
        number = next((row[0] for row in sinks if row[1] == sink), None)
        rows = self.tell("list", "short", "sink-inputs").splitlines()
        return sum(row.split("\t")[1] == number for row in rows)

    def kill(self) -> None:
        """End the server as a crash would; the sinks are forgotten."""
        self.child.kill()
        self._sinks.clear()
        self._socket.unlink(missing_ok=True)

    def start_again(self) -> None:
        """Start it after `kill`."""
        self.child = self._started()

    def end(self) -> None:
        """End it."""
        self.child.end()
