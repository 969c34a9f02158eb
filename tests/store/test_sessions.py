"""Sessions and steps come back as they were stored, however often they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kneegui.domain.session import Moment, Session, SessionStatus, Side, StepRecord, StepStatus
from kneegui.store.database import Database
from kneegui.store.errors import UnknownSessionError
from kneegui.store.sessions import RESUMABLE_FOR, Sessions
from tests.store.samples import any_session, any_step, at, session, step


def rows(database: Database, table: str) -> int:
    with database.reading() as transaction:
        return transaction.scalar(text(f"SELECT count(*) FROM {table}")) or 0


def new_id() -> str:
    """Gives an id no other session has; the same example may be tried twice."""
    return str(uuid4())


# --- round trips ---


def test_any_session_comes_back(sessions: Sessions) -> None:
    @settings(max_examples=150, deadline=None)
    @given(any_session)
    def comes_back(any_one: Session) -> None:
        stored = replace(any_one, id=new_id())
        sessions.begin(stored)
        assert sessions.get(stored.id) == stored

    comes_back()


def test_any_step_comes_back(sessions: Sessions) -> None:
    sessions.begin(session())

    @settings(max_examples=150, deadline=None)
    @given(any_step)
    def comes_back(stored: StepRecord) -> None:
        sessions.add_step("first", stored)
        found = sessions.get("first")
        assert found is not None
        assert stored in found.steps
        assert len({(s.ordinal, s.attempt) for s in found.steps}) == len(found.steps)

    comes_back()


def test_another_program_s_start_finds_it(sessions: Sessions, database: Database) -> None:
    stored = session(steps=(step(1), step(2)))
    sessions.begin(stored)
    database.close()

    again = Database(database.path)
    assert Sessions(again).all() == (stored,)
    again.close()


def test_a_moment_of_another_zone_is_stored_as_utc(sessions: Sessions, database: Database) -> None:
    begin = at()
    sessions.begin(session(started_at=replace(begin, utc=begin.local)))

    with database.reading() as transaction:
        stored = transaction.execute(text("SELECT started_at, started_offset FROM sessions")).one()
    assert tuple(stored) == ("2026-03-01T07:15:00.000000Z", 60)
    assert sessions.get("first") == session()


def test_steps_come_in_the_order_of_the_timeline(sessions: Sessions) -> None:
    sessions.begin(session())
    for record in (step(10), step(9, 1), step(2), step(9)):
        sessions.add_step("first", record)

    found = sessions.get("first")
    assert found is not None
    assert [(s.ordinal, s.attempt) for s in found.steps] == [(2, 0), (9, 0), (9, 1), (10, 0)]


# --- once more is the same ---


def test_a_step_stored_twice_is_there_once(sessions: Sessions, database: Database) -> None:
    sessions.begin(session())
    for _ in range(2):
        sessions.add_step("first", step(1), position=2)

    assert sessions.get("first") == session(position=2, steps=(step(1),))
    assert rows(database, "steps") == 1


def test_a_step_stored_again_is_brought_up_to_date(sessions: Sessions) -> None:
    sessions.begin(session(steps=(step(1),)))
    hurt = step(1, status=StepStatus.STOPPED, pain=7)

    sessions.add_step("first", hurt)

    assert sessions.get("first") == session(steps=(hurt,))


def test_a_session_begun_again_keeps_the_steps_it_has(sessions: Sessions) -> None:
    sessions.begin(session(steps=(step(1),)))

    sessions.begin(session(position=5, steps=(step(2),)))

    assert sessions.get("first") == session(position=5, steps=(step(1), step(2)))


def test_a_head_leaves_the_steps_alone(sessions: Sessions) -> None:
    sessions.begin(session(steps=(step(1),)))

    sessions.save_head(session(note="well"))

    assert sessions.get("first") == session(note="well", steps=(step(1),))


def test_a_step_and_the_position_are_stored_together_or_not_at_all(sessions: Sessions) -> None:
    sessions.begin(session())

    with pytest.raises(IntegrityError):
        sessions.add_step("first", step(1, pain=11), position=2)

    assert sessions.get("first") == session()


# --- changes ---


@pytest.mark.parametrize(
    ("change", "arguments", "after"),
    [
        ("set_position", (7,), {"position": 7}),
        ("set_pain_before", (3, Side.RIGHT), {"pain_before": 3, "pain_side": Side.RIGHT}),
        ("set_pain_before", (None, None), {}),
        ("set_pain", (4,), {"pain_worst": 4}),
        ("finish", (at(9),), {"status": SessionStatus.COMPLETED, "ended_at": at(9)}),
        ("leave", (at(9),), {"status": SessionStatus.LEFT, "ended_at": at(9)}),
        ("discard", (), {"status": SessionStatus.DISCARDED}),
        ("resume", (), {}),
    ],
)
def test_a_change_changes_that_alone(
    sessions: Sessions, change: str, arguments: tuple[Any, ...], after: dict[str, Any]
) -> None:
    sessions.begin(session("other"))
    sessions.begin(session(steps=(step(),)))

    for _ in range(2):
        getattr(sessions, change)("first", *arguments)

    assert sessions.get("first") == session(steps=(step(),), **after)
    assert sessions.get("other") == session("other")


def test_the_summary_is_stored(sessions: Sessions) -> None:
    sessions.begin(session())

    sessions.save_summary("first", pain_after=1, effort=8, note="Zwölf × gut\n\x00 ✓")

    assert sessions.get("first") == session(pain_after=1, effort=8, note="Zwölf × gut\n\x00 ✓")


def test_the_worst_pain_stays(sessions: Sessions) -> None:
    sessions.begin(session())

    for pain in (2, 6, 3):
        sessions.set_pain("first", pain)

    assert sessions.get("first") == session(pain_worst=6)


def test_a_session_that_is_resumed_has_not_ended(sessions: Sessions) -> None:
    sessions.begin(session())
    sessions.leave("first", at(9))

    sessions.resume("first")

    assert sessions.get("first") == session()


def test_a_discarded_session_keeps_when_it_was_left(sessions: Sessions) -> None:
    sessions.begin(session())
    sessions.leave("first", at(9))

    sessions.discard("first")

    assert sessions.get("first") == session(status=SessionStatus.DISCARDED, ended_at=at(9))


def test_a_session_nobody_began_cannot_be_changed(sessions: Sessions) -> None:
    with pytest.raises(UnknownSessionError):
        sessions.set_position("nobody", 1)
    with pytest.raises(UnknownSessionError):
        sessions.add_step("nobody", step())
    with pytest.raises(UnknownSessionError):
        sessions.add_step("nobody", step(), position=1)

    assert sessions.get("nobody") is None
    assert sessions.all() == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"pain_before": 11},
        {"pain_worst": -1},
        {"pain_after": 11},
        {"pain_morning": -1},
        {"effort": 11},
        {"planned_steps": -1},
        {"position": -1},
        {"id": ""},
        {"started_at": replace(at(), offset_minutes=1440)},
        {"ended_at": replace(at(), offset_minutes=-1440)},
        {"edited_at": replace(at(), offset_minutes=1440)},
        {"steps": (step(-1),)},
        {"steps": (step(attempt=-1),)},
        {"steps": (step(set=-1),)},
        {"steps": (step(planned=-1),)},
        {"steps": (step(done=-1),)},
        {"steps": (step(seconds=-1.0),)},
        {"steps": (step(seconds=float("nan")),)},
        {"steps": (step(pain=11),)},
        {"steps": (step(started_at=replace(at(), offset_minutes=1440)),)},
    ],
)
def test_what_cannot_be_is_refused_whole(sessions: Sessions, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        sessions.begin(replace(session(), **wrong))

    assert sessions.all() == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET status = 'asleep'",
        "UPDATE sessions SET first_side = 'top'",
        "UPDATE sessions SET pain_side = 'top'",
        "UPDATE sessions SET started_at = '2026-03-01'",
        "UPDATE sessions SET ended_at = '2026-03-01T07:15:00.000000Z'",
        "UPDATE sessions SET ended_offset = 0",
        "UPDATE sessions SET pain_morning = 11",
        "UPDATE sessions SET edited_at = '2026-03-01T07:15:00.000000Z'",
        "UPDATE sessions SET edited_offset = 0",
        "UPDATE steps SET kind = 'nap'",
        "UPDATE steps SET side = 'top'",
        "UPDATE steps SET status = 'asleep'",
        "UPDATE steps SET started_at = '2026-03-01'",
        "UPDATE steps SET session_id = 'nobody'",
        "UPDATE steps SET ordinal = 1",
    ],
)
def test_the_tables_guard_what_the_types_promise(
    sessions: Sessions, database: Database, change: str
) -> None:
    sessions.begin(session(steps=(step(1), step(2))))

    with pytest.raises(IntegrityError), database.writing() as transaction:
        transaction.execute(text(change))


def test_the_steps_go_with_their_session(sessions: Sessions, database: Database) -> None:
    sessions.begin(session(steps=(step(1), step(2))))

    with database.writing() as transaction:
        transaction.execute(text("DELETE FROM sessions"))

    assert rows(database, "steps") == 0


# --- lists ---


def begun(session_id: str, minutes: float, **changes: Any) -> Session:
    return session(session_id, started_at=at(minutes), **changes)


def test_heads_come_latest_first(sessions: Sessions) -> None:
    for stored in (begun("b", 2), begun("c", 3), begun("a", 1)):
        sessions.begin(stored)

    assert [head.id for head in sessions.heads()] == ["c", "b", "a"]
    assert [head.id for head in sessions.heads(limit=2)] == ["c", "b"]
    assert [head.id for head in sessions.heads(limit=2, offset=2)] == ["a"]
    assert [head.id for head in sessions.heads(offset=1)] == ["b", "a"]
    assert [stored.id for stored in sessions.all()] == ["a", "b", "c"]


def test_heads_say_what_the_sessions_say(sessions: Sessions) -> None:
    @settings(max_examples=50, deadline=None)
    @given(any_session)
    def agree(any_one: Session) -> None:
        stored = replace(any_one, id=new_id())
        sessions.begin(stored)
        (head,) = (head for head in sessions.heads() if head.id == stored.id)
        for field in head.__slots__:
            expected = getattr(stored, field)
            value = getattr(head, field)
            assert value == (pytest.approx(expected) if field == "seconds" else expected), field

    agree()


def test_a_step_done_twice_counts_once_in_a_head(sessions: Sessions) -> None:
    stored = session(steps=(step(1), step(1, 1), step(2, status=StepStatus.SKIPPED, seconds=1.5)))
    sessions.begin(stored)

    (head,) = sessions.heads()

    assert (head.done_steps, head.seconds) == (1, 61.5)


def test_a_head_counts_what_pain_stopped(sessions: Sessions) -> None:
    hurt = step(2, status=StepStatus.STOPPED, pain=5)
    sessions.begin(session(steps=(step(1), hurt, replace(hurt, attempt=1))))

    (head,) = sessions.heads()

    assert head.stopped_steps == 2


# --- what may be resumed ---


def hours_after(moment: Moment, hours: float) -> Moment:
    return replace(moment, utc=moment.utc + timedelta(hours=hours))


@pytest.mark.parametrize("status", [SessionStatus.RUNNING, SessionStatus.LEFT])
def test_an_interrupted_session_is_offered(sessions: Sessions, status: SessionStatus) -> None:
    stored = session(status=status, position=4, steps=(step(1), step(3)))
    sessions.begin(stored)

    assert sessions.interrupted(at(30)) == stored


@pytest.mark.parametrize("status", [SessionStatus.COMPLETED, SessionStatus.DISCARDED])
def test_a_session_that_is_over_is_not_offered(sessions: Sessions, status: SessionStatus) -> None:
    sessions.begin(session(status=status))

    assert sessions.interrupted(at(30)) is None


def test_without_sessions_there_is_none_to_offer(sessions: Sessions) -> None:
    assert sessions.interrupted(at()) is None


def test_the_last_session_alone_is_offered(sessions: Sessions) -> None:
    sessions.begin(begun("before", 0))
    sessions.begin(begun("after", 10))
    offered = sessions.interrupted(at(30))
    assert offered is not None
    assert offered.id == "after"

    sessions.finish("after", at(20))

    assert sessions.interrupted(at(30)) is None


def test_after_one_is_discarded_the_one_before_is_offered(sessions: Sessions) -> None:
    sessions.begin(begun("before", 0))
    sessions.begin(begun("after", 10))

    sessions.discard("after")

    offered = sessions.interrupted(at(30))
    assert offered is not None
    assert offered.id == "before"


@pytest.mark.parametrize(
    "last_sign",
    [
        {"ended_at": at(50), "status": SessionStatus.LEFT},
        {"steps": (step(1, started_at=at(50)),)},
        {"started_at": at(50)},
    ],
)
def test_an_old_session_is_not_offered(sessions: Sessions, last_sign: dict[str, Any]) -> None:
    stored = replace(session(), **last_sign)
    sessions.begin(stored)
    hours = RESUMABLE_FOR.total_seconds() / 3600

    assert sessions.interrupted(hours_after(at(50), hours)) == stored
    assert sessions.interrupted(hours_after(at(50), hours + 0.01)) is None


def test_a_clock_set_back_does_not_hide_an_interruption(sessions: Sessions) -> None:
    sessions.begin(session())

    assert sessions.interrupted(hours_after(at(), -5)) == session()


def test_nor_does_a_session_of_the_time_before_it_was_set_back(sessions: Sessions) -> None:
    later = hours_after(at(), 20)
    sessions.begin(session("future", started_at=later, status=SessionStatus.COMPLETED))
    sessions.begin(session())

    assert sessions.interrupted(at(30)) == session()
    assert sessions.interrupted(later) is None


@pytest.mark.parametrize("plan", ["{}", "no JSON", '{"key": 1}', ""])
def test_a_plan_of_a_forgotten_form_hides_nothing_but_itself(
    sessions: Sessions, database: Database, plan: str
) -> None:
    stored = session(steps=(step(1),))
    sessions.begin(stored)
    with database.writing() as transaction:
        transaction.execute(text("UPDATE sessions SET plan = :plan"), {"plan": plan})

    found = sessions.get("first")
    assert found is not None
    assert found.steps == stored.steps
    assert (found.plan.key, found.plan.title, found.plan.items) == ("arms", "Arms", ())
    assert sessions.interrupted(at(30)) is None


def test_a_plan_of_a_later_form_is_read_as_far_as_it_is_known(
    sessions: Sessions, database: Database
) -> None:
    sessions.begin(session())
    with database.writing() as transaction:
        transaction.execute(text("UPDATE sessions SET plan = json_set(plan, '$.music', 'slow')"))

    assert sessions.get("first") == session()
