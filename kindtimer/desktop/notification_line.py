"""Notification line: what is said to a notification daemon, and what comes back. One D-Bus connection, no Qt.

Made and asked on a worker thread, each call with a time limit; `news` alone is for the main thread, and
never waits. One thread has a line at a time. No words pass through but those that a notice holds.
"""

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kindtimer.core.words import tr

if TYPE_CHECKING:
    from jeepney import Message

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
TIMEOUT = 2.0
MOST_ANSWERS = 8
CATEGORY = "x-kindtimer.offer"

News = tuple[str, str | int]
"""("answer", id), ("closed", reason), ("token", token) or ("lost", 0)."""


class Silent(Exception):
    """The daemon or the bus did not do what it was asked; its text is one kind line."""


@dataclass(frozen=True)
class Notice:
    """What is shown: words, and (id, label) of each answer, the foremost first. Raises ValueError.

    It stays for `seconds`, where the desktop does as it is told; `low` urgency may be kept from the screen.
    """

    title: str
    body: str
    answers: tuple[tuple[str, str], ...]
    seconds: float = 30.0
    low: bool = False

    def __post_init__(self) -> None:
        if len(self.answers) > MOST_ANSWERS:
            raise ValueError(f"{len(self.answers)} answers; a notification has {MOST_ANSWERS} at most")


class Line:
    """A connection to the bus at this address. Raises Silent."""

    def __init__(self, bus: str) -> None:
        from jeepney import DBus, MatchRule
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._connection = open_dbus_connection(bus=bus, auth_timeout=TIMEOUT)
        except (OSError, KeyError, ValueError) as error:
            raise Silent(tr("No desktop session answers, so no notification can be shown.")) from error
        self._owner = ""
        self._signals: deque[Message] = deque()
        self._connection.filter(MatchRule(type="signal"), queue=self._signals)
        lives = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        lives.add_arg_condition(0, NAME)
        try:
            for rule in (MatchRule(type="signal", sender=NAME, path=PATH, interface=NAME), lives):
                self._call(DBus().AddMatch(rule))
        except Silent:
            self.close()
            raise

    def fileno(self) -> int:
        """The socket that tells when there is news."""
        number: int = self._connection.sock.fileno()
        return number

    def notify(self, notice: Notice, replaces: int = 0) -> int:
        """Show a notice; the number it is known by. `replaces` is that of one it takes the place of, or 0."""
        body = self._asked("GetCapabilities", "", ())
        able = body[0] if body and isinstance(body[0], list) else []
        arguments = (
            "KindTimer",
            replaces,
            "kindtimer",
            notice.title,
            _body(notice, able),
            [part for answer in notice.answers for part in answer] if "actions" in able else [],
            {
                "urgency": ("y", 0 if notice.low else 1),
                "category": ("s", CATEGORY),
                "transient": ("b", True),
                "suppress-sound": ("b", True),
                "desktop-entry": ("s", "kindtimer"),
            },
            round(notice.seconds * 1000),
        )
        told = self._asked("Notify", "susssasa{sv}i", arguments)
        if not told or not isinstance(told[0], int):
            raise Silent(tr("The desktop's notifications gave an answer that is none."))
        self._signals.clear()  # what came before the answer is about what stood there before
        return told[0]

    def dismiss(self, number: int) -> None:
        """Take a notification away; whoever does not answer is left in peace."""
        try:
            self._asked("CloseNotification", "u", (number,))
        except Silent:
            return

    def news(self, number: int) -> list[News]:
        """What has come about that notification since the last look. Never waits."""
        lost = False
        try:
            while True:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            pass
        except (OSError, ValueError):
            lost = True
        found = [news for signal in self._signals if (news := self._understood(signal, number))]
        self._signals.clear()
        return [*found, ("lost", 0)] if lost else found

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _understood(self, signal: "Message", number: int) -> News | None:
        from jeepney import HeaderFields

        fields, body = signal.header.fields, signal.body
        member = fields.get(HeaderFields.member)
        if member == "NameOwnerChanged":
            return ("lost", 0) if body[1] == self._owner else None
        if fields.get(HeaderFields.sender) != self._owner or len(body) != 2 or body[0] != number:
            return None
        kinds = {"ActionInvoked": "answer", "NotificationClosed": "closed", "ActivationToken": "token"}
        return (kinds[member], body[1]) if member in kinds else None

    def _asked(self, member: str, signature: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
        from jeepney import DBusAddress, new_method_call

        return self._call(
            new_method_call(DBusAddress(PATH, NAME, NAME), member, signature or None, arguments)
        )

    def _call(self, message: "Message") -> tuple[Any, ...]:
        from jeepney import HeaderFields, MessageType

        try:
            reply = self._connection.send_and_get_reply(message, timeout=TIMEOUT)
        except TimeoutError as error:
            raise Silent(tr("The desktop's notifications do not answer.")) from error
        except (OSError, ValueError) as error:
            raise Silent(tr("The desktop's notifications have gone.")) from error
        if reply.header.message_type is MessageType.error:
            raise Silent(tr("This desktop has nothing that shows notifications."))
        self._owner = reply.header.fields.get(HeaderFields.sender, "")
        body: tuple[Any, ...] = reply.body
        return body


def _body(notice: Notice, able: list[str]) -> str:
    """The body as this daemon wants it; where answers have no buttons it says where they are."""
    lines = [notice.body] if notice.body else []
    if notice.answers and "actions" not in able:
        lines.append(tr("To answer: the menu of the seed in the tray."))
    text = "\n".join(lines)
    if "body-markup" in able:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
