"""Player: plays a session as its plan says. Light to import; numpy and PortAudio come on its own thread.

Called on the main thread; nothing here waits but `close`, and that not for long.
"""

import threading
from collections.abc import Callable

from kindtimer.audio.sink_watch import WATCH, SinkWatch, Told, sink_watch
from kindtimer.audio.sound_desk import SoundDesk
from kindtimer.audio.sound_output import PortAudioOutput, SoundOutput
from kindtimer.audio.sound_thread import SoundThread
from kindtimer.core.clock import Clock
from kindtimer.core.sound import SoundPlan, SoundState

RENDERER = "sound renderer"

GOODBYE = 1.0
"""Seconds `close` gives the renderer; one that a sound system keeps is left behind."""


class Player:
    """One renderer thread from the first plan on; a sink watch while a session wants sound.

    `output` makes the way to devices, `watch` what tells where sound comes out: a test hands in its own.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        output: Callable[[], SoundOutput] = PortAudioOutput,
        watch: Callable[[Told], SinkWatch] = sink_watch,
    ) -> None:
        self._clock = clock
        self._output = output
        self._make_watch = watch
        self._desk = SoundDesk(clock)
        self._thread: threading.Thread | None = None

    def follow(self, plan: SoundPlan | None) -> None:
        """Play this from now on; None fades out within 300 ms and lets go of the device. Never waits."""
        self._desk.follow(plan)
        self._start()

    def turn_on(self) -> None:
        """↑: sound may come out here, in this session."""
        self._desk.louder()
        self._start()

    def toggle_mute(self) -> None:
        """M."""
        self._desk.toggle_mute()

    def state(self) -> SoundState:
        """What is heard now. Any thread."""
        return self._desk.state()

    def close(self) -> None:
        """Fade out and end all threads; returns within about a second whatever the sound system does."""
        self._desk.close()
        if self._thread is not None:
            self._thread.join(GOODBYE)
            self._thread = None

    @property
    def left_behind(self) -> bool:
        """Whether a sound system that hangs still keeps a thread after `close`.

        Should it wake while the interpreter is being taken down, the process would crash: whoever ends the
        program then leaves by `os._exit` once everything else is put away.
        """
        return any(thread.name in (RENDERER, WATCH) for thread in threading.enumerate())

    def _start(self) -> None:
        running = self._thread is not None and self._thread.is_alive()
        if not running and self._desk.starts and not self._desk.closed:
            self._thread = threading.Thread(target=self._run, name=RENDERER, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        SoundThread(self._desk, self._clock, self._output, self._make_watch).run()
