"""The words of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneegui.exchange.report import DoseLine, Grain, Rule, Told
from kneegui.progress.days import whole_minutes
from kneegui.progress.exercise_progress import ExercisePoint, Unit
from kneegui.progress.pain_trend import Change, Course
from kneegui.progress.sides import SidesOfExercise

NOTHING = "–"
_MINUTES_FROM_S = 120
"""Seconds from which a time is told in minutes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


# --- days and times ---


def full_date(day: date) -> str:
    """Gives ``21 November 2026``."""
    return _date(day, _tr("d MMMM yyyy"))


def short_date(day: date) -> str:
    """Gives ``21 Nov 2026``."""
    return _date(day, _tr("d MMM yyyy"))


def period(first: date, last: date) -> str:
    """Gives ``24 May to 21 November 2026``."""
    if first == last:
        return full_date(first)
    begin = full_date(first) if first.year != last.year else _date(first, _tr("d MMMM"))
    return _tr("{first} to {last}").format(first=begin, last=full_date(last))


def tick_word(day: date, grain: Grain) -> str:
    """Gives what stands below a chart: ``9 Nov``, ``Nov`` or, in January and for years, a year."""
    if grain is Grain.WEEK:
        return _date(day, _tr("d MMM"))
    if grain is Grain.YEAR or day.month == 1:
        return str(day.year)
    return _date(day, "MMM")


def span_word(first: date, last: date, grain: Grain) -> str:
    """Gives what a row is called: ``9 – 15 Nov``, ``Nov 2026``, ``2026``."""
    if grain is Grain.YEAR:
        return str(first.year)
    if grain is Grain.MONTH:
        return _date(first, _tr("MMM yyyy"))
    end = _date(last, _tr("d MMM"))
    if first == last:
        return end
    begin = str(first.day) if first.month == last.month else _date(first, _tr("d MMM"))
    return _tr("{first} – {last}").format(first=begin, last=end)


def _date(day: date, form: str) -> str:
    # The language of these words, so that no other one stands among them.
    return QLocale(_tr("en")).toString(QDate(day.year, day.month, day.day), form)


