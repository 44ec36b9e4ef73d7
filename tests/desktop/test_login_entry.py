import ctypes
import ctypes.util
import json
import os
import shlex
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.desktop.login_entry import (
    AT_LOGIN,
    NAME,
    LoginEntry,
    NoLoginEntry,
    XdgLoginEntry,
    entry,
    exec_line,
    exec_words,
    login_entry,
    own_command,
)
from tests.desktop.child import Child
from tests.desktop.deadline import wait_for

HARD = (
    "plain",
    "two words",
    'a "quoted" one',
    "it's",
    "100%",
    "%u and %%f",
    "$HOME",
    "back\\slash",
    "\\",
    "tick`s`",
    "tab\there",
    "ends in space ",
    " begins",
    "a;b&c|d>e<f*g?h#i(j)k~",
    "é ü 日本 🌱",
    "new\nline",
)
WORDS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")))

LAUNCHER = """
import ctypes, ctypes.util, sys
gio = ctypes.CDLL(ctypes.util.find_library("gio-2.0"))
gio.g_desktop_app_info_new_from_filename.restype = ctypes.c_void_p
info = gio.g_desktop_app_info_new_from_filename(sys.argv[1].encode())
assert info, "GLib does not take it for an entry"
assert gio.g_app_info_launch(ctypes.c_void_p(info), None, None, None)
"""
"""GLib, which GNOME, Xfce and others start such entries with, in a process of its own."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart"


@pytest.fixture
def unwritable(folder: Path) -> Path:
    """A name that nobody can write under, root neither: there is a folder with something in it."""
    (folder / NAME / "kept").mkdir(parents=True)
    return folder


def on(command: tuple[str, ...], folder: Path) -> XdgLoginEntry:
    made = XdgLoginEntry(command, folder)
    assert made.turn_on() == ""
    return made


@pytest.mark.parametrize("word", HARD)
def test_glib_starts_exactly_what_is_meant(tmp_path: Path, folder: Path, word: str) -> None:
    place = tmp_path / word.replace("/", "_")
    place.mkdir()
    program, told = place / "kindtimer", tmp_path / "told"
    notes = tmp_path / "notes.py"
    notes.write_text(
        f"import json, os, sys\ntold = {str(told)!r}\n"
        "with open(told + '.new', 'w') as file:\n    json.dump(sys.argv[1:], file)\n"
        "os.replace(told + '.new', told)\n",
        "utf-8",
    )
    # Through a shell: a first line that names an interpreter cannot hold a path with a space.
    python = " ".join(map(shlex.quote, (sys.executable, str(notes))))
    program.write_text(f'#!/bin/sh\nexec {python} "$0" "$@"\n', "utf-8")
    program.chmod(0o700)
    command = (str(program), "--home", str(tmp_path / word))
    on(command, folder)
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    with Child("launcher", (sys.executable, "-c", LAUNCHER, str(folder / NAME)), env, tmp_path) as launcher:
        wait_for(told.exists, "the program is started", alive=lambda: none_failed(launcher))
    assert json.loads(told.read_text("utf-8")) == list(command)


def none_failed(launcher: Child) -> None:
    assert launcher.process.poll() in (None, 0), launcher.said()


def test_glib_reads_every_key(folder: Path) -> None:
    on(("/opt/kind timer/kindtimer",), folder)
    glib = ctypes.CDLL(ctypes.util.find_library("glib-2.0"))
    glib.g_key_file_new.restype = ctypes.c_void_p
    glib.g_key_file_get_string.restype = ctypes.c_char_p
    file = ctypes.c_void_p(glib.g_key_file_new())
    assert glib.g_key_file_load_from_file(file, os.fsencode(folder / NAME), 0, None)
    read = {
        key: glib.g_key_file_get_string(file, b"Desktop Entry", key.encode(), None).decode()
        for key in ("Type", "Name", "Exec", "Terminal", "X-GNOME-Autostart-enabled")
    }
    glib.g_key_file_free(file)
    assert read == {
        "Type": "Application",
        "Name": "KindTimer",
        "Exec": '"/opt/kind timer/kindtimer"',
        "Terminal": "false",
        "X-GNOME-Autostart-enabled": "true",
    }


@given(WORDS)
def test_what_is_quoted_is_read_back(words: list[str]) -> None:
    assert exec_words(exec_line(words)) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("kindtimer %U", ["kindtimer"]),
        ("  kindtimer   --home   /a ", ["kindtimer", "--home", "/a"]),
        ('"kind timer" "" x', ["kind timer", "", "x"]),
        ('"left open', []),
        ("ends in %", ["ends", "in"]),
        ("ends in \\", ["ends", "in", ""]),
        ("", []),
    ],
)
def test_other_hands_lines_are_read(line: str, words: list[str]) -> None:
    assert exec_words(line) == words


@pytest.mark.parametrize("word", HARD)
def test_it_is_on_once_turned_on_and_off_once_turned_off(folder: Path, word: str) -> None:
    made = XdgLoginEntry(("/opt/kindtimer", "--home", f"/home of/{word}"), folder)
    assert not made.is_on()
    assert made.turn_on() == ""
    assert made.is_on()
    assert made.turn_off() == ""
    assert not made.is_on()
    assert made.turn_off() == ""
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "other",
    [
        ("/opt/older/kindtimer",),
        ("/opt/kindtimer", "--home", "/elsewhere"),
        ("/opt/kindtimer", "breathe"),
        ("/usr/bin/python3", "-m", "kindtimer"),
    ],
)
def test_an_entry_of_another_program_or_home_is_off_and_is_replaced(
    folder: Path, other: tuple[str, ...]
) -> None:
    on(other, folder)
    made = XdgLoginEntry(("/opt/kindtimer",), folder)
    assert not made.is_on()
    assert made.turn_on() == ""
    assert made.is_on()


def test_two_environments_are_two_programs(tmp_path: Path, folder: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "python").symlink_to(sys.executable)
    on((str(tmp_path / "one" / "python"), "-m", "kindtimer"), folder)
    assert not XdgLoginEntry((str(tmp_path / "two" / "python"), "-m", "kindtimer"), folder).is_on()


def test_the_same_place_by_another_way_is_the_same_program(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "opt").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "opt")
    on((str(tmp_path / "link" / "kindtimer"),), folder)
    assert XdgLoginEntry((str(tmp_path / "opt" / "kindtimer"),), folder).is_on()


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled=false"),
        ("Terminal=false", "Hidden=true"),
        ("Type=Application", "Type=Link"),
        ("[Desktop Entry]", "[Other]"),
        ("Exec=", "#Exec="),
        ("Exec=", "[Desktop Action x]\nExec="),
    ],
)
def test_an_entry_that_is_not_in_force_is_off_and_can_be_turned_on(
    folder: Path, there: str, instead: str
) -> None:
    made = on(("/opt/kindtimer",), folder)
    written = (folder / NAME).read_text("utf-8")
    (folder / NAME).write_text(written.replace(there, instead, 1), "utf-8")
    assert not made.is_on()
    assert made.turn_on() == ""
    assert made.is_on()


def test_what_another_hand_wrote_counts_where_it_says_the_same(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / NAME).write_text(
        "# mine\n\n[Desktop Entry]\nName[de]=Atem\nName = x\nType = Application\nHidden=false\n"
        'Exec = "/opt/kindtimer" %u\n[Desktop Action x]\nExec=/bin/false\n',
        "utf-8",
    )
    assert XdgLoginEntry(("/opt/kindtimer",), folder).is_on()


def test_no_moment_leaves_half_an_entry_and_nobody_else_reads_it(folder: Path) -> None:
    on(("/opt/kindtimer",), folder)
    assert [path.name for path in folder.iterdir()] == [NAME]
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path, folder: Path) -> None:
    system = tmp_path / "system.desktop"
    system.write_text("the system's", "utf-8")
    folder.mkdir(parents=True)
    (folder / NAME).symlink_to(system)
    made = on(("/opt/kindtimer",), folder)
    assert made.is_on()
    assert system.read_text("utf-8") == "the system's"


def test_where_it_cannot_be_written_one_line_says_so(unwritable: Path) -> None:
    made = XdgLoginEntry(("/opt/kindtimer",), unwritable)
    for line in (made.turn_on(), made.turn_off()):
        assert str(unwritable / NAME) in line
        assert "\n" not in line
    assert not made.is_on()
    assert [path.name for path in unwritable.iterdir()] == [NAME]


def test_a_file_in_the_folder_s_place_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("mine", "utf-8")
    made = XdgLoginEntry(("/opt/kindtimer",), tmp_path / "autostart")
    assert str(tmp_path) in made.turn_on()
    assert not made.is_on()
    assert (tmp_path / "autostart").read_text("utf-8") == "mine"


def test_a_path_that_is_no_text_is_told(folder: Path) -> None:
    made = XdgLoginEntry(("/opt/\udcff/kindtimer",), folder)
    assert "letters" in made.turn_on()
    assert not made.is_on()


@pytest.mark.parametrize("content", [b"\xff\xfe[Desktop Entry]", b"x" * (1 << 17), b""])
def test_a_file_of_nonsense_is_off(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(content)
    made = XdgLoginEntry(("/opt/kindtimer",), folder)
    assert not made.is_on()
    assert made.turn_on() == ""
    assert made.is_on()


def test_a_pipe_under_the_name_does_not_hang(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / NAME)
    assert not XdgLoginEntry(("/opt/kindtimer",), folder).is_on()


def test_every_value_is_one_line() -> None:
    lines = entry(("/a\nb/kindtimer",)).splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert all("=" in line for line in lines[1:])


def test_the_program_that_runs_is_named_by_its_whole_path(tmp_path: Path) -> None:
    script = tmp_path / "kindtimer"
    script.write_text("#!/bin/sh\n", "utf-8")
    assert own_command(None, str(script), "/py") == (
        "/py",
        "-m",
        "kindtimer",
        AT_LOGIN,
    )  # it cannot be executed
    script.chmod(0o700)
    assert own_command(None, str(script), "/py") == (str(script), AT_LOGIN)
    assert own_command(tmp_path / "home", str(script), "/py") == (
        str(script),
        AT_LOGIN,
        "--home",
        str(tmp_path / "home"),
    )
    assert own_command(None, os.path.relpath(script), "/py") == (str(script), AT_LOGIN)


@pytest.mark.parametrize("started", ["/x/kindtimer/__main__.py", "-c", "", "pytest", "/nowhere/kindtimer"])
def test_what_was_started_otherwise_is_named_by_its_module(started: str) -> None:
    assert own_command(None, started, "/v/bin/python") == ("/v/bin/python", "-m", "kindtimer", AT_LOGIN)


def test_the_entry_stands_where_the_desktop_looks(tmp_path: Path) -> None:
    given = login_entry(None, {"XDG_CONFIG_HOME": str(tmp_path / "c"), "HOME": str(tmp_path)})
    usual = login_entry(None, {"XDG_CONFIG_HOME": "not/absolute", "HOME": str(tmp_path)})
    for made, place in ((given, "c"), (usual, ".config")):
        assert made.turn_on() == ""
        assert (tmp_path / place / "autostart" / NAME).is_file()
        assert made.is_on()


def test_the_null_object_says_that_it_cannot(tmp_path: Path) -> None:
    none: LoginEntry = NoLoginEntry()
    assert not none.is_on()
    assert none.turn_on() != ""
    assert none.turn_off() == ""
