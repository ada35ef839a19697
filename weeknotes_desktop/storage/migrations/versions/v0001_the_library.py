"""The library as it was first: weeks, notes, goals and what belongs to them."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first library."""
    _words_for_notes()
    _notes()
    _weeks()
    _goals()
    _goal_events()
    _jots_and_tasks()
    _attachments_and_settings()


def _text(
    name: str,
    *more: sa.ForeignKey,
    null: bool = False,
    unique: bool | None = None,
    primary_key: bool = False,
) -> sa.Column[str]:
    return sa.Column(
        name,
        sqlmodel.AutoString(),
        *more,
        nullable=null,
        unique=unique,
        primary_key=primary_key,
    )


def _number(name: str, *, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, primary_key=primary_key)


def _words_for_notes() -> None:
    op.create_table("categories", _text("name", primary_key=True))
    op.create_table("tags", _text("name", primary_key=True))


def _notes() -> None:
    op.create_table(
        "notes",
        _number("seq", primary_key=True),
        _text("id", unique=True),
        _number("iso_year"),
        _number("iso_week"),
        _text("label"),
        _text("title"),
        _text("category", sa.ForeignKey("categories.name"), null=True),
        _text("status"),
        _text("audience"),
        _number("words"),
        _text("origin"),
        _text("body_sha256"),
        _number("rev"),
        _text("sha256"),
        _text("body"),
    )
    op.create_index("notes_by_week", "notes", ["iso_year", "iso_week"])
    op.create_index("notes_by_origin", "notes", ["origin"], sqlite_where=sa.text("origin != ''"))
    op.create_table(
        "note_tags",
        _text("note_id", sa.ForeignKey("notes.id"), primary_key=True),
        _number("position", primary_key=True),
        _text("tag", sa.ForeignKey("tags.name")),
    )
    op.create_index("note_tags_by_tag", "note_tags", ["tag"])
    op.create_table(
        "drafts",
        _text("note_id", primary_key=True),
        _number("base_rev"),
        _text("written_at"),
        _text("title"),
        _text("sha256"),
        _text("body"),
    )
    op.create_index("ix_drafts_written_at", "drafts", ["written_at"])


def _weeks() -> None:
    op.create_table(
        "weeks",
        _number("iso_year", primary_key=True),
        _number("iso_week", primary_key=True),
        _text("focus"),
        _text("away", null=True),
        _number("rev"),
        _text("sha256"),
    )


def _goals() -> None:
    op.create_table(
        "goals",
        _number("seq", primary_key=True),
        _text("id", unique=True),
        _number("iso_year"),
        _number("iso_week"),
        _text("thread"),
        _text("parent", sa.ForeignKey("goals.id"), null=True),
        _number("position"),
        _text("text"),
        _text("public_text", null=True),
        _text("audience"),
        sa.Column("stretch", sa.Boolean(), nullable=False),
        _text("workstream", null=True),
        _text("how", null=True),
        _text("form"),
        _text("outcome", null=True),
        _text("line", null=True),
        _number("weeks_carried"),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        _text("trashed_at", null=True),
        _number("rev"),
        _text("sha256"),
    )
    op.create_index("ix_goals_thread", "goals", ["thread"])
    op.create_index("ix_goals_parent", "goals", ["parent"])
    op.create_index(
        "goals_by_week",
        "goals",
        ["iso_year", "iso_week", "position", "trashed_at", "stretch", "outcome"],
    )


def _goal_events() -> None:
    op.create_table(
        "goal_events",
        _number("seq", primary_key=True),
        _text("goal", sa.ForeignKey("goals.id")),
        _text("at"),
        _text("kind"),
        _text("detail"),
    )
    op.create_index("ix_goal_events_goal", "goal_events", ["goal"])


def _jots_and_tasks() -> None:
    op.create_table(
        "jots",
        _number("seq", primary_key=True),
        _text("id", unique=True),
        _number("iso_year"),
        _number("iso_week"),
        _text("at"),
        _text("text"),
        _text("used_in", sa.ForeignKey("notes.id"), null=True),
        _text("trashed_at", null=True),
        _number("rev"),
        _text("sha256"),
    )
    op.create_index("jots_by_week", "jots", ["iso_year", "iso_week"])
    op.create_table(
        "tasks",
        _number("seq", primary_key=True),
        _text("id", unique=True),
        _number("position"),
        _text("text"),
        _text("done_at", null=True),
        _text("trashed_at", null=True),
        _number("rev"),
        _text("sha256"),
    )


def _attachments_and_settings() -> None:
    op.create_table(
        "attachments",
        _text("id", primary_key=True),
        _text("content_sha256"),
        _text("media_type"),
        _number("size"),
        _text("name"),
        _text("description"),
        _number("rev"),
        _text("sha256"),
    )
    op.create_index("ix_attachments_content_sha256", "attachments", ["content_sha256"])
    op.create_table(
        "library_settings",
        _text("key", primary_key=True),
        _text("value"),
        _number("rev"),
        _text("sha256"),
    )
