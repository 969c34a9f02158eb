"""What pages ask of a session in a list: a whole session answers it, and so does its head alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from kneegui.domain.session import Moment, Session, SessionStatus


class SessionLine(Protocol):
    """A session without its steps; each name means what it means in ``domain.Session``."""

    @property
    def id(self) -> str: ...  # noqa: D102  each is told in the class's docstring
    @property
    def routine(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def started_at(self) -> Moment: ...  # noqa: D102
    @property
    def status(self) -> SessionStatus: ...  # noqa: D102
    @property
    def planned_steps(self) -> int: ...  # noqa: D102
    @property
    def done_steps(self) -> int: ...  # noqa: D102
    @property
    def stopped_steps(self) -> int: ...  # noqa: D102
    @property
    def seconds(self) -> float: ...  # noqa: D102
    @property
    def pain_before(self) -> int | None: ...  # noqa: D102
    @property
    def pain_after(self) -> int | None: ...  # noqa: D102
    @property
    def note(self) -> str: ...  # noqa: D102


def local_day(session: SessionLine) -> date:
    """Gives the day a session began, by the clock on the user's wall."""
    return session.started_at.local.date()


def last_sign(session: Session) -> Moment:
    """Gives when something was last heard of a session: its end, or that of its last step."""
    if session.ended_at is not None:
        return session.ended_at
    if not session.steps:
        return session.started_at
    last = max(session.steps, key=lambda step: step.started_at.utc)
    return Moment(
        utc=last.started_at.utc + timedelta(seconds=last.seconds),
        offset_minutes=last.started_at.offset_minutes,
    )
