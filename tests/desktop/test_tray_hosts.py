"""The icon, whatever becomes of the tray: a panel that comes late, restarts, or is another kind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.private_bus import Reply, Service
from tests.desktop.program import CLASS, Program

WATCHER = "org.kde.StatusNotifierWatcher"
DESCRIPTION = f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg direction="in" type="s"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
<property name="RegisteredStatusNotifierItems" type="as" access="read"/>
</interface></node>"""
PROPERTIES = {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)}


def watcher_answers(member: str, arguments: tuple[Any, ...]) -> Reply:
    if member == "Introspect":
        return "s", (DESCRIPTION,)
    if member == "Get":
        return "v", (PROPERTIES[arguments[1]],)
    if member == "GetAll":
        return "a{sv}", (PROPERTIES,)
    if member == "RegisterStatusNotifierItem":
        return "", ()
    raise KeyError(member)


@pytest.fixture
def desktop_without_tray(desktop: Desktop) -> Iterator[Desktop]:
    desktop.end_panel()
    yield desktop
    if desktop.panel is None:
        desktop.start_panel()


def test_the_icon_is_back_after_the_panel_restarts(desktop: Desktop, program: Program) -> None:
    desktop.end_panel()
    desktop.start_panel()
    program.click_icon()
    assert program.window().width == desktop.size[0]
    assert program.status()["tray"] is True


def test_without_a_tray_the_home_window_is_the_way_in_and_a_panel_that_comes_gets_its_icon(
    desktop_without_tray: Desktop, tmp_path: Path
) -> None:
    desktop = desktop_without_tray
    with Program(desktop, tmp_path / "home") as program:
        window = program.window()
        assert window.width > 800
        assert program.status()["tray"] is False
        assert program.session() is None
        desktop.start_panel()
        program.icon()
        wait_for(lambda: program.status()["tray"], "the status knows of the tray")


def test_a_second_kind_of_tray_that_comes_late_gets_the_icon_and_its_click_begins(
    desktop_without_tray: Desktop, tmp_path: Path
) -> None:
    desktop = desktop_without_tray
    with Program(desktop, tmp_path / "home") as program:
        wait_for(lambda: program.run("status", "--json").returncode == 0, "the program answers")
        with Service(desktop.bus, (WATCHER,), watcher_answers) as watcher:
            (item,) = wait_for(
                lambda: watcher.called("RegisterStatusNotifierItem")[-1:],
                "an icon for the late watcher",
                alive=program.check,
            )
            address = DBusAddress("/StatusNotifierItem", item[0], "org.kde.StatusNotifierItem")
            desktop.bus.call(address, "Activate", "ii", (0, 0))
            wait_for(
                lambda: any(one.width == desktop.size[0] for one in desktop.hand.windows(CLASS)),
                "the session",
                alive=program.check,
            )
            session = program.session()
            assert session is not None
            assert session["practice"] == "breathe"
