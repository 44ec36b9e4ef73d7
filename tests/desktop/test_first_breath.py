"""From the tray to the record: what a person sees, hears and finds kept, in a real desktop."""

from tests.desktop.deadline import wait_for
from tests.desktop.hand import Editor
from tests.desktop.harness import Desktop
from tests.desktop.journal_reader import sessions
from tests.desktop.monitor_recorder import MonitorRecorder
from tests.desktop.picture import lit, stands_still
from tests.desktop.program import Program

HEARD = 0.002
SILENT = 0.0002


def test_one_click_brings_a_breath_to_see_and_hear_and_esc_ends_it(
    desktop: Desktop, program: Program, editor: Editor, recording: MonitorRecorder
) -> None:
    assert recording.level() < SILENT
    program.click_icon()
    window = program.window()
    wait_for(lambda: "_NET_WM_STATE_FULLSCREEN" in desktop.hand.states(window.id), "it fills the screen")
    window = program.window()
    assert (window.x, window.y, window.width, window.height) == (0, 0, *desktop.size)

    # It opens out of the desktop as it was seen; a second later only the breath is there.
    wait_for(lambda: program.status()["session"]["position_s"] > 1.0, "a second of it", alive=program.check)
    wait_for(lambda: lit(desktop.screen, window) > 2000, "the flower opens", alive=program.check)
    wait_for(lambda: recording.level() > HEARD, "sound", alive=program.check)
    widest, least = [0], [1 << 30]

    def has_closed() -> bool:
        now = lit(desktop.screen, window)
        widest[0] = max(widest[0], now)
        return widest[0] > 20_000 and now < 0.5 * widest[0]

    def has_opened_again() -> bool:
        now = lit(desktop.screen, window)
        least[0] = min(least[0], now)
        return now > 1.5 * least[0]

    wait_for(has_closed, "it opens wide and closes with the out-breath", deadline=9.0)
    wait_for(has_opened_again, "the second in-breath opens it", deadline=6.0)
    told = program.status()
    assert told["session"]["practice"] == "breathe"
    assert told["sound"]["state"] == "playing"
    assert told["tray"] is True

    desktop.hand.press("Escape")
    program.window_gone()
    wait_for(lambda: recording.level(0.1) < SILENT, "silence")
    wait_for(editor.has_keyboard, "the editor has the keyboard as before")
    assert program.session() is None
    desktop.hand.press("b")
    wait_for(lambda: editor.typed() == ["b"], "the editor is typed into")

    (entry,) = sessions(program.home)
    assert (entry["door"], entry["practice"], entry["pattern"]) == ("tray", "breathe", "longer_out_46")
    assert entry["zone"] == "Europe/Berlin"
    assert entry["when_utc"].endswith("+00:00")
    assert 4.0 < entry["practised_s"] < 20.0
    assert 100.0 < entry["planned_s"] <= 180.0
    assert entry["breaths"] >= 1


def test_space_waits_and_goes_on_at_the_same_place(
    desktop: Desktop, program: Program, recording: MonitorRecorder
) -> None:
    program.click_icon()
    window = program.window()
    wait_for(lambda: recording.level() > HEARD, "sound", alive=program.check)
    desktop.hand.press("space")
    wait_for(lambda: recording.level(0.1) < SILENT, "silence while it waits")
    wait_for(lambda: stands_still(desktop.screen, window, 0.3), "the picture stands")
    paused = program.status()["session"]
    assert paused["paused"] is True
    assert stands_still(desktop.screen, window, 0.5)
    assert program.status()["session"]["position_s"] == paused["position_s"]

    desktop.hand.press("space")
    resumed = wait_for(
        lambda: told if not (told := program.status()["session"])["paused"] else None, "it goes on"
    )
    assert 0.0 <= resumed["position_s"] - paused["position_s"] < 2.0
    wait_for(lambda: recording.level() > HEARD, "sound as before", alive=program.check)
    wait_for(lambda: not stands_still(desktop.screen, window, 0.1), "the picture moves")


def test_the_way_back_leads_to_the_editor_from_each_ending(
    desktop: Desktop, program: Program, editor: Editor
) -> None:
    for leave in (lambda: desktop.hand.press("Escape"), lambda: program.run("stop")):
        program.click_icon()
        window = program.window()
        wait_for(lambda: not editor.has_keyboard(), "the session has the keyboard")
        assert window.width == desktop.size[0]
        leave()
        program.window_gone()
        wait_for(editor.has_keyboard, "the editor has the keyboard")


def test_a_small_session_stands_in_the_corner_and_is_remembered(desktop: Desktop, program: Program) -> None:
    program.click_icon()
    program.window()
    desktop.hand.press("f")
    small = wait_for(
        lambda: w if (w := program.window()).width < 500 else None, "a small window", alive=program.check
    )
    assert (small.width, small.height) == (360, 480)
    # 24 from the corner of the work area; the panel below takes 30.
    assert (small.x, small.y) == (1440 - 24 - 360, 900 - 30 - 24 - 480)
    wait_for(lambda: lit(desktop.screen, small) > 500, "the small flower", alive=program.check)
    desktop.hand.press("Escape")
    program.window_gone()
    program.click_icon()
    assert program.window().width == 360


def test_a_session_that_comes_to_its_end_goes_by_itself_and_is_kept_like_any_other(
    desktop: Desktop, program: Program, editor: Editor, recording: MonitorRecorder
) -> None:
    assert program.run("breathe", "equal_4", "--breaths", "1").returncode == 0
    program.window()
    wait_for(lambda: not editor.has_keyboard(), "the session has the keyboard")
    # One breath of eight seconds, then twelve of quiet.
    program.window_gone(deadline=30.0)
    wait_for(editor.has_keyboard, "the editor has the keyboard")
    wait_for(lambda: recording.level(0.1) < SILENT, "silence")
    (entry,) = sessions(program.home)
    assert (entry["door"], entry["pattern"], entry["breaths"]) == ("command", "equal_4", 1)
    assert (entry["planned_s"], entry["practised_s"]) == (8.0, 8.0)
