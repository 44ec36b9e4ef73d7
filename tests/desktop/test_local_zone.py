import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kindtimer.desktop.local_zone import UnknownZone, local_zone, zone_named, zone_trouble

ASKED = (
    "import sys; from kindtimer.desktop.local_zone import local_zone; print(local_zone().key);"
    "print('PySide6' in sys.modules, 'tzlocal' in sys.modules)"
)


def told_with(variable: str) -> list[str]:
    env = {"TZ": variable, "PYTHONPATH": ":".join(sys.path), "PYTHONWARNINGS": "error"}
    done = subprocess.run([sys.executable, "-c", ASKED], env=env, capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("folder", ["/usr/share/zoneinfo", "../usr/share/zoneinfo", "/etc/zoneinfo"])
def test_a_link_names_the_zone(tmp_path: Path, folder: str) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(f"{folder}/America/Argentina/Ushuaia")
    assert local_zone(link, {}) == ZoneInfo("America/Argentina/Ushuaia")


def test_a_link_that_changes_is_seen(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    for name in ("Europe/Berlin", "Asia/Kolkata"):
        link.unlink(missing_ok=True)
        link.symlink_to(f"/usr/share/zoneinfo/{name}")
        assert local_zone(link, {}).key == name


@pytest.mark.parametrize(
    "target", ["/usr/share/zoneinfo/Nowhere/AtAll", "/usr/share/zoneinfo", "/dev/null", ".."]
)
def test_a_link_to_nonsense_leaves_it_to_what_else_the_computer_tells(tmp_path: Path, target: str) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(target)
    assert ZoneInfo(local_zone(link, {}).key)


def test_a_file_that_is_no_link_leaves_it_to_what_else_the_computer_tells(tmp_path: Path) -> None:
    (tmp_path / "localtime").write_bytes(b"TZif")
    assert ZoneInfo(local_zone(tmp_path / "localtime", {}).key)
    assert ZoneInfo(local_zone(tmp_path / "none", {}).key)


def test_the_variable_leads() -> None:
    assert told_with("Asia/Tokyo")[0] == "Asia/Tokyo"


def test_the_first_answer_does_not_stay(tmp_path: Path) -> None:
    asked = (
        "import os; from kindtimer.desktop.local_zone import local_zone; first = local_zone().key;"
        "os.environ['TZ'] = 'Asia/Tokyo'; print(first, local_zone().key)"
    )
    env = {"TZ": "Europe/Berlin", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Europe/Berlin", "Asia/Tokyo"]


NONSENSE = [
    "Nowhere/AtAll",
    ":",
    "/etc/passwd",
    "../etc/passwd",
    "XYZ-99",
    "nonsense",
    "CET-1CEST",
    "/",
    "/dev",
]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The computer's own zone, which is not UTC."""
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Kolkata")
    return link


@pytest.mark.parametrize("variable", NONSENSE)
def test_a_variable_of_nonsense_leaves_it_to_the_computer_s_own_and_is_told(own: Path, variable: str) -> None:
    environ = {"TZ": variable}
    assert local_zone(own, environ).key == "Asia/Kolkata"
    line = zone_trouble(own, environ)
    assert f"“{variable}”" in line
    assert line.endswith(": Asia/Kolkata.")
    assert ZoneInfo(told_with(variable)[0])


@pytest.mark.parametrize("variable", ["\x1b[2J", "a\0b", "\udc80", "x" * 5000])
def test_what_is_told_of_nonsense_stays_one_short_line(own: Path, variable: str) -> None:
    line = zone_trouble(own, {"TZ": variable})
    assert line.isprintable()
    assert len(line) < 200


@pytest.mark.parametrize(
    ("variable", "key"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        (":/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("EST5EDT", "EST5EDT"),
        ("UTC", "UTC"),
        ("<+03>-3", "<+03>-3"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3"),
        (":CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ],
)
def test_every_way_to_name_a_zone_in_the_variable_is_read(own: Path, variable: str, key: str) -> None:
    environ = {"TZ": variable}
    zone = local_zone(own, environ)
    assert zone.key == key
    assert zone is local_zone(own, environ)
    assert zone_trouble(own, environ) == ""
    assert told_with(variable)[0] == key


@pytest.mark.parametrize("environ", [{}, {"TZ": ""}])
def test_a_variable_that_says_nothing_is_no_news(own: Path, environ: dict[str, str]) -> None:
    assert local_zone(own, environ).key == "Asia/Kolkata"
    assert zone_trouble(own, environ) == ""


def test_a_zone_file_without_a_name_is_read(tmp_path: Path) -> None:
    file = tmp_path / "here"
    file.write_bytes(Path("/usr/share/zoneinfo/Asia/Kolkata").read_bytes())
    zone = local_zone(environ={"TZ": str(file)})
    assert datetime(2026, 5, 4, tzinfo=zone).utcoffset() == timedelta(hours=5, minutes=30)
    assert zone is local_zone(environ={"TZ": str(file)})
    for damage in (b"", b"TZif2", file.read_bytes()[:100], b"TZif2" + b"\xff" * 500):
        file.write_bytes(damage)
        assert local_zone(environ={"TZ": str(file)}) is not zone
        assert zone_trouble(environ={"TZ": str(file)})


def test_it_needs_neither_qt_nor_a_library_where_there_is_a_link(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    asked = (
        "import sys; from pathlib import Path; from kindtimer.desktop.local_zone import local_zone;"
        f"found = local_zone(Path({str(link)!r}), {{}}).key;"
        "print(found, 'PySide6' in sys.modules, 'tzlocal' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Europe/Berlin", "False", "False"]


def test_a_zone_is_found_by_its_name() -> None:
    assert zone_named("Australia/Lord_Howe").key == "Australia/Lord_Howe"


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Atlantis",
        "../etc/passwd",
        "/etc/localtime",
        "",
        ".",
        "Europe",
        "Europe/",
        "zone.tab",
        "Berlin\n",
        "a\0b",
        "\udc80",
        "x" * 5000,
    ],
)
def test_a_zone_that_does_not_exist_is_told_in_one_line(name: str) -> None:
    with pytest.raises(UnknownZone) as told:
        zone_named(name)
    line = str(told.value)
    assert "Europe/Berlin" in line
    assert line.isprintable()
    assert len(line) < 160
