"""The home window as a screen reader meets it: every page walked, every control named, no trap for keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.deadline import wait_for
from tests.desktop.harness import Desktop
from tests.desktop.program import Program
from tests.desktop.screen_reader import ENV, ScreenReader, Spoken

PAGES = {
    "Today": ("alt+1", "Good to see you."),
    "Breathe": ("alt+2", "Breathe"),
    "Something is hard": ("F6", "Something is hard"),
    "Guide": ("F1", "Guide"),
    "Settings": ("ctrl+comma", "Settings"),
}
MOST_TABS = 120


class Reader:
    def __init__(self, program: Program, ears: ScreenReader) -> None:
        self.program, self.ears = program, ears

    def open(self, keys: str, head: str) -> list[Spoken]:
        self.program.desktop.hand.press(keys)
        wait_for(
            lambda: any(one.name == head and one.role == "label" for one in self.ears.showing()),
            f"the page {head}",
            alive=self.program.check,
        )
        return self.ears.showing()


@pytest.fixture
def reader(desktop: Desktop, tmp_path: Path) -> Iterator[Reader]:
    with ScreenReader(desktop) as ears, Program(desktop, tmp_path / "home", extra_env=ENV) as program:
        program.icon()
        assert program.run().returncode == 0
        program.window()
        yield Reader(program, ears)
        assert program.complaints() == []


def test_every_control_of_every_page_has_a_name_and_a_role(reader: Reader) -> None:
    for keys, head in PAGES.values():
        told = reader.open(keys, head)
        controls = [one for one in told if one.focusable]
        assert len(controls) >= 4, head
        nameless = [one for one in controls if not one.name or one.role in ("", "unknown", "invalid")]
        assert nameless == [], head


def test_tab_goes_round_every_page_and_comes_back(reader: Reader) -> None:
    for keys, head in PAGES.values():
        reader.open(keys, head)
        seen: list[tuple[str, str]] = []
        for _ in range(MOST_TABS):
            reader.program.desktop.hand.press("Tab")
            focused = [(one.role, one.name) for one in reader.ears.showing() if one.focused]
            here = focused[-1] if focused else ("", "")
            if seen and here == seen[0] and len(seen) > 3:
                break
            seen.append(here)
        else:
            pytest.fail(f"Tab never came round on {head}: {seen[-6:]}")
        assert ("", "") not in seen, head


def test_the_window_is_a_window_and_the_places_are_tabs_with_the_open_one_chosen(reader: Reader) -> None:
    told = reader.open("ctrl+comma", "Settings")
    assert "frame" in [one.role for one in told if one.name == "KindTimer"]
    assert [one.name for one in told if one.role == "page tab list"] == ["Places"]
    tabs = {one.name: one.selected for one in told if one.role == "page tab"}
    assert list(tabs) == ["Today", "Breathe", "Guide", "Settings", "Help now"]
    assert [name for name, selected in tabs.items() if selected] == ["Settings"]
