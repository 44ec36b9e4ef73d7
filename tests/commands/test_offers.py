"""Offers on the command line, with a program that runs and without one."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kindtimer.core.clock import SystemClock
from kindtimer.core.offer_desk import Desk
from kindtimer.core.pause import Pause
from kindtimer.store.offer_store import OfferStore
from kindtimer.store.paths import Home
from kindtimer.store.settings_store import settings_as_they_are
from tests.typed import Typed, one_line

GAP_IN_BERLIN = ("prompts", "--from", "2026-03-28", "--days", "2", "--zone", "Europe/Berlin")


def rules_of(typed: Typed) -> list[str]:
    told = json.loads(typed("prompts", "list", "--json")[1])
    return [rule["when"] for rule in told["rules"]]


@pytest.mark.parametrize(
    "line",
    ["Mon-Fri 10:00, 14:30", "daily 02:30", "every 90 min 09:00-17:00", "2 between 10:00 and 16:00"],
)
def test_a_rule_is_added_while_nothing_runs_and_read_back_in_the_same_words(typed: Typed, line: str) -> None:
    code, said, err = typed("prompts", "add", line)
    assert (code, err) == (0, "")
    assert said.startswith(f"Number 1: {line}.")
    assert rules_of(typed) == [line]
    # Without quotes, too, and wherever an option stands.
    assert typed("prompts", "add", *line.split(), "--minutes", "2")[0] == 0
    assert typed("prompts", "add", "--minutes", "three", *line.split())[0] == 0
    assert rules_of(typed) == [line, line, line]


def test_the_same_rule_is_not_set_twice(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00")
    assert typed("prompts", "add", "10am") == (0, "That is there already, as number 1: daily 10:00.\n", "")
    assert rules_of(typed) == ["daily 10:00"]


def test_days_can_be_named_in_words(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00")
    for day in ("tomorrow", "24 Dec", "Dec 24", "24.12.", "2026-12-24"):
        code, said, _ = typed("prompts", "--from", day, "--days", "two")
        assert (code, len(said.splitlines())) == (0, 2)
    first = json.loads(typed("prompts", "--from", "24 December", "--days", "1", "--json")[1])[0]
    assert first["at"][4:10] == "-12-24"


def test_a_pause_of_the_running_program_is_told_first_and_marked(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00")
    listed = ("prompts", "--from", "2026-03-01", "--days", "1", "--zone", "Europe/Berlin")
    status = {"ok": True, "status": {"paused_until": "until resumed"}}
    with typed.program(status) as heard:
        first, second = typed("prompts", "--days", "1", "--zone", "Europe/Berlin")[1].splitlines()
    assert heard == [{"wish": "status"}]
    assert first == "Offers are paused until `kindtimer resume`."
    assert second.endswith(" 10:00  paused")
    with typed.program(status):
        (told,) = json.loads(typed("prompts", "--days", "1", "--json")[1])
    assert told.keys() == {"at", "rule", "note"}
    assert told["note"] == "paused"
    with typed.program(status):  # what lies before the pause was never kept away
        assert typed(*listed)[1].splitlines()[1] == "Sun 2026-03-01 10:00"


def test_a_pause_that_was_kept_is_told_where_nothing_runs_and_stays_as_it_is(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00")
    home, clock = Home.at(typed.home), SystemClock()
    store = OfferStore(home, clock)
    when = clock.when()
    assert store.save(Desk(pause=Pause(when, when + timedelta(days=2)))) is None
    kept = (typed.home / "offers.json").read_bytes()
    first, second, *_, last = typed("prompts")[1].splitlines()
    assert first.startswith("Offers are paused until ")
    assert first.endswith("; `kindtimer resume` ends it.")
    assert second.endswith("  paused")
    assert not last.endswith("paused")
    assert (typed.home / "offers.json").read_bytes() == kept
    assert store.save(Desk(pause=Pause(when - timedelta(days=2), when - timedelta(days=1)))) is None
    assert "paused" not in typed("prompts")[1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "25:00"), "no time of the day"),
        (("add", "Mon-Fry 10:00"), "no day of the week"),
        (("add", "every 90 min 17:00-09:00"), "ends before it begins"),
        (("add",), "After `add` come the times"),
        (("quiet",), "After `quiet` comes a span"),
        (("add", "After Work"), "“After Work” cannot be noticed"),
        (("add", "daily 10:00", "--practice", "nothing"), "no practice called"),
        (("add", "daily 10:00", "--minutes", "0"), "half a minute"),
        (("add", "daily 10:00", "--minutes", "soon"), "not a number"),
        (("add", "daily 10:00", "--words", "x" * 300), "letters"),
        (("remove", "7"), "no times so far"),
        (("on", ""), "no times so far"),
        (("quiet", "09:00-09:00"), "begins and ends"),
        (("quiet", "lunch"), "no span"),
        (("quiet", "Sat 10:00-12:00"), "off as a whole"),
        (("quiet", "2099-01-06..2098-12-24"), "ends before it begins"),
        (("quiet", "2020-01-01"), "over already"),
        (("quiet", "30 Feb"), "no day"),
        (("quiet", "2099-01-01..2099-12-31"), "more days than"),
        (("quiet", "--remove", "Sat"), "no days off"),
        (("--zone", "Europe/Atlantis"), "no time zone"),
        (("--from", "2026-02-30"), "no day"),
        (("--days", "0"), "from 1 to"),
        (("--days", "1.5"), "whole number"),
        (("dance",), "can come"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    typed: Typed, words: tuple[str, ...], why: str
) -> None:
    said = typed("prompts", *words)
    assert why in one_line(said, 2)
    assert not typed.home.exists()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("add", "10:00", "--remove"), "--remove belongs to `kindtimer prompts quiet`."),
        (("quiet", "Sat", "--minutes", "3"), "--minutes belongs to `kindtimer prompts add`."),
        (("on", "1", "--practice", "room"), "--practice belongs to `kindtimer prompts add`."),
        (("--words", "Mine."), "--words belongs to `kindtimer prompts add`."),
        (("add", "10:00", "--from", "tomorrow"), "--from belongs to `kindtimer prompts` alone: it tells"),
        (("off", "1", "--days", "3"), "--days belongs to `kindtimer prompts` alone: it tells"),
        (("quiet", "Sat", "--zone", "Asia/Tokyo"), "--zone belongs to `kindtimer prompts` alone: it tells"),
    ],
)
def test_an_option_that_would_do_nothing_is_said_to_belong_elsewhere(
    typed: Typed, words: tuple[str, ...], line: str
) -> None:
    assert one_line(typed("prompts", *words), 2).startswith(line)
    assert not typed.home.exists()


def test_the_two_hundred_and_first_rule_is_refused(typed: Typed) -> None:
    typed.home.mkdir()
    rules = [{"id": str(n), "when": "daily 10:00"} for n in range(1, 201)]
    (typed.home / "settings.json").write_text(json.dumps({"rules": rules}))
    assert "200" in one_line(typed("prompts", "add", "daily 11:00"), 2)
    assert len(rules_of(typed)) == 200


def test_rules_are_switched_and_removed_by_their_number(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00")
    typed("prompts", "add", "daily 11:00", "--minutes", "2", "--practice", "sigh")
    assert typed("prompts", "off", "1")[1] == "Number 1 is off: daily 10:00.\n"
    assert typed("prompts", "list")[1].splitlines() == [
        "  1  daily 10:00 · off",
        "  2  daily 11:00 · sigh · 2 min",
    ]
    assert typed("prompts", "remove", "1")[0] == 0
    assert rules_of(typed) == ["daily 11:00"]


def test_from_the_sixth_a_day_on_one_sentence_is_said_and_the_rule_is_set(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00, 11:00, 12:00, 13:00, 14:00")
    assert "one or two" in typed("prompts", "add", "daily 15:00")[1]
    assert len(rules_of(typed)) == 2


def test_quiet_times_come_and_go(typed: Typed) -> None:
    assert typed("prompts", "quiet", "22:00-07:00")[0] == 0
    assert typed("prompts", "list")[1].splitlines()[-1] == "Quiet: 22:00-07:00"
    assert typed("prompts", "quiet", "--remove", "22:00-07:00")[0] == 0
    assert "Quiet" not in typed("prompts", "list")[1]


def test_days_off_and_holidays_come_and_go(typed: Typed) -> None:
    assert typed("prompts", "quiet", "Sat,", "Sun")[1] == "Days off: Sat-Sun.\n"
    assert typed("prompts", "quiet", "2099-12-24..2100-01-06")[1] == "Days off: 2099-12-24..2100-01-06.\n"
    assert typed("prompts", "list")[1].splitlines()[-1] == "Days off: Sat-Sun, 2099-12-24..2100-01-06"
    quiet = json.loads(typed("prompts", "list", "--json")[1])["quiet"]
    assert (quiet["days"], len(quiet["dates"])) == (["Sat", "Sun"], 14)
    assert typed("prompts", "quiet", "--remove", "2100-01-01")[0] == 0
    assert typed("prompts", "quiet", "--remove", "Sun")[1] == "No longer days off: Sun.\n"
    assert typed("prompts", "quiet", "none")[1] == (
        "Quiet times and days off are gone: Sat, 2099-12-24..2099-12-31, 2100-01-02..2100-01-06.\n"
    )
    assert json.loads(typed("prompts", "list", "--json")[1])["quiet"] == {
        "times": [],
        "days": [],
        "dates": [],
    }


def test_nothing_comes_on_a_day_off(typed: Typed) -> None:
    typed("prompts", "add", "daily 10:00")
    typed("prompts", "quiet", "2099-03-28 to 2099-03-29")
    told = json.loads(typed("prompts", "--from", "2099-03-27", "--days", "4", "--json")[1])
    assert [one["at"][:10] for one in told] == ["2099-03-27", "2099-03-30"]


def test_when_they_come_is_told_beforehand_with_what_the_clock_does(typed: Typed) -> None:
    typed("prompts", "add", "daily 02:30")
    first, second = typed(*GAP_IN_BERLIN)[1].splitlines()
    assert first == "Sat 2026-03-28 02:30"
    assert second.startswith("Sun 2026-03-29 03:00  ")
    assert "02:30" in second
    told = json.loads(typed(*GAP_IN_BERLIN, "--json")[1])
    assert [one["at"] for one in told] == ["2026-03-28T02:30:00+01:00", "2026-03-29T03:00:00+02:00"]
    assert [one["rule"] for one in told] == ["1", "1"]
    assert told[0]["note"] is None
    assert "03:00" in told[1]["note"]


def test_without_a_rule_it_says_how_to_make_one(typed: Typed) -> None:
    code, said, _ = typed("prompts")
    assert code == 0
    assert "prompts add" in said
    assert json.loads(typed("prompts", "--json")[1]) == []


def test_a_settings_file_from_the_future_keeps_what_it_says(typed: Typed) -> None:
    typed.home.mkdir()
    held = {"rules": [{"id": "1", "when": "daily 10:00"}, {"id": "2", "when": "at sunset"}], "weather": 3}
    (typed.home / "settings.json").write_text(json.dumps(held))
    assert rules_of(typed) == ["daily 10:00"]
    assert json.loads((typed.home / "settings.json").read_text()) == held
    typed("prompts", "add", "daily 11:00")
    settings = settings_as_they_are(Home.at(typed.home))
    assert [rule.id for rule in settings.rules] == ["1", "2"]
    (bad,) = typed.home.glob("settings.json.bad-*")
    assert json.loads(bad.read_text()) == held


@pytest.mark.parametrize(
    ("words", "reply", "said"),
    [
        (("break",), {}, "An offer is there.\n"),
        (("take",), {"taken": True}, "The minute begins.\n"),
        (("take",), {"taken": False}, "No offer waits at the moment.\n"),
        (("pause",), {"until": None}, "Offers are paused until `kindtimer resume`.\n"),
        (
            ("pause", "1h"),
            {"until": "2026-11-25T11:00:00+01:00"},
            "Offers are paused until 2026-11-25 11:00.\n",
        ),
        (("resume",), {"resumed": True}, "Offers go on.\n"),
        (("resume",), {"resumed": False}, "Offers were not paused.\n"),
    ],
)
def test_the_running_program_does_it_and_one_line_says_so(
    typed: Typed, words: tuple[str, ...], reply: dict[str, object], said: str
) -> None:
    with typed.program({"ok": True, **reply}) as heard:
        assert typed(*words) == (0, said, "")
    assert heard == [{"wish": words[0], "words": " ".join(words[1:])}]


def test_rules_are_changed_by_the_program_that_runs(typed: Typed) -> None:
    with typed.program({"ok": True, "told": "Number 3: daily 10:00."}) as heard:
        assert typed("prompts", "add", "daily 10:00")[1] == "Number 3: daily 10:00.\n"
    assert (heard[0]["do"], heard[0]["words"]) == ("add", "daily 10:00")
    assert not (typed.home / "settings.json").exists()


def test_where_nothing_runs_it_says_so(typed: Typed, tmp_path: Path) -> None:
    for words in ("take", "pause", "resume"):
        assert typed(words) == (0, "KindTimer is not running, so nothing is offered.\n", "")
    assert "breathe" in one_line(typed("break"), 1)
    assert "no pause" in one_line(typed("pause", "soon"), 2)


def test_where_tz_names_no_zone_that_is_said_before_times_are_told(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("prompts", "add", "daily 10:00")
    monkeypatch.setenv("TZ", "nonsense")
    assert typed("prompts", "--days", "1")[1].startswith("TZ is “nonsense”, which is no time zone")
    assert len(json.loads(typed("prompts", "--days", "1", "--json")[1])) == 1
    monkeypatch.setenv("TZ", "<+03>-3")
    assert json.loads(typed("prompts", "--days", "1", "--json")[1])[0]["at"].endswith("T10:00:00+03:00")
