"""The shape of a JSON export as msgspec reads and checks it: what a file may hold at most.

Each struct has the fields of version 1 as ``docs/data.md`` describes them. Fields it does not know
are passed over, because a newer program may have added some without a new version; those that were
added to version 1 later have the value an older file means.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from kneegui.domain.session import SessionStatus, Side, StepKind, StepStatus

Name = Annotated[str, Meta(min_length=1, max_length=100)]
Title = Annotated[str, Meta(max_length=400)]
Note = Annotated[str, Meta(max_length=100_000)]
Time = Annotated[datetime, Meta(tz=True)]
Scale = Annotated[int, Meta(ge=0, le=10)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Seconds = Annotated[float, Meta(ge=0, le=10_000_000)]


class Step(Struct, frozen=True, kw_only=True):
    """One step as it was done."""

    ordinal: Count
    attempt: Count
    exercise: Title
    title: Title
    kind: StepKind
    side: Side
    set: Count
    planned: Count
    done: Count
    status: StepStatus
    started_at: Time
    seconds: Seconds
    pain: Scale | None


class Session(Struct, frozen=True, kw_only=True):
    """One session with its steps."""

    id: Name
    routine: Title
    title: Title
    started_at: Time
    ended_at: Time | None
    status: SessionStatus
    planned_steps: Count | None = None
    first_side: Side = Side.LEFT
    pain_side: Side | None = None
    pain_before: Scale | None
    pain_worst: Scale | None
    pain_after: Scale | None
    pain_morning: Scale | None = None
    effort: Scale | None
    note: Note
    edited_at: Time | None = None
    steps: tuple[Step, ...]


class Head(Struct, frozen=True, kw_only=True):
    """What tells which version a file is."""

    version: Annotated[int, Meta(ge=1, le=1_000_000)]


class File(Struct, frozen=True, kw_only=True):
    """The whole file."""

    version: int
    sessions: tuple[Session, ...]
