"""A year of daily sessions is all there; ``ten_years`` tells how long ten of them take."""

from __future__ import annotations

from kneegui.store.merging import MergePlan
from kneegui.store.sessions import Sessions
from tests.store.ten_years import ten_years

DAYS = 365


def test_a_year_of_sessions_is_listed(sessions: Sessions) -> None:
    told = tuple(ten_years(DAYS))
    assert sessions.merge(told) == MergePlan(new=DAYS)

    heads = sessions.heads()

    assert sessions.all() == told
    assert [head.id for head in reversed(heads)] == [one.id for one in told]
    assert sessions.heads(limit=50, offset=100) == heads[100:150]
    assert sessions.get(heads[-1].id) == told[0]
    assert [head.done_steps for head in reversed(heads)] == [one.done_steps for one in told]
    assert [head.seconds for head in reversed(heads)] == [one.seconds for one in told]
    assert len(sessions.practice()) == sum(len(one.steps) for one in told)
    assert sessions.merge(told) == MergePlan(same=DAYS)
