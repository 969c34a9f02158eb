"""Adds to sessions how the knee was the next morning, and when the user last changed them.

The table is made anew, and not only made wider, so that the long texts stay its last columns: a
list of sessions is read without the pages they fill.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SIDES = "('left', 'right', 'both')"
_KEPT = (
    "id, routine, title, status, started_at, started_offset, ended_at, ended_offset, "
    "planned_steps, position, first_side, pain_side, pain_before, pain_worst, pain_after, "
    'effort, note, "plan", swaps'
)


def upgrade() -> None:
    """Copies the sessions into a wider table of the same name."""
    op.create_table(
        "new_sessions",
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
        sa.Column("pain_morning", sa.Integer(), nullable=True),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("edited_at", sa.String(), nullable=True),
        sa.Column("edited_offset", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("swaps", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        _check("id", "length(id) > 0"),
        _check("status", "status IN ('running', 'completed', 'left', 'discarded')"),
        _check(
            "started_at",
            "length(started_at) = 27 AND started_offset BETWEEN -1439 AND 1439",
        ),
        _maybe_moment("ended"),
        _check("first_side", f"first_side IN {_SIDES}"),
        _check("pain_side", f"pain_side IN {_SIDES}"),
        _check("planned_steps", "planned_steps >= 0"),
        _check("position", "position >= 0"),
        _scale("pain_before"),
        _scale("pain_worst"),
        _scale("pain_after"),
        _scale("pain_morning"),
        _scale("effort"),
        _maybe_moment("edited"),
    )
    op.execute(f"INSERT INTO new_sessions ({_KEPT}) SELECT {_KEPT} FROM sessions")
    op.drop_table("sessions")
    # Last: what refers to the sessions keeps their name.
    op.rename_table("new_sessions", "sessions")
    op.create_index("ix_sessions_started_at", "sessions", ["started_at"])


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_sessions_{name}"))


def _scale(column: str) -> sa.CheckConstraint:
    return _check(column, f"{column} BETWEEN 0 AND 10")


def _maybe_moment(what: str) -> sa.CheckConstraint:
    time, offset = f"{what}_at", f"{what}_offset"
    return _check(
        time,
        f"({time} IS NULL) = ({offset} IS NULL) AND ({time} IS NULL OR "
        f"length({time}) = 27 AND {offset} BETWEEN -1439 AND 1439)",
    )
