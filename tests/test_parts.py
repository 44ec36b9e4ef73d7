"""The real parts and the tests' own have all that the app asks of them."""

import pytest

from kindtimer.audio.player import Player
from kindtimer.parts import KeptJournal, KeptPlayer
from kindtimer.store.journal_store import JournalStore
from tests.fakes import FakeJournal, RecordingPlayer


def asked_of(protocol: type) -> set[str]:
    kinds = (kind for kind in protocol.__mro__ if getattr(kind, "_is_protocol", False))
    return {name for kind in kinds for name in vars(kind) if not name.startswith("_")}


@pytest.mark.parametrize(
    ("protocol", "parts"),
    [(KeptJournal, (JournalStore, FakeJournal)), (KeptPlayer, (Player, RecordingPlayer))],
    ids=["journal", "player"],
)
def test_everything_that_is_asked_of_a_part_is_there(protocol: type, parts: tuple[type, ...]) -> None:
    wanted = asked_of(protocol)
    assert {"close"} < wanted
    for part in parts:
        given = {*dir(part), *getattr(part, "__annotations__", {})}
        assert wanted <= given
