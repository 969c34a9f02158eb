"""Ten years of daily sessions are all there; ``ten_years`` tells how long it takes to list them."""

from __future__ import annotations

from kneegui.store.database import Database
from kneegui.store.sessions import Sessions
from tests.store.ten_years import SESSIONS, STEPS, fill


def test_ten_years_of_sessions_are_listed(database: Database, sessions: Sessions) -> None:
    fill(database)

    heads = sessions.heads()
    whole = sessions.all()

    assert len(heads) == len(whole) == SESSIONS
    assert [head.id for head in reversed(heads)] == [found.id for found in whole]
    assert sessions.heads(limit=50, offset=1000) == heads[1000:1050]
    assert sessions.get(heads[-1].id) == whole[0]
    assert {head.done_steps for head in heads} == {STEPS}
    assert {head.seconds for head in heads} == {STEPS * 30.0}
    assert {len(found.steps) for found in whole} == {STEPS}
