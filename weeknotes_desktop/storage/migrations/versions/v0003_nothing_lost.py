"""What notes said before, a trash for notes, and the pictures themselves."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the versions, the trash of notes and the contents of attachments."""
    op.add_column(
        "notes", sa.Column("saved_at", sqlmodel.AutoString(), nullable=False, server_default="")
    )
    op.add_column("notes", sa.Column("trashed_at", sqlmodel.AutoString(), nullable=True))
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
        ],
    )
    _versions()
    op.create_table(
        "contents",
        sa.Column("sha256", sqlmodel.AutoString(), nullable=False, primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def _versions() -> None:
    def text(name: str, *, unique: bool | None = None) -> sa.Column[str]:
        return sa.Column(name, sqlmodel.AutoString(), nullable=False, unique=unique)

    op.create_table(
        "versions",
        sa.Column("seq", sa.Integer(), nullable=False, primary_key=True),
        text("id", unique=True),
        text("note_id"),
        text("written_at"),
        text("occasion"),
        text("title"),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("peak", sa.Boolean(), nullable=False),
        text("body_sha256"),
        text("sha256"),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
    )
    op.create_index("versions_by_note", "versions", ["note_id", "peak", "seq"])
