"""Of two tellings of a session the later one holds, no step is lost, and once more is the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.domain.session import Session, SessionStatus, Side, StepStatus
from kneegui.store.merging import MergePlan, as_history, merged, tells_the_same
from tests.store.samples import any_session, at, session, step
from tests.support.builders import routine

UNKNOWN_PLAN = replace(routine(), items=())
OURS = session(
    status=SessionStatus.LEFT,
    started_at=at(0),
    ended_at=at(9),
    position=3,
    steps=(step(1), step(2)),
)


def elsewhere(**changes: Any) -> Session:
    """Gives the same session as an export tells it: without what only resuming needs."""
    return replace(OURS, plan=UNKNOWN_PLAN, position=0, **changes)


def test_what_went_on_elsewhere_goes_on_here() -> None:
    theirs = elsewhere(
        status=SessionStatus.COMPLETED,
        ended_at=at(30),
        pain_after=1,
        note="done",
        steps=(*OURS.steps, step(3)),
    )

    assert merged(OURS, theirs) == replace(theirs, plan=OURS.plan, position=OURS.position)


def test_what_went_on_here_stays() -> None:
    theirs = elsewhere(ended_at=at(8), pain_after=1, pain_side=Side.LEFT, steps=(step(1),))

    assert merged(OURS, theirs) == OURS


def test_answers_changed_later_hold_without_the_course() -> None:
    answers = {
        "pain_before": 1,
        "pain_worst": 2,
        "pain_after": 3,
        "pain_morning": 4,
        "effort": 5,
        "note": "later",
        "edited_at": at(99),
    }
    theirs = elsewhere(ended_at=at(8), steps=(step(1),), **answers)

    assert merged(OURS, theirs) == replace(OURS, **answers)
    assert merged(replace(OURS, note="latest", edited_at=at(100)), theirs).note == "latest"


def test_answers_taken_back_later_are_taken_back() -> None:
    ours = replace(OURS, pain_after=8, note="wrong", edited_at=at(50))
    theirs = elsewhere(edited_at=at(60))

    assert merged(ours, theirs) == replace(OURS, edited_at=at(60))


def test_a_step_only_one_of_them_has_is_kept() -> None:
    ours = replace(OURS, steps=(step(1), step(2, 1)))
    theirs = elsewhere(ended_at=at(30), steps=(step(2), step(3)))

    together = merged(ours, theirs)

    assert [(one.ordinal, one.attempt) for one in together.steps] == [
        (1, 0),
        (2, 0),
        (2, 1),
        (3, 0),
    ]


def test_a_step_told_in_two_ways_is_that_of_the_later_course() -> None:
    hurt = step(1, status=StepStatus.STOPPED, pain=7)

    assert merged(OURS, elsewhere(ended_at=at(30), steps=(hurt,))).steps[0] == hurt
    assert merged(OURS, elsewhere(ended_at=at(8), steps=(hurt,))).steps[0] == step(1)


def test_at_one_moment_the_one_with_more_steps_went_on() -> None:
    ours = replace(OURS, steps=(step(1),))

    assert merged(ours, elsewhere()) == OURS


@pytest.mark.parametrize("changes", [{"note": "other"}, {"effort": 3}, {"title": "Other"}])
def test_where_all_times_are_equal_ours_stays(changes: dict[str, Any]) -> None:
    assert merged(OURS, elsewhere(**changes)) == OURS
    ours, theirs = replace(OURS, edited_at=at(50)), elsewhere(edited_at=at(50), **changes)
    assert merged(ours, theirs) == ours


def test_a_session_that_runs_here_is_not_touched() -> None:
    ours = replace(OURS, status=SessionStatus.RUNNING, ended_at=None)

    theirs = elsewhere(status=SessionStatus.COMPLETED, ended_at=at(99), edited_at=at(100))

    assert merged(ours, theirs) == ours


def test_a_session_that_runs_elsewhere_is_history_here() -> None:
    running = session(steps=(step(1),))

    assert as_history(running) == replace(running, status=SessionStatus.LEFT)
    assert as_history(OURS) is OURS
    theirs = replace(running, steps=(step(1), step(30)))
    assert merged(OURS, theirs).status is SessionStatus.LEFT


def test_a_plan_that_comes_back_is_taken_with_its_place() -> None:
    ours = replace(elsewhere(), note="ours", edited_at=at(50))

    assert merged(ours, OURS) == replace(OURS, note="ours", edited_at=at(50))


def test_what_only_resuming_needs_makes_no_difference() -> None:
    assert tells_the_same(OURS, elsewhere())
    running = replace(OURS, status=SessionStatus.RUNNING)
    assert tells_the_same(running, running)
    assert tells_the_same(OURS, running)
    assert not tells_the_same(running, OURS)
    assert not tells_the_same(OURS, elsewhere(note="other"))


def test_a_plan_counts_what_is_written() -> None:
    assert MergePlan(new=1, newer=2, same=4, older=8).changes == 3


# Few moments, so that equal ones come up.
_moments = st.sampled_from([at(n) for n in range(0, 50, 10)])
tellings = st.builds(
    lambda one, ended, edited: replace(
        one,
        started_at=at(0),
        ended_at=ended,
        edited_at=edited,
        steps=tuple(replace(s, started_at=at(s.ordinal)) for s in one.steps),
    ),
    any_session,
    st.none() | _moments,
    st.none() | _moments,
)


@settings(max_examples=40, deadline=None)
@given(tellings, tellings)
def test_once_more_changes_nothing(ours: Session, theirs: Session) -> None:
    together = merged(ours, theirs)

    assert merged(together, theirs) == together
    assert merged(together, ours) == together
    assert merged(ours, ours) == ours


@settings(max_examples=40, deadline=None)
@given(tellings, tellings)
def test_no_step_is_lost_and_none_made_up(ours: Session, theirs: Session) -> None:
    together = merged(ours, theirs)
    told = {(one.ordinal, one.attempt) for one in ours.steps}
    if ours.status is not SessionStatus.RUNNING:
        told |= {(one.ordinal, one.attempt) for one in theirs.steps}

    keys = [(one.ordinal, one.attempt) for one in together.steps]
    assert keys == sorted(told)
    assert set(together.steps) <= {*ours.steps, *theirs.steps}


@settings(max_examples=40, deadline=None)
@given(tellings, tellings)
def test_the_latest_answers_hold_in_either_order(ours: Session, theirs: Session) -> None:
    if SessionStatus.RUNNING in {ours.status, theirs.status} or ours.edited_at == theirs.edited_at:
        return
    one, other = merged(ours, theirs), merged(theirs, ours)

    for field in ("pain_before", "pain_worst", "pain_after", "pain_morning", "effort", "note"):
        assert getattr(one, field) == getattr(other, field)
    assert one.edited_at == other.edited_at is not None
