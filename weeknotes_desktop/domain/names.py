"""Categories and tags: the names by which notes are put together, and their colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from weeknotes_desktop.domain.archive import ArchiveFilter
from weeknotes_desktop.domain.note import Note


class NameKind(StrEnum):
    """What a name is of a note; a note has one category at most, and any number of tags."""

    CATEGORY = "category"
    TAG = "tag"

    @property
    def fact(self) -> str:
        """The fact of a note that has such names."""
        return "category" if self is NameKind.CATEGORY else "tags"

    def asked(self, name: str) -> ArchiveFilter:
        """The notes that have that name."""
        return (
            ArchiveFilter(category=name) if self is NameKind.CATEGORY else ArchiveFilter(tag=name)
        )


class NameColour(StrEnum):
    """The colours that a name may have; which they are on the screen, the window knows."""

    SEA = "sea"
    LEAF = "leaf"
    SAND = "sand"
    CLAY = "clay"
    PLUM = "plum"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour of each name that has one."""

    categories: Mapping[str, NameColour] = field(default_factory=dict)
    tags: Mapping[str, NameColour] = field(default_factory=dict)

    def of(self, kind: NameKind) -> Mapping[str, NameColour]:
        """Those of the names of one kind."""
        return self.categories if kind is NameKind.CATEGORY else self.tags


@dataclass(frozen=True, slots=True)
class NameChange:
    """What a note was put under, and what it is put under instead.

    Args:
        before: Its tags; of a category one name, or none.
    """

    note_id: str
    kind: NameKind
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def back(self) -> NameChange:
        """What takes it back."""
        return NameChange(self.note_id, self.kind, self.after, self.before)


def names_of_note(note: Note, kind: NameKind) -> tuple[str, ...]:
    """The names of one kind that a note has."""
    if kind is NameKind.TAG:
        return note.tags
    return (note.category,) if note.category else ()


def facts_of(names: tuple[str, ...], kind: NameKind) -> dict[str, str | tuple[str, ...]]:
    """The fact of a note that has these names of one kind."""
    if kind is NameKind.TAG:
        return {"tags": names}
    return {"category": names[0] if names else ""}


def with_other_name(names: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    """``names`` with ``new`` in place of ``old``, or without it; none of them twice."""
    changed = (new if name == old else name for name in names)
    return tuple(dict.fromkeys(name for name in changed if name))
