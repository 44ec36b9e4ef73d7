"""Noise: one pink noise seen through a row of bands, as circular loops that can be read anywhere.

All bands are cut from the same noise with filters that leave phase alone, so that neighbours can be
cross-faded like one filter that glides. Made in the frequency domain: no filter with a memory, hence
no seam and no dependence on where reading begins. Built and read on the renderer's thread.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kindtimer.audio.levels import Samples

LOOP_RATE = 24_000
"""Twice what the band needs: linear interpolation between samples then leaves no audible image."""

LOOP_LENGTH = 2**18
"""10.9 s: too long to be heard as a repeat, short enough to be made in a blink."""

TIPS_FROM, TIPS_AT_MOST = 2.4, 3.3
"""In units of RMS; unbent, the highest of the tips stand at 4.3."""

_SEED = 46
_LOWEST, _HIGHEST = 60.0, 6000.0

Loop = NDArray[np.float32]

Response = Callable[[Samples], Samples]
"""Gain at each frequency in Hz."""


def pink_spectrum(seed: int = _SEED) -> NDArray[np.complex128]:
    """Half spectrum of one loop of pink noise: power ∝ 1/f with random phases (facts §6.4)."""
    frequencies = np.fft.rfftfreq(LOOP_LENGTH, 1.0 / LOOP_RATE)
    spectrum = np.zeros(len(frequencies), dtype=np.complex128)
    used = (frequencies >= _LOWEST) & (frequencies <= _HIGHEST)
    phases = np.random.default_rng(seed).random(int(used.sum())) * (2.0 * np.pi)
    spectrum[used] = np.exp(1j * phases) / np.sqrt(frequencies[used])
    return spectrum


def _rounded(loop: Samples) -> Samples:
    """The rare tips bent in, so that soft sound need not be made softer for their sake; inaudible."""
    size = np.abs(loop)
    tips = size > TIPS_FROM
    room = TIPS_AT_MOST - TIPS_FROM
    loop[tips] = np.sign(loop[tips]) * (TIPS_FROM + room * np.tanh((size[tips] - TIPS_FROM) / room))
    return loop


class NoiseBands:
    """Loops from the lowest band to the highest, each with an RMS of 1."""

    def __init__(self, spectrum: NDArray[np.complex128], responses: list[Response]) -> None:
        frequencies = np.fft.rfftfreq(LOOP_LENGTH, 1.0 / LOOP_RATE)
        used = np.flatnonzero(spectrum)
        self._bands = len(responses)
        # One sample more than the loop: reading between the last and the first needs no second modulo.
        loops = np.empty((self._bands, LOOP_LENGTH + 1), dtype=np.float32)
        for k, response in enumerate(responses):
            heard = np.zeros_like(spectrum)
            heard[used] = spectrum[used] * response(frequencies[used])
            loop = np.fft.irfft(heard, LOOP_LENGTH)
            loops[k, :-1] = _rounded(loop / np.sqrt(np.mean(loop**2)))
        loops[:, -1] = loops[:, 0]
        self._flat = loops.reshape(-1)

    def read(self, at: Samples, height: Samples) -> Loop:
        """Noise at positions `at` (seconds), through the band at `height` (0 lowest – 1 highest)."""
        place = at * LOOP_RATE
        place -= np.floor(place * (1.0 / LOOP_LENGTH)) * LOOP_LENGTH
        index = place.astype(np.int64)
        between = (place - index).astype(np.float32)
        # Rounding may land exactly on the loop's end, or a hair before its beginning.
        np.clip(index, 0, LOOP_LENGTH - 1, out=index)
        scaled = height * (self._bands - 1)
        band = np.minimum(scaled.astype(np.int64), self._bands - 2)
        share = (scaled - band).astype(np.float32)
        band *= LOOP_LENGTH + 1
        index += band
        low = self._read(index, between)
        index += LOOP_LENGTH + 1
        high = self._read(index, between)
        high -= low
        high *= share
        high += low
        return high

    def _read(self, index: NDArray[np.int64], between: Loop) -> Loop:
        first = self._flat.take(index, mode="clip")
        following = self._flat.take(index + 1, mode="clip")
        following -= first
        following *= between
        following += first
        return following
