"""Local days: across midnight, time zones and changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneegui.domain.session import Moment
from kneegui.progress.days import (
    PractisedDay,
    first_of_months,
    first_recent_day,
    local_day,
    monday_of,
    months_before,
    practised,
    practised_days,
    share_of_day,
    since,
    split_minutes,
    whole_minutes,
)
from tests.progress.samples import SATURDAY, at, head

ZONES = (
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",  # its summer time is half an hour
    "Asia/Kathmandu",
    "Pacific/Apia",  # had no 30 December 2011
    "Pacific/Kiritimati",  # 14 hours ahead
    "Pacific/Pago_Pago",  # 11 hours behind
)
MOMENTS = some.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001  the zone is given below
    max_value=datetime(2037, 12, 31),  # noqa: DTZ001
    timezones=some.just(UTC),
)


@given(MOMENTS, some.sampled_from(ZONES))
def test_a_moment_belongs_to_the_day_on_the_calendar_there(utc: datetime, zone: str) -> None:
    there = utc.astimezone(ZoneInfo(zone))

    assert local_day(Moment.of(there)) == there.date()


@given(MOMENTS, some.sampled_from(ZONES), some.sampled_from(ZONES))
def test_a_flight_moves_no_session_to_another_day(utc: datetime, home: str, away: str) -> None:
    began = Moment.of(utc.astimezone(ZoneInfo(home)))
    looked_at = began.utc.astimezone(ZoneInfo(away))

    assert local_day(began) == utc.astimezone(ZoneInfo(home)).date()
    assert local_day(Moment.of(looked_at)) == looked_at.date()


@pytest.mark.parametrize(
    ("wall", "offset", "day"),
    [
        ("2026-11-20T23:59:59.999999", "+01:00", date(2026, 11, 20)),
        ("2026-11-21T00:00:00", "+01:00", date(2026, 11, 21)),
        ("2026-11-21T00:30:00", "+13:00", date(2026, 11, 21)),
        ("2026-11-20T23:30:00", "-11:00", date(2026, 11, 20)),
        # The night the clocks go back has the hour from two to three twice.
        ("2026-10-25T02:30:00", "+02:00", date(2026, 10, 25)),
        ("2026-10-25T02:30:00", "+01:00", date(2026, 10, 25)),
        ("2026-12-31T23:59:00", "-05:00", date(2026, 12, 31)),
    ],
)
def test_days_end_at_midnight_of_the_wall_clock(wall: str, offset: str, day: date) -> None:
    assert local_day(Moment.of(datetime.fromisoformat(wall + offset))) == day


@pytest.mark.parametrize(
    ("wall", "share"),
    [("00:00:59", 0.0), ("06:00:00", 0.25), ("18:00:00", 0.75), ("23:59:59", 1439 / 1440)],
)
def test_a_moment_tells_how_far_its_day_had_gone(wall: str, share: float) -> None:
    assert share_of_day(Moment.of(datetime.fromisoformat(f"2026-11-21T{wall}+13:00"))) == share


@pytest.mark.parametrize("hours", [23, 25])
def test_a_day_of_23_or_25_hours_is_one_day(hours: int) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    day = date(2026, 3, 29) if hours == 23 else date(2026, 10, 25)
    midnight = datetime(day.year, day.month, day.day, tzinfo=berlin).astimezone(UTC)
    moments = [midnight + timedelta(minutes=30 * half) for half in range(2 * hours)]

    days = {local_day(Moment.of(moment.astimezone(berlin))) for moment in moments}
    after = midnight + timedelta(hours=hours)

    assert days == {day}
    assert local_day(Moment.of(after.astimezone(berlin))) == day + timedelta(days=1)


@given(some.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_a_week_begins_on_the_monday_not_after_a_day(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert timedelta() <= day - monday < timedelta(weeks=1)


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 11, 21), 12, date(2025, 11, 21)),
        (date(2026, 11, 21), 11, date(2025, 12, 21)),
        (date(2026, 11, 21), 3, date(2026, 8, 21)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, earlier: date) -> None:
    assert months_before(day, months) == earlier


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0.0, 0), (0.4, 1), (29.0, 1), (89.0, 1), (91.0, 2), (3600.0, 60)]
)
def test_minutes_are_whole_and_a_little_is_one(seconds: float, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


@given(
    some.lists(some.tuples(MOMENTS, some.sampled_from(ZONES)), max_size=12),
    some.dates(min_value=date(2000, 1, 1), max_value=date(2037, 12, 31)),
)
def test_since_gives_what_belongs_to_a_day_or_after(
    begun: list[tuple[datetime, str]], first: date
) -> None:
    moments = [Moment.of(utc.astimezone(ZoneInfo(zone))) for utc, zone in sorted(begun)]
    heads = [head(started_at=moment) for moment in moments]

    assert since(heads, first) == [one for one in heads if local_day(one.started_at) >= first]


def test_since_keeps_what_began_elsewhere_on_that_day() -> None:
    ahead = head(1, started_at=Moment.of(datetime.fromisoformat("2026-11-21T00:10:00+14:00")))
    behind = head(0, started_at=Moment.of(datetime.fromisoformat("2026-11-20T23:50:00-11:00")))

    assert since([ahead, behind], SATURDAY) == [ahead]


def test_a_session_counts_where_a_step_of_it_was_done() -> None:
    left_at_once = head(1, done_steps=0)

    assert practised([head(0), left_at_once, head(3)]) == [head(3), head(0)]


def test_the_sessions_of_a_day_come_together() -> None:
    late = head(1, id="late", started_at=at(1, 23, 50), seconds=1500.0)
    early = head(1, id="early", started_at=at(1, 0, 5), seconds=300.0)
    nothing = head(2, done_steps=0, seconds=40.0)

    days = practised_days([late, head(0, seconds=0.0), early, nothing])

    assert days == {
        SATURDAY - timedelta(days=1): PractisedDay(sessions=2, seconds=1800.0),
        SATURDAY: PractisedDay(sessions=1, seconds=0.0),
    }
    assert [day.minutes for day in days.values()] == [30, 1]


@given(some.lists(some.tuples(MOMENTS, some.sampled_from(ZONES)), max_size=20))
def test_no_session_is_lost_or_counted_twice(begun: list[tuple[datetime, str]]) -> None:
    heads = [head(started_at=Moment.of(utc.astimezone(ZoneInfo(zone)))) for utc, zone in begun]

    days = practised_days(heads)

    assert sum(day.sessions for day in days.values()) == len(heads)
    assert sum(day.seconds for day in days.values()) == 600.0 * len(heads)
    assert set(days) == {utc.astimezone(ZoneInfo(zone)).date() for utc, zone in begun}


@given(some.lists(some.integers(0, 4000), max_size=6))
def test_split_minutes_are_those_of_the_whole_and_near_their_own(seconds: list[int]) -> None:
    parts = split_minutes(seconds)

    assert sum(parts) == whole_minutes(sum(seconds))
    assert all(abs(part - each / 60) < 1 for part, each in zip(parts, seconds, strict=True))
    assert not any(part for part, each in zip(parts, seconds, strict=True) if not each)


def test_lately_begins_on_a_monday_seven_weeks_before_this_one() -> None:
    assert first_recent_day(SATURDAY) == date(2026, 9, 28)
    assert first_recent_day(date(2026, 11, 22)) == date(2026, 9, 28)
    assert first_recent_day(date(2026, 11, 23)) == date(2026, 10, 5)


def test_three_months_up_to_a_day_begin_on_the_day_after_the_same_one() -> None:
    assert first_of_months(SATURDAY, 3) == date(2026, 8, 22)
    assert first_of_months(date(2026, 5, 31), 3) == date(2026, 3, 1)
