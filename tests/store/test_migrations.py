import sqlite3

from kindtimer.store.migrations import MIGRATIONS


def test_the_steps_build_the_tables_on_any_sqlite() -> None:
    journal = sqlite3.connect(":memory:")
    for step in MIGRATIONS:
        journal.executescript(step)
    columns = [row[1] for row in journal.execute("pragma table_info(session)")]
    page = [row[1] for row in journal.execute("pragma table_info(hard_times)")]
    journal.close()
    assert page == ["section", "words", "changed_utc"]
    assert columns == [
        "id",
        "when_utc",
        "zone",
        "door",
        "practice",
        "pattern",
        "planned_s",
        "practised_s",
        "breaths",
    ]


def test_every_table_is_strict() -> None:
    for step in MIGRATIONS:
        assert step.count("CREATE TABLE") == step.count("STRICT")