def hours(seconds: float) -> str:
    """Gives ``24 h 10 min``, or only minutes below an hour."""
    minutes = whole_minutes(seconds)
    if minutes < 60:
        return _tr("{n} min").format(n=minutes)
    return _tr("{h} h {min} min").format(h=minutes // 60, min=minutes % 60)


# --- numbers ---


def number(count: int) -> str:
    """Gives ``1,024``."""
    return QLocale(_tr("en")).toString(count)


def told_word(told: Told | None) -> str:
    """Gives the answers of a span: ``3``, or ``3 (2–5)``; a dash where none was given."""
    if told is None:
        return NOTHING
    if told.low == told.high:
        return str(told.low)
    return _tr("{middle} ({low}–{high})").format(middle=told.middle, low=told.low, high=told.high)


def pain_word(pain: int | None) -> str:
    """Gives a pain, or a dash where none was told."""
    return NOTHING if pain is None else str(pain)


def title_in_unit(title: str, unit: Unit, *, is_only: bool) -> str:
    """Gives ``Foam roll: calf``, or ``Foam roll: calf, in seconds`` where it has two lines."""
    if is_only:
        return title
    text = _tr("{title}, in seconds") if unit is Unit.SECONDS else _tr("{title}, in reps")
    return text.format(title=title)


def sessions_word(line: DoseLine) -> str:
    """Gives ``36``, or ``25 of 36`` where the others were counted otherwise."""
    if line.is_only:
        return str(line.sessions)
    return _tr("{n} of {all}").format(n=line.counted, all=line.sessions)


def dose_word(point: ExercisePoint, *, in_all: bool = False) -> str:
    """Gives ``2 × 10 reps``, ``10 + 8 reps``, ``2 × 45 s``, ``2 × 3 holds, 32 s``.

    Args:
        point: what was done in a session.
        in_all: with what the sets come to together: ``2 × 10 = 20 reps``.
    """
    sets = point.sets
    amount = f"{len(sets)} × {sets[0]}" if len(set(sets)) == 1 else " + ".join(map(str, sets))
    if in_all and len(sets) > 1:
        amount = f"{amount} = {point.done}"
    if point.unit is Unit.SECONDS:
        text = _tr("{amount} s")
    elif point.hold_s:
        text = _tr("1 hold, {held} s") if point.done == 1 else _tr("{amount} holds, {held} s")
    else:
        text = _tr("1 rep") if point.done == 1 else _tr("{amount} reps")
    return text.format(amount=amount, held=point.hold_s)


def side_words(sides: SidesOfExercise) -> tuple[str, str, str]:
    """Gives what was done left and right, and by how much one side did more.

    Times are told in minutes, short ones in seconds. The difference is that of the numbers told,
    so that the same numbers always have the same words; where rounding may hide one, both sides
    are about the same.
    """
    left, right = sides.left.done, sides.right.done
    if sides.unit is Unit.REPS:
        return number(left), number(right), _ahead_word(sides.left_ahead, "{n}")
    if max(left, right) < _MINUTES_FROM_S:
        seconds = _tr("{n} s")
        return (
            seconds.format(n=left),
            seconds.format(n=right),
            _ahead_word(sides.left_ahead, seconds),
        )
    ahead = whole_minutes(left) - whole_minutes(right)
    words = _ahead_word(ahead, _tr("{n} min")) if ahead else _tr("about the same")
    return hours(left), hours(right), words


def _ahead_word(ahead: int, amount: str) -> str:
    """Gives ``left +12``; ``the same`` where both sides did as much."""
    if not ahead:
        return _tr("the same")
    text = _tr("left +{much}") if ahead > 0 else _tr("right +{much}")
    return text.format(much=amount.format(n=number(abs(ahead))))


# --- sentences ---


def course_told(course: Course) -> str:
    """Gives how the pain after a session went in the period, in a sentence or two."""
    verdict = {
        Change.LOWER: _tr("Pain after a session became lower."),
        Change.SAME: _tr("Pain after a session stayed about the same."),
        Change.HIGHER: _tr("Pain after a session became higher."),
    }[course.change]
    if course.sessions == 1:
        ends = _tr(
            "It was {first} after the first session of the period, {latest} after the latest."
        )
    else:
        ends = _tr(
            "Median of the first {n} answers of the period: {first}; of the latest {n}: {latest}."
        )
    ends = ends.format(first=course.first, latest=course.latest, n=course.sessions)
    return f"{verdict} {ends}"


def course_short(course: Course) -> str:
    """Gives ``6 at first, 1 latest``: the medians of both ends."""
    return _tr("{first} at first, {latest} latest").format(first=course.first, latest=course.latest)


def rule_words(rule: Rule) -> str:
    """Gives a rule in a sentence or two."""
    return {
        Rule.PAIN_SCALE: _tr(
            "Pain is the user's own rating in whole numbers: 0 is none, 10 the worst imaginable."
        ),
        Rule.SAME: _tr(
            "A difference of one point reads as about the same; two points are a change that "
            "people notice. That one point is none is a choice of the program."
        ),
        Rule.ZONES: _tr(
            "Within an exercise, pain of 0 to 2 is of no concern and 3 to 5 is allowed, but no "
            "reason to do more; sources differ on whether the border is 2 or 3. From 6 on the "
            "program ends the exercise for the day."
        ),
        Rule.MORNING: _tr(
            "A session has settled where pain the next morning is at most one point above the "
            "pain before it. That one point is tolerated is a choice of the program."
        ),
        Rule.PLAN: _tr(
            "The plan is practice on three days a week or more. That is the program's default; "
            "a professional may well advise another one."
        ),
    }[rule]


def refs(numbers: Sequence[int]) -> str:
    """Gives ``[2, 3]``."""
    return f"[{', '.join(map(str, numbers))}]"
