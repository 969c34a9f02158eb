"""A session that is over can be edited, and removed and put back; what was practised is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import Session, SessionStatus, Side, StepKind, StepStatus
from kneegui.domain.session_edit import SessionEdit
from kneegui.store.database import Database
from kneegui.store.errors import UnknownSessionError
from kneegui.store.sessions import Sessions
from tests.store.samples import any_session, at, session, step
from tests.store.test_sessions import new_id, rows

EDIT = SessionEdit(
    pain_before=1, pain_worst=2, pain_after=3, pain_morning=4, effort=5, note="Zwölf\n✓"
)
NOTHING = SessionEdit(
    pain_before=None, pain_worst=None, pain_after=None, pain_morning=None, effort=None, note=""
)
OVER = session(
    status=SessionStatus.COMPLETED,
    ended_at=at(9),
    pain_side=Side.LEFT,
    pain_before=7,
    effort=7,
    note="before",
    steps=(step(1), step(2)),
)


def test_an_edit_changes_what_it_names_and_notes_when(sessions: Sessions) -> None:
    sessions.begin(OVER)
    sessions.begin(replace(OVER, id="other"))

    for _ in range(2):
        sessions.edit("first", EDIT, at(60))

    edited = {field: getattr(EDIT, field) for field in EDIT.__slots__}
    assert sessions.get("first") == replace(OVER, edited_at=at(60), **edited)
    assert sessions.get("other") == replace(OVER, id="other")


def test_an_answer_can_be_taken_back(sessions: Sessions) -> None:
    sessions.begin(OVER)

    sessions.edit("first", EDIT, at(60))
    sessions.edit("first", NOTHING, at(61))

    assert sessions.get("first") == replace(
        OVER, pain_before=None, effort=None, note="", edited_at=at(61)
    )


def test_an_edit_of_no_session_or_off_the_scale_is_refused(sessions: Sessions) -> None:
    sessions.begin(OVER)

    with pytest.raises(UnknownSessionError):
        sessions.edit("nobody", EDIT, at(60))
    with pytest.raises(IntegrityError):
        sessions.edit("first", replace(EDIT, pain_morning=11), at(60))

    assert sessions.all() == (OVER,)


def test_any_session_is_removed_whole_and_put_back_as_it_was(
    sessions: Sessions, database: Database
) -> None:
    sessions.begin(replace(OVER, id="other"))

    @settings(max_examples=50, deadline=None)
    @given(any_session)
    def come_back(any_one: Session) -> None:
        stored = replace(any_one, id=new_id())
        sessions.begin(stored)

        removed = sessions.delete(stored.id)
        assert removed is not None
        assert removed == stored
        assert sessions.get(stored.id) is None
        assert rows(database, "steps") == len(OVER.steps)

        sessions.begin(removed)
        assert sessions.get(stored.id) == stored
        sessions.delete(stored.id)

    come_back()
    assert sessions.all() == (replace(OVER, id="other"),)


def test_removing_no_session_removes_nothing(sessions: Sessions) -> None:
    sessions.begin(OVER)

    assert sessions.delete("nobody") is None
    assert sessions.all() == (OVER,)


def test_a_plan_that_is_not_understood_hinders_no_removal(
    sessions: Sessions, database: Database
) -> None:
    sessions.begin(OVER)
    with database.writing() as transaction:
        transaction.execute(text("UPDATE sessions SET plan = 'of old'"))

    assert sessions.delete("first") is not None
    assert sessions.all() == ()


def test_practice_is_every_step_with_the_start_of_its_session(sessions: Sessions) -> None:
    hurt = step(
        4,
        1,
        exercise="bridge",
        title="Bridge",
        kind=StepKind.HOLD,
        side=Side.LEFT,
        set=2,
        planned=3,
        done=1,
        status=StepStatus.STOPPED,
        seconds=12.5,
        pain=6,
    )
    # Not in the order of their ids, nor in that of their steps.
    sessions.begin(session("a", started_at=at(60), steps=(hurt, step(4), step(1))))
    sessions.begin(session("c", started_at=at(0), steps=(step(7),)))
    sessions.begin(session("b", started_at=at(30)))

    found = sessions.practice()

    assert [one.session_id for one in found] == ["c", "a", "a", "a"]
    assert [one.started_at for one in found] == [at(0), at(60), at(60), at(60)]
    assert found[-1] == PractisedStep(
        session_id="a",
        started_at=at(60),
        exercise="bridge",
        title="Bridge",
        kind=StepKind.HOLD,
        side=Side.LEFT,
        set=2,
        planned=3,
        done=1,
        status=StepStatus.STOPPED,
        seconds=12.5,
        pain=6,
    )


def test_practice_says_what_the_steps_say(sessions: Sessions) -> None:
    @settings(max_examples=50, deadline=None)
    @given(any_session)
    def agree(any_one: Session) -> None:
        stored = replace(any_one, id=new_id())
        sessions.begin(stored)
        found = [one for one in sessions.practice() if one.session_id == stored.id]
        assert {one.started_at for one in found} == {stored.started_at for _ in stored.steps}
        for field in set(PractisedStep.__slots__) - {"session_id", "started_at"}:
            assert [getattr(one, field) for one in found] == [
                getattr(one, field) for one in stored.steps
            ]
        sessions.delete(stored.id)

    agree()
