"""Sound: synthesis, mixing and playing. Knows core, numpy and the sound libraries; no Qt."""
