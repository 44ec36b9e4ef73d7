"""The picture: palette, frame loop, scenes. Knows core and Qt."""
