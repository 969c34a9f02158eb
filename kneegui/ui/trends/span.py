"""Which days a chart shows."""

from __future__ import annotations

from datetime import date, timedelta

from kneegui.progress.days import monday_of
from kneegui.ui.charts.scales import Period

_LEAST_DAYS = 28
"""Days a chart shows at least, so that a single one does not fill it."""


def sessions_period(first: date, earliest: date, today: date) -> Period:
    """Gives the days from the first on that have something to show, up to today.

    Args:
        first: the first day that was asked for.
        earliest: the day of the first session.
        today: the user's local day.
    """
    begin = min(max(first, earliest - timedelta(days=1)), today - timedelta(days=_LEAST_DAYS - 1))
    return Period(first=begin, last=today + timedelta(days=1))


def weeks_period(first: date, today: date) -> Period:
    """Gives whole weeks, from that of a day to this one, four at least."""
    least = monday_of(today) - timedelta(weeks=_LEAST_DAYS // 7 - 1)
    begin = min(monday_of(first), least)
    return Period(first=begin, last=monday_of(today) + timedelta(days=6), by_weeks=True)
