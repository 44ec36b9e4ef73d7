from pathlib import Path

import pytest

from kindtimer.store.paths import assets
from kindtimer.store.pattern_store import BadPatterns, read_patterns

GOOD = """
[[pattern]]
id = "mine"
name = "Mine"
in = 4
out = 6
tier = 1
default_minutes = 3
cap_minutes = 20
"""


def reading(tmp_path: Path, text: str) -> str:
    file = tmp_path / "patterns.toml"
    file.write_text(text)
    with pytest.raises(BadPatterns) as bad:
        read_patterns(file)
    return str(bad.value)


def test_the_built_in_patterns_in_the_order_of_their_file() -> None:
    patterns = read_patterns(assets() / "patterns.toml")
    assert list(patterns) == ["longer_out_46", "equal_4", "sigh", "coherent", "box_4", "four_seven_eight"]
    assert [round(p.bpm, 2) for p in patterns.values()] == [6.0, 7.5, 6.0, 5.45, 3.75, 3.16]
    assert all(id_ == pattern.id for id_, pattern in patterns.items())


def test_parts_left_out_are_not_there(tmp_path: Path) -> None:
    file = tmp_path / "patterns.toml"
    file.write_text(GOOD)
    pattern = read_patterns(file)["mine"]
    assert (pattern.phases.top_up, pattern.phases.hold, pattern.phases.rest) == (0.0, 0.0, 0.0)
    assert (pattern.purpose, pattern.caution, pattern.set_breaths) == ("", "", 0)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("in = 4", "", ".in"),
        ("in = 4", 'in = "four"', ".in"),
        ("in = 4", "in = true", ".in"),
        ("in = 4", "in = nan", ".in"),
        ("in = 4", "in = inf", ".in"),
        ("in = 4", "in = -4", ".in"),
        ("in = 4", "in = 1" + "0" * 400, ".in"),
        ("in = 4", "in = 4\ninn = 4", ".inn"),
        ("in = 4", "in = 1", "pattern[0] (mine)"),
        ("out = 6", "out = 13", "pattern[0] (mine)"),
        ("out = 6", "out = 6\nhold = 7", "pattern[0] (mine)"),
        ('id = "mine"', 'id = "My own"', ".id"),
        ('id = "mine"', "id = 5", ".id"),
        ('name = "Mine"', 'name = ""', ".name"),
        ("tier = 1", "tier = 4", ".tier"),
        ("tier = 1", "tier = 1.0", ".tier"),
        ("cap_minutes = 20", "cap_minutes = 21", ".cap_minutes"),
        ("default_minutes = 3", "default_minutes = 0", ".default_minutes"),
        ("default_minutes = 3", "default_minutes = 20.5", ".default_minutes"),
        ("tier = 1", "tier = 1\nset_breaths = 6\nbetween = 10", ".between"),
    ],
)
def test_what_cannot_be_used_is_told_with_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    line = reading(tmp_path, GOOD.replace(old, new))
    assert str(tmp_path / "patterns.toml") in line
    assert key in line
    assert "\n" not in line


@pytest.mark.parametrize("text", ["", "other = 1", "pattern = 5", "pattern = [1]", "[[pattern", GOOD + GOOD])
def test_a_file_that_holds_no_patterns_is_refused(tmp_path: Path, text: str) -> None:
    assert "patterns.toml" in reading(tmp_path, text)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPatterns, match="could not be read"):
        read_patterns(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadPatterns, match="not valid TOML"):
        read_patterns(tmp_path / "bytes.toml")


def test_only_the_one_pattern_may_hold_for_seven(tmp_path: Path) -> None:
    file = tmp_path / "patterns.toml"
    long = GOOD.replace("in = 4", "in = 4\nhold = 7").replace("out = 6", "out = 8")
    file.write_text(long.replace('"mine"', '"four_seven_eight"'))
    assert read_patterns(file)["four_seven_eight"].phases.hold == 7.0
    assert "4 seconds" in reading(tmp_path, long)
