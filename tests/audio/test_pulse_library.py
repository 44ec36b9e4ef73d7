import ctypes.util
import subprocess
import sys

from kindtimer.audio.pulse_library import load_pulsectl

LOADS = """
import sys
started = []
sys.addaudithook(lambda event, _told: started.append(event) if event in LOOKED_FOR else None)
from kindtimer.audio.pulse_library import load_pulsectl
print(load_pulsectl().__name__, started)
""".replace("LOOKED_FOR", repr({"subprocess.Popen", "os.posix_spawn", "os.system", "os.fork", "os.exec"}))


def test_loading_it_starts_no_process() -> None:
    done = subprocess.run(
        (sys.executable, "-c", LOADS), capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.strip() == "pulsectl []"


def test_other_libraries_are_found_as_before() -> None:
    before = ctypes.util.find_library
    assert load_pulsectl() is load_pulsectl()
    assert ctypes.util.find_library is before
