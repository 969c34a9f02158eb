"""The tables. Their classes never leave this package.

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
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

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


class Base(DeclarativeBase):
    """Collects the tables."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(referred_table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class SessionRow(Base):
    """One session; its fields are those of ``domain.Session``."""

    __tablename__ = "sessions"
    __table_args__ = (
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

    id: Mapped[str] = mapped_column(primary_key=True)
    routine: Mapped[str]
    title: Mapped[str]
    status: Mapped[str]
    started_at: Mapped[str] = mapped_column(index=True)
    started_offset: Mapped[int]
    ended_at: Mapped[str | None]
    ended_offset: Mapped[int | None]
    planned_steps: Mapped[int]
    position: Mapped[int]
    first_side: Mapped[str]
    pain_side: Mapped[str | None]
    pain_before: Mapped[int | None]
    pain_worst: Mapped[int | None]
    pain_after: Mapped[int | None]
    pain_morning: Mapped[int | None]
    effort: Mapped[int | None]
    edited_at: Mapped[str | None]
    edited_offset: Mapped[int | None]
    note: Mapped[str]
    # Last, so that a list of sessions is read without the pages it fills.
    plan: Mapped[str]
    swaps: Mapped[str]


class StepRow(Base):
    """One step; its key is what makes writing it twice harmless."""

    __tablename__ = "steps"
    __table_args__ = (
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
        {"sqlite_with_rowid": False},
    )

    session_id: Mapped[str] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    attempt: Mapped[int] = mapped_column(primary_key=True)
    exercise: Mapped[str]
    title: Mapped[str]
    kind: Mapped[str]
    side: Mapped[str]
    set_number: Mapped[int]
    planned: Mapped[int]
    done: Mapped[int]
    status: Mapped[str]
    started_at: Mapped[str]
    started_offset: Mapped[int]
    seconds: Mapped[float] = mapped_column(Double)
    pain: Mapped[int | None]


class SettingRow(Base):
    """One setting by its key."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class FavouriteRow(Base):
    """One favourite exercise; ``id`` keeps the order in which they were chosen."""

    __tablename__ = "favourites"

    id: Mapped[int] = mapped_column(primary_key=True)
    exercise: Mapped[str] = mapped_column(unique=True)


revision_table = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic notes the revision; made here as Alembic makes it, so that a first start does
without it."""
