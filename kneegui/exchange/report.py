"""What a report for a professional tells: numbers, days and names, not yet words or lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kneegui.domain.basis import Article, Evidence
from kneegui.progress.exercise_progress import ExercisePoint
from kneegui.progress.hurting import Hurting
from kneegui.progress.pain_trend import PainTrend
from kneegui.progress.sides import SidesOfExercise
from kneegui.progress.weeks import Week


class Rule(Enum):
    """A rule the report reads its numbers by."""

    PAIN_SCALE = "pain-scale"
    SAME = "same"
    ZONES = "zones"
    MORNING = "morning"
    PLAN = "plan"


RULE_SOURCES: Mapping[Rule, tuple[str, ...]] = {
    Rule.PAIN_SCALE: ("E22",),
    Rule.SAME: ("E16", "E20", "E21"),
    Rule.ZONES: ("E7", "E7b"),
    Rule.MORNING: ("E7", "E73"),
    Rule.PLAN: ("E32", "E38", "E51", "E71"),
}
"""Rule -> the publications it rests on, as in the sources of the content."""


class Grain(Enum):
    """How long the spans are that a period is told in."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Pains that were told: each of the three was one of them."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What was practised and told in one week, month or year, as far as it lies in the period."""

    first: date
    last: date
    days: int
    """Days with practice."""
    sessions: int
    early: int
    """Sessions that ended before their last step."""
    seconds: float
    before: Told | None
    worst: Told | None
    """Of each session the highest it was told with; None where none in the period told a worst."""
    after: Told | None
    morning: Told | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLine:
    """How much was done of one exercise, in repetitions or in seconds.

    ``first`` is the first session of the routine that ``latest`` was done in, because routines ask
    for different doses; both may be the same session.
    """

    exercise: str
    title: str
    sessions: int
    """All those of the exercise."""
    counted: int
    """Those of them in which something was done in this unit."""
    is_only: bool
    """False where the exercise was counted otherwise too; that has a line of its own."""
    first: ExercisePoint
    latest: ExercisePoint
    most: ExercisePoint


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNote:
    """A note of the user's own on one session."""

    session_id: str
    day: date
    title: str
    """Of the routine."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it. Parts of which nothing is known are empty and left out."""

    name: str
    """Whose report it is; maybe empty."""
    first: date
    last: date
    made_on: date
    program: str
    """Name and version of the program that made it."""
    days: int
    """Days with practice."""
    sessions: int
    completed: int
    seconds: float
    weeks: tuple[Week, ...]
    """Those with a day in the period, from the first session on."""
    whole_weeks: int
    """Weeks that lie in the period from Monday to Sunday."""
    planned_weeks: int
    """Whole weeks with as many days as the plan asks for."""
    grain: Grain
    spans: tuple[Span, ...]
    """From the first session on; a span without practice is among them."""
    months: tuple[Span, ...]
    """The same in months, whatever the grain: for charts."""
    pain: PainTrend
    doses: tuple[DoseLine, ...]
    sides: tuple[SidesOfExercise, ...]
    hurting: tuple[Hurting, ...]
    notes: tuple[ReportNote, ...]
    articles: tuple[Article, ...]
    """The articles that the routines of the period come from."""
    evidence: tuple[Evidence, ...]
    """The publications that its rules rest on."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that something in it is read by."""
        told = self.pain.is_told or bool(self.hurting)
        needed = {
            Rule.PAIN_SCALE: told,
            Rule.SAME: told,
            Rule.ZONES: bool(self.hurting),
            Rule.MORNING: any(point.morning is not None for point in self.pain.points),
            Rule.PLAN: bool(self.weeks),
        }
        return tuple(rule for rule, is_needed in needed.items() if is_needed)

    @property
    def is_empty(self) -> bool:
        """True where nothing was practised or told in the period."""
        return not self.sessions and not self.pain.points
