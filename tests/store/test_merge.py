"""Sessions from elsewhere are added or bring ours up to date; all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.domain.session import Session, SessionStatus
from kneegui.store.database import Database
from kneegui.store.errors import UnfitSessionError
from kneegui.store.merging import MergePlan, as_history
from kneegui.store.sessions import Sessions
from tests.store.samples import any_session, at, session, step
from tests.store.test_database import one_sentence
from tests.store.test_merging import OURS, elsewhere
from tests.store.test_sessions import new_id

OTHER = session("other", started_at=at(60), status=SessionStatus.COMPLETED, steps=(step(1),))


def test_what_is_not_here_is_added(sessions: Sessions) -> None:
    sessions.begin(OURS)

    assert sessions.merge(iter([OTHER])) == MergePlan(new=1)

    assert sessions.all() == (OURS, OTHER)


def test_a_plan_writes_nothing(sessions: Sessions) -> None:
    sessions.begin(OURS)
    longer = elsewhere(ended_at=at(30), steps=(*OURS.steps, step(3)))

    assert sessions.plan_merge([longer, OTHER]) == MergePlan(new=1, newer=1)

    assert sessions.all() == (OURS,)
    assert sessions.merge([longer, OTHER]) == MergePlan(new=1, newer=1)
    assert sessions.all() == (replace(longer, plan=OURS.plan, position=3), OTHER)


def test_the_same_once_more_changes_nothing(sessions: Sessions) -> None:
    incoming = [elsewhere(note="theirs", edited_at=at(50)), OTHER, session("third")]
    sessions.begin(OURS)
    sessions.merge(incoming)
    before = sessions.all()

    assert sessions.merge(incoming) == MergePlan(same=3)
    assert sessions.all() == before


def test_each_kind_is_counted(sessions: Sessions) -> None:
    running = session("running")
    for one in (OURS, OTHER, running, session("third", status=SessionStatus.LEFT)):
        sessions.begin(one)

    plan = sessions.merge(
        [
            session("fourth"),
            elsewhere(note="newer", edited_at=at(50)),
            OTHER,
            replace(running, status=SessionStatus.COMPLETED, ended_at=at(99), steps=(step(1),)),
            session("third", status=SessionStatus.LEFT, note="not newer"),
        ]
    )

    assert plan == MergePlan(new=1, newer=1, same=1, older=2)
    assert sessions.get("running") == running
    assert sessions.get("third") == session("third", status=SessionStatus.LEFT)


def test_a_session_told_twice_is_there_once(sessions: Sessions) -> None:
    later = replace(OTHER, note="later", edited_at=at(99))

    assert sessions.merge([OTHER, later, OTHER]) == MergePlan(new=1, newer=1, older=1)

    assert sessions.all() == (later,)


def test_a_session_that_runs_elsewhere_is_not_offered_here(sessions: Sessions) -> None:
    sessions.merge([replace(elsewhere(), status=SessionStatus.RUNNING, ended_at=None)])

    found = sessions.get("first")
    assert found is not None
    assert found.status is SessionStatus.LEFT
    assert sessions.interrupted(at(30)) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"pain_morning": 11},
        {"id": ""},
        {"planned_steps": 1 << 80},
        {"note": "\ud800"},
        {"steps": (step(1, seconds=float("nan")),)},
        {"steps": (step(1), step(2, 1 << 80))},
    ],
)
def test_one_that_cannot_be_keeps_out_all(sessions: Sessions, wrong: dict[str, Any]) -> None:
    sessions.begin(OURS)

    with pytest.raises(UnfitSessionError) as caught:
        sessions.merge([OTHER, replace(session("third"), **wrong), session("fourth")])

    assert one_sentence(caught.value)
    assert sessions.all() == (OURS,)


def test_any_two_databases_come_to_tell_the_same(sessions: Sessions, database: Database) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.lists(any_session, max_size=4), st.lists(any_session, max_size=4))
    def come_together(some: list[Session], others: list[Session]) -> None:
        prefix = new_id()
        here = {f"{prefix}{n}": replace(one, id=f"{prefix}{n}") for n, one in enumerate(some)}
        incoming = [replace(one, id=f"{prefix}{n}") for n, one in enumerate(others)]
        for one in here.values():
            sessions.begin(one)

        plan = sessions.plan_merge(incoming)
        assert sessions.merge(incoming) == plan
        assert plan.new + plan.newer + plan.same + plan.older == len(incoming)
        assert plan.new == max(0, len(others) - len(some))
        assert sessions.merge(incoming).changes == 0
        for one in incoming[len(here) :]:
            assert sessions.get(one.id) == as_history(one)
        for one in sessions.all():
            sessions.delete(one.id)

    come_together()
