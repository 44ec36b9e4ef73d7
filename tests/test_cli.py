import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from kindtimer import __version__
from kindtimer.cli import main
from kindtimer.core.entry import Door
from kindtimer.core.settings import Size
from kindtimer.core.wish import Wish
from kindtimer.desktop.remote import AlreadyRunning, InstanceLock
from kindtimer.store.paths import Home
from tests.typed import Typed, one_line

STATUS_KEYS = {
    "running",
    "version",
    "session",
    "offer",
    "next_offer",
    "paused_until",
    "held",
    "sound",
    "tray",
}
SESSION = {
    "practice": "breathe",
    "pattern": "coherent",
    "scene": "flower",
    "bpm": 5.45,
    "position_s": 12.0,
    "planned_s": 176.0,
    "paused": False,
}


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(tmp_path, capsys)


# --- starting ---------------------------------------------------------------------------------------


def test_without_a_command_it_starts_in_the_tray(typed: Typed) -> None:
    assert typed() == (0, "", "")
    assert typed.runs == [(typed.home, None, None)]
    assert typed.home.is_dir()


def test_breathe_starts_with_that_wish(typed: Typed) -> None:
    assert typed("breathe")[0] == 0
    assert typed("breathe", "coherent", "--minutes", "2.5", "--scene", "words", "--small")[0] == 0
    assert typed("breathe", "--breaths", "10", "--full")[0] == 0
    assert [wish for _, wish, _ in typed.runs] == [
        Wish(Door.COMMAND),
        Wish(Door.COMMAND, "coherent", 2.5, None, "words", Size.SMALL),
        Wish(Door.COMMAND, None, None, 10, None, Size.FULL),
    ]


def test_what_the_program_ends_with_is_passed_on(typed: Typed, tmp_path: Path) -> None:
    code = main(["--home", str(tmp_path / "h")], lambda home, wish, sync: 7, environ=typed.environ)
    assert code == 7


def test_the_home_may_stand_before_or_after_the_command(tmp_path: Path, typed: Typed) -> None:
    for words in (["--home", "A", "breathe"], ["breathe", "--home", "A"]):
        where = [str(tmp_path / "a") if word == "A" else word for word in words]
        assert main(where, typed.run, environ=typed.environ) == 0
    environ = {**typed.environ, "KINDTIMER_HOME": str(tmp_path / "b")}
    assert main(["breathe"], typed.run, environ=environ) == 0
    assert [folder.name for folder, _, _ in typed.runs] == ["a", "a", "b"]


def test_a_running_program_gets_the_wish(typed: Typed) -> None:
    with typed.program({"ok": True}, {"ok": True}) as heard:
        assert typed() == (0, "", "")
        assert typed("breathe", "sigh", "--minutes", "2", "--scene", "words", "--small") == (0, "", "")
    nothing = {"breaths": None}
    assert heard == [
        {"wish": "show"},
        {"wish": "breathe", "pattern": "sigh", "minutes": 2.0, "scene": "words", "size": "small", **nothing},
    ]
    assert typed.runs == []


@pytest.mark.parametrize("code", [1, 2])
def test_what_the_running_program_cannot_do_is_told_in_its_words(typed: Typed, code: int) -> None:
    with typed.program({"ok": False, "code": code, "line": "Not now."}):
        assert one_line(typed("breathe"), code) == "Not now.\n"


def test_one_that_came_first_and_listens_a_little_later_gets_the_wish(typed: Typed) -> None:
    def beaten(home: Home, wish: Wish | None, sync_seconds: int | None) -> int:
        raise AlreadyRunning

    home = Home.find(str(typed.home), typed.environ)
    home.make()
    first = InstanceLock(home.lock)
    first.take(home.socket)
    codes: list[int] = []
    thread = threading.Thread(
        target=lambda: codes.append(main(["--home", str(typed.home)], beaten, environ=typed.environ))
    )
    thread.start()
    first.release()
    with typed.program({"ok": True}) as heard:
        thread.join()
    assert codes == [0]
    assert heard == [{"wish": "show"}]


