"""Measurements. `python -m tests.bench` prints them as a table and JSON; nothing here asserts."""
