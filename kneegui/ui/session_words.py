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


def dated(day: date, today: date) -> str:
    """Gives ``Friday 20 November``, with its year where that is not this one."""
    return full_day(day) if day.year == today.year else _date_text(day, _tr("dddd d MMMM yyyy"))


def short_dated(day: date, today: date) -> str:
    """Gives ``Fri 20 Nov``, with its year where that is not this one."""
    return short_day(day) if day.year == today.year else _date_text(day, _tr("ddd d MMM yyyy"))


def day_of_month(day: date) -> str:
    """Gives ``20 November``."""
    return _date_text(day, _tr("d MMMM"))


def month_of_year(day: date) -> str:
    """Gives ``November 2026``."""
    return _date_text(day, _tr("MMMM yyyy"))


def short_month(day: date) -> str:
    """Gives ``Nov``."""
    return _date_text(day, "MMM")


def short_weekday(day: date) -> str:
    """Gives ``Fri``."""
    return _date_text(day, "ddd")


def weekday(day: date) -> str:
    """Gives ``Friday``."""
    return _date_text(day, "dddd")


def weekday_letter(day: date) -> str:
    """Gives ``F``."""
    return weekday(day)[:1]


def time_of_day(moment: Moment) -> str:
    """Gives ``19:42``, as the clocks of that place showed."""
    return f"{moment.local:%H:%M}"


def interrupted_words(status: SessionStatus, moment: Moment, today: date) -> str:
    """Gives ``Interrupted today at 19:42``, and ``Left`` where the user did it on purpose."""
    day = moment.local.date()
    left = status is SessionStatus.LEFT
    if day == today:
        text = _tr("Left today at {time}") if left else _tr("Interrupted today at {time}")
    elif day == today - timedelta(days=1):
        text = _tr("Left yesterday at {time}") if left else _tr("Interrupted yesterday at {time}")
    else:
        text = _tr("Left on {day} at {time}") if left else _tr("Interrupted on {day} at {time}")
    return text.format(day=full_day(day), time=time_of_day(moment))


def session_span(session: Session, today: date) -> str:
    """Gives ``Friday 20 November, 19:20 to 19:43``, or just the start of one without an end."""
    began = session.started_at
    day = began.local.date()
    if session.ended_at is None:
        return _tr("{day}, {start}").format(day=dated(day, today), start=time_of_day(began))
    end_day = session.ended_at.local.date()
    if end_day != day:
        text = _tr("{day}, {start} to {end_day}, {end}")
    else:
        text = _tr("{day}, {start} to {end}")
    return text.format(
        day=dated(day, today),
        start=time_of_day(began),
        end_day=short_dated(end_day, today),
        end=time_of_day(session.ended_at),
    )


# --- sessions ---


def session_status_word(session: SessionLine) -> str:
    """Gives how a session ended; one that nobody ended was interrupted."""
    if session.status is SessionStatus.COMPLETED:
        if not session.done_steps:
            return _tr("Skipped to the end")
        whole = session.done_steps >= session.planned_steps
        return _tr("Completed") if whole else _tr("Completed in part")
    return _tr("Left early") if session.status is SessionStatus.LEFT else _tr("Interrupted")


def _ended_otherwise(session: SessionLine) -> bool:
    """Tells whether it stands out how a session ended; that a part was skipped its steps tell."""
    return session.status is not SessionStatus.COMPLETED or not session.done_steps


def done_of_planned(session: SessionLine) -> str:
    """Gives ``8 of 11 steps``."""
    text = (
        _tr("{done} of {all} step") if session.planned_steps == 1 else _tr("{done} of {all} steps")
    )
    return text.format(done=session.done_steps, all=session.planned_steps)


_BETWEEN = "  ·  "


def session_line_short(session: SessionLine, day: str) -> str:
    """Gives ``Fri 20 Nov · 23 min · stopped``: the day as it is given, and what stands out."""
    return _BETWEEN.join([day, *_minutes(session), *_what_stands_out(session)])


