"""What becomes of a session that is told in two ways: here, and in what comes from elsewhere.

A session has a course (what was done, and how it ended) and answers (pain, effort, note), which the
user may change long after. So each is decided by itself:

- the course that went on later holds, and steps only the other has are added: no step is ever lost;
- the answers that were changed later hold; where neither were changed, those of that course;
- where all is equal, ours stays.

What only resuming needs (plan, swaps, position) is ours wherever theirs lacks it. A session that
runs here is not touched. One that runs elsewhere can only be history here: it is taken as left.

Merging the same once more changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kneegui.domain.session import Session, SessionStatus

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePlan:
    """How many of the sessions that come in ..."""

    new: int = 0
    """... are not here yet and are added."""
    newer: int = 0
    """... change one that is here."""
    same: int = 0
    """... are here just so."""
    older: int = 0
    """... differ, and what is here stays: it is newer, or runs just now."""

    @property
    def changes(self) -> int:
        """Gives how many sessions are written."""
        return self.new + self.newer


def as_history(session: Session) -> Session:
    """Gives a session from elsewhere as it is kept here."""
    if session.status is SessionStatus.RUNNING:
        return replace(session, status=SessionStatus.LEFT)
    return session


def merged(ours: Session, theirs: Session, *, over_running: bool = False) -> Session:
    """Gives what is kept of two sessions of the same id; ours where there is nothing to change.

    Args:
        ours: what is here.
        theirs: what comes in.
        over_running: also where ours is running; for what comes from this very database, in which
            that is only what an old backup says.
    """
    if ours.status is SessionStatus.RUNNING and not over_running:
        return ours
    theirs = as_history(theirs)
    further = theirs if _progress(theirs) > _progress(ours) else ours
    answered = _later_answers(ours, theirs) or further
    resumed = ours if ours.plan.items or not theirs.plan.items else theirs
    steps = {
        (step.ordinal, step.attempt): step
        for session in (theirs if further is ours else ours, further)
        for step in session.steps
    }
    return replace(
        further,
        plan=resumed.plan,
        swaps=resumed.swaps,
        position=resumed.position,
        pain_before=answered.pain_before,
        pain_worst=answered.pain_worst,
        pain_after=answered.pain_after,
        pain_morning=answered.pain_morning,
        effort=answered.effort,
        note=answered.note,
        edited_at=answered.edited_at,
        steps=tuple(steps[key] for key in sorted(steps)),
    )


def tells_the_same(ours: Session, theirs: Session) -> bool:
    """True where theirs says nothing that ours does not, but for what only resuming needs."""
    theirs = replace(theirs, plan=ours.plan, swaps=ours.swaps, position=ours.position)
    return ours in (theirs, as_history(theirs))


def last_sign(session: Session) -> datetime:
    """Gives the last moment something of the session is known, in UTC."""
    moments = [session.started_at, *(step.started_at for step in session.steps)]
    if session.ended_at is not None:
        moments.append(session.ended_at)
    return max(moment.utc for moment in moments)


def _progress(session: Session) -> tuple[datetime, int]:
    return last_sign(session), len(session.steps)


def _later_answers(ours: Session, theirs: Session) -> Session | None:
    """Gives the one whose answers were changed later; None where neither were, or both at once."""
    mine = _NEVER if ours.edited_at is None else ours.edited_at.utc
    other = _NEVER if theirs.edited_at is None else theirs.edited_at.utc
    if mine == other:
        return None
    return ours if mine > other else theirs
