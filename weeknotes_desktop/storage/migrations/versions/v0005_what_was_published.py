"""The day of a note, and what was published kept as its source, sealed by a fingerprint."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the day to the notes and their index, and make the table of snapshots anew."""
    op.add_column("notes", sa.Column("published_on", sqlmodel.AutoString(), nullable=True))
    op.drop_index("notes_for_archive", "notes")
    op.create_index(
        "notes_for_archive",
        "notes",
        [
            "iso_year",
            "iso_week",
            "seq",
            "id",
            "label",
            "title",
            "category",
            "status",
            "audience",
            "words",
            "origin",
            "origin_hash",
            "rev",
            "body_sha256",
            "sha256",
            "trashed_at",
            "published_on",
        ],
    )
    # No version of the program ever put anything into it.
    op.drop_table("snapshots")
    _snapshots()


def _snapshots() -> None:
    def text(name: str, *, unique: bool | None = None) -> sa.Column[str]:
        return sa.Column(name, sqlmodel.AutoString(), nullable=False, unique=unique)

    op.create_table(
        "snapshots",
        sa.Column("seq", sa.Integer(), nullable=False, primary_key=True),
        text("id", unique=True),
        text("note_id"),
        text("published_at"),
        text("day"),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        *(text(name) for name in ("label", "title", "category", "audience", "form", "language")),
        *(text(name) for name in ("tags", "goals", "body_sha256", "sha256", "body")),
    )
    op.create_index("snapshots_by_note", "snapshots", ["note_id", "published_at"])
