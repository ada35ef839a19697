"""The tables of a library. Rows stay in this folder; frozen values go out.

Every row that holds something of the writer's carries ``rev``, how often it
was saved, and ``sha256``, the fingerprint that ``hashes`` makes of it. What is
promised about these tables to people with other tools stands in
docs/library-file.md.
"""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

_NO = text("0")


class CategoryRow(SQLModel, table=True):
    """A category that a note has or had."""

    __tablename__ = "categories"

    name: str = Field(primary_key=True)


class TagRow(SQLModel, table=True):
    """A tag that a note has or had."""

    __tablename__ = "tags"

    name: str = Field(primary_key=True)


class WeekRow(SQLModel, table=True):
    """What the writer said about a week; a week nothing was said about has no row."""

    __tablename__ = "weeks"

    iso_year: int = Field(primary_key=True)
    iso_week: int = Field(primary_key=True)
    focus: str
    away: str | None
    rev: int
    sha256: str


_IN_THE_ARCHIVE = (
    "iso_year iso_week seq id label title category status audience words origin origin_hash rev"
    " body_sha256 sha256 trashed_at published_on"
)


class NoteRow(SQLModel, table=True):
    """A note as it was last saved; ``seq`` counts up, so the larger is the newer.

    ``trashed_at`` is set while it lies in the trash.
    """

    __tablename__ = "notes"
    __table_args__ = (
        Index("notes_by_origin", "origin", sqlite_where=text("origin != ''")),
        # All that the archive shows, so that listing never touches a body.
        Index("notes_for_archive", *_IN_THE_ARCHIVE.split()),
    )

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    iso_year: int
    iso_week: int
    label: str
    title: str
    category: str | None = Field(foreign_key="categories.name")
    status: str
    audience: str
    words: int
    origin: str
    body_sha256: str
    rev: int
    sha256: str
    body: str
    origin_hash: str = Field(default="", sa_column_kwargs={"server_default": ""})
    saved_at: str = Field(default="", sa_column_kwargs={"server_default": ""})
    trashed_at: str | None = None
    published_on: str | None = None


class NoteTagRow(SQLModel, table=True):
    """The tags of a note, in the order the writer gave them."""

    __tablename__ = "note_tags"
    __table_args__ = (Index("note_tags_by_tag", "tag"),)

    note_id: str = Field(primary_key=True, foreign_key="notes.id")
    position: int = Field(primary_key=True)
    tag: str = Field(foreign_key="tags.name")


class DraftRow(SQLModel, table=True):
    """Typed text that is not saved in its note yet.

    It names its note without a foreign key: text is kept even where the note
    itself could not be.
    """

    __tablename__ = "drafts"

    note_id: str = Field(primary_key=True)
    base_rev: int
    written_at: str = Field(index=True)
    title: str
    sha256: str
    body: str


class VersionRow(SQLModel, table=True):
    """What a note said once; ``packed`` is its body, compressed.

    ``peak`` marks the one version of a note that is not kept for good yet: the
    longest text since the last one. A version names its note without a foreign
    key: text is kept even where the note itself could not be.
    """

    __tablename__ = "versions"
    __table_args__ = (Index("versions_by_note", "note_id", "peak", "seq"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    note_id: str
    written_at: str
    occasion: str
    title: str
    words: int
    peak: bool
    body_sha256: str
    sha256: str
    packed: bytes


class GoalRow(SQLModel, table=True):
    """A goal of one week; ``trashed_at`` is set while it lies in the trash."""

    __tablename__ = "goals"
    __table_args__ = (
        # Carries what the archive counts, so that counting never reads a goal.
        Index(
            "goals_by_week",
            "iso_year",
            "iso_week",
            "position",
            "trashed_at",
            "stretch",
            "outcome",
        ),
    )

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    iso_year: int
    iso_week: int
    thread: str = Field(index=True)
    parent: str | None = Field(index=True, foreign_key="goals.id")
    position: int
    text: str
    public_text: str | None
    audience: str
    stretch: bool
    workstream: str | None
    how: str | None
    form: str
    outcome: str | None
    line: str | None
    weeks_carried: int
    proposed: bool
    trashed_at: str | None
    rev: int
    sha256: str
    committed_at: str | None = None
    held: bool = Field(default=False, sa_column_kwargs={"server_default": _NO})
    let_go: str | None = None


class GoalEventRow(SQLModel, table=True):
    """Something that happened to a goal; rows are only ever added, a trigger sees to it."""

    __tablename__ = "goal_events"

    seq: int | None = Field(default=None, primary_key=True)
    goal: str = Field(index=True, foreign_key="goals.id")
    at: str
    kind: str
    detail: str


class JotRow(SQLModel, table=True):
    """A line caught during the week; ``used_in`` names the note it went into."""

    __tablename__ = "jots"
    __table_args__ = (Index("jots_by_week", "iso_year", "iso_week"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    iso_year: int
    iso_week: int
    at: str
    text: str
    used_in: str | None = Field(foreign_key="notes.id")
    trashed_at: str | None
    rev: int
    sha256: str


class TaskRow(SQLModel, table=True):
    """An item of the writer's to-do list."""

    __tablename__ = "tasks"

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    position: int
    text: str
    done_at: str | None
    trashed_at: str | None
    rev: int
    sha256: str


class AttachmentRow(SQLModel, table=True):
    """A file that notes show; ``name`` is what the writer called it and stays private."""

    __tablename__ = "attachments"

    id: str = Field(primary_key=True)
    content_sha256: str = Field(index=True)
    media_type: str
    size: int
    name: str
    description: str
    rev: int
    sha256: str


class ContentRow(SQLModel, table=True):
    """The letters of a file, under their own fingerprint: the same file is kept once.

    They stand in the library itself, so that every copy of it has them.
    """

    __tablename__ = "contents"

    sha256: str = Field(primary_key=True)
    content: bytes


class SnapshotRow(SQLModel, table=True):
    """A note as it was published: its source, private passages included.

    ``tags`` and ``goals`` are JSON. It names its note without a foreign key:
    text is kept even where the note itself could not be.
    """

    __tablename__ = "snapshots"
    __table_args__ = (Index("snapshots_by_note", "note_id", "published_at"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    note_id: str
    published_at: str
    day: str
    iso_year: int
    iso_week: int
    label: str
    title: str
    category: str
    audience: str
    form: str
    language: str
    tags: str
    goals: str
    body_sha256: str
    sha256: str
    body: str


class LibrarySettingRow(SQLModel, table=True):
    """A setting that belongs to the library and travels with it."""

    __tablename__ = "library_settings"

    key: str = Field(primary_key=True)
    value: str
    rev: int
    sha256: str


METADATA = SQLModel.metadata
"""Every table above."""
