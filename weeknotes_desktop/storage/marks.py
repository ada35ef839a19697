"""What a library says, in a few letters: two that say the same have the same mark."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

from weeknotes_desktop.storage.schema import revision

# A fingerprint counts the saves of its row too. What the program remembers for
# itself, as when it looked at the library last, is no change of the writer's.
_SAYS = {
    "notes": "id, sha256",
    "drafts": "note_id, sha256",
    "versions": "id, peak, sha256",
    "goals": "id, sha256",
    "goal_events": "count(*), max(seq)",
    "weeks": "100 * iso_year + iso_week, sha256",
    "jots": "id, sha256",
    "tasks": "id, sha256",
    "attachments": "id, sha256",
    "contents": "sha256",
    "snapshots": "id, sha256",
}


def mark_of(connection: sqlite3.Connection) -> str:
    """The mark of a library of any revision; no body is read.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    mark = sha256(str(revision(connection)).encode())
    for table, says in _SAYS.items():
        mark.update(table.encode())
        if table in there:
            # The names are ours.
            reading = f"SELECT {says} FROM {table} ORDER BY 1"  # noqa: S608
            for row in connection.execute(reading):
                mark.update(repr(row).encode(errors="surrogatepass"))
    return mark.hexdigest()
