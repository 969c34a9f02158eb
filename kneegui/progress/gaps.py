"""Honest gaps: where a line over time may be drawn, and where nobody knows.

A line ends where an answer is missing, and where so long a pause lies between two sessions that
nothing is known of the time between.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kneegui.progress.pain_trend import PAUSE_DAYS


def unbroken(
    days: Iterable[date | None], pause_days: int = PAUSE_DAYS
) -> tuple[tuple[int, ...], ...]:
    """Gives the stretches over which a line may be drawn, each as the places of its points.

    A stretch of one is a point by itself.

    Args:
        days: of each session in order; None for one without an answer.
        pause_days: days between two from which on there is a pause.
    """
    stretches: list[list[int]] = []
    last: date | None = None
    for place, day in enumerate(days):
        if day is not None:
            if last is None or (day - last).days >= pause_days:
                stretches.append([])
            stretches[-1].append(place)
        last = day
    return tuple(tuple(stretch) for stretch in stretches)