def test_a_lock_that_is_lost_each_time_ends_in_one_line(typed: Typed) -> None:
    typed.raises = AlreadyRunning()
    assert "first" in one_line(typed(), 1)


@pytest.mark.parametrize(
    "environ", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "wayland-4711"}]
)
def test_without_a_display_it_says_so(typed: Typed, environ: dict[str, str]) -> None:
    typed.environ = {"XDG_RUNTIME_DIR": typed.environ["XDG_RUNTIME_DIR"], **environ}
    assert "display" in one_line(typed("breathe"), 1)
    assert typed.runs == []


def test_a_home_that_is_a_file_is_one_line_and_left(typed: Typed) -> None:
    typed.home.write_text("mine")
    assert str(typed.home) in one_line(typed(), 1)
    assert typed.home.read_text() == "mine"


# --- asking -----------------------------------------------------------------------------------------


def test_stop_says_what_there_was_to_end(typed: Typed) -> None:
    assert typed("stop") == (0, "KindTimer is not running.\n", "")
    with typed.program({"ok": True, "stopped": True}, {"ok": True, "stopped": False}) as heard:
        assert typed("stop") == (0, "The session has ended.\n", "")
        assert typed("stop") == (0, "No session is running.\n", "")
    assert heard == [{"wish": "stop"}, {"wish": "stop"}]


def test_the_status_with_nothing_running_has_every_key(typed: Typed) -> None:
    code, said, _ = typed("status", "--json")
    told = json.loads(said)
    assert (code, told["running"], told["version"], told["session"]) == (0, False, __version__, None)
    assert told.keys() >= STATUS_KEYS
    assert told["sound"].keys() >= {"state", "device", "error_ms", "gaps"}
    assert typed("status") == (0, "KindTimer is not running.\n", "")
    assert not typed.home.exists()


def test_the_status_of_a_running_program_is_passed_on_with_every_key(typed: Typed) -> None:
    with typed.program({"ok": True, "status": {"running": True, "session": SESSION}}):
        told = json.loads(typed("status", "--json")[1])
    assert told.keys() >= STATUS_KEYS
    assert (told["running"], told["session"]) == (True, SESSION)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (None, "KindTimer is running; no session.\n"),
        (SESSION, "A session runs: coherent, about 3 minutes left.\n"),
        (
            {**SESSION, "paused": True, "position_s": 175.0},
            "A session waits: coherent, about 1 minute left.\n",
        ),
    ],
)
def test_the_status_in_words(typed: Typed, session: dict[str, Any] | None, said: str) -> None:
    with typed.program({"ok": True, "status": {"running": True, "session": session}}):
        assert typed("status") == (0, said, "")


def test_a_program_that_does_not_answer_is_told_of(typed: Typed) -> None:
    with typed.program({}):
        one_line(typed("status", "--json"), 1)


def test_the_patterns_as_a_document(typed: Typed) -> None:
    _, said, _ = typed("patterns", "--json")
    told = {one["id"]: one for one in json.loads(said)}
    assert told["sigh"] == {
        "id": "sigh",
        "name": "Sigh",
        "phases": {"in": 2.5, "top_up": 1.0, "hold": 0.0, "out": 6.5, "rest": 0.0},
        "bpm": 6.0,
        "tier": 2,
        "default_minutes": 3.0,
        "cap_minutes": 5.0,
    }


@pytest.mark.parametrize(
    ("command", "ids"),
    [("scenes", ["flower", "words"]), ("sounds", ["air", "tone", "none", "start_end"])],
)
def test_scenes_and_sounds(typed: Typed, command: str, ids: list[str]) -> None:
    assert [one["id"] for one in json.loads(typed(command, "--json")[1])] == ids
    assert [line.split()[0] for line in typed(command)[1].splitlines()] == ids


def test_the_version_and_the_help(typed: Typed) -> None:
    assert typed("--version") == (0, f"kindtimer {__version__}\n", "")
    code, said, _ = typed("--help")
    assert code == 0
    commands = ("breathe", "stop", "status", "patterns", "scenes", "sounds", "render", "doctor")
    assert all(command in said for command in commands)


# --- a sound file -----------------------------------------------------------------------------------


