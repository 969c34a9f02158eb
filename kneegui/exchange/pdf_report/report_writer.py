"""Prints a report into a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QPen

from kneegui.exchange.pdf_report import report_words as words
from kneegui.exchange.pdf_report.paper import (
    FOOTER_BASE,
    HEADER_BASE,
    POINT,
    SIDE_MARGIN,
    TOP_MARGIN,
    Paper,
    column_height,
    column_width,
)
from kneegui.exchange.pdf_report.pieces import Placed, pages_of
from kneegui.exchange.pdf_report.sections import report_pieces
from kneegui.exchange.pdf_report.type_setting import Align, Ink, SetText, font, shortened, width_of
from kneegui.exchange.report import Report

_PAGE_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def report_pdf(report: Report, paper: Paper = Paper.A4) -> bytes:
    """Gives the report as a PDF: needs a ``QGuiApplication``, and may run on any thread."""
    pages = pages_of(report_pieces(report, column_width(paper)), column_height(paper))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(72 * POINT))
    writer.setPageSize(QPageSize(_PAGE_SIZES[paper]))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(f"{_tr('Knee exercise report')}, {words.period(report.first, report.last)}")
    writer.setCreator(report.program)
    with _painting(writer) as painter:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                writer.newPage()
                _paint_header(painter, report, paper)
            _paint_page(painter, page)
            _paint_footer(painter, report, paper, number, len(pages))
    return bytes(buffer.data().data())


@contextmanager
def _painting(writer: QPdfWriter) -> Iterator[QPainter]:
    painter = QPainter(writer)
    try:
        yield painter
    finally:
        # An unfinished painter would bring the process down with its device.
        painter.end()


def _paint_page(painter: QPainter, page: list[Placed]) -> None:
    for placed in page:
        top = TOP_MARGIN + placed.top
        painter.save()
        painter.translate(SIDE_MARGIN, top)
        placed.piece.paint(painter)
        painter.restore()


def _paint_header(painter: QPainter, report: Report, paper: Paper) -> None:
    left = _tr("Knee exercise report")
    if report.name:
        left = f"{left}  ·  {report.name}"
    period = words.period(report.first, report.last)
    _paint_line(painter, paper, HEADER_BASE, left, period, above=True)


def _paint_footer(painter: QPainter, report: Report, paper: Paper, page: int, pages: int) -> None:
    left = _tr("Made with {program} on {day}. Notes of the user; no diagnosis.").format(
        program=report.program, day=words.full_date(report.made_on)
    )
    right = _tr("Page {n} of {all}").format(n=page, all=pages)
    _paint_line(painter, paper, paper.size[1] - FOOTER_BASE, left, right, above=False)


def _paint_line(
    painter: QPainter, paper: Paper, base: float, left: str, right: str, *, above: bool
) -> None:
    width = column_width(paper)
    small = font(8)
    at_right = SetText(right, small, width, ink=Ink.SECOND, align=Align.RIGHT)
    room = width - width_of(right, small) - 24 * POINT
    at_left = SetText(shortened(left, small, room), small, width, ink=Ink.SECOND)
    top = base - at_left.height - 3 * POINT if above else base + 3 * POINT
    painter.setPen(QPen(Ink.LINE.colour, 0.5 * POINT))
    painter.drawLine(QPointF(SIDE_MARGIN, base), QPointF(SIDE_MARGIN + width, base))
    at_left.paint(painter, SIDE_MARGIN, top)
    at_right.paint(painter, SIDE_MARGIN, top)
