"""Weeks summed up by month, where there are too many of them to be seen one by one.

A week belongs to the month it begins in, whole, so that nothing is counted twice or torn apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kneegui.domain.exercise import Goal
from kneegui.progress.days import whole_minutes
from kneegui.progress.weeks import GoalShare, Week, minutes_by_goal


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The weeks that begin in one month."""

    first: date
    """Its first day."""
    weeks: int
    as_planned: int
    """Weeks with the days the plan asks for."""
    seconds: float
    sessions: int
    by_goal: Mapping[Goal, GoalShare]
    """Every goal, in the order of ``Goal``."""

    @property
    def minutes(self) -> int:
        """The whole minutes of it, at least one where there was any."""
        return whole_minutes(self.seconds)

    @property
    def goal_minutes(self) -> Mapping[Goal, int]:
        """The whole minutes of each goal, which together are not more than those of the month."""
        return minutes_by_goal(self.seconds, self.by_goal)


def months_of(weeks: Iterable[Week]) -> tuple[Month, ...]:
    """Gives the months of weeks that follow each other."""
    grouped = groupby(weeks, key=lambda week: week.monday.replace(day=1))
    return tuple(_month(first, tuple(of_it)) for first, of_it in grouped)


def _month(first: date, weeks: tuple[Week, ...]) -> Month:
    return Month(
        first=first,
        weeks=len(weeks),
        as_planned=sum(week.is_as_planned for week in weeks),
        seconds=sum(week.seconds for week in weeks),
        sessions=sum(week.sessions for week in weeks),
        by_goal={goal: _sum([week.by_goal[goal] for week in weeks]) for goal in Goal},
    )


def _sum(shares: Iterable[GoalShare]) -> GoalShare:
    total = GoalShare()
    for share in shares:
        total = GoalShare(
            seconds=total.seconds + share.seconds,
            sessions=total.sessions + share.sessions,
            days=total.days + share.days,
        )
    return total
