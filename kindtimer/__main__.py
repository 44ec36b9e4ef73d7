"""The start: `kindtimer` and `python -m kindtimer`. The last net: no traceback ever reaches a person."""

import sys
from collections.abc import Callable


def main(done: Callable[[], int] | None = None) -> int:
    """Do what was typed; the exit code. `done` is handed in by tests."""
    try:
        # Inside the net, so that Ctrl+C in the first moment is no traceback either.
        from kindtimer import cli

        return (done or cli.main)()
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - whatever nobody foresaw ends here, in one line
        return _noted(error)


def _noted(error: Exception) -> int:
    import os

    from kindtimer.commands.standard_streams import fill_missing, say_refusal
    from kindtimer.core.clock import SystemClock
    from kindtimer.store.fault_log import fault_line, note_fault
    from kindtimer.store.paths import Home

    fill_missing()
    # Without argparse, in which the fault may have been.
    pairs = zip(sys.argv, [*sys.argv[1:], ""], strict=True)
    given = next((b if a == "--home" else a[7:] for a, b in pairs if a == "--home" or a[:7] == "--home="), "")
    try:
        log = Home.find(given, os.environ).log
        line = fault_line(log, note_fault(log, error, SystemClock()))
    except (OSError, ValueError):  # a home named from a folder that is gone
        line = fault_line()
    say_refusal(line)
    return 1


if __name__ == "__main__":
    sys.exit(main())
