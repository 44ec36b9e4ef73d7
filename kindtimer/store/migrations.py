"""Migrations: the journal's tables, one numbered step after the other. Only SQL stands here.

Step n leads from `user_version` n − 1 to n. A step that was ever released is never changed.
"""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE session (
        id TEXT NOT NULL PRIMARY KEY,      -- UUID, so that two journals can be merged
        when_utc TEXT NOT NULL,            -- its beginning, ISO 8601 with offset +00:00
        zone TEXT NOT NULL,                -- IANA name of the zone it was begun in
        door TEXT NOT NULL,
        practice TEXT NOT NULL,
        pattern TEXT,
        planned_s REAL NOT NULL,           -- session seconds, without pauses
        practised_s REAL NOT NULL,
        breaths INTEGER NOT NULL           -- whole paced breaths
    ) STRICT;
    CREATE INDEX session_when ON session (when_utc);
    """,
    """
    CREATE TABLE hard_times (
        section TEXT NOT NULL PRIMARY KEY, -- one part of *My page for hard times*
        words TEXT NOT NULL,               -- the person's own, plain text
        changed_utc TEXT NOT NULL          -- so that of two journals the later one is kept
    ) STRICT;
    """,
    """
    CREATE TABLE answer (
        session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        ask TEXT NOT NULL,                 -- id of the question within its practice
        question TEXT NOT NULL,            -- as it was asked
        said TEXT NOT NULL,                -- the person's own, plain text
        place INTEGER NOT NULL,            -- order within the session
        PRIMARY KEY (session, ask)
    ) STRICT;
    """,
)
