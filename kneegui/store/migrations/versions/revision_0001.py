"""Makes the tables: sessions, their steps, settings, favourites.

What is written here stays as it is: it says what the tables were, whatever becomes of them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SIDES = "('left', 'right', 'both')"


def upgrade() -> None:
    """Makes everything in an empty database."""
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("routine", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("started_offset", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("ended_offset", sa.Integer(), nullable=True),
        sa.Column("planned_steps", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_side", sa.String(), nullable=False),
        sa.Column("pain_side", sa.String(), nullable=True),
        sa.Column("pain_before", sa.Integer(), nullable=True),
        sa.Column("pain_worst", sa.Integer(), nullable=True),
        sa.Column("pain_after", sa.Integer(), nullable=True),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("swaps", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        _check("sessions", "id", "length(id) > 0"),
        _check("sessions", "status", "status IN ('running', 'completed', 'left', 'discarded')"),
        _check(
            "sessions",
            "started_at",
            "length(started_at) = 27 AND started_offset BETWEEN -1439 AND 1439",
        ),
        _check(
            "sessions",
            "ended_at",
            "(ended_at IS NULL) = (ended_offset IS NULL) AND (ended_at IS NULL OR "
            "length(ended_at) = 27 AND ended_offset BETWEEN -1439 AND 1439)",
        ),
        _check("sessions", "first_side", f"first_side IN {_SIDES}"),
        _check("sessions", "pain_side", f"pain_side IN {_SIDES}"),
        _not_negative("sessions", "planned_steps"),
        _not_negative("sessions", "position"),
        _scale("sessions", "pain_before"),
        _scale("sessions", "pain_worst"),
        _scale("sessions", "pain_after"),
        _scale("sessions", "effort"),
    )
    op.create_index("ix_sessions_started_at", "sessions", ["started_at"])
    op.create_table(
        "steps",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("set_number", sa.Integer(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("started_offset", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("session_id", "ordinal", "attempt", name="pk_steps"),
        _not_negative("steps", "ordinal"),
        _not_negative("steps", "attempt"),
        _not_negative("steps", "set_number"),
        _not_negative("steps", "planned"),
        _not_negative("steps", "done"),
        _not_negative("steps", "seconds"),
        _check(
            "steps",
            "kind",
            "kind IN ('get-ready', 'work', 'hold', 'timed', 'switch-sides', 'rest')",
        ),
        _check("steps", "side", f"side IN {_SIDES}"),
        _check("steps", "status", "status IN ('done', 'skipped', 'stopped')"),
        _check(
            "steps",
            "started_at",
            "length(started_at) = 27 AND started_offset BETWEEN -1439 AND 1439",
        ),
        _scale("steps", "pain"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_steps_sessions", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )
    op.create_table(
        "favourites",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_favourites"),
        sa.UniqueConstraint("exercise", name="uq_favourites_exercise"),
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _not_negative(table: str, column: str) -> sa.CheckConstraint:
    return _check(table, column, f"{column} >= 0")


def _scale(table: str, column: str) -> sa.CheckConstraint:
    return _check(table, column, f"{column} BETWEEN 0 AND 10")
