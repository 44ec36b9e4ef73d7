"""Session words: which line a session's state and sound ask for. Pure; the window shows them."""

from kindtimer.core.ears import Wanted
from kindtimer.core.moment import Moment
from kindtimer.core.practice import Breathe
from kindtimer.core.session import Session, State
from kindtimer.core.sound import Heard, SoundState
from kindtimer.core.timeline import Timeline
from kindtimer.core.words import AWAY, GROUNDING, HELD_BACK, PHASE_WORDS, SOUND_LOST, WAITING, tr, trn

HINT_SESSIONS = 3
"""The hint stays throughout a person's first sessions (screens, *Session*)."""


def hint(
    state: State = State.RUNNING, *, closing: bool = False, asks: bool = False, question: bool = False
) -> str:
    """The one line about leaving: what the keys do now, and no key that does nothing.

    `closing` is the quiet at the end; `asks` while *Too much?* is open; `question` while one of the practice
    is seen, where letters may be letters.
    """
    if asks and state in (State.RUNNING, State.PAUSED, State.STAY):
        return tr("Esc leaves · G goes back")
    if question:
        return tr("Esc leaves · F6 if it is too much")
    if closing and state is State.RUNNING:
        return tr("Esc leaves · Space stays")
    if state is State.RUNNING:
        return tr("Esc leaves · Space waits · G if it is too much")
    if state is State.PAUSED:
        return tr("Esc leaves · Space goes on · G if it is too much")
    return tr("Esc leaves · Space goes on")


def all_keys(*, guided: bool = False, holds: bool = False) -> tuple[str, str]:
    """Every key, for H, in two halves; in a practice where words lead, those of its steps too.

    With several `holds` to choose from the arrows lead from one to another, and the page keys step.
    """
    if holds:
        return (
            tr("Esc leaves · Space waits · G too much? · →← holds · Page ↓↑ step"),
            tr("E own pace · M mute · ↑↓ volume · F size · S picture · H this"),
        )
    if guided:
        return (
            tr("Esc leaves · Space waits · G too much? · → on · ← back"),
            tr("E own pace · M mute · ↑↓ volume · F size · S picture · H this"),
        )
    return (
        tr("Esc leaves · Space waits · G too much? · E own pace"),
        tr("M mute · ↑↓ volume · F size · S picture · H this"),
    )


def standing_line(session: Session) -> str:
    """The words of a session that stands still, or nothing."""
    if session.state is State.PAUSED:
        return tr(WAITING)
    return tr(AWAY) if session.state is State.AWAY else ""


def spoken_change(session: Session, before: Session | None) -> str:
    """What a screen reader says once when a session stands still: its line, or the lines of the room."""
    if before is not None and before.id == session.id and before.state is session.state:
        return ""
    if session.state is State.GROUND:
        return " ".join(tr(line) for line in GROUNDING)
    return standing_line(session)


def notice(sound: SoundState, wanted: Wanted) -> str:
    """The one line about sound, or nothing where it is as wanted."""
    if sound.muted:
        return tr("Muted. M turns sound on.")
    if sound.state is Heard.HELD_BACK and wanted is not Wanted.QUIETLY:
        return tr(HELD_BACK)
    if sound.state in (Heard.LOST, Heard.SILENT) and wanted is not Wanted.QUIETLY:
        return tr(SOUND_LOST)
    return ""


def spoken_beginning(timeline: Timeline) -> str:
    """What a screen reader says once: how long, the lengths of the phases, the first lines (a caution is
    among them), the keys (facts §7.2). Nothing for a session that paces nothing.
    """
    paced = [one.step for one in timeline.segments if isinstance(one.step, Breathe)]
    minutes = max(1, round(timeline.planned / 60.0))
    length = trn("about {count} minute", "about {count} minutes", minutes)
    if timeline.guided:
        return tr("A practice, {length}. {keys}.", length=length, keys=hint())
    if not paced:
        return ""
    parts = (
        tr("{phase} {seconds} seconds", phase=tr(PHASE_WORDS[phase]), seconds=f"{seconds:.1f}")
        for phase, _, seconds in timeline.last_paced(timeline.planned).parts
    )
    phases = ", ".join(parts)
    settling = tr("Breathing, {length}. Settling at: {phases}.", length=length, phases=phases)
    return " ".join((*(tr(line) for line in paced[0].arriving), settling, hint()))


def time_left(timeline: Timeline, moment: Moment) -> tuple[float, float]:
    """Part of the planned time that has passed (0–1), and the seconds that are left."""
    segment = timeline.segment(moment.position)
    # A question may take as long as it likes: what is left begins after it.
    begins = segment.end if segment.waits else moment.position
    left = max(0.0, timeline.planned - begins)
    whole = moment.position + left
    return (moment.position / whole if left and whole else 1.0), left


def naming_seconds(timeline: Timeline, position: float) -> float:
    """How long H names the phase: this breath and the next; 0 where nothing is paced."""
    if not any(one.phases for one in timeline.segments):
        return 0.0
    return 2.0 * timeline.last_paced(position).period
