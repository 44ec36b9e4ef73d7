from dataclasses import asdict

from kindtimer.core.check import Check


def test_its_keys_are_the_ones_the_document_promises() -> None:
    assert asdict(Check("tray", True, "There.")) == {
        "id": "tray",
        "ok": True,
        "detail": "There.",
        "remedy": None,
    }
