"""The edge to the desktop: tray, one instance, keep-awake. One capability a file."""
