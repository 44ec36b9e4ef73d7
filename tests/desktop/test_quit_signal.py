import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from kindtimer.desktop.quit_signal import QuitSignal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT])
def test_whatever_asks_it_to_end_becomes_a_wish_to_quit(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    quit_signal = QuitSignal()
    with qtbot.waitSignal(quit_signal.quit_requested):
        os.kill(os.getpid(), number)
    quit_signal.close()
    assert signal.getsignal(number) == before
