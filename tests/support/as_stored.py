"""What a store would give of sessions, without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Session
from kneegui.domain.session_head import SessionHead


def heads_of(sessions: Iterable[Session]) -> tuple[SessionHead, ...]:
    """Gives the sessions without their steps, the latest first."""
    latest_first = sorted(sessions, key=lambda session: session.started_at.utc, reverse=True)
    return tuple(_head(session) for session in latest_first)


def practice_of(sessions: Iterable[Session]) -> tuple[PractisedStep, ...]:
    """Gives their steps, the oldest session first."""
    oldest_first = sorted(sessions, key=lambda session: session.started_at.utc)
    return tuple(
        PractisedStep(
            session_id=session.id,
            started_at=session.started_at,
            exercise=step.exercise,
            title=step.title,
            kind=step.kind,
            side=step.side,
            set=step.set,
            planned=step.planned,
            done=step.done,
            status=step.status,
            seconds=step.seconds,
            pain=step.pain,
        )
        for session in oldest_first
        for step in session.steps
    )


def repeated(sessions: Sequence[Session], times: int, every: timedelta) -> Iterator[Session]:
    """Gives the sessions again and again, each time so much earlier, with ids of their own."""
    for back in range(times):
        for session in sessions:
            began = replace(session.started_at, utc=session.started_at.utc - back * every)
            yield replace(session, id=f"{session.id[:30]}{back:06}", started_at=began)


def with_mornings(sessions: Iterable[Session]) -> Iterator[Session]:
    """Gives the sessions with what was told the next morning, after two of three."""
    for number, session in enumerate(sessions):
        after = session.pain_after
        told = None if after is None or number % 3 == 2 else max(0, after - number % 2)
        yield replace(session, pain_morning=told)


def _head(session: Session) -> SessionHead:
    return SessionHead(
        id=session.id,
        routine=session.routine,
        title=session.title,
        started_at=session.started_at,
        ended_at=session.ended_at,
        status=session.status,
        planned_steps=session.planned_steps,
        done_steps=session.done_steps,
        stopped_steps=session.stopped_steps,
        seconds=session.seconds,
        pain_before=session.pain_before,
        pain_worst=session.pain_worst,
        pain_after=session.pain_after,
        pain_morning=session.pain_morning,
        effort=session.effort,
        note=session.note,
        edited_at=session.edited_at,
    )