def test_a_file_is_rendered_in_whole_breaths(typed: Typed, tmp_path: Path) -> None:
    out = tmp_path / "a.wav"
    code, said, _ = typed("render", "equal_4", "--minutes", "2", "--out", str(out), "--no-bells")
    assert (code, said) == (0, f"{out}: 15 breaths, 2.2 minutes.\n")
    ((timeline, _, carrier, bells),) = typed.files
    assert (timeline.planned, carrier, bells) == (120.0, "air", False)
    assert out.read_bytes() == b"RIFF"
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


def test_a_file_beyond_the_pattern_s_cap_goes_up_to_it_and_says_how_long_it_is(
    typed: Typed, tmp_path: Path
) -> None:
    out = tmp_path / "a.wav"
    code, said, _ = typed("render", "equal_4", "--minutes", "60", "--out", str(out))
    assert (code, said) == (0, f"{out}: 150 breaths, 20.2 minutes.\n")


def test_breaths_carrier_and_bells_are_passed_on(typed: Typed, tmp_path: Path) -> None:
    typed("render", "sigh", "--breaths", "3", "--out", str(tmp_path / "A.WAV"), "--carrier", "tone")
    ((timeline, _, carrier, bells),) = typed.files
    assert (timeline.planned, carrier, bells) == (30.0, "tone", True)


@pytest.mark.parametrize("out", ["none/a.wav", ".wav.wav/../no/a.wav", "folder.wav"])
def test_a_place_that_is_none_is_one_line(typed: Typed, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder.wav").mkdir()
    one_line(typed("render", "sigh", "--out", str(tmp_path / out)), 1)


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(28, "No space left")])
def test_a_file_that_cannot_be_written_leaves_the_old_one(
    typed: Typed, tmp_path: Path, error: OSError
) -> None:
    (tmp_path / "a.wav").write_bytes(b"old")
    typed.raises = error
    assert str(tmp_path / "a.wav") in one_line(typed("render", "sigh", "--out", str(tmp_path / "a.wav")), 1)
    assert (tmp_path / "a.wav").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_ctrl_c_leaves_no_half_file_and_no_word(typed: Typed, tmp_path: Path) -> None:
    typed.raises = KeyboardInterrupt()
    assert typed("render", "sigh", "--out", str(tmp_path / "a.wav")) == (130, "", "")
    assert list(tmp_path.iterdir()) == []


# --- doctor -----------------------------------------------------------------------------------------


def test_doctor_sync_is_announced_and_begins(typed: Typed) -> None:
    code, said, _ = typed("doctor", "sync", "--seconds", "5")
    assert code == 0
    assert "loudspeakers" in said
    assert typed.runs == [(typed.home, None, 5)]
    with typed.program({"ok": True}) as heard:
        assert typed("doctor", "sync")[0] == 0
    assert heard == [{"wish": "sync", "seconds": 60}]


def test_the_doctor_looks_at_everything_without_the_program(typed: Typed) -> None:
    typed.environ["PATH"] = os.environ.get("PATH", "")
    code, said, _ = typed("doctor", "--json")
    checks = json.loads(said)["checks"]
    assert code == 0
    assert [check["id"] for check in checks] == [
        "program",
        "home",
        "settings",
        "journal",
        "display",
        "tray",
        "sound_library",
        "sound_output",
        "session_bus",
        "keep_awake",
        "motion",
    ]
    assert all(check.keys() == {"id", "ok", "detail", "remedy"} for check in checks)
    assert all(check["ok"] or check["remedy"] for check in checks)
    assert not typed.home.exists()


def test_the_doctor_in_words_names_a_bad_home_and_a_silent_program(typed: Typed) -> None:
    typed.home.write_text("mine")
    code, said, _ = typed("doctor")
    assert code == 0
    assert f"“{typed.home}” is a file" in said
    typed.home.unlink()
    with typed.program({"ok": False, "line": "KindTimer runs but does not answer."}):
        assert "does not answer" in typed("doctor")[1]
    with typed.program({"ok": True, "status": {"version": "9.9", "tray": True}}):
        assert "9.9" in typed("doctor")[1]
