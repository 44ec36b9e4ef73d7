from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from jeepney import DBus, DBusAddress, HeaderFields, new_signal

from kindtimer.desktop.notification_line import CATEGORY, Line, News, Notice, Silent
from tests.desktop.deadline import wait_for
from tests.desktop.notification_daemon import NAME, PATH, NotificationDaemon
from tests.desktop.private_bus import PrivateBus, Service

NOTICE = Notice("KindTimer", "One slow minute, if it suits.", (("take", "Take it"), ("not_now", "Not now")))


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


@pytest.fixture
def line(bus: PrivateBus) -> Iterator[Line]:
    line = Line(bus.address)
    yield line
    line.close()


def news(line: Line, number: int) -> list[News]:
    return wait_for(lambda: line.news(number), "news of the notification")


def test_exactly_this_is_asked(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus) as daemon:
        assert line.notify(NOTICE) == 7
        assert daemon.shown == [
            (
                "KindTimer",
                0,
                "kindtimer",
                "KindTimer",
                "One slow minute, if it suits.",
                ["take", "Take it", "not_now", "Not now"],
                {
                    "urgency": ("y", 1),
                    "category": ("s", CATEGORY),
                    "transient": ("b", True),
                    "suppress-sound": ("b", True),
                    "desktop-entry": ("s", "kindtimer"),
                },
                30000,
            )
        ]


def test_low_urgency_its_time_and_what_it_replaces_are_passed_on(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus) as daemon:
        assert line.notify(Notice("t", "b", (), seconds=12.5, low=True), replaces=41) == 41
        (told,) = daemon.shown
        assert (told[1], told[5], told[6]["urgency"], told[7]) == (41, [], ("y", 0), 12500)


def test_where_answers_have_no_buttons_the_body_says_where_they_are(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus, able=("body",)) as daemon:
        line.notify(NOTICE)
        (told,) = daemon.shown
        assert told[5] == []
        assert told[4] == "One slow minute, if it suits.\nTo answer: the menu of the seed in the tray."
        line.notify(Notice("t", "b", ()))
        assert daemon.shown[1][4] == "b"


@pytest.mark.parametrize(("able", "body"), [("body", "a <b> & c"), ("body-markup", "a &lt;b&gt; &amp; c")])
def test_signs_of_markup_are_shown_as_they_stand(bus: PrivateBus, line: Line, able: str, body: str) -> None:
    with NotificationDaemon(bus, able=("actions", able)) as daemon:
        line.notify(Notice("t", "a <b> & c", ()))
        assert daemon.shown[0][4] == body


def test_eight_answers_are_the_most() -> None:
    assert len(Notice("t", "b", (("a", "A"),) * 8).answers) == 8
    with pytest.raises(ValueError, match="9 answers"):
        Notice("t", "b", (("a", "A"),) * 9)


def test_news_of_this_notification_alone_is_told(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus) as daemon:
        number = line.notify(NOTICE)
        daemon.tell("ActionInvoked", "us", number + 1, "take")
        daemon.tell("NotificationClosed", "uu", number + 1, 2)
        daemon.tell("ActivationToken", "us", number, "a-token")
        daemon.tell("ActionInvoked", "us", number, "take")
        assert news(line, number) + line.news(number) == [("token", "a-token"), ("answer", "take")]
        daemon.tell("NotificationClosed", "uu", number, 1)
        assert news(line, number) == [("closed", 1)]


def test_another_program_cannot_answer(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus) as daemon, bus.connect() as other:
        number = line.notify(NOTICE)
        answer = new_signal(DBusAddress(PATH, NAME, NAME), "ActionInvoked", "us", (number, "take"))
        answer.header.fields[HeaderFields.destination] = daemon.senders[-1]
        other.send(answer)
        other.send_and_get_reply(DBus().GetId())  # the bus has passed the false answer on
        daemon.tell("NotificationClosed", "uu", number, 2)
        assert news(line, number) == [("closed", 2)]


def test_what_was_told_of_the_one_before_is_not_taken_for_the_new_one(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus) as daemon:
        number = line.notify(NOTICE)
        daemon.tell("ActionInvoked", "us", number, "take")
        assert line.notify(NOTICE, replaces=number) == number
        daemon.tell("NotificationClosed", "uu", number, 1)
        assert news(line, number) == [("closed", 1)]


def test_a_daemon_that_goes_is_told(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus):
        number = line.notify(NOTICE)
    assert news(line, number) == [("lost", 0)]


def test_a_bus_that_goes_is_told(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus):
        number = line.notify(NOTICE)
        bus.child.end()
        assert ("lost", 0) in news(line, number)


def test_nobody_there_a_refusal_and_nonsense_are_one_kind_line(
    bus: PrivateBus, line: Line, tmp_path: Path
) -> None:
    with pytest.raises(Silent, match="nothing that shows notifications"):
        line.notify(NOTICE)
    nonsense = Service(bus, (NAME,), lambda member, arguments: ("s", ("nonsense",)))
    with nonsense, pytest.raises(Silent, match="an answer that is none"):
        line.notify(NOTICE)
    with pytest.raises(Silent, match="No desktop session"):
        Line(f"unix:path={tmp_path}/none")


def test_a_daemon_that_hangs_is_one_kind_line(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus, hangs="GetCapabilities") as daemon:
        with pytest.raises(Silent, match="do not answer"):
            line.notify(NOTICE)
        assert daemon.shown == []


def test_it_is_taken_away_by_its_number(bus: PrivateBus, line: Line) -> None:
    with NotificationDaemon(bus) as daemon:
        line.dismiss(line.notify(NOTICE))
        assert daemon.called("CloseNotification") == [(7,)]
    line.dismiss(7)  # and nobody there is no harm
