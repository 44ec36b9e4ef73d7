from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kindtimer.desktop.motion_wish import PORTAL, reduced_by_portal
from tests.desktop.private_bus import PrivateBus, Reply, Service


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with TemporaryDirectory(prefix="kt-") as folder:
        bus = PrivateBus(Path(folder), {"PATH": "/usr/bin:/bin"})
        yield bus
        bus.child.end()


@pytest.mark.parametrize(
    ("known", "reduced"),
    [
        ({"reduced-motion": ("u", 1)}, True),
        ({"reduced-motion": ("u", 0)}, False),
        ({"enable-animations": ("b", False)}, True),
        ({"enable-animations": ("b", True)}, False),
        ({}, False),
    ],
)
def test_the_portal_s_word_counts(bus: PrivateBus, known: dict[str, Any], reduced: bool) -> None:
    def answer(_member: str, arguments: tuple[Any, ...]) -> Reply:
        return "v", (("v", known[arguments[1]]),)

    with Service(bus, (PORTAL,), answer):
        assert reduced_by_portal(bus.address) is reduced


def test_no_portal_and_no_bus_mean_no_such_wish(bus: PrivateBus, tmp_path: Path) -> None:
    assert not reduced_by_portal(bus.address)
    assert not reduced_by_portal(f"unix:path={tmp_path}/none")
