from collections.abc import Callable

import pytest

from kindtimer.core.ears import Wanted
from kindtimer.core.entry import Door
from kindtimer.core.session import State
from kindtimer.core.settings import Settings, Size
from kindtimer.core.sound import Carrier, Heard, SoundState
from kindtimer.core.wish import NotPossible, Wish
from tests.guide.conftest import Walk


def test_one_click_begins_at_twelve_a_minute_and_is_heard_from_its_origin(walk: Walk) -> None:
    session = walk.guide.begin(Wish(Door.TRAY))
    assert session.timeline.bpm(0.0) == pytest.approx(12.0)
    plan = walk.player.plans[-1]
    assert plan is not None
    assert (plan.origin, plan.stopped_at, plan.timeline) == (session.origin, None, session.timeline)


def test_it_ends_by_itself_after_the_quiet_and_the_record_is_whole(walk: Walk) -> None:
    session = walk.guide.begin(Wish(Door.TRAY, breaths=2))
    walk.pass_time(session.timeline.duration + 1)
    assert [ending.by_itself for ending in walk.endings] == [True]
    entry = walk.journal.entries[session.id]
    assert (entry.breaths, entry.practised_s) == (2, entry.planned_s)
    assert walk.player.plans[-1] is None
    assert walk.guide.session is None


def test_leaving_keeps_what_there_was_with_the_same_fields(walk: Walk) -> None:
    session = walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(11)
    walk.guide.leave()
    entry = walk.journal.entries[session.id]
    assert entry.practised_s == pytest.approx(11.0)
    assert entry.breaths == 2
    assert not walk.endings[0].by_itself


def test_the_record_is_begun_at_once_and_never_more_than_ten_seconds_old(walk: Walk) -> None:
    session = walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(0.25)
    assert session.id in walk.journal.entries
    for _ in range(100):
        walk.pass_time(1.0)
        assert walk.position - walk.journal.entries[session.id].practised_s <= 10.0


def test_no_record_is_kept_where_none_is_wanted(new_walk: Callable[[Settings], Walk]) -> None:
    walk = new_walk(Settings(keep_record=False))
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(20)
    walk.guide.leave()
    assert walk.journal.writes == 0


def test_keep_no_record_chosen_in_a_session_counts_for_that_session(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(20)
    walk.preferences.change(keep_record=False)
    walk.guide.leave()
    assert walk.journal.entries == {}


def test_space_waits_and_goes_on_at_the_same_point_of_the_same_breath(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY, "coherent"))
    walk.pass_time(13.3)
    before = walk.guide.moment(walk.clock.now())
    walk.guide.toggle_pause()
    walk.clock.step(60.0)
    paused = walk.player.plans[-1]
    assert paused is not None
    assert paused.stopped_at == pytest.approx(13.3)
    walk.guide.toggle_pause()
    assert walk.guide.moment(walk.clock.now()) == before
    assert walk.position == pytest.approx(13.3)


