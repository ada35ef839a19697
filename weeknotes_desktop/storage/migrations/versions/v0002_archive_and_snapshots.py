"""What a note was imported from, what was published, and an archive that lists without bodies."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the fingerprint of the imported post, the snapshots and the archive's index."""
    op.add_column(
        "notes",
        sa.Column("origin_hash", sqlmodel.AutoString(), nullable=False, server_default=""),
    )
    op.drop_index("notes_by_week", "notes")
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
        ],
    )
    _snapshots()


def _snapshots() -> None:
    def text(name: str, *more: sa.ForeignKey) -> sa.Column[str]:
        return sa.Column(name, sqlmodel.AutoString(), *more, nullable=False)

    op.create_table(
        "snapshots",
        sa.Column("seq", sa.Integer(), nullable=False, primary_key=True),
        text("note_id", sa.ForeignKey("notes.id")),
        text("destination"),
        text("audience"),
        text("published_at"),
        text("label"),
        text("title"),
        sa.Column("rev", sa.Integer(), nullable=False),
        text("sha256"),
        text("html"),
    )
    op.create_index("ix_snapshots_note_id", "snapshots", ["note_id"])
