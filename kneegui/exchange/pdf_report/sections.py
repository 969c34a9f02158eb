"""The report as a column of pieces: each section a heading and what stands below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPen

from kneegui.exchange.pdf_report import report_words as words
from kneegui.exchange.pdf_report.pain_strips import MOST_POINTS, Strip, pain_strips, strip_axis
from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.parts import (
    SECTION_GAP,
    SMALL_GAP,
    paragraph,
    section_heading,
    side_by_side,
    small_print,
)
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.section_tables import doses, hurting, sides, spans
from kneegui.exchange.pdf_report.time_axis import TimeAxis
from kneegui.exchange.pdf_report.type_setting import Ink, SetText, font
from kneegui.exchange.pdf_report.week_bars import week_bars
from kneegui.exchange.report import RULE_SOURCES, Report, ReportNote, Span, Told
from kneegui.progress.pain_trend import PainPoint, pain_course
from kneegui.progress.weeks import PLANNED_DAYS

_GAP = 8 * POINT
_NUMBERS = 20 * POINT
"""The numbers before the sources."""
_NOTE_HEADS = 150 * POINT
_NOTE_TEXTS = 162 * POINT
"""Where the notes begin, beside the days and routines they are of."""

_Value = Callable[[PainPoint], int | None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def report_pieces(report: Report, width: float) -> list[Piece]:
    """Gives all of the report; what nothing is known of is left out."""
    pieces = _title(report, width)
    if report.is_empty:
        nothing = paragraph(_tr("In this time no session was noted."), width, gap=SECTION_GAP)
        return [*pieces, nothing, *_reading(report, width)]
    for section in (_practice, _pain, spans, doses, hurting, sides, _notes, _reading):
        pieces += section(report, width)
    return pieces


# --- title and numbers ---


def _title(report: Report, width: float) -> list[Piece]:
    pieces = [SetText(_tr("Knee exercise report"), font(23, 700), width).piece()]
    if report.name:
        pieces.append(SetText(report.name, font(13, 600), width).piece(SMALL_GAP))
    period = words.period(report.first, report.last)
    pieces.append(SetText(period, font(11.5, 500), width, ink=Ink.SECOND).piece(SMALL_GAP))
    about = _tr(
        "Noted by the user in KneeGuide, a program for exercise at home. It is no diagnosis."
    )
    pieces.append(paragraph(about, width, gap=_GAP))
    return pieces


def _facts(report: Report, width: float) -> Piece:
    facts = [
        (words.number(report.days), _tr("days with practice")),
        (
            words.number(report.sessions),
            _tr("sessions, {n} of them completed").format(n=words.number(report.completed)),
        ),
        (words.hours(report.seconds), _tr("of exercise")),
    ]
    if report.whole_weeks:
        number = _tr("{n} of {all}").format(n=report.planned_weeks, all=report.whole_weeks)
        kept = _tr("whole weeks with {n} days or more").format(n=PLANNED_DAYS)
        facts.insert(1, (number, kept))
    share = width / len(facts)
    numbers = [SetText(number, font(17, 600), share - 12 * POINT) for number, _ in facts]
    captions = [
        SetText(caption, font(8.5), share - 12 * POINT, ink=Ink.SECOND) for _, caption in facts
    ]
    top = max(number.height for number in numbers)

    def paint(painter: QPainter) -> None:
        for place, (number, caption) in enumerate(zip(numbers, captions, strict=True)):
            left = place * share
            if place:
                painter.setPen(QPen(Ink.LINE.colour, 0.5 * POINT))
                painter.drawLine(QPointF(left, 0), QPointF(left, height))
                left += 12 * POINT
            number.paint(painter, left, 0)
            caption.paint(painter, left, top)

    height = top + max(caption.height for caption in captions)
    return Piece(height=height, paint=paint, gap=_GAP)


# --- over time ---


def _axis(report: Report, width: float) -> TimeAxis:
    left, axis_width = strip_axis(width)
    return TimeAxis(
        first=report.spans[0].first, last=report.spans[-1].last, left=left, width=axis_width
    )


def _practice(report: Report, width: float) -> list[Piece]:
    pieces = [section_heading(_tr("Practice"), width), _facts(report, width)]
    if len(report.weeks) > 1:
        bars = week_bars(
            report.weeks, _axis(report, width), _tr("Days a week"), str(PLANNED_DAYS), 14 * POINT
        )
        caption = _tr("Dashed: the plan of {n} days a week. Dark: weeks that kept it.")
        pieces += [bars, small_print(caption.format(n=PLANNED_DAYS), width)]
    return pieces


def _pain(report: Report, width: float) -> list[Piece]:
    points = report.pain.points
    if not report.pain.is_told:
        return []
    axis = _axis(report, width)
    many = sum(point.is_told for point in points) > MOST_POINTS
    series: tuple[tuple[str, _Value, Callable[[Span], Told | None]], ...] = (
        (_tr("Before"), lambda point: point.before, lambda span: span.before),
        (_tr("After"), lambda point: point.after, lambda span: span.after),
        (_tr("Next morning"), lambda point: point.morning, lambda span: span.morning),
    )
    strips = [
        strip
        for name, value, told in series
        if (strip := _strip(name, value, told, points)) is not None
    ]
    if not strips:
        return []
    if many:
        caption = _tr("A bar: lowest to highest of a month, the median dotted.")
    else:
        caption = _tr("A dot: one session. No line crosses a missing answer or a long pause.")
    if any(strip.band for strip in strips):
        caption += " " + _tr("Shaded: about the same as at first, by the median.")
    chart = pain_strips(strips, points, report.months if many else (), axis, 10 * POINT)
    course = report.pain.course
    told = [] if course is None else [paragraph(words.course_told(course), width, gap=_GAP)]
    return [section_heading(_tr("Pain"), width), *told, chart, small_print(caption, width)]


def _strip(
    name: str,
    value: _Value,
    told: Callable[[Span], Told | None],
    points: Sequence[PainPoint],
) -> Strip | None:
    pains = [(point.day, value(point)) for point in points]
    answers = [pain for _, pain in pains if pain is not None]
    if not answers:
        return None
    course = pain_course(pains)
    return Strip(
        name=name,
        detail=str(answers[0]) if course is None else words.course_short(course),
        band=None if course is None else course.band,
        value=value,
        told=told,
    )


# --- words ---


def _notes(report: Report, width: float) -> list[Piece]:
    if not report.notes:
        return []
    pieces = [section_heading(_tr("Notes of the user"), width)]
    for number, note in enumerate(report.notes):
        pieces += _note(note, width, gap=_GAP if number == 0 else 4 * POINT)
    return pieces


def _note(note: ReportNote, width: float, gap: float) -> list[Piece]:
    head = _tr("{day}, {title}").format(day=words.short_date(note.day), title=note.title)
    return side_by_side(
        SetText(head, font(9, 600), _NOTE_HEADS, ink=Ink.SECOND),
        SetText(note.text, font(9), width - _NOTE_TEXTS),
        _NOTE_TEXTS,
        gap,
    )


def _reading(report: Report, width: float) -> list[Piece]:
    cited = [(words.rule_words(rule), RULE_SOURCES[rule]) for rule in report.rules]
    if report.articles:
        about = _tr("The routines follow what these people publish for runners.")
        cited.append((about, tuple(article.id for article in report.articles)))
    if not cited:
        return []
    # In the order in which they are mentioned first.
    sources = list(dict.fromkeys(source for _, ids in cited for source in ids))
    numbers = {source: number for number, source in enumerate(sources, start=1)}
    rules = [_sentence(about, [numbers[each] for each in ids], width) for about, ids in cited]
    return [
        section_heading(_tr("How to read this report"), width),
        *rules,
        SetText(_tr("Sources"), font(10, 600), width).piece(12 * POINT, with_next=True),
        _sources(report, sources, width),
    ]


def _sentence(about: str, numbers: Sequence[int], width: float) -> Piece:
    return paragraph(f"{about} {words.refs(numbers)}", width, gap=5 * POINT)


def _sources(report: Report, ids: Sequence[str], width: float) -> Piece:
    """Gives the sources in two columns: most of them are short."""
    named = {
        article.id: _tr("{author}: {title}.").format(author=article.author, title=article.title)
        for article in report.articles
    }
    named |= {
        publication.id: _tr("{citation}.").format(citation=publication.citation)
        for publication in report.evidence
    }
    share = width / 2
    small, ink = font(8), Ink.SECOND
    lines = [
        (
            SetText(words.refs([number]), small, _NUMBERS, ink=ink),
            SetText(named[each], small, share - _NUMBERS - 12 * POINT, ink=ink),
        )
        for number, each in enumerate(ids, start=1)
    ]
    half = ceil(len(lines) / 2)
    columns = lines[:half], lines[half:]

    def paint(painter: QPainter) -> None:
        for place, column in enumerate(columns):
            top = 0.0
            for number, text in column:
                number.paint(painter, place * share, top)
                text.paint(painter, place * share + _NUMBERS, top)
                top += text.height

    height = max(sum(text.height for _, text in column) for column in columns)
    return Piece(height=height, paint=paint, gap=SMALL_GAP)
