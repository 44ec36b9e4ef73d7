"""What is kept: paths, settings, journal, patterns. The only room with SQL and files."""
