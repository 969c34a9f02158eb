"""The words for days, times of day, sessions and their steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneegui.domain.session import (
    Moment,
    Session,
    SessionStatus,
    Side,
    StepKind,
    StepRecord,
    StepStatus,
)
from kneegui.ui.session_line import SessionLine
from kneegui.ui.words import minutes


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def _locale() -> QLocale:
    # The language of these words, so that "Friday" never stands in the middle of another one.
    return QLocale(_tr("en"))


def _date_text(day: date, form: str) -> str:
    return _locale().toString(QDate(day.year, day.month, day.day), form)


# --- days and times ---


def full_day(day: date) -> str:
    """Gives ``Friday 20 November``."""
    return _date_text(day, _tr("dddd d MMMM"))


def short_day(day: date) -> str:
    """Gives ``Fri 20 Nov``."""
    return _date_text(day, _tr("ddd d MMM"))


def weekday(day: date) -> str:
    """Gives ``Friday``."""
    return _date_text(day, "dddd")


def weekday_letter(day: date) -> str:
    """Gives ``F``."""
    return weekday(day)[:1]


def day_heading(day: date, today: date) -> str:
    """Gives a day as the heading of what happened on it; the year where it is another one."""
    if day == today:
        return _tr("Today")
    if day == today - timedelta(days=1):
        return _tr("Yesterday")
    return full_day(day) if day.year == today.year else _date_text(day, _tr("dddd d MMMM yyyy"))


def time_of_day(moment: Moment) -> str:
    """Gives ``19:42``, as the clocks of that place showed."""
    return f"{moment.local:%H:%M}"


def interrupted_words(moment: Moment, today: date) -> str:
    """Gives ``Interrupted today at 19:42``."""
    day = moment.local.date()
    if day == today:
        text = _tr("Interrupted today at {time}")
    elif day == today - timedelta(days=1):
        text = _tr("Interrupted yesterday at {time}")
    else:
        text = _tr("Interrupted on {day} at {time}")
    return text.format(day=full_day(day), time=time_of_day(moment))


def session_span(session: Session) -> str:
    """Gives ``Friday 20 November, 19:20 to 19:43``, or just the start of one without an end."""
    began = session.started_at
    day = began.local.date()
    if session.ended_at is None:
        return _tr("{day}, {start}").format(day=full_day(day), start=time_of_day(began))
    end_day = session.ended_at.local.date()
    if end_day != day:
        text = _tr("{day}, {start} to {end_day}, {end}")
    else:
        text = _tr("{day}, {start} to {end}")
    return text.format(
        day=full_day(day),
        start=time_of_day(began),
        end_day=short_day(end_day),
        end=time_of_day(session.ended_at),
    )


# --- sessions ---


def session_status_word(status: SessionStatus) -> str:
    """Gives how a session ended; one that nobody ended was interrupted."""
    return {
        SessionStatus.RUNNING: _tr("Interrupted"),
        SessionStatus.COMPLETED: _tr("Completed"),
        SessionStatus.LEFT: _tr("Left early"),
        SessionStatus.DISCARDED: _tr("Interrupted"),
    }[status]


SESSION_ICON = {
    SessionStatus.RUNNING: "clock-counter-clockwise-bold",
    SessionStatus.COMPLETED: "check-circle-fill",
    SessionStatus.LEFT: "sign-out-bold",
    SessionStatus.DISCARDED: "clock-counter-clockwise-bold",
}


def done_of_planned(session: SessionLine) -> str:
    """Gives ``8 of 11 steps``."""
    text = (
        _tr("{done} of {all} step") if session.planned_steps == 1 else _tr("{done} of {all} steps")
    )
    return text.format(done=session.done_steps, all=session.planned_steps)


def session_facts(session: SessionLine) -> str:
    """Gives what a list tells of a session: start, minutes, steps and how it ended."""
    facts = [time_of_day(session.started_at)]
    if session.seconds >= 1:
        facts.append(minutes(round(session.seconds)))
    facts += [done_of_planned(session), session_status_word(session.status)]
    return "  ·  ".join(facts)


def count_sessions(number: int) -> str:
    """Gives ``1 session``, ``12 sessions``."""
    return (_tr("{n} session") if number == 1 else _tr("{n} sessions")).format(n=number)


def count_exercises(number: int) -> str:
    """Gives ``1 exercise``, ``8 exercises``."""
    return (_tr("{n} exercise") if number == 1 else _tr("{n} exercises")).format(n=number)


def pain_change(before: int | None, after: int | None) -> str:
    """Gives ``Pain before 3, after 2``; empty where nothing was answered."""
    if before is None and after is None:
        return ""
    if after is None:
        return _tr("Pain before {before}").format(before=before)
    if before is None:
        return _tr("Pain after {after}").format(after=after)
    return _tr("Pain before {before}, after {after}").format(before=before, after=after)


def pain_word(pain: int) -> str:
    """Gives ``Pain 5``."""
    return _tr("Pain {pain}").format(pain=pain)


EFFORTS = ((1, 2), (3, 4), (5, 6), (7, 8), (9, 10))
"""Lowest and highest effort that each of the five words stands for; the lowest is kept."""


def effort_words() -> Sequence[str]:
    """Gives the five words for effort, the lightest first."""
    return (_tr("Very easy"), _tr("Easy"), _tr("Right"), _tr("Hard"), _tr("Too hard"))


def effort_word(effort: int) -> str:
    """Gives the word for an effort from 0 to 10."""
    return effort_words()[effort_place(effort)]


def effort_place(effort: int) -> int:
    """Gives which of the five words stands for an effort from 0 to 10."""
    return max(0, (effort - 1) // 2)


# --- steps ---


def side_word(side: Side) -> str:
    """Gives the name of a side."""
    return {
        Side.LEFT: _tr("Left"),
        Side.RIGHT: _tr("Right"),
        Side.BOTH: _tr("Both"),
    }[side]


def step_status_word(status: StepStatus) -> str:
    """Gives how a step ended."""
    return {
        StepStatus.DONE: _tr("Done"),
        StepStatus.SKIPPED: _tr("Skipped"),
        StepStatus.STOPPED: _tr("Stopped"),
    }[status]


def step_place(step: StepRecord) -> str:
    """Gives ``Left side, set 2, again``: where in its exercise a step stood."""
    if step.side is Side.BOTH:
        parts = [_tr("Set {n}").format(n=step.set)]
    else:
        left = step.side is Side.LEFT
        parts = [_tr("Left side") if left else _tr("Right side")]
        parts.append(_tr("set {n}").format(n=step.set))
    if step.attempt:
        parts.append(_tr("again"))
    return ", ".join(parts)


def step_amount(step: StepRecord) -> str:
    """Gives ``8 of 10 reps``, ``2 of 2 holds``, ``45 of 60 s``."""
    text = {
        StepKind.HOLD: _tr("{done} of {planned} holds"),
        StepKind.TIMED: _tr("{done} of {planned} s"),
    }.get(step.kind, _tr("{done} of {planned} reps"))
    return text.format(done=step.done, planned=step.planned)
