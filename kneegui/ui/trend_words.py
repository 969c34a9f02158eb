"""The words for what the sessions of weeks and years show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneegui.domain.exercise import Goal
from kneegui.progress.exercise_progress import ExercisePoint, Unit
from kneegui.progress.hurting import Hurting
from kneegui.progress.months import Month
from kneegui.progress.pain_trend import Change, Course, PainMonth, PainPoint, PainTrend
from kneegui.progress.weeks import Week
from kneegui.ui.session_words import count_days, count_sessions, month_of_year, short_dated
from kneegui.ui.words import goal_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def _date_text(day: date, form: str) -> str:
    return QLocale(_tr("en")).toString(QDate(day.year, day.month, day.day), form)


# --- days ---


def day_and_month(day: date) -> str:
    """Gives ``20 Nov``."""
    return _date_text(day, _tr("d MMM"))


def week_told(monday: date, today: date) -> str:
    """Gives ``Week of 16 Nov``, with its year where that is not this one."""
    if monday.year == today.year:
        day = day_and_month(monday)
    else:
        day = _date_text(monday, _tr("d MMM yyyy"))
    return _tr("Week of {day}").format(day=day)


# --- pain ---


def change_word(change: Change) -> str:
    """Gives how a pain compares with an earlier one."""
    return {
        Change.LOWER: _tr("lower"),
        Change.SAME: _tr("about the same"),
        Change.HIGHER: _tr("higher"),
    }[change]


def pain_told(point: PainPoint, today: date) -> str:
    """Gives ``Fri 20 Nov, Calm-down: before 3, after 2, about the same``."""
    told = [
        text.format(n=pain)
        for text, pain in (
            (_tr("before {n}"), point.before),
            (_tr("worst {n}"), point.worst),
            (_tr("after {n}"), point.after),
            (_tr("next morning {n}"), point.morning),
        )
        if pain is not None
    ]
    if point.change is not None:
        told.append(change_word(point.change))
    return _tr("{day}, {title}: {told}").format(
        day=short_dated(point.day, today),
        title=point.title,
        told=", ".join(told) if told else _tr("no answer"),
    )


def pain_month_told(month: PainMonth) -> str:
    """Gives ``November 2026: after 12 sessions 1 to 5, in the middle 3``."""
    if month.low == month.high:
        text = _tr("{month}: after {sessions} {low}")
    else:
        text = _tr("{month}: after {sessions} {low} to {high}, in the middle {middle}")
    return text.format(
        month=month_of_year(month.first),
        sessions=count_sessions(month.sessions),
        low=month.low,
        high=month.high,
        middle=month.middle,
    )


def pain_summary(trend: PainTrend, today: date) -> str:
    """Gives how the pain after a session went in a period; of a single answer what it was."""
    if trend.course is not None:
        return _tr("{verdict}. {ends}.").format(
            verdict=course_verdict(trend.course, today), ends=course_ends(trend.course)
        )
    if trend.first is None:
        return ""
    text = _tr("Pain {n} after the session of {day}")
    return text.format(day=short_dated(trend.first.day, today), n=trend.first.after)


def course_verdict(course: Course, today: date) -> str:
    """Gives ``About the same since Tue 29 Sep``."""
    text = {
        Change.LOWER: _tr("Lower since {day}"),
        Change.SAME: _tr("About the same since {day}"),
        Change.HIGHER: _tr("Higher since {day}"),
    }[course.change]
    return text.format(day=short_dated(course.since, today))


def course_ends(course: Course) -> str:
    """Gives ``Middle pain 5 after the first 3 sessions, 2 after the latest 3``."""
    if course.sessions == 1:
        text = _tr("Pain {first} after the first session, {latest} after the latest")
    else:
        text = _tr(
            "Middle pain {first} after the first {n} sessions, {latest} after the latest {n}"
        )
    return text.format(first=course.first, latest=course.latest, n=course.sessions)


def worst_pain(pain: int) -> str:
    """Gives ``worst pain 5``."""
    return _tr("worst pain {n}").format(n=pain)


# --- weeks ---


def minutes_told(minutes: int) -> str:
    """Gives ``95 min``; also ``0 min``."""
    return _tr("{n} min").format(n=minutes)


def week_minutes_told(week: Week, today: date) -> str:
    """Gives ``Week of 16 Nov: 104 min in 4 sessions``."""
    return _tr("{week}: {minutes} in {sessions}").format(
        week=week_told(week.monday, today),
        minutes=minutes_told(week.minutes),
        sessions=count_sessions(week.sessions),
    )


def goals_told(of: Week | Month, *, minutes: bool) -> str:
    """Gives the minutes, or sessions, of goals that have any.

    So ``release 12, strengthen 16`` are minutes; ``release in 2, strengthen in 3`` are sessions,
    which may be the same.
    """
    counts = of.goal_minutes if minutes else {g: share.sessions for g, share in of.by_goal.items()}
    text = _tr("{goal} {n}") if minutes else _tr("{goal} in {n}")
    shares = (
        text.format(goal=goal_word(goal).lower(), n=counts[goal])
        for goal, share in of.by_goal.items()
        if share.sessions
    )
    return ", ".join(shares)


def week_days_told(week: Week, today: date, planned: int) -> str:
    """Gives ``Week of 16 Nov: 4 days, plan 3``, and the days of each goal that has any."""
    goals = [
        _tr("{goal} on {n}").format(goal=goal_word(goal).lower(), n=share.days)
        for goal, share in week.by_goal.items()
        if share.days
    ]
    told = _tr("{week}: {days}, plan {plan}").format(
        week=week_told(week.monday, today), days=count_days(week.days), plan=planned
    )
    return ", ".join([told, *goals])


def plan_summary(whole: Sequence[Week]) -> str:
    """Gives in how many whole weeks the plan was kept: ``12 of 13 whole weeks as planned``."""
    if not whole:
        return _tr("No week is whole yet")
    one, many = (
        _tr("{n} of {all} whole week as planned"),
        _tr("{n} of {all} whole weeks as planned"),
    )
    text = one if len(whole) == 1 else many
    return text.format(n=sum(week.is_as_planned for week in whole), all=len(whole))


def month_told(month: Month) -> str:
    """Gives ``November 2026: 312 min in 13 sessions``; the weeks that begin in it."""
    return _tr("{month}: {minutes} in {sessions}").format(
        month=month_of_year(month.first),
        minutes=minutes_told(month.minutes),
        sessions=count_sessions(month.sessions),
    )


def bar_told(of: Week | Month, today: date) -> str:
    """Gives the minutes and sessions of a week or month."""
    return month_told(of) if isinstance(of, Month) else week_minutes_told(of, today)


def month_plan_told(month: Month) -> str:
    """Gives ``November 2026: 3 of 4 weeks as planned``."""
    text = _tr("{month}: {n} of {all} weeks as planned")
    return text.format(month=month_of_year(month.first), n=month.as_planned, all=month.weeks)


def goal_plan_words(goal: Goal, least: int, most: int) -> str:
    """Gives ``Stretch 3–5 days``."""
    days = str(least) if least == most else f"{least}–{most}"
    return _tr("{goal} {days} days").format(goal=goal_word(goal), days=days)


# --- exercises ---


def dose_told(point: ExercisePoint) -> str:
    """Gives ``2 × 10``, ``10 + 8``, ``2 × 45 s``, ``2 holds``: what was done per side."""
    sets = point.sets
    unit = _tr("{n} s") if point.unit is Unit.SECONDS else "{n}"
    if len(sets) == 1:
        if point.unit is Unit.SECONDS:
            return unit.format(n=sets[0])
        return count_reps(sets[0], holds=point.is_holds)
    if len(set(sets)) == 1:
        return f"{len(sets)} × {unit.format(n=sets[0])}"
    return unit.format(n=" + ".join(map(str, sets)))


def count_reps(done: int, *, holds: bool) -> str:
    """Gives ``1 rep``, ``12 reps``, ``1 hold``, ``3 holds``."""
    if holds:
        text = _tr("{n} hold") if done == 1 else _tr("{n} holds")
    else:
        text = _tr("{n} rep") if done == 1 else _tr("{n} reps")
    return text.format(n=done)


def hold_told(seconds: int) -> str:
    """Gives ``35 s``."""
    return _tr("{n} s").format(n=seconds)


def side_amount(done: int, unit: Unit, *, holds: bool = False) -> str:
    """Gives ``120 reps``, ``21 holds``, ``45 s``, ``12 min``: all one side did over a time.

    Args:
        done: how much.
        unit: what that is.
        holds: True where the repetitions are holds.
    """
    if unit is Unit.REPS:
        return count_reps(done, holds=holds)
    return _tr("{n} s").format(n=done) if done < 120 else minutes_told(round(done / 60))


def exercise_told(point: ExercisePoint, title: str, effort: int | None, today: date) -> str:
    """Gives ``Fri 20 Nov, Calm-down: 2 × 10, held 35 s each, effort of the session 4, pain 2``."""
    told = [dose_told(point)]
    if point.hold_s is not None:
        held = _tr("held {seconds}") if point.done == 1 else _tr("held {seconds} each")
        told.append(held.format(seconds=hold_told(point.hold_s)))
    if effort is not None:
        told.append(_tr("effort of the session {n}").format(n=effort))
    if point.pain is not None:
        told.append(_tr("pain {n}").format(n=point.pain))
    if point.stopped:
        told.append(_tr("stopped"))
    return _tr("{day}, {title}: {told}").format(
        day=short_dated(point.day, today), title=title, told=", ".join(told)
    )


def hurting_told(hurting: Hurting) -> str:
    """Gives ``in 3 of 12 sessions, stopped in 1``."""
    text = (
        _tr("in {n} of {all} session") if hurting.sessions == 1 else _tr("in {n} of {all} sessions")
    )
    told = text.format(n=hurting.painful, all=hurting.sessions)
    if not hurting.stopped:
        return told
    return _tr("{told}, stopped in {n}").format(told=told, n=hurting.stopped)
