"""The categories and tags of the library."""

from __future__ import annotations

from weeknotes_desktop.domain.names import NameKind
from weeknotes_desktop.storage.shelf import Shelf

# The names of each kind by the note that has them, in the order of the note.
_NAMED = {
    NameKind.CATEGORY: (
        "SELECT id, category AS name, 0 AS position FROM notes WHERE category IS NOT NULL"
    ),
    NameKind.TAG: "SELECT note_id AS id, tag AS name, position FROM note_tags",
}
_LISTS = {NameKind.CATEGORY: "categories", NameKind.TAG: "tags"}


class NamesShelf(Shelf):
    """Names are words of their own in the file: notes only refer to them."""

    def trashed_with(self, kind: NameKind, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The notes in the trash that have a name, each with all its names of that kind."""
        named = _NAMED[kind]
        reading = f"""
            SELECT id, name FROM ({named})
            WHERE id IN (SELECT id FROM notes WHERE trashed_at IS NOT NULL)
                AND id IN (SELECT id FROM ({named}) WHERE name = ?)
            ORDER BY id, position
        """  # noqa: S608  # our own words
        found: dict[str, list[str]] = {}
        with self._open_session() as session:
            for note_id, one in self._make_sure_of(session).execute(reading, (name,)):
                found.setdefault(note_id, []).append(one)
        return tuple((note_id, tuple(names)) for note_id, names in found.items())

    def forget_name(self, kind: NameKind, name: str) -> None:
        """Offer a name no longer; one that a note still has stays."""
        forgetting = f"""
            DELETE FROM {_LISTS[kind]} WHERE name = ?1
                AND NOT EXISTS (SELECT 1 FROM ({_NAMED[kind]}) WHERE name = ?1)
        """  # noqa: S608
        with self._open_session() as session:
            self._make_sure_of(session).execute(forgetting, (name,))
