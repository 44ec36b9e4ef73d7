"""The map in `kindtimer/README.md` speaks of what there is: its modules and its rooms."""

import re

from tests.make_template import ROOT

MAP = (ROOT / "kindtimer" / "README.md").read_text("utf-8")
ROOMS = MAP.split("| room | holds |")[1].split("\n\n")[0]


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([\w/.]+\.(?:py|toml|md))`", MAP))
    assert len(named) > 20
    places = (ROOT, ROOT / "kindtimer", ROOT / "kindtimer" / "core")
    assert [one for one in sorted(named) if not any((place / one).exists() for place in places)] == []


def test_every_room_has_its_line() -> None:
    rooms = {file.parent.name for file in (ROOT / "kindtimer").glob("*/__init__.py")}
    assert {room for room in rooms if f"| `{room}/` |" not in ROOMS} == set()
