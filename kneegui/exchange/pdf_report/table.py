"""Tables: the head stands above every page of them, and cells wrap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.type_setting import Align, Ink, SetText, font

_BETWEEN = 10 * POINT
_KEPT_WHOLE = 6
"""So many rows are not parted where they fit on one page."""
_ABOVE = 2.2 * POINT
_BELOW = 2.5 * POINT


@dataclass(frozen=True, slots=True)
class Column:
    """One column; exactly one of a table has no width of its own and takes what is left."""

    title: str
    width: float | None = None
    """In points."""
    align: Align = Align.LEFT


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: float, gap: float
) -> list[Piece]:
    """Gives a table as pieces, a row each; its head stays with the first of them.

    Args:
        columns: from left to right.
        rows: the texts of the cells; the first cell of each row names it.
        width: of the whole table.
        gap: the space above it.
    """
    widths = _widths(columns, width)
    head = _head(columns, widths, gap)
    made = [_row(columns, widths, row) for row in rows]
    last = len(made) - 1
    whole = len(made) <= _KEPT_WHOLE
    body = [
        Piece(
            height=row.height,
            paint=row.paint,
            head=head,
            # No row by itself at the foot of one page, or at the top of another.
            with_next=(whole or number in (0, last - 1)) and number < last,
        )
        for number, row in enumerate(made)
    ]
    return [head, *body]


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    fixed = sum(column.width * POINT for column in columns if column.width is not None)
    rest = width - fixed - _BETWEEN * (len(columns) - 1)
    return [rest if column.width is None else column.width * POINT for column in columns]


def _head(columns: Sequence[Column], widths: Sequence[float], gap: float) -> Piece:
    small = font(8, 600)
    cells = [
        SetText(column.title, small, width, ink=Ink.SECOND, align=column.align)
        for column, width in zip(columns, widths, strict=True)
    ]
    height = max(cell.height for cell in cells) + _BELOW
    full = _full(widths)

    def paint(painter: QPainter) -> None:
        left = 0.0
        for cell, width in zip(cells, widths, strict=True):
            cell.paint(painter, left, height - _BELOW - cell.height)
            left += width + _BETWEEN
        rule(painter, height, full, Ink.STRONG_LINE)

    return Piece(height=height, paint=paint, gap=gap, with_next=True)


def _row(columns: Sequence[Column], widths: Sequence[float], texts: Sequence[str]) -> Piece:
    cells = [
        SetText(text, font(9, 500 if number == 0 else 400), width, align=column.align)
        for number, (column, width, text) in enumerate(zip(columns, widths, texts, strict=True))
    ]
    height = max(cell.height for cell in cells) + _ABOVE + _BELOW
    full = _full(widths)

    def paint(painter: QPainter) -> None:
        left = 0.0
        for cell, width in zip(cells, widths, strict=True):
            cell.paint(painter, left, _ABOVE)
            left += width + _BETWEEN
        rule(painter, height, full, Ink.LINE)

    return Piece(height=height, paint=paint)


def _full(widths: Sequence[float]) -> float:
    return sum(widths) + _BETWEEN * (len(widths) - 1)


def rule(painter: QPainter, top: float, width: float, ink: Ink) -> None:
    """Paints a hairline from the left edge."""
    painter.setPen(QPen(ink.colour, 0.5 * POINT))
    painter.drawLine(QPointF(0, top), QPointF(width, top))
