from kindtimer.store.practice_shelf import PracticeShelf
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
