"""Whose ears: when sound may come out, and when it waits (product §3, *Whose ears*).

A pure state that is told of devices and keys. Until the person has chosen, loudspeakers stay silent.
When a headset goes, sound comes back only to a headset, or after the person turns it on.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Output(StrEnum):
    """What kind of thing the sound comes out of, where the system tells."""

    HEADSET = "headset"
    LOUDSPEAKER = "loudspeaker"
    UNKNOWN = "unknown"


class Wanted(StrEnum):
    """The person's choice. `UNSET` until they have made one."""

    UNSET = "unset"
    WITH_SOUND = "with_sound"
    QUIETLY = "quietly"


@dataclass(frozen=True)
class Ears:
    """Whether sound may be heard in this session.

    `turned_on` after ↑ in this session, `muted` by M, `lost_headset` since a headset went.
    `output` is None while nothing is known to be there.
    """

    wanted: Wanted = Wanted.UNSET
    output: Output | None = None
    turned_on: bool = False
    muted: bool = False
    lost_headset: bool = False

    @property
    def held_back(self) -> bool:
        """Whether sound waits for the person's word on this output."""
        if self.output is None or self.turned_on:
            return False
        if self.lost_headset:
            return self.output is not Output.HEADSET
        if self.wanted is Wanted.UNSET:
            return self.output is Output.LOUDSPEAKER
        return self.wanted is Wanted.QUIETLY

    @property
    def open(self) -> bool:
        """Whether sound may come out now."""
        return self.output is not None and not self.held_back and not self.muted

    def moved_to(self, output: Output | None) -> "Ears":
        """The sound now comes out of another thing, or of nothing (None).

        Sound that comes out of something else after a headset takes back an earlier ↑: that word was
        given for the headset. A headset that restarts (nothing, then a headset) keeps it.
        """
        if output is self.output:
            return self
        lost = (self.lost_headset or self.output is Output.HEADSET) and output is not Output.HEADSET
        elsewhere = lost and output is not None
        return replace(self, output=output, lost_headset=lost, turned_on=self.turned_on and not elsewhere)

    def louder(self) -> "Ears":
        """↑: turn sound on here, and unmute. The word counts for this output, also after it restarts."""
        if not self.held_back:
            return replace(self, muted=False)
        return replace(self, turned_on=True, lost_headset=False, muted=False)

    def toggled_mute(self) -> "Ears":
        """M."""
        return replace(self, muted=not self.muted)

    def chose(self, wanted: Wanted) -> "Ears":
        """The person chooses; a choice made in a session counts at once."""
        return replace(self, wanted=wanted, turned_on=False, lost_headset=False)
