"""Hold bus: puts many questions to the services of a D-Bus at once, over one connection that is then closed.

A service that hangs takes nothing from the others; one that does not run is not started for this. What is
asked stands in `hold_desktop_services`. Called on a probe's thread; waits no longer than `SECONDS`, but for a
daemon that hangs while it is greeted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from kindtimer.core.clock import Clock
from kindtimer.core.hold import Hold, Reading
from kindtimer.desktop.hold_probe import Readings, reading, together

SECONDS = 1.5
PROPERTIES = "org.freedesktop.DBus.Properties"

Answer = tuple[Any, ...]


@dataclass(frozen=True)
class Question:
    """One call. `read` makes of the answer's values what is known, or further questions; it may raise."""

    hold: Hold
    service: str
    path: str
    interface: str
    member: str
    read: "Callable[[Answer], Reading | tuple[Question, ...]]"
    signature: str = ""
    body: tuple[Any, ...] = ()


def plain(value: object) -> object:
    """A variant is (signature, value); what is inside it, however deep."""
    while isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        value = value[1]
    return value


def first_is_true(answer: Answer) -> Reading:
    """Reads an answer whose first value is yes or no; anything else is not known."""
    value = plain(answer[0])
    return reading(value if isinstance(value, bool) else None)


def property_of(
    hold: Hold,
    service: str,
    path: str,
    interface: str,
    name: str,
    read: "Callable[[Answer], Reading | tuple[Question, ...]]" = first_is_true,
) -> Question:
    """The question for a property."""
    return Question(hold, service, path, PROPERTIES, "Get", read, "ss", (interface, name))


def ask_bus(address: str, questions: Iterable[Question], clock: Clock, seconds: float = SECONDS) -> Readings:
    """Ask them all on this thread; of each hold what is known after at most `seconds`.

    `address` is that of a bus, "SESSION" or "SYSTEM". Raises OSError, KeyError or ValueError without a bus.
    """
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus=address) as connection:
        return _Round(connection, clock, clock.now() + seconds).ask(questions)


class _Round:
    """What is asked and answered over one connection."""

    def __init__(self, connection: Any, clock: Clock, until: float) -> None:
        self._connection, self._clock, self._until = connection, clock, until
        self._open: dict[int, Question] = {}
        self._heard: defaultdict[Hold, list[Reading]] = defaultdict(list)

    def ask(self, questions: Iterable[Question]) -> Readings:
        from jeepney import HeaderFields

        self._send(questions)
        while self._open and (left := self._until - self._clock.now()) > 0.0:
            try:
                message = self._connection.receive(timeout=left)
            except (OSError, TimeoutError, ValueError):
                break
            question = self._open.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
            if question is not None:
                self._take(question, message)
        for question in self._open.values():
            self._heard[question.hold].append(Reading.UNKNOWN)
        return {hold: together(heard) for hold, heard in self._heard.items()}

    def _send(self, questions: Iterable[Question]) -> None:
        from jeepney import DBusAddress, MessageFlag, new_method_call

        for one in questions:
            address = DBusAddress(one.path, one.service, one.interface)
            message = new_method_call(address, one.member, one.signature or None, one.body)
            message.header.flags |= MessageFlag.no_auto_start
            serial = next(self._connection.outgoing_serial)
            self._open[serial] = one
            self._connection.send(message, serial=serial)

    def _take(self, question: Question, message: Any) -> None:
        from jeepney import MessageType

        heard: Reading | tuple[Question, ...] = Reading.UNKNOWN
        if message.header.message_type is MessageType.method_return:
            try:
                heard = question.read(message.body)
            except (TypeError, ValueError, LookupError, AttributeError):
                heard = Reading.UNKNOWN  # an answer of another shape than this service is known for
        if isinstance(heard, Reading):
            self._heard[question.hold].append(heard)
        else:
            self._send(heard)
