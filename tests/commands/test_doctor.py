"""What the doctor says, and when it flashes and clicks."""

import json
import os

import pytest

from tests.typed import Typed, one_line


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
    assert [check["id"] for check in checks if not check["id"].startswith("hold_")] == [
        "program",
        "home",
        "settings",
        "journal",
        "time_zone",
        "display",
        "tray",
        "sound_library",
        "sound_output",
        "session_bus",
        "keep_awake",
        "motion",
        "offers_wait",
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


@pytest.mark.parametrize(("seconds", "told"), [("1", "For 1 second, "), ("2", "For 2 seconds, ")])
def test_doctor_sync_counts_as_people_do(typed: Typed, seconds: str, told: str) -> None:
    assert typed("doctor", "sync", "--seconds", seconds)[1].startswith(told)


def test_doctor_sync_announces_nothing_that_cannot_be_seen(typed: Typed) -> None:
    typed.environ = {"XDG_RUNTIME_DIR": typed.environ["XDG_RUNTIME_DIR"]}
    assert "display" in one_line(typed("doctor", "sync"), 1)
    with typed.program({"ok": True}, {"ok": True}):
        assert "loudspeakers" in typed("doctor", "sync")[1]
    assert typed.runs == []


def test_a_home_with_an_endless_name_fills_no_screen(typed: Typed) -> None:
    typed.home = typed.home.parent / ("x" * 5000)
    code, said, _ = typed("doctor")
    assert code == 0
    assert max(len(line) for line in said.splitlines()) < 300


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31mred", "\x9b2J", "\u202edoc"])
def test_a_home_s_name_steers_nothing(typed: Typed, name: str) -> None:
    typed.home = typed.home.parent / name
    code, said, _ = typed("doctor")
    assert code == 0
    assert all(line.isprintable() for line in said.splitlines())
    _, said, _ = typed("doctor", "--json")
    assert all(line.isprintable() for line in said.splitlines())
    details = [check["detail"] for check in json.loads(said)["checks"]]
    assert any(name in detail for detail in details)


def test_without_a_display_the_remedy_says_more_than_the_finding(typed: Typed) -> None:
    typed.environ = {"XDG_RUNTIME_DIR": typed.environ["XDG_RUNTIME_DIR"], "PATH": os.environ.get("PATH", "")}
    (display,) = [one for one in json.loads(typed("doctor", "--json")[1])["checks"] if one["id"] == "display"]
    assert not display["ok"]
    assert "terminal inside a desktop" in display["detail"]
    assert "desktop" not in display["remedy"]
    assert "ssh -X" in display["remedy"]


def test_the_doctor_says_which_zone_times_are_in_and_where_tz_names_none(typed: Typed) -> None:
    typed.environ |= {"PATH": os.environ.get("PATH", ""), "TZ": "<+03>-3"}
    assert "Times are in the zone <+03>-3." in typed("doctor")[1]
    typed.environ["TZ"] = "nonsense"
    (check,) = [one for one in json.loads(typed("doctor", "--json")[1])["checks"] if one["id"] == "time_zone"]
    assert not check["ok"]
    assert "“nonsense”" in check["detail"]
    assert "Europe/Berlin" in check["remedy"]
