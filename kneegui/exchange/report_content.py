"""Makes a report of what was practised and told in a period."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from kneegui import __version__
from kneegui.domain.basis import Article, Evidence
from kneegui.domain.content import Content
from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import SessionStatus
from kneegui.domain.session_head import SessionHead
from kneegui.exchange.report import RULE_SOURCES, DoseLine, Grain, Report, ReportNote
from kneegui.exchange.report_spans import grain_of, spans_of
from kneegui.progress.days import local_day, practised
from kneegui.progress.exercise_progress import (
    ExercisePoint,
    Unit,
    best,
    exercise_points,
    sessions_of,
    steps_by_exercise,
)
from kneegui.progress.hurting import hurting
from kneegui.progress.pain_trend import pain_trend
from kneegui.progress.sides import left_and_right
from kneegui.progress.weeks import Week, weeks_of, whole_weeks


def make_report(
    content: Content,
    heads: Sequence[SessionHead],
    practice: Sequence[PractisedStep],
    *,
    first: date,
    last: date,
    made_on: date,
    name: str = "",
    notes: Collection[str] = (),
) -> Report:
    """Gives the report of a period.

    Args:
        content: for the articles and the publications.
        heads: all sessions, in any order; those of other times are left out here.
        practice: all steps, the oldest session first.
        first: the first day of the period.
        last: its last day.
        made_on: today.
        name: whose report it is.
        notes: ids of the sessions whose note is to be in it.
    """
    inside = _inside(heads, first, last)
    done = practised(inside)
    trend = pain_trend(inside)
    weeks = _weeks(heads, first, last)
    whole = whole_weeks(weeks, first, last)
    begin = max(first, trend.points[0].day) if trend.points else first
    grain = grain_of(begin, last)
    steps = steps_by_exercise(
        step for step in practice if first <= local_day(step.started_at) <= last
    )
    return Report(
        name=name.strip(),
        first=first,
        last=last,
        made_on=made_on,
        program=f"KneeGuide {__version__}",
        days=len({local_day(head.started_at) for head in done}),
        sessions=len(done),
        completed=sum(head.status is SessionStatus.COMPLETED for head in done),
        seconds=sum(head.seconds for head in done),
        weeks=weeks,
        whole_weeks=len(whole),
        planned_weeks=sum(week.is_as_planned for week in whole),
        grain=grain,
        spans=spans_of(inside, begin, last, grain) if trend.points else (),
        months=spans_of(inside, begin, last, Grain.MONTH) if trend.points else (),
        pain=trend,
        doses=_doses(steps.values(), {head.id: head.routine for head in inside}),
        sides=left_and_right(steps),
        hurting=hurting(steps),
        notes=tuple(note for note in report_notes(heads, first, last) if note.session_id in notes),
        articles=_articles(content, done),
        evidence=_evidence(content),
    )


def report_notes(heads: Sequence[SessionHead], first: date, last: date) -> tuple[ReportNote, ...]:
    """Gives the notes of a period, the oldest first: what the user may choose from."""
    return tuple(
        ReportNote(
            session_id=head.id,
            day=local_day(head.started_at),
            title=head.title,
            text=head.note.strip(),
        )
        for head in _inside(heads, first, last)
        if head.note.strip()
    )


def _inside(heads: Sequence[SessionHead], first: date, last: date) -> list[SessionHead]:
    inside = (head for head in heads if first <= local_day(head.started_at) <= last)
    return sorted(inside, key=lambda head: head.started_at.utc)


def _weeks(heads: Sequence[SessionHead], first: date, last: date) -> tuple[Week, ...]:
    # From the very first session on, so that a pause at the beginning of the period is not lost.
    until = [head for head in heads if local_day(head.started_at) <= last]
    weeks = weeks_of(until, (), {}, last)
    return tuple(week for week in weeks if week.monday + timedelta(days=6) >= first)


def _doses(
    exercises: Collection[Sequence[PractisedStep]], routines: Mapping[str, str]
) -> tuple[DoseLine, ...]:
    lines = [line for steps in exercises for line in _dose_lines(steps, routines)]
    return tuple(sorted(lines, key=lambda line: (-line.sessions, line.title, -line.counted)))


def _dose_lines(steps: Sequence[PractisedStep], routines: Mapping[str, str]) -> Sequence[DoseLine]:
    by_unit = [points for unit in Unit if (points := exercise_points(steps, unit))]
    return [_dose_line(steps, points, routines, len(by_unit) == 1) for points in by_unit]


def _dose_line(
    steps: Sequence[PractisedStep],
    points: Sequence[ExercisePoint],
    routines: Mapping[str, str],
    is_only: bool,
) -> DoseLine:
    latest, most = points[-1], best(points)
    assert most is not None
    alike = (p for p in points if routines[p.session_id] == routines[latest.session_id])
    return DoseLine(
        exercise=steps[-1].exercise,
        title=steps[-1].title,
        sessions=sessions_of(steps),
        counted=len(points),
        is_only=is_only,
        first=next(alike),
        latest=latest,
        most=most,
    )


def _articles(content: Content, done: Sequence[SessionHead]) -> tuple[Article, ...]:
    routines = {head.routine for head in done}
    sources = {
        source
        for routine in content.programmes
        if routine.key in routines
        for source in routine.sources
    }
    return tuple(article for article in content.articles if article.id in sources)


def _evidence(content: Content) -> tuple[Evidence, ...]:
    wanted = {source for sources in RULE_SOURCES.values() for source in sources}
    return tuple(each for each in content.evidence if each.id in wanted)
