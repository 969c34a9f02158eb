"""The tables of the report: one function each, with the heading above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kneegui.exchange.pdf_report import report_words as words
from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.parts import paragraph, section_heading, small_print
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.table import Column, table
from kneegui.exchange.pdf_report.type_setting import Align
from kneegui.exchange.report import Grain, Report, Span, Told

_GAP = 8 * POINT


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def spans(report: Report, width: float) -> list[Piece]:
    """Gives what was practised and told, span by span."""
    title = {
        Grain.WEEK: _tr("Week by week"),
        Grain.MONTH: _tr("Month by month"),
        Grain.YEAR: _tr("Year by year"),
    }[report.grain]
    right = Align.RIGHT
    pains: tuple[tuple[str, Callable[[Span], Told | None]], ...] = (
        (_tr("Pain before"), lambda span: span.before),
        (_tr("Worst pain"), lambda span: span.worst),
        (_tr("Pain after"), lambda span: span.after),
        (_tr("Next morning"), lambda span: span.morning),
    )
    # What was never told has no column.
    told = [each for each in pains if any(each[1](span) for span in report.spans)]
    columns = (
        Column(""),
        Column(_tr("Days"), 30, right),
        Column(_tr("Sessions"), 42, right),
        Column(_tr("Ended early"), 36, right),
        Column(_tr("Time"), 56, right),
        *(Column(name, 44, right) for name, _ in told),
    )
    rows = [
        (
            words.span_word(span.first, span.last, report.grain),
            str(span.days),
            str(span.sessions),
            str(span.early),
            words.hours(span.seconds),
            *(words.told_word(pain(span)) for _, pain in told),
        )
        for span in report.spans
    ]
    heading = section_heading(title, width)
    if not told:
        return [heading, *table(columns, rows, width, _GAP)]
    text = _tr("Pain: the median of the answers, and the lowest to the highest.")
    if any(span.worst for span in report.spans):
        worst = _tr("Worst: the highest told before, in or after a session.")
        text = f"{text} {worst}"
    caption = small_print(text, width, with_next=True)
    return [heading, caption, *table(columns, rows, width, _GAP)]


def doses(report: Report, width: float) -> list[Piece]:
    """Gives how much was done of each exercise at first, at last, and at most."""
    if not report.doses:
        return []
    caption = _tr(
        "Sets × repetitions, holds or seconds, on each side where an exercise has sides; sets of "
        "different length one by one. Of the holds the longest is told, the way in and out "
        "included. First and latest are of the same routine. What was counted in seconds in some "
        "sessions and in repetitions in others has a line for each."
    )
    columns = (
        Column(_tr("Exercise")),
        Column(_tr("Sessions"), 50, Align.RIGHT),
        Column(_tr("First"), 78),
        Column(_tr("Latest"), 78),
        Column(_tr("Most in one session"), 90),
    )
    rows = [
        (
            words.title_in_unit(line.title, line.first.unit, is_only=line.is_only),
            words.sessions_word(line),
            words.dose_word(line.first),
            words.dose_word(line.latest),
            words.dose_word(line.most, in_all=True),
        )
        for line in report.doses
    ]
    return [
        section_heading(_tr("Exercises and doses"), width),
        small_print(caption, width, with_next=True),
        *table(columns, rows, width, _GAP),
    ]


def hurting(report: Report, width: float) -> list[Piece]:
    """Gives the exercises that hurt, or says that none did."""
    if not report.doses and not report.hurting:
        return []
    heading = section_heading(_tr("Exercises that hurt"), width)
    if not report.hurting:
        text = _tr("No pain was noted in an exercise.")
        return [heading, paragraph(text, width, gap=_GAP)]
    right = Align.RIGHT
    columns = (
        Column(_tr("Exercise")),
        Column(_tr("Sessions with pain"), 66, right),
        Column(_tr("Ended by pain"), 60, right),
        Column(_tr("Worst pain"), 46, right),
        Column(_tr("Last time"), 72, right),
        Column(_tr("Pain then"), 46, right),
    )
    rows = [
        (
            each.title,
            _tr("{n} of {all}").format(n=each.painful, all=each.sessions),
            str(each.stopped),
            words.pain_word(each.worst),
            words.short_date(each.latest_day),
            words.pain_word(each.latest_pain),
        )
        for each in report.hurting
    ]
    return [heading, *table(columns, rows, width, _GAP)]


def sides(report: Report, width: float) -> list[Piece]:
    """Gives what each side did of the exercises that have sides."""
    if not report.sides:
        return []
    right = Align.RIGHT
    columns = (
        Column(_tr("Exercise")),
        Column(_tr("Done left"), 56, right),
        Column(_tr("Done right"), 56, right),
        Column(_tr("More on"), 68, right),
        Column(_tr("Worst pain left"), 46, right),
        Column(_tr("Worst pain right"), 46, right),
    )
    rows = [
        (
            words.title_in_unit(side.title, side.unit, is_only=side.is_only),
            *words.side_words(side),
            words.pain_word(side.left.pain),
            words.pain_word(side.right.pain),
        )
        for side in report.sides
    ]
    caption = _tr(
        "Repetitions or holds, or time where an exercise is done for a time, all sessions "
        "together. What was done both ways has a line for each."
    )
    return [
        section_heading(_tr("Left and right"), width),
        small_print(caption, width, with_next=True),
        *table(columns, rows, width, _GAP),
    ]
