from pathlib import Path

from kindtimer.store.paths import Home, assets
from kindtimer.store.pattern_store import read_patterns
from kindtimer.store.practice_shelf import PracticeShelf, practices_of
from tests.core.test_practice_plan import plan


def test_it_reads_when_it_is_asked_and_once() -> None:
    read: list[str] = []

    def ours() -> dict[str, object]:
        read.append("ours")
        return {"one": plan()}

    packs = {"a/two": plan()}
    shelf = PracticeShelf(ours, lambda: dict(packs))  # type: ignore[arg-type]
    assert read == []
    assert list(shelf()) == ["one", "a/two"]
    packs["a/three"] = plan()
    assert list(shelf()) == ["one", "a/two"]
    assert read == ["ours"]
    shelf.look_anew()
    assert list(shelf()) == ["one", "a/two", "a/three"]


def test_ours_are_there_whatever_became_of_packs(tmp_path: Path) -> None:
    patterns = read_patterns(assets() / "patterns.toml")
    (tmp_path / "packs").write_text("no folder", "utf-8")
    for folder in (tmp_path, tmp_path / ("x" * 300)):
        home = Home.at(folder)
        assert "compassion_break" in practices_of(home, patterns)()