def test_a_closed_lid_is_noticed_and_the_person_is_asked(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(20)
    walk.clock.sleep(3600)
    walk.guide.look()
    session = walk.guide.session
    assert session is not None
    assert session.state is State.AWAY
    walk.guide.go_on()
    walk.pass_time(1)
    assert walk.position == pytest.approx(21.0)


def test_easing_off_leaves_one_s_own_breath_and_pacing_comes_back_faster(
    new_walk: Callable[[Settings], Walk],
) -> None:
    walk = new_walk(Settings(sessions_met=4))
    walk.guide.begin(Wish(Door.TRAY, "longer_out_46", minutes=5))
    walk.pass_time(42)
    walk.guide.ease_off()
    walk.pass_time(2.25)
    moment = walk.guide.moment(walk.clock.now())
    assert moment is not None
    assert (moment.presence, moment.cue, moment.line.words) == (0.0, 0.0, "Breathe your own way.")
    walk.pass_time(20)
    walk.guide.go_on()
    assert walk.guide.session is not None
    assert walk.guide.session.timeline.bpm(walk.position + 5) == pytest.approx(7.2)


def test_looking_around_the_room_stands_still_and_space_goes_on(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(9)
    walk.guide.ground()
    walk.pass_time(30)
    assert walk.position == pytest.approx(9.0)
    walk.guide.toggle_pause()
    walk.pass_time(1)
    assert walk.position == pytest.approx(10.0)


def test_sitting_quietly_leads_out_of_the_room_whatever_was_there_before(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY, "coherent", breaths=3))
    # From the breath; where pacing was eased off already; in the quiet at the end.
    for seconds, closing in ((5.0, False), (10.0, False), (22.0, True)):
        walk.pass_time(seconds)
        assert walk.guide.session is not None
        assert walk.guide.session.moment(walk.clock.now()).closing is closing
        walk.guide.ground()
        walk.guide.ease_off()
        assert walk.guide.session is not None
        assert walk.guide.session.state is State.RUNNING
        at = walk.position
        walk.pass_time(1.0)
        assert walk.position == pytest.approx(at + 1.0)


def test_finish_here_ends_on_a_breath(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY, "coherent"))
    walk.pass_time(12)
    walk.guide.finish()
    walk.pass_time(10.25)
    moment = walk.guide.moment(walk.clock.now())
    assert moment is not None
    assert moment.closing
    assert moment.breath is None


def test_space_in_the_quiet_stays_and_going_on_opens_another_stretch(walk: Walk) -> None:
    session = walk.guide.begin(Wish(Door.TRAY, "coherent", breaths=3))
    walk.pass_time(session.timeline.planned + 2)
    walk.guide.toggle_pause()
    walk.pass_time(300)
    assert walk.guide.session is not None
    assert walk.guide.session.state is State.STAY
    walk.guide.go_on()
    walk.pass_time(3)
    moment = walk.guide.moment(walk.clock.now())
    assert moment is not None
    assert moment.breath is not None
    assert walk.endings == []


def test_the_first_four_sessions_are_counted_and_no_more(walk: Walk) -> None:
    for expected in (1, 2, 3, 4, 4):
        walk.guide.begin(Wish(Door.TRAY))
        walk.pass_time(8)
        walk.guide.leave()
        assert walk.preferences.settings.sessions_met == expected


