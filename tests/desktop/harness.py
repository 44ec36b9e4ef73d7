"""A real desktop of the tests' own: Xvfb, openbox, tint2, a private D-Bus, dunst, PulseAudio.

Every process is started and ended by its id; nothing of the machine's own desktop, sound or settings is
touched. `program` puts KindTimer into it. Used by the desktop tests, the tour and the benches.
"""

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import numpy as np

from tests.desktop.child import Child
from tests.desktop.deadline import wait_for
from tests.desktop.frame_buffer import FrameBuffer, save_png
from tests.desktop.hand import Hand
from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.private_bus import PrivateBus
from tests.desktop.sound_server import ASOUND, SoundServer

FIRST_DISPLAY = 400
LAST_DISPLAY = 499
NOTIFICATIONS = "org.freedesktop.Notifications"
DESKTOP_COLOUR = 0x6F7F86

PANEL = """panel_items = TS
panel_position = bottom center horizontal
panel_size = 100% 30
panel_padding = 4 2 4
panel_background_id = 1
systray_padding = 4 2 6
systray_icon_size = 22
taskbar_mode = single_desktop
rounded = 0
border_width = 0
background_color = #20262b 100
"""


class Desktop:
    """A running desktop. A context manager: what was started is ended in the opposite order."""

    def __init__(self, size: tuple[int, int] = (1440, 900), *, tray: bool = True) -> None:
        """Start everything; about a second. `tray` False leaves the panel out until `start_panel`."""
        self.size = size
        self._stack = ExitStack()
        # A short path: addresses of sockets end at 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="kt-"))
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.panel: Child | None = None
        self.children: list[Child] = []
        try:
            self.env = self._environment()
            self._start(tray)
        except BaseException:
            self._stack.close()
            raise

    def _environment(self) -> dict[str, str]:
        env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8",
            "TZ": "Europe/Berlin",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(self.folder / "home"),
        }
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            env[f"XDG_{name}_HOME"] = str(self.folder / "home" / name.lower())
        env["XDG_RUNTIME_DIR"] = str(self.folder / "run")
        for key in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            Path(env[key]).mkdir(parents=True, exist_ok=True)
        (self.folder / "run").mkdir(mode=0o700)
        (self.folder / "home" / ".asoundrc").write_text(ASOUND, "utf-8")
        return env

    def _start(self, tray: bool) -> None:
        self.bus = PrivateBus(self.folder, self.env)
        self._keep(self.bus.child)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        # Nothing here may reach the machine's own services, so the system bus is this one too.
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = self.bus.address
        self.sound = SoundServer(self.folder, self.env)
        self._stack.callback(self.sound.end)
        self.env["PULSE_SERVER"] = self.sound.address
        self._start_screen()
        self._keep(Child("openbox", ("openbox",), self.env, self.folder))
        wait_for(self.hand.has_window_manager, "a window manager", alive=self.check)
        self.hand.paint_root(DESKTOP_COLOUR)
        if tray:
            self.start_panel()
        self._keep(Child("dunst", ("dunst",), self.env, self.folder))
        wait_for(lambda: self.bus.has(NOTIFICATIONS), "a notification service", alive=self.check)

    def _start_screen(self) -> None:
        screen = f"{self.size[0]}x{self.size[1]}x24"
        for number in range(FIRST_DISPLAY, LAST_DISPLAY):
            if Path(f"/tmp/.X{number}-lock").exists():
                continue
            ready, told = os.pipe()
            options = ("-fbdir", str(self.folder), "-screen", "0", screen, "-nolisten", "tcp", "-ac")
            argv = ("Xvfb", f":{number}", "-displayfd", str(told), *options)
            server = Child("Xvfb", argv, self.env, self.folder, (told,))
            os.close(told)
            with os.fdopen(ready, "rb") as line:
                # The server writes its number once it serves; where the number is taken it only ends.
                if line.readline().strip() == str(number).encode():
                    break
            server.end()
        else:
            raise RuntimeError("no free display number")
        self._keep(server)
        self.screen_server = server
        self.display = f":{number}"
        self.env["DISPLAY"] = self.display
        self.hand = Hand(self.display)
        self._stack.callback(self.hand.close)
        self.screen = FrameBuffer(self.folder / "Xvfb_screen0")

    def _keep(self, child: Child) -> None:
        self.children.append(child)
        self._stack.callback(child.end)

    # --- the panel ------------------------------------------------------------------------------

    def start_panel(self) -> None:
        """Start the panel that holds the system tray."""
        settings = self.folder / "tint2rc"
        settings.write_text(PANEL, "utf-8")
        self.panel = Child("tint2", ("tint2", "-c", str(settings)), self.env, self.folder)
        self._stack.callback(self.panel.end)
        wait_for(self.hand.has_tray, "a system tray", alive=self.panel.check)

    def end_panel(self) -> None:
        """End the panel, as a crash of it would."""
        if self.panel is not None:
            self.panel.kill()
            self.panel = None
        wait_for(lambda: not self.hand.has_tray(), "the system tray goes")

    # --- looking --------------------------------------------------------------------------------

    def check(self) -> None:
        """Raise Died where a part of the desktop no longer lives."""
        for child in (*self.children, self.panel):
            if child is not None:
                child.check()

    def photograph(self, path: Path) -> Path:
        """Write the screen as a PNG; slower than reading its memory, and never a half painted frame."""
        width, height = self.size
        rows = np.frombuffer(self.hand.picture(width, height), np.uint8).reshape(height, width, 4)
        return save_png(rows[:, :, :3], path)

    def record(self, sink: str) -> MonitorRecorder:
        """Record what a sink plays, from now."""
        recorder = MonitorRecorder(self.sound, sink)
        try:
            wait_for(lambda: recorder.frames > 0, f"a recording of {sink}", alive=self.check)
        except BaseException:
            recorder.stop()
            raise
        return recorder

    def logs(self) -> dict[str, str]:
        """The last lines of every part of the desktop, and of the program that was started last."""
        found: dict[str, str] = {}
        for path in sorted(self.folder.glob("*.log"), key=lambda p: int(p.stem.rpartition("-")[2])):
            if text := path.read_text("utf-8", "replace").strip():
                found[path.stem.rpartition("-")[0]] = text[-3000:]
        return found

    def __enter__(self) -> "Desktop":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
