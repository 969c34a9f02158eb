"""Where a line over time is drawn, and where it is not."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from kneegui.progress.gaps import unbroken
from kneegui.progress.pain_trend import PAUSE_DAYS

FIRST = date(2026, 1, 1)


def drawn(answers: str, days_between: int = 2) -> list[list[int]]:
    """Gives the stretches over sessions; a dot is one without an answer."""
    days = (
        None if answer == "." else FIRST + timedelta(days=number * days_between)
        for number, answer in enumerate(answers)
    )
    return [list(stretch) for stretch in unbroken(days)]


def test_a_line_ends_where_an_answer_is_missing() -> None:
    assert drawn("xx.xx..x") == [[0, 1], [3, 4], [7]]
    assert drawn(".x") == [[1]]


def test_a_line_ends_at_a_pause() -> None:
    assert drawn("xx", days_between=PAUSE_DAYS - 1) == [[0, 1]]
    assert drawn("xx", days_between=PAUSE_DAYS) == [[0], [1]]


def test_a_pause_may_be_longer() -> None:
    months = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 5, 1)]

    assert unbroken(months, pause_days=32) == ((0, 1, 2), (3,))


def test_without_an_answer_there_is_no_line() -> None:
    assert drawn("") == drawn("...") == []


@given(some.lists(some.none() | some.dates(FIRST, date(2026, 12, 31)), max_size=20))
def test_a_line_goes_through_each_answer_once(days: list[date | None]) -> None:
    days.sort(key=lambda day: day or FIRST)

    stretches = unbroken(days)

    assert [place for stretch in stretches for place in stretch] == [
        place for place, day in enumerate(days) if day is not None
    ]
    for stretch in stretches:
        assert list(stretch) == list(range(stretch[0], stretch[-1] + 1))
        of_it = [day for place in stretch if (day := days[place]) is not None]
        assert all((later - day).days < PAUSE_DAYS for day, later in pairwise(of_it))
