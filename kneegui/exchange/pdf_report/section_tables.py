"""The tables of the report: one function each, with the heading above it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneegui.exchange.pdf_report import report_words as words
from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.parts import paragraph, section_heading, small_print
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.table import Column, table
from kneegui.exchange.pdf_report.type_setting import Align
from kneegui.exchange.report import Grain, Report

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
    columns = (
        Column(""),
        Column(_tr("Days"), 32, right),
        Column(_tr("Sessions"), 44, right),
        Column(_tr("Ended early"), 40, right),
        Column(_tr("Time"), 60, right),
        Column(_tr("Pain before"), 40, right),
        Column(_tr("Worst in it"), 40, right),
        Column(_tr("Pain after"), 40, right),
        Column(_tr("Next morning"), 44, right),
    )
    rows = [
        (
            words.span_word(span.first, span.last, report.grain),
            str(span.days),
            str(span.sessions),
            str(span.early),
            words.hours(span.seconds),
            words.told_word(span.before),
            words.told_word(span.worst),
            words.told_word(span.after),
            words.told_word(span.morning),
        )
        for span in report.spans
    ]
    return [section_heading(title, width), *table(columns, rows, width, _GAP)]


def doses(report: Report, width: float) -> list[Piece]:
    """Gives how much was done of each exercise at first, at last, and at most."""
    if not report.doses:
        return []
    caption = _tr(
        "Sets × repetitions, on each side where an exercise has sides; sets of different length "
        "one by one. A hold is one repetition; its longest is told, the way in and out included. "
        "First and latest are of the same routine. What was counted in seconds in some sessions "
        "and in repetitions in others has a line for each."
    )
    columns = (
        Column(_tr("Exercise")),
        Column(_tr("Sessions"), 50, Align.RIGHT),
        Column(_tr("First"), 82),
        Column(_tr("Latest"), 82),
        Column(_tr("Most in a session"), 82),
    )
    rows = [
        (
            words.title_in_unit(line.title, line.first.unit, is_only=line.is_only),
            words.sessions_word(line),
            words.dose_word(line.first),
            words.dose_word(line.latest),
            words.dose_word(line.most),
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
        "Repetitions, or time where an exercise is done for a time, all sessions together. What "
        "was done both ways has a line for each."
    )
    return [
        section_heading(_tr("Left and right"), width),
        small_print(caption, width, with_next=True),
        *table(columns, rows, width, _GAP),
    ]
