"""FlowerLight: what a moment does to the flower, as plain numbers. Pure; no painting.

Phase is told by shape: in, light runs outward through the petals; out, the heart warms; full and held,
a line of light and dew stand about the petals; empty and resting, one pearl lies in the heart. Every
number moves without a jump.
"""

from dataclasses import dataclass

from kindtimer.core.breath import Breath, Phase, ease
from kindtimer.core.moment import Moment

RESTING_OPENNESS = 0.45
"""How open the flower stands where nothing paces it."""

SIGN_SECONDS = 0.7
"""How long a sign of stillness (dew, pearl) takes to come or go, at most."""

DIMMEST = 0.70
"""Light of the still form when empty, where full is 1: a slow change of some 20 % about its middle."""


GLOW_WARMTH = 0.8
"""How far the heart warms in slow light, where an out-breath warms it to 1."""


@dataclass(frozen=True, slots=True)
class FlowerLight:
    """`openness` and `bloom` shape the flower; the others light it, each 0–1.

    `wave_at` is how far the light has run from the heart (0) to the tips (1), `wave` its strength; the
    body's colour follows openness, so it is the same at the end of one breath and the start of the next.
    """

    openness: float
    bloom: float
    wave_at: float = 0.0
    wave: float = 0.0
    warmth: float = 0.0
    dew: float = 0.0
    pearl: float = 0.0
    level: float = 1.0
    still: bool = False

    @classmethod
    def of(cls, moment: Moment, still: bool = False) -> "FlowerLight":
        """The light of one moment; `still` is the form for reduced motion: size fixed, light alone."""
        openness = openness_of(moment)
        breath, presence, glow = moment.breath, moment.presence, moment.glow
        shown = glow if breath is None else glow + breath.openness * presence
        level = DIMMEST + (1.0 - DIMMEST) * shown if still else 1.0
        if breath is None or presence <= 0.0:
            return cls(openness, moment.bloom, warmth=GLOW_WARMTH * glow, level=level, still=still)
        wave, warmth, dew, pearl = _signs(breath)
        return cls(
            openness,
            moment.bloom,
            wave_at=_wave_at(breath),
            wave=0.0 if still else wave * presence,
            warmth=warmth * presence + GLOW_WARMTH * glow,
            dew=dew * presence,
            pearl=pearl * presence,
            level=level,
            still=still,
        )


def openness_of(moment: Moment) -> float:
    """Openness as it is drawn, 0–1: the breath's own, or the resting one as far as nothing paces it."""
    at = RESTING_OPENNESS if moment.breath is None else moment.breath.openness
    return RESTING_OPENNESS + (at - RESTING_OPENNESS) * moment.presence


def swell(progress: float) -> float:
    """0 at both ends, 1 in the middle, without a corner."""
    return 4.0 * ease(progress) * (1.0 - ease(progress))


def held(breath: Breath) -> float:
    """0 at both ends of a phase, 1 between, coming and going within SIGN_SECONDS."""
    part = min(SIGN_SECONDS / breath.seconds, 0.4)
    return ease(breath.progress / part) * ease((1.0 - breath.progress) / part)


def _wave_at(breath: Breath) -> float:
    return ease(breath.progress) if breath.phase in (Phase.IN, Phase.TOP_UP) else 1.0


def _signs(breath: Breath) -> tuple[float, float, float, float]:
    """Wave, warmth, dew, pearl of a breath."""
    match breath.phase:
        case Phase.IN | Phase.TOP_UP:
            return swell(breath.progress), 0.0, 0.0, 0.0
        case Phase.OUT:
            return 0.0, swell(breath.progress), 0.0, 0.0
        case Phase.HOLD:
            return 0.0, 0.0, held(breath), 0.0
        case Phase.REST:
            return 0.0, 0.0, 0.0, held(breath)
