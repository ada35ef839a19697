"""Runs the steps inside the transaction that ``migrate`` has begun."""

from __future__ import annotations

from alembic import context

given = context.config.attributes

context.configure(
    connection=given["connection"],
    on_version_apply=given["on_version_apply"],
    # SQLite cannot alter a table in place: steps that must, rebuild it.
    render_as_batch=True,
)
# The transaction is begun and ended outside, around all steps at once.
context.run_migrations()
