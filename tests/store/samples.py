"""Sessions and steps: plain ones, and any that can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from kneegui.domain.basis import Basis, Statement
from kneegui.domain.dose import Dose
from kneegui.domain.routine import Routine, RoutineItem
from kneegui.domain.session import (
    Moment,
    Session,
    SessionStatus,
    Side,
    StepKind,
    StepRecord,
    StepStatus,
)
from tests.support.builders import routine

BEGIN = datetime(2026, 3, 1, 7, 15, tzinfo=UTC)


def at(minutes: float = 0) -> Moment:
    """Gives the moment so many minutes after the plain session's beginning, in winter in Rome."""
    return Moment(utc=BEGIN + timedelta(minutes=minutes), offset_minutes=60)


def session(session_id: str = "first", **changes: Any) -> Session:
    """Gives a running session without steps, changed as wished."""
    plain = Session(
        id=session_id,
        routine="arms",
        title="Arms",
        plan=routine(),
        started_at=at(),
        status=SessionStatus.RUNNING,
        planned_steps=3,
    )
    return replace(plain, **changes)


def step(ordinal: int = 1, attempt: int = 0, **changes: Any) -> StepRecord:
    """Gives five arm swings, done in half a minute, changed as wished."""
    plain = StepRecord(
        ordinal=ordinal,
        attempt=attempt,
        exercise="arm-swing",
        title="Arm swing",
        kind=StepKind.WORK,
        side=Side.BOTH,
        set=1,
        planned=5,
        done=5,
        status=StepStatus.DONE,
        started_at=at(ordinal),
        seconds=30.0,
    )
    return replace(plain, **changes)


_counts = st.integers(0, 10_000)
_scales = st.none() | st.integers(0, 10)
_words = st.text(max_size=20)
_moments = st.builds(
    Moment,
    utc=st.integers(-(10**15), 4 * 10**15).map(
        lambda microseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
    ),
    offset_minutes=st.integers(-12 * 60, 14 * 60),
)
_bases = st.builds(
    Basis,
    articles=st.lists(_words, max_size=2).map(tuple),
    evidence=st.lists(_words, max_size=2).map(tuple),
    reason=st.none() | _words,
)
_statements = st.builds(Statement, text=_words, basis=_bases)
_doses = st.builds(
    Dose,
    sets=_counts,
    reps=st.none() | _counts,
    hold_s=st.none() | _counts,
    seconds=st.none() | _counts,
    rest_s=_counts,
    basis=_bases,
    rest_basis=_bases,
)
_plans = st.builds(
    Routine,
    key=_words,
    title=_words,
    sources=st.lists(_words, max_size=2).map(tuple),
    summary=_statements,
    notes=st.lists(_statements, max_size=2).map(tuple),
    items=st.lists(
        st.builds(RoutineItem, exercise=_words, dose=_doses, target=st.none() | _doses), max_size=2
    ).map(tuple),
)
any_step = st.builds(
    StepRecord,
    ordinal=st.integers(0, 50),
    attempt=st.integers(0, 3),
    exercise=_words,
    title=_words,
    kind=st.sampled_from(StepKind),
    side=st.sampled_from(Side),
    set=_counts,
    planned=_counts,
    done=_counts,
    status=st.sampled_from(StepStatus),
    started_at=_moments,
    seconds=st.floats(0, 1e6),
    pain=_scales,
)
_step_tuples = st.lists(
    any_step, max_size=4, unique_by=lambda record: (record.ordinal, record.attempt)
).map(lambda steps: tuple(sorted(steps, key=lambda record: (record.ordinal, record.attempt))))
any_session = st.builds(
    Session,
    id=st.just("any"),
    routine=_words,
    title=_words,
    plan=_plans,
    started_at=_moments,
    status=st.sampled_from(SessionStatus),
    planned_steps=_counts,
    first_side=st.sampled_from(Side),
    ended_at=st.none() | _moments,
    position=_counts,
    pain_side=st.none() | st.sampled_from(Side),
    pain_before=_scales,
    pain_worst=_scales,
    pain_after=_scales,
    pain_morning=_scales,
    effort=_scales,
    note=st.text(max_size=200),
    steps=_step_tuples,
    edited_at=st.none() | _moments,
)
"""Sessions with their steps in the order in which the store gives them."""
