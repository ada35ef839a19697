"""When a goal was committed, held and let go, and a log of goals that tells everything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# What a fingerprint of that time was made of, and what the log tells from now on.
_FIELDS = (
    "id",
    "thread",
    "parent",
    "position",
    "text",
    "public_text",
    "audience",
    "stretch",
    "workstream",
    "how",
    "form",
    "outcome",
    "line",
    "weeks_carried",
    "proposed",
    "trashed_at",
    "rev",
)
_UNTOLD = ("id", "text", "public_text", "trashed_at", "rev")
_FLAGS = ("stretch", "proposed")


def upgrade() -> None:
    """Add the columns, say there what the log knows, and let the log tell how each goal stands."""
    op.add_column("goals", sa.Column("committed_at", sqlmodel.AutoString(), nullable=True))
    op.add_column(
        "goals", sa.Column("held", sa.Boolean(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column("goals", sa.Column("let_go", sqlmodel.AutoString(), nullable=True))
    connection = op.get_bind()
    committed: dict[str, str] = {}
    events = "SELECT goal, at FROM goal_events WHERE kind = 'committed' ORDER BY seq"
    for goal, at in connection.exec_driver_sql(events):
        try:
            moment = datetime.fromisoformat(at).astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            continue
        committed.setdefault(goal, moment.isoformat(timespec="microseconds"))
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    for row in connection.exec_driver_sql("SELECT * FROM goals ORDER BY seq").mappings().all():
        fields = _fields(row)
        if row["sha256"] != _fingerprint(fields):
            # It is damaged: nothing that is said of it here could be trusted later.
            continue
        at = committed.get(row["id"])
        if at is not None:
            connection.exec_driver_sql(
                "UPDATE goals SET committed_at = ?, sha256 = ? WHERE seq = ?",
                (at, _fingerprint(fields | {"committed_at": at}), row["seq"]),
            )
        told = {name: value for name, value in fields.items() if name not in _UNTOLD}
        connection.exec_driver_sql(
            "INSERT INTO goal_events (goal, at, kind, detail) VALUES (?, ?, 'noted', ?)",
            (row["id"], now, json.dumps(told, ensure_ascii=False, sort_keys=True)),
        )


def _fields(row: sa.RowMapping) -> dict[str, Any]:
    fields = {name: row[name] for name in _FIELDS}
    fields |= {name: bool(row[name]) for name in _FLAGS}
    return fields | {"week": f"{row['iso_year']:04}-W{row['iso_week']:02}"}


def _fingerprint(fields: Mapping[str, Any]) -> str:
    form = json.dumps(["goal", fields], sort_keys=True, separators=(",", ":"))
    return sha256(form.encode("ascii")).hexdigest()
