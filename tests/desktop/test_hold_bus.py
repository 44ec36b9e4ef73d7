import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from jeepney import MessageType
from jeepney.bus_messages import DBus

from kindtimer.core.clock import SystemClock
from kindtimer.core.hold import Hold, Reading
from kindtimer.desktop.hold_bus import Answer, Question, ask_bus, first_is_true, plain, property_of
from tests.desktop.deadline import wait_for
from tests.desktop.private_bus import PrivateBus, Reply, Service

CLOCK = SystemClock()
SAVER, GNOME = "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


def asked(service: str, hold: Hold = Hold.LOCKED, member: str = "GetActive") -> Question:
    return Question(hold, service, "/saver", service, member, first_is_true)


def says(value: Any, signature: str = "b") -> Any:
    def answer(_member: str, _arguments: tuple[Any, ...]) -> Reply:
        return signature, (value,)

    return answer


def test_what_is_said_is_read(bus: PrivateBus) -> None:
    for value, known in ((True, Reading.YES), (False, Reading.NO)):
        with Service(bus, (SAVER,), says(value)) as saver:
            assert ask_bus(bus.address, [asked(SAVER)], CLOCK) == {Hold.LOCKED: known}
            assert saver.called("GetActive") == [()]


def test_a_property_is_asked_for_by_its_name(bus: PrivateBus) -> None:
    question = property_of(Hold.LOCKED, SAVER, "/saver", "org.x.Y", "Locked")
    with Service(bus, (SAVER,), says(("b", True), "v")) as saver:
        assert ask_bus(bus.address, [question], CLOCK) == {Hold.LOCKED: Reading.YES}
        assert saver.called("Get") == [("org.x.Y", "Locked")]


def test_a_service_that_hangs_takes_nothing_from_the_others(bus: PrivateBus) -> None:
    release = threading.Event()

    def hangs(_member: str, _arguments: tuple[Any, ...]) -> Reply:
        release.wait(30.0)
        return "b", (True,)

    questions = [asked(SAVER, Hold.SHARING), asked(GNOME), asked(GNOME, Hold.INPUT)]
    with Service(bus, (SAVER,), hangs) as hanging, Service(bus, (GNOME,), says(True)):
        found = ask_bus(bus.address, questions, CLOCK, seconds=0.3)
        assert hanging.called("GetActive") == [()]
        release.set()
    assert found == {Hold.SHARING: Reading.UNKNOWN, Hold.LOCKED: Reading.YES, Hold.INPUT: Reading.YES}


def test_one_yes_among_several_services_is_enough(bus: PrivateBus) -> None:
    with Service(bus, (SAVER,), says(False)), Service(bus, (GNOME,), says(True)):
        questions = [asked(SAVER), asked(GNOME), asked("org.nobody.Here")]
        assert ask_bus(bus.address, questions, CLOCK) == {Hold.LOCKED: Reading.YES}


@pytest.mark.parametrize(("signature", "value"), [("s", "no"), ("u", 1), ("as", [])])
def test_an_answer_of_another_shape_is_not_known(bus: PrivateBus, signature: str, value: Any) -> None:
    with Service(bus, (SAVER,), says(value, signature)):
        assert ask_bus(bus.address, [asked(SAVER)], CLOCK) == {Hold.LOCKED: Reading.UNKNOWN}


def test_an_answer_without_values_is_not_known(bus: PrivateBus) -> None:
    with Service(bus, (SAVER,), lambda _member, _arguments: ("", ())):
        assert ask_bus(bus.address, [asked(SAVER)], CLOCK) == {Hold.LOCKED: Reading.UNKNOWN}


def test_nobody_there_is_not_known_and_nothing_is_started(bus: PrivateBus) -> None:
    assert ask_bus(bus.address, [asked(SAVER)], CLOCK) == {Hold.LOCKED: Reading.UNKNOWN}
    assert not bus.has(SAVER)


def test_an_answer_may_lead_to_further_questions(bus: PrivateBus) -> None:
    def each(answer: Answer) -> Reading | tuple[Question, ...]:
        return tuple(
            Question(Hold.SHARING, SAVER, path, SAVER, "GetReason", first_is_true) for path in answer[0]
        )

    def answer(member: str, _arguments: tuple[Any, ...]) -> Reply:
        return {"List": ("ao", (["/a", "/b"],)), "GetReason": ("b", (True,))}[member]

    with Service(bus, (SAVER,), answer) as service:
        question = Question(Hold.SHARING, SAVER, "/saver", SAVER, "List", each)
        assert ask_bus(bus.address, [question], CLOCK) == {Hold.SHARING: Reading.YES}
        assert len(service.called("GetReason")) == 2


def test_the_connection_is_closed(bus: PrivateBus) -> None:
    with Service(bus, (SAVER,), says(False)) as saver:
        ask_bus(bus.address, [asked(SAVER)], CLOCK)
        wait_for(lambda: not bus.has(saver.senders[0]), "the connection is closed")


def test_a_bus_that_goes_in_the_middle_is_not_known(bus: PrivateBus) -> None:
    with bus.connect() as deaf, ThreadPoolExecutor(1) as thread:
        deaf.send_and_get_reply(DBus().RequestName(SAVER))
        found = thread.submit(ask_bus, bus.address, [asked(SAVER)], CLOCK, 30.0)
        while deaf.receive(timeout=5.0).header.message_type is not MessageType.method_call:
            continue
        bus.child.kill()
        assert found.result(10.0) == {Hold.LOCKED: Reading.UNKNOWN}


def test_no_bus_and_one_that_hangs_raise(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        ask_bus(f"unix:path={tmp_path}/none", [asked(SAVER)], CLOCK)
    with TemporaryDirectory(prefix="kt-") as folder, socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(f"{folder}/deaf")
        deaf.listen()
        with pytest.raises(TimeoutError):
            ask_bus(f"unix:path={folder}/deaf", [asked(SAVER)], CLOCK)


def test_variants_are_opened_however_deep() -> None:
    assert plain(("v", ("b", True))) is True
    assert plain("as it is") == "as it is"
