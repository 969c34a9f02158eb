"""A session as one line of a list: without its steps and its plan."""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.session import Moment, SessionStatus, worst_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHead:
    """What a list of sessions shows; the fields mean what they mean in ``domain.Session``."""

    id: str
    routine: str
    title: str
    started_at: Moment
    ended_at: Moment | None
    status: SessionStatus
    planned_steps: int
    done_steps: int
    stopped_steps: int = 0
    seconds: float
    pain_before: int | None
    pain_worst: int | None
    pain_after: int | None
    pain_morning: int | None = None
    effort: int | None
    note: str
    edited_at: Moment | None = None

    @property
    def worst_shown(self) -> int | None:
        """The worst pain told of it; none told before or after is above it."""
        return worst_of(self.pain_worst, self.pain_before, self.pain_after)
