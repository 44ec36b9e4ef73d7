from kindtimer.core.entry import Door
from kindtimer.core.wish import Wish
from kindtimer.guide.session_guide import SessionGuide
from tests import fakes
from tests.guide.conftest import Walk


def test_trouble_with_the_journal_is_told_once_and_the_session_goes_on(walk: Walk) -> None:
    walk.journal.trouble = "The disk is full."
    told: list[str] = []
    walk.guide.record.trouble_told.connect(told.append)
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(40)
    assert told == ["The disk is full."]
    assert walk.guide.session is not None


def test_trouble_with_the_journal_is_over_once_what_waited_is_kept(walk: Walk) -> None:
    told: list[str] = []
    over: list[str] = []
    walk.guide.record.trouble_told.connect(told.append)
    walk.guide.record.trouble_over.connect(over.append)
    walk.journal.trouble = "The disk is full."
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(20)
    assert over == []
    walk.journal.trouble = "Another program holds it."
    walk.pass_time(20)
    assert (told[-1], over) == ("Another program holds it.", ["The disk is full."])
    walk.journal.trouble = None
    walk.pass_time(9)
    assert over == ["The disk is full.", "Another program holds it."]
    walk.journal.trouble = "The disk is full."
    walk.pass_time(9)
    assert told == ["The disk is full.", "Another program holds it.", "The disk is full."]
    walk.guide.leave()
    walk.journal.trouble = None
    walk.guide.record.look_at_journal()
    assert over[-1] == "The disk is full."


def test_what_was_told_of_a_thing_that_happened_stays(walk: Walk) -> None:
    class BegunAnew(fakes.FakeJournal):
        @property
        def waits(self) -> bool:
            return False  # it is kept, in a new file

    over: list[str] = []
    anew = BegunAnew(trouble="The journal was damaged; a new one was begun.")
    parts = (walk.clock, walk.preferences, fakes.patterns(), walk.player, anew, fakes.identity())
    guide = SessionGuide(*parts, dict)
    told: list[str] = []
    guide.record.trouble_told.connect(told.append)
    guide.record.trouble_over.connect(over.append)
    guide.begin(Wish(Door.TRAY))
    guide.leave()
    guide.record.look_at_journal()
    assert (told, over) == ([anew.trouble], [])
