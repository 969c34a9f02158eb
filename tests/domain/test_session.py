"""What a session tells of itself, and a routine of which only the name is known."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kneegui.domain.routine import Routine
from kneegui.domain.session import Moment, StepStatus
from tests.store.samples import session, step
from tests.support.as_stored import heads_of


@pytest.mark.parametrize(
    ("zone", "minutes"), [("Asia/Kathmandu", 345), ("America/St_Johns", -210), ("UTC", 0)]
)
def test_a_moment_keeps_what_local_clocks_showed(zone: str, minutes: int) -> None:
    shown = datetime(2026, 1, 31, 23, 50, tzinfo=ZoneInfo(zone))

    moment = Moment.of(shown)

    assert moment.offset_minutes == minutes
    assert moment.utc.utcoffset() == timedelta()
    assert moment.local == shown
    assert moment.local.isoformat() == shown.isoformat()


def test_a_step_done_again_is_done_once_and_lasts_twice() -> None:
    again = [step(3, attempt, seconds=20.0) for attempt in (0, 1)]
    told = session(steps=(*again, step(4, seconds=1.5, status=StepStatus.SKIPPED)))

    assert told.done_steps == 1
    assert told.seconds == 41.5


def test_steps_stopped_by_pain_are_counted_each_time() -> None:
    stopped = [step(3, attempt, status=StepStatus.STOPPED) for attempt in (0, 1)]

    assert session(steps=(*stopped, step(4))).stopped_steps == 2


def test_a_routine_of_which_only_the_name_is_known_cannot_be_played() -> None:
    unknown = Routine.unknown("mine", "My own")

    assert (unknown.key, unknown.title, unknown.items) == ("mine", "My own", ())


@pytest.mark.parametrize(
    ("worst", "before", "after", "shown"),
    [
        (2, 1, 4, 4),
        (2, 5, None, 5),
        (6, 1, 4, 6),
        (0, None, None, 0),
        (None, 3, 4, None),
    ],
)
def test_no_pain_that_was_told_is_above_the_worst(
    worst: int | None, before: int | None, after: int | None, shown: int | None
) -> None:
    told = session(pain_worst=worst, pain_before=before, pain_after=after)

    assert told.worst_shown == shown
    assert heads_of([told])[0].worst_shown == shown
    # What was answered is kept as it is.
    assert told.pain_worst == worst