def session_line_middle(session: SessionLine, day: str) -> str:
    """Gives ``Fri 20 Nov · 23 min · 8 of 11 steps · stopped``: the short one with its steps."""
    facts = [day, *_minutes(session), done_of_planned(session), *_what_stands_out(session)]
    return _BETWEEN.join(facts)


def session_line_long(session: SessionLine, day: str) -> str:
    """Gives ``Fri 20 Nov, 19:20 · 23 min · 8 of 11 steps · left early``."""
    when = _tr("{day}, {start}").format(day=day, start=time_of_day(session.started_at))
    facts = [when, *_minutes(session), done_of_planned(session)]
    if _ended_otherwise(session):
        facts.append(session_status_word(session).lower())
    if session.stopped_steps:
        facts.append(_tr("stopped by pain"))
    return _BETWEEN.join(facts)


def session_told(session: SessionLine, today: date) -> str:
    """Gives all that a list shows of a session in one sentence."""
    told = [
        session.title,
        dated(session.started_at.local.date(), today),
        time_of_day(session.started_at),
        *_minutes(session),
        done_of_planned(session),
        session_status_word(session),
    ]
    if session.stopped_steps:
        told.append(_tr("stopped by pain"))
    pain = pain_change(session.pain_before, session.pain_after)
    return ", ".join([*told, pain] if pain else told)


def _what_stands_out(session: SessionLine) -> Sequence[str]:
    if session.stopped_steps:
        return [_tr("stopped")]
    return [session_status_word(session).lower()] if _ended_otherwise(session) else []


def _minutes(session: SessionLine) -> Sequence[str]:
    return [minutes(round(session.seconds))] if session.seconds >= 1 else []


def deleted_words(session: Session) -> str:
    """Gives ``Session of 12 November deleted``."""
    day = day_of_month(session.started_at.local.date())
    return _tr("Session of {day} deleted").format(day=day)


def count_sessions(number: int) -> str:
    """Gives ``1 session``, ``12 sessions``."""
    return (_tr("{n} session") if number == 1 else _tr("{n} sessions")).format(n=number)


def count_days(number: int) -> str:
    """Gives ``1 day``, ``3 days``."""
    return (_tr("{n} day") if number == 1 else _tr("{n} days")).format(n=number)


def sessions_on_days(sessions: int, days: int, *, all_practised: bool) -> str:
    """Gives ``1 session``, ``25 sessions on 24 days``, or ``3 sessions, 2 days with practice``.

    Args:
        sessions: how many there are.
        days: on how many days something was practised in them.
        all_practised: False where nothing was in some of them, so that they have other days too.
    """
    counted = count_sessions(sessions)
    if all_practised and sessions == 1:
        return counted
    together, apart = _tr("{sessions} on {days}"), _tr("{sessions}, {days} with practice")
    text = together if all_practised else apart
    return text.format(sessions=counted, days=count_days(days))


def count_of_sessions(number: int, of: int) -> str:
    """Gives ``12 of 61 sessions``."""
    text = _tr("{n} of {all} session") if of == 1 else _tr("{n} of {all} sessions")
    return text.format(n=number, all=of)


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


EFFORTS = ((1, 2), (3, 4), (5, 6), (7, 8), (9, 10))
"""Lowest and highest effort that each of the five words stands for; the lowest is kept."""


def effort_words() -> Sequence[str]:
    """Gives the five words for effort, the lightest first."""
    return (_tr("Very easy"), _tr("Easy"), _tr("Just right"), _tr("Hard"), _tr("Too hard"))


def effort_word(effort: int) -> str:
    """Gives the word for an effort from 0 to 10."""
    return effort_words()[effort_place(effort)]


def effort_place(effort: int) -> int:
    """Gives which of the five words stands for an effort from 0 to 10."""
    return max(0, (effort - 1) // 2)


def side_word(side: Side) -> str:
    """Gives the name of a side."""
    return {
        Side.LEFT: _tr("Left"),
        Side.RIGHT: _tr("Right"),
        Side.BOTH: _tr("Both"),
    }[side]
