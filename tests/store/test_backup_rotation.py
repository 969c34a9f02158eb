"""Of the automatic backups the newest of seven days, four weeks and twelve months are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.domain.session import Moment
from kneegui.store.backup_rotation import kept

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def moment(utc: datetime, offset_minutes: int = 0) -> Moment:
    return Moment(utc=utc, offset_minutes=offset_minutes)


def days_ago(*days: float) -> list[Moment]:
    return [moment(NOW - timedelta(days=day)) for day in days]


def still_there(moments: list[Moment]) -> list[str]:
    return [f"{one.utc:%m-%d}" for one in moments if one in kept(moments, moment(NOW))]


moments = st.lists(
    st.builds(
        moment,
        st.integers(0, 500 * 24).map(lambda hours: NOW - timedelta(hours=hours)),
        st.sampled_from([0, 60, -480, 840]),
    ),
    max_size=60,
    unique_by=lambda one: one.utc,
)


def test_without_backups_there_is_none_to_keep() -> None:
    assert kept([], moment(NOW)) == frozenset()


def test_a_backup_a_day_leaves_days_then_weeks_then_months() -> None:
    assert still_there(days_ago(*range(500))) == [
        *("11-21", "11-20", "11-19", "11-18", "11-17", "11-16", "11-15"),
        # Each week's Sunday; the 15th was one of the days.
        *("11-08", "11-01"),
        *("10-31", "09-30", "08-31", "07-31", "06-30", "05-31"),
        *("04-30", "03-31", "02-28", "01-31", "12-31"),
    ]


def test_of_one_day_the_last_is_kept() -> None:
    assert len(still_there(days_ago(0, 0.1, 0.2))) == 1
    assert kept(days_ago(0.1, 0, 0.2), moment(NOW)) == set(days_ago(0))


def test_a_long_break_costs_no_backup() -> None:
    assert still_there(days_ago(200, 300, 400)) == ["05-05", "01-25", "10-17"]


def test_days_are_those_of_local_clocks() -> None:
    late, later = datetime(2026, 11, 20, 22, tzinfo=UTC), datetime(2026, 11, 20, 23, 30, tzinfo=UTC)

    assert kept([moment(late), moment(later)], moment(NOW)) == {moment(later)}
    in_rome = [moment(late, 60), moment(later, 60)]
    assert kept(in_rome, moment(NOW, 60)) == set(in_rome)


def test_backups_of_a_clock_that_was_wrong_take_no_place() -> None:
    future = days_ago(*range(-20, 0))
    past = days_ago(*range(1, 8))

    assert kept(future + past, moment(NOW)) == set(future + past)


@settings(deadline=None)
@given(moments)
def test_never_more_than_seven_and_four_and_twelve(made: list[Moment]) -> None:
    keep = kept(made, moment(NOW))

    assert keep <= set(made)
    assert len(keep) <= 7 + 4 + 12
    days = {one.local.date() for one in made}
    newest_days = {
        max((one for one in made if one.local.date() == day), key=lambda one: one.utc).utc
        for day in days
    }
    assert set(sorted(newest_days)[-7:]) <= {one.utc for one in keep}


@settings(deadline=None)
@given(moments)
def test_removing_every_day_keeps_what_removing_once_would(made: list[Moment]) -> None:
    left: set[Moment] = set()
    for one in sorted(made, key=lambda one: one.utc):
        left = set(kept(left | {one}, one))

    assert {one.utc for one in left} == {one.utc for one in kept(made, moment(NOW))}
