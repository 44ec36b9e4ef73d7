import os
import signal

from pytestqt.qtbot import QtBot

from kindtimer.desktop.quit_signal import QuitSignal


def test_a_plain_kill_becomes_a_wish_to_quit(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    quit_signal = QuitSignal()
    with qtbot.waitSignal(quit_signal.quit_requested):
        os.kill(os.getpid(), signal.SIGTERM)
    quit_signal.close()
    assert signal.getsignal(signal.SIGTERM) == before
