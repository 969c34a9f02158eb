"""The tables, which never leave this package.

Moments are two columns: the UTC time as text of fixed width, so that the order of the texts is the
order of the times, and the minutes that local clocks showed beyond it.

A change here needs a new revision: see ``docs/data.md``.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)

from kneegui.domain.session import SessionStatus, Side, StepKind, StepStatus

MOMENT_LENGTH = 27
"""Letters of a UTC time: ``2026-03-01T07:15:00.000000Z``."""


def _one_of(column: str, names: type[StrEnum]) -> str:
    return f"{column} IN ({', '.join(repr(name.value) for name in names)})"


def _moment(time: str, offset: str) -> str:
    return f"length({time}) = {MOMENT_LENGTH} AND {offset} BETWEEN -1439 AND 1439"


def _maybe_moment(what: str) -> CheckConstraint:
    time, offset = f"{what}_at", f"{what}_offset"
    return CheckConstraint(
        f"({time} IS NULL) = ({offset} IS NULL) AND ({time} IS NULL OR {_moment(time, offset)})",
        name=time,
    )


def _scale(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN 0 AND 10", name=column)


def _not_negative(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 0", name=column)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
"""Collects the tables."""


session_table = Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    Column("routine", String, nullable=False),
    Column("title", String, nullable=False),
    Column("status", String, nullable=False),
    Column("started_at", String, nullable=False, index=True),
    Column("started_offset", Integer, nullable=False),
    Column("ended_at", String),
    Column("ended_offset", Integer),
    Column("planned_steps", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("first_side", String, nullable=False),
    Column("pain_side", String),
    Column("pain_before", Integer),
    Column("pain_worst", Integer),
    Column("pain_after", Integer),
    Column("pain_morning", Integer),
    Column("effort", Integer),
    Column("edited_at", String),
    Column("edited_offset", Integer),
    Column("note", String, nullable=False),
    # Last, so that a list of sessions is read without the pages it fills.
    Column("plan", String, nullable=False),
    Column("swaps", String, nullable=False),
    CheckConstraint("length(id) > 0", name="id"),
    CheckConstraint(_one_of("status", SessionStatus), name="status"),
    CheckConstraint(_moment("started_at", "started_offset"), name="started_at"),
    _maybe_moment("ended"),
    CheckConstraint(_one_of("first_side", Side), name="first_side"),
    CheckConstraint(_one_of("pain_side", Side), name="pain_side"),
    _not_negative("planned_steps"),
    _not_negative("position"),
    _scale("pain_before"),
    _scale("pain_worst"),
    _scale("pain_after"),
    _scale("pain_morning"),
    _scale("effort"),
    _maybe_moment("edited"),
)
"""The sessions; the columns are the fields of ``domain.Session``."""

step_table = Table(
    "steps",
    metadata,
    Column("session_id", String, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("exercise", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("side", String, nullable=False),
    Column("set_number", Integer, nullable=False),
    Column("planned", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("started_offset", Integer, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("pain", Integer),
    _not_negative("ordinal"),
    _not_negative("attempt"),
    _not_negative("set_number"),
    _not_negative("planned"),
    _not_negative("done"),
    _not_negative("seconds"),
    CheckConstraint(_one_of("kind", StepKind), name="kind"),
    CheckConstraint(_one_of("side", Side), name="side"),
    CheckConstraint(_one_of("status", StepStatus), name="status"),
    CheckConstraint(_moment("started_at", "started_offset"), name="started_at"),
    _scale("pain"),
    sqlite_with_rowid=False,
)
"""The steps; their key is what makes writing one twice harmless."""

setting_table = Table(
    "settings",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""The settings by their keys."""

favourite_table = Table(
    "favourites",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("exercise", String, unique=True, nullable=False),
)
"""The favourite exercises; ``id`` keeps the order in which they were chosen."""

revision_table = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic notes the revision; made here as Alembic makes it, so that a first start does
without it."""
