"""The home window as a screen reader meets it: every page walked, every control named, no trap for keys."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from kindtimer.core.hard_times import HardTimes
from kindtimer.store.help_line_store import read_help_lines
from kindtimer.store.journal_store import JournalStore
from kindtimer.store.paths import Home, assets
from tests.desktop.deadline import CLOCK, wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import Program
from tests.desktop.screen_reader import ENV, ScreenReader, Spoken

PAGES = {
    "Today": ("alt+1", (), "Good to see you."),
    "Breathe": ("alt+2", (), "Breathe"),
    "Offers": ("alt+1", ("Offers",), "Offers"),
    "Practices": ("alt+3", (), "Practices"),
    "Practice": ("alt+3", ("A guided breath",), "A guided breath"),
    "Something is hard": ("F6", (), "Something is hard"),
    "Help now": ("F6", ("I need a person",), "Help now"),
    "Hard times": ("F6", ("I need a person", "Change this page"), "My page for hard times"),
    "Guide": ("F1", (), "Guide"),
    "Settings": ("ctrl+comma", (), "Settings"),
}
"""The key of a page, what is pressed from there to reach another, and its head."""

RULES = ("Mon-Fri 10:00, 14:30", "2 between 16:00 and 20:00", "after a call")
CHANGED = (f"Change {RULES[1]}", "What is offered, own words, first and last day")
"""One row unfolded, and all of its editor."""

WELCOME = "Hello. Start anywhere."
MOST_TABS = 120


class Reader:
    def __init__(self, program: Program, ears: ScreenReader) -> None:
        self.program, self.ears = program, ears

    def open(self, page: str) -> list[Spoken]:
        key, doors, head = PAGES[page]
        self.program.desktop.hand.press(key)
        for door in doors:
            self.go_to(door)
            self.program.desktop.hand.press("Return")
        return self.arrived(head)

    def arrived(self, head: str) -> list[Spoken]:
        wait_for(
            lambda: any(one.name == head and one.role == "label" for one in self.ears.showing()),
            f"the page {head}",
            alive=self.program.check,
        )
        return self.ears.showing()

    def told(self, name: str) -> Spoken:
        """The control of this name."""
        return next(one for one in self.ears.showing() if one.focusable and one.name == name)

    def unfold(self, name: str) -> None:
        """Open what this button opens, and wait until it says so."""
        self.go_to(name)
        self.program.desktop.hand.press("Return")
        wait_for(lambda: self.told(name).description == "open", f"{name} is open")

    def go_to(self, name: str) -> None:
        """Tab until what bears this name has the keyboard."""
        wait_for(lambda: name in {one.name for one in self.ears.showing()}, name, alive=self.program.check)
        for _ in range(MOST_TABS):
            if name in {one.name for one in self.ears.showing() if one.focused}:
                return
            self.program.desktop.hand.press("Tab")
        pytest.fail(f"Tab never reached {name}")


@contextmanager
def reading(desktop: Desktop, home: Path, settings: Mapping[str, object]) -> Iterator[Reader]:
    """The program with a window that was opened, and somebody who listens."""
    home.mkdir(mode=0o700)
    (home / "settings.json").write_text(json.dumps({"welcomed": True, **settings}), "utf-8")
    with ScreenReader(desktop) as ears, Program(desktop, home, extra_env=ENV) as program:
        program.icon()
        fill_hard_times(program.home)
        assert program.run().returncode == 0
        program.window()
        yield Reader(program, ears)
        assert program.complaints() == []


@pytest.fixture
def reader(desktop: Desktop, tmp_path: Path) -> Iterator[Reader]:
    with reading(desktop, tmp_path / "home", {}) as reader:
        yield reader


@pytest.fixture
def offers(desktop: Desktop, tmp_path: Path) -> Iterator[Reader]:
    """On the page of offers, with three rules, and one of them open in its editor."""
    rules = [{"id": str(number), "when": line} for number, line in enumerate(RULES, 1)]
    with reading(desktop, tmp_path / "home", {"rules": rules, "quiet": {"times": ["22:00-07:00"]}}) as reader:
        reader.open("Offers")
        for button in CHANGED:
            reader.unfold(button)
        yield reader


def fill_hard_times(home: Path) -> None:
    """Write one section beside the program, which opens its journal later."""
    journal = JournalStore(Home.at(home), CLOCK)
    assert journal.keep_hard_times(HardTimes(eases="Tea, and the window open.")) is None
    journal.close()


def unsaid(told: list[Spoken]) -> list[Spoken]:
    """What can have the keyboard and says nothing, or nothing of what it is."""
    controls = [one for one in told if one.focusable]
    assert len(controls) >= 4
    return [one for one in controls if not one.name or one.role in ("", "unknown", "invalid")]


def test_every_control_of_every_page_has_a_name_and_a_role(reader: Reader) -> None:
    for page in PAGES:
        assert unsaid(reader.open(page)) == [], page


def test_the_first_start_is_told_and_tab_goes_round_it(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with (
        ScreenReader(desktop) as ears,
        Program(desktop, home, extra_env=ENV, welcomed=False) as program,
    ):
        program.window()
        reader = Reader(program, ears)
        assert unsaid(reader.arrived(WELCOME)) == []
        goes_round(reader, WELCOME)
        assert program.complaints() == []


def test_help_now_tells_every_number_after_what_to_do_in_danger(reader: Reader) -> None:
    told = [one.name for one in reader.open("Help now")]
    danger = next(name for name in told if name.startswith("In danger now"))
    numbers = [number for line in read_help_lines(assets() / "help_lines.toml") for number in line.numbers]
    assert len(numbers) > 40
    assert set(numbers) <= set(told[told.index(danger) :])
    copies = [one for one in reader.ears.showing() if one.name.startswith("Copy ")]
    assert [one.name.removeprefix("Copy ") for one in copies] == [
        name for name in told[told.index(danger) :] if name in set(numbers)
    ]
    assert [one for one in copies if not one.description] == []


def test_tab_goes_round_every_page_and_comes_back(reader: Reader) -> None:
    for page in PAGES:
        told = reader.open(page)
        in_order(told, goes_round(reader, page))


def in_order(told: Sequence[Spoken], reached: Sequence[tuple[str, str]]) -> None:
    """Tab goes through what is told in the order in which it is told, round its end."""
    controls = [(one.role, one.name) for one in told if one.focusable]
    begins = controls.index(reached[0])
    ahead = iter(controls[begins:] + controls[:begins])
    out_of_order = [one for one in reached if one not in ahead]
    assert out_of_order == []


def test_the_page_of_offers_with_an_open_rule_is_told_as_it_stands_and_tab_goes_round_it(
    offers: Reader,
) -> None:
    told = offers.ears.showing()
    assert unsaid(told) == []
    choices = [one for one in told if one.role == "radio button"]
    days = [one for one in told if one.name in ("Monday", "Sunday")]
    assert (len(choices), len(days)) == (16, 4)
    assert [one for one in (*choices, *days) if not one.group or one.group not in one.description] == []
    rows = [one.name for one in told if one.role == "check box" and one.name in RULES]
    assert rows == list(RULES)
    names = [one.name for one in told if one.focusable]
    assert names.index(f"Remove {RULES[1]}") < names.index("When, in plain words") < names.index(RULES[2])
    assert names.index(f"Remove {RULES[2]}") < names.index("Another time") < names.index("As a list")
    in_order(told, goes_round(offers, "Offers"))


def goes_round(reader: Reader, page: str) -> list[tuple[str, str]]:
    """What Tab reaches from here, each once."""
    seen: list[tuple[str, str]] = []
    for _ in range(MOST_TABS):
        reader.program.desktop.hand.press("Tab")
        focused = [(one.role, one.name) for one in reader.ears.focused()]
        here = focused[-1] if focused else ("", "")
        if seen and here == seen[0] and len(seen) > 3:
            break
        seen.append(here)
    else:
        pytest.fail(f"Tab never came round on {page}: {seen[-6:]}")
    assert ("", "") not in seen, page
    return seen


def test_each_choice_of_the_settings_is_told_as_one_of_its_settings_choices(reader: Reader) -> None:
    told = reader.open("Settings")
    choices = [one for one in told if one.role == "radio button"]
    assert len(choices) > 20
    assert [one for one in choices if not one.group or one.group not in one.description] == []
    assert len({(one.group, one.name) for one in choices}) == len(choices)
    groups = {one.group for one in choices}
    assert {one.name for one in told if one.role == "panel"} >= groups
    assert sorted(one.group for one in choices if one.checked) == sorted(groups)
    # A box to tick is what can be on or off by itself.
    boxes = {one.name for one in told if one.role == "check box"}
    assert boxes == {"Gentle breathing only", "Keep a record"}


@pytest.mark.parametrize(("page", "field"), [("Settings", "The folder"), ("Hard times", "What eases")])
def test_what_has_the_keyboard_is_what_has_a_name(reader: Reader, page: str, field: str) -> None:
    reader.open(page)
    for _ in range(MOST_TABS):
        reader.program.desktop.hand.press("Tab")
        held = reader.ears.focused()
        if held and held[-1].name.startswith(field):
            break
    else:
        pytest.fail(f"Tab never reached {field}")
    assert [one.role for one in held] == ["text"]
