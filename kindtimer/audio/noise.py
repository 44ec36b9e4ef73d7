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
_USED = slice(60 * LOOP_LENGTH // LOOP_RATE, 6000 * LOOP_LENGTH // LOOP_RATE)
"""60 to 6000 Hz; there is nothing to hear outside."""

Loop = NDArray[np.float32]
Spectrum = NDArray[np.complex64]

Response = Callable[[Samples], Samples]
"""Gain at each frequency in Hz."""


def pink_spectrum(seed: int = _SEED) -> Spectrum:
    """Half spectrum of one loop of pink noise: power ∝ 1/f with random phases (facts §6.4)."""
    frequencies = _frequencies()
    spectrum = np.zeros(LOOP_LENGTH // 2 + 1, dtype=np.complex64)
    angles = _scattered(len(frequencies), seed) * np.float32(2.0 * np.pi)
    spectrum[_USED] = (np.cos(angles) + 1j * np.sin(angles)) / np.sqrt(frequencies)
    return spectrum


def _scattered(count: int, seed: int) -> Loop:
    """Numbers from 0 to 1, the same on every machine: a mixed counter (splitmix64).

    `numpy.random` would take 10 ms to load, just before a person's first breath.
    """
    mixed = (np.arange(count, dtype=np.uint64) + np.uint64(seed * count)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-24)


def _frequencies() -> Samples:
    """Hz of the part of the spectrum that is used."""
    return np.arange(_USED.start, _USED.stop, dtype=np.float64) * (LOOP_RATE / LOOP_LENGTH)


def _rounded(loop: Loop) -> Loop:
    """The rare tips bent in, so that soft sound need not be made softer for their sake; inaudible."""
    size = np.abs(loop)
    tips = np.flatnonzero(size > TIPS_FROM)
    room = TIPS_AT_MOST - TIPS_FROM
    loop[tips] = np.sign(loop[tips]) * (TIPS_FROM + room * np.tanh((size[tips] - TIPS_FROM) / room))
    return loop


class NoiseBands:
    """Loops from the lowest band to the highest, each with an RMS of 1. 6 MB for six."""

    def __init__(self, spectrum: Spectrum, responses: list[Response]) -> None:
        frequencies = _frequencies()
        self._bands = len(responses)
        # One sample more than the loop: reading between the last and the first needs no second modulo.
        loops = np.empty((self._bands, LOOP_LENGTH + 1), dtype=np.float32)
        heard = np.zeros_like(spectrum)
        for k, response in enumerate(responses):
            heard[_USED] = spectrum[_USED] * response(frequencies).astype(np.float32)
            loop = np.fft.irfft(heard, LOOP_LENGTH).astype(np.float32)
            loops[k, :-1] = _rounded(loop * np.float32(np.mean(loop**2) ** -0.5))
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
