"""Which sessions a list shows, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneegui.domain.session import Moment, Session, SessionStatus
from kneegui.ui.session_filter import (
    Ending,
    Order,
    Period,
    SessionFilter,
    endings_of,
    in_order,
    wall_time,
)
from tests.ui.some_sessions import TODAY, at, broken_off, some_session, with_mishaps

SESSIONS = [
    some_session(0, pain_after=1),
    with_mishaps(1, pain_after=4),
    some_session(29, "stretch-four", status=SessionStatus.LEFT, pain_after=None),
    broken_off(30, note="Slept badly"),
    some_session(92, "cool-down", pain_after=0),
    some_session(400),
]


def kept(**asked: object) -> list[int]:
    """Gives the places in the list above of what a filter leaves."""
    chosen = replace(SessionFilter(), **asked)
    return [SESSIONS.index(each) for each in chosen.keep(SESSIONS, TODAY)]  # pyright: ignore[reportArgumentType]  whole sessions go in and come out


def test_nothing_asked_leaves_all() -> None:
    assert kept() == [0, 1, 2, 3, 4, 5]
    assert SessionFilter().is_empty
    assert not SessionFilter(words="x").is_empty


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("strength", [1]),
        ("STRENGTH level", [1]),
        ("slept", [3]),
        ("five badly", [3]),
        ("  ", [0, 1, 2, 3, 4, 5]),
        ("swimming", []),
        ("bridge five", []),
    ],
)
def test_each_word_is_in_the_title_or_the_note(words: str, left: list[int]) -> None:
    assert kept(words=words) == left


def test_any_of_the_chosen_routines_will_do() -> None:
    assert kept(routines=frozenset({"strength-2", "cool-down"})) == [1, 4]


@pytest.mark.parametrize(
    ("endings", "left"),
    [
        ({Ending.COMPLETED}, [0, 1, 4, 5]),
        ({Ending.LEFT}, [2, 3]),
        ({Ending.HURT}, [1]),
        ({Ending.HURT, Ending.LEFT}, [1, 2, 3]),
    ],
)
def test_sessions_are_told_by_their_ending(endings: set[Ending], left: list[int]) -> None:
    assert kept(endings=frozenset(endings)) == left


def test_a_session_may_have_ended_in_two_ways() -> None:
    left_and_hurt = with_mishaps(status=SessionStatus.LEFT)

    assert endings_of(left_and_hurt) == {Ending.LEFT, Ending.HURT}


@pytest.mark.parametrize(
    ("period", "left"),
    [
        (Period.ALL, [0, 1, 2, 3, 4, 5]),
        (Period.DAYS_30, [0, 1, 2]),
        (Period.MONTHS_3, [0, 1, 2, 3]),
        (Period.MONTHS_12, [0, 1, 2, 3, 4]),
    ],
)
def test_a_period_reaches_back_from_today(period: Period, left: list[int]) -> None:
    assert kept(period=period) == left


def test_three_months_begin_the_day_after_the_same_day_three_months_ago() -> None:
    inside, outside = some_session(91), some_session(92)
    chosen = SessionFilter(period=Period.MONTHS_3)

    # 21 August is 92 days before 21 November; the trends begin with the 22nd too.
    assert chosen.keep([inside, outside], TODAY) == [inside]


def test_a_day_is_the_one_the_user_had() -> None:
    late = some_session(0, started_at=at(TODAY, 0, 10))
    before = at(TODAY - timedelta(days=1), 23, 50)
    evening = some_session(1, started_at=before)

    assert SessionFilter(day=TODAY).keep([late, evening], TODAY) == [late]


def test_all_that_is_asked_must_hold() -> None:
    assert kept(words="five", endings=frozenset({Ending.LEFT}), period=Period.MONTHS_3) == [3]


def order_of(order: Order, sessions: list[Session]) -> list[str]:
    return [session.id for session in in_order(sessions, order)]


def test_sessions_stand_in_each_order() -> None:
    short = some_session(1, "short", pain_after=None)
    long = some_session(3, "cool-down", pain_after=5)
    middle = some_session(2, "strength-2", pain_after=5)
    given_so = [middle, short, long]

    assert order_of(Order.NEWEST, given_so) == [short.id, middle.id, long.id]
    assert order_of(Order.OLDEST, given_so) == [long.id, middle.id, short.id]
    assert order_of(Order.LONGEST, given_so) == [long.id, middle.id, short.id]
    # The same pain: the newer one first; no answer: last.
    assert order_of(Order.PAIN_AFTER, given_so) == [middle.id, long.id, short.id]


def test_only_an_order_by_time_keeps_months_together() -> None:
    assert [order.is_by_time for order in Order] == [True, True, False, False]


def moved(minutes: int, offset: int) -> Session:
    plain = some_session()
    utc = plain.started_at.utc + timedelta(minutes=minutes)
    return replace(plain, started_at=Moment(utc=utc, offset_minutes=offset))


@given(
    st.lists(
        st.builds(moved, st.integers(-100_000, 100_000), st.integers(-12 * 60, 14 * 60)),
        max_size=12,
    )
)
def test_days_never_go_back_and_forth(sessions: list[Session]) -> None:
    """However far somebody has flown: a day's sessions stand together in the order of days."""
    walls = [wall_time(session) for session in in_order(sessions, Order.NEWEST)]
    days = [wall.date() for wall in walls]

    assert walls == sorted(walls, reverse=True)
    assert days == sorted(days, reverse=True)
    assert days == [each.started_at.local.date() for each in in_order(sessions, Order.NEWEST)]
