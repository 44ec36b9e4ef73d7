from pathlib import Path

from kindtimer.desktop.memory import give_back_memory


def _resident_kb() -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def test_what_was_freed_goes_back_to_the_system() -> None:
    # Small pieces come from the heap, which glibc keeps; a piece at its end holds all of it.
    pieces = [bytes(900) for _ in range(60_000)]
    last = bytes(900)
    full = _resident_kb()
    del pieces
    assert give_back_memory()
    assert _resident_kb() < full - 20_000
    assert len(last) == 900