def test_a_session_left_before_its_first_breath_is_not_one_of_the_first_four(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(2)
    walk.guide.leave()
    assert walk.preferences.settings.sessions_met == 0


def test_up_turns_sound_on_where_it_is_held_back_and_is_louder_elsewhere(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.player.heard = SoundState(Heard.HELD_BACK)
    walk.guide.louder()
    assert walk.player.turned_on == 1
    walk.guide.louder()
    assert walk.preferences.settings.volume == pytest.approx(0.45)
    plan = walk.player.plans[-1]
    assert plan is not None
    assert plan.volume == pytest.approx(0.45)
    for _ in range(30):
        walk.guide.softer()
    assert walk.preferences.settings.volume == pytest.approx(0.05)


def test_choices_made_in_a_session_are_heard_at_once(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.preferences.change(carrier=Carrier.TONE, sound=Wanted.WITH_SOUND)
    plan = walk.player.plans[-1]
    assert plan is not None
    assert (plan.carrier, plan.wanted) == (Carrier.TONE, Wanted.WITH_SOUND)


def test_what_is_heard_is_announced_when_it_changes(walk: Walk) -> None:
    told: list[SoundState] = []
    walk.guide.sound_changed.connect(told.append)
    walk.guide.begin(Wish(Door.TRAY))
    walk.player.heard = SoundState(Heard.PLAYING)
    walk.pass_time(1)
    walk.player.heard = SoundState(Heard.LOST)
    walk.pass_time(1)
    assert [sound.state for sound in told] == [Heard.PLAYING, Heard.LOST]


def test_size_is_remembered_for_its_door(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.guide.toggle_size()
    walk.guide.leave()
    assert walk.guide.begin(Wish(Door.TRAY)).size is Size.SMALL
    walk.guide.leave()
    assert walk.guide.begin(Wish(Door.COMMAND)).size is Size.FULL


def test_the_picture_that_was_chosen_is_there_next_time(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY))
    walk.guide.show_scene("words")
    walk.guide.leave()
    assert walk.guide.begin(Wish(Door.TRAY)).scene == "words"


def test_a_new_wish_ends_the_session_before_it_kindly(walk: Walk) -> None:
    first = walk.guide.begin(Wish(Door.TRAY))
    walk.pass_time(10)
    second = walk.guide.begin(Wish(Door.COMMAND, "box_4"))
    assert walk.guide.session == second
    assert walk.journal.entries[first.id].practised_s == pytest.approx(10.0)


def test_an_impossible_wish_leaves_the_session_that_runs_alone(walk: Walk) -> None:
    first = walk.guide.begin(Wish(Door.TRAY))
    with pytest.raises(NotPossible):
        walk.guide.begin(Wish(Door.COMMAND, "no_such"))
    assert walk.guide.session == first


def test_sync_is_no_practice(walk: Walk) -> None:
    walk.guide.begin_sync(60)
    plan = walk.player.plans[-1]
    assert plan is not None
    assert plan.asked_for
    assert plan.carrier is Carrier.CLICK
    walk.pass_time(10)
    walk.guide.leave()
    assert walk.journal.entries == {}
    assert walk.preferences.settings.sessions_met == 0


def test_going_on_after_an_early_ease_off_is_as_long_as_it_was_meant(walk: Walk) -> None:
    walk.guide.begin(Wish(Door.TRAY, "coherent", breaths=10))
    walk.pass_time(8)
    walk.guide.ease_off()
    assert walk.guide.session is not None
    walk.pass_time(walk.guide.session.timeline.planned - walk.position + 2)
    walk.guide.toggle_pause()
    before = walk.guide.session.timeline.breaths_by(1e9)
    walk.guide.go_on()
    assert walk.guide.session.timeline.breaths_by(1e9) == before + 10


def test_going_on_leaves_holds_out(walk: Walk) -> None:
    session = walk.guide.begin(Wish(Door.TRAY, "four_seven_eight"))
    walk.pass_time(session.timeline.planned + 2)
    walk.guide.toggle_pause()
    walk.guide.go_on()
    assert walk.guide.session is not None
    assert walk.guide.session.timeline.last_paced(walk.position + 5).hold == 0


def test_a_device_known_to_be_late_is_sent_to_earlier(new_walk: Callable[[Settings], Walk]) -> None:
    walk = new_walk(Settings(late_ms={"Headset": 180.0}))
    walk.guide.begin(Wish(Door.TRAY))
    first = walk.player.plans[-1]
    walk.player.heard = SoundState(Heard.PLAYING, device="Headset")
    walk.pass_time(0.5)
    plan = walk.player.plans[-1]
    assert first is not None
    assert plan is not None
    assert (first.late_ms, plan.late_ms) == (0.0, 180.0)


def test_the_room_around_begins_with_its_lines_and_goes_on_in_quiet(walk: Walk) -> None:
    session = walk.guide.begin_room(Door.HOME)
    assert (session.practice, session.state, session.runs) == ("room", State.GROUND, False)
    plan = walk.player.plans[-1]
    assert plan is not None
    assert plan.stopped_at == 0.0
    walk.guide.ease_off()
    assert walk.guide.session is not None
    assert walk.guide.session.runs
    walk.pass_time(session.timeline.duration + 1)
    entry = walk.journal.entries[session.id]
    assert (entry.practice, entry.pattern, entry.breaths) == ("room", None, 0)


def test_space_at_the_end_of_the_room_stays_and_goes(walk: Walk) -> None:
    walk.guide.begin_room(Door.HOME)
    walk.guide.go_on()
    walk.pass_time(63)
    walk.guide.toggle_pause()
    assert walk.guide.session is not None
    assert walk.guide.session.state is State.STAY
    walk.guide.toggle_pause()
    walk.pass_time(12)
    assert [ending.by_itself for ending in walk.endings] == [True]
