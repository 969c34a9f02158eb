"""Weeks: minutes, sessions and days, all together and by goal, beside the plan.

A week begins on Monday. From the week of the first session to this one no week is left out: one
without practice is a zero, which is what it was; of the time before nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kneegui.domain.exercise import Goal
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session_head import SessionHead
from kneegui.progress.days import local_day, monday_of, practised, split_minutes, whole_minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAWeek:
    """How many days a week a plan asks for."""

    least: int
    most: int


GOAL_PLAN: Mapping[Goal, DaysAWeek] = {
    Goal.STRETCH: DaysAWeek(least=3, most=5),
    Goal.STRENGTHEN: DaysAWeek(least=3, most=3),
}
"""The plan by goal. Sources: E50 and E51 for stretching, E32, E38, E51 and E71 for strength.
Release has none: it is for after runs, or when stiff."""

PLANNED_DAYS = 3
"""Days with practice that the plan asks of a week, whatever their goal: the least of the above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalShare:
    """What was done for one goal."""

    seconds: float = 0.0
    sessions: int = 0
    """Sessions with something done for it; one session may be for several goals."""
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What was practised in one week."""

    monday: date
    told_from: date
    """The first day of it of which something is known: its Monday, or the day of the very first
    session."""
    seconds: float
    """How long was exercised; more than that of all goals where an exercise has none."""
    sessions: int
    days: int
    """Days with a session."""
    by_goal: Mapping[Goal, GoalShare]
    """Every goal, in the order of ``Goal``."""

    @property
    def minutes(self) -> int:
        """The whole minutes of it, at least one where there was any."""
        return whole_minutes(self.seconds)

    @property
    def goal_minutes(self) -> Mapping[Goal, int]:
        """The whole minutes of each goal, which together are not more than those of the week."""
        return minutes_by_goal(self.seconds, self.by_goal)

    @property
    def is_as_planned(self) -> bool:
        """True where it has the days the plan asks for."""
        return self.days >= PLANNED_DAYS


def weeks_of(
    heads: Iterable[SessionHead],
    practice: Iterable[PractisedStep],
    goals: Mapping[str, Goal],
    today: date,
) -> tuple[Week, ...]:
    """Gives the weeks from that of the first session to this one; none without a session.

    Args:
        heads: the sessions, in any order; before the first of them nothing is known.
        practice: their steps; without them nothing is told of the goals.
        goals: exercise -> what it is for.
        today: the user's local day.
    """
    counting = practised(heads)
    if not counting:
        return ()
    days = {head.id: local_day(head.started_at) for head in counting}
    shares = _shares(practice, goals)
    weeks: defaultdict[date, list[SessionHead]] = defaultdict(list)
    for head in counting:
        weeks[monday_of(days[head.id])].append(head)
    first, last = min(weeks), max(*weeks, monday_of(today))
    mondays = (first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
    begin = min(days.values())
    return tuple(_week(monday, weeks[monday], days, shares, begin) for monday in mondays)


def whole_weeks(weeks: Iterable[Week], first: date, last: date) -> tuple[Week, ...]:
    """Gives the weeks that lie in a period from Monday to Sunday.

    Only these are held against the plan: of the others a part is still to come or is left out.
    Left out is also what lay before the very first session, whenever the period begins.
    """
    return tuple(
        week
        for week in weeks
        if first <= week.monday == week.told_from and week.monday + timedelta(days=6) <= last
    )


def minutes_by_goal(seconds: float, shares: Mapping[Goal, GoalShare]) -> Mapping[Goal, int]:
    """Gives the whole minutes of each goal: with what has none they are those of the whole.

    Args:
        seconds: how long was exercised altogether.
        shares: what was done of that for each goal.
    """
    parts = [share.seconds for share in shares.values()]
    rest = max(0.0, seconds - sum(parts))
    return dict(zip(shares, split_minutes([*parts, rest]), strict=False))


_Shares = Mapping[str, Mapping[Goal, float]]
"""Session -> goal -> seconds."""


def _shares(practice: Iterable[PractisedStep], goals: Mapping[str, Goal]) -> _Shares:
    shares: defaultdict[str, dict[Goal, float]] = defaultdict(dict)
    for step in practice:
        goal = goals.get(step.exercise)
        # A step that was skipped at once is no practice.
        if goal and step.seconds:
            of_session = shares[step.session_id]
            of_session[goal] = of_session.get(goal, 0.0) + step.seconds
    return shares


def _week(
    monday: date,
    sessions: Sequence[SessionHead],
    days: Mapping[str, date],
    shares: _Shares,
    begin: date,
) -> Week:
    by_goal: dict[Goal, GoalShare] = {}
    for goal in Goal:
        found = {
            head.id: seconds
            for head in sessions
            if (seconds := shares.get(head.id, {}).get(goal)) is not None
        }
        by_goal[goal] = GoalShare(
            seconds=sum(found.values()),
            sessions=len(found),
            days=len({days[session] for session in found}),
        )
    return Week(
        monday=monday,
        told_from=max(monday, begin),
        seconds=sum(head.seconds for head in sessions),
        sessions=len(sessions),
        days=len({days[head.id] for head in sessions}),
        by_goal=by_goal,
    )
