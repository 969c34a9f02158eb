"""Headings, paragraphs and captions, the same in all sections."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from kneegui.exchange.pdf_report.paper import POINT
from kneegui.exchange.pdf_report.pieces import Piece
from kneegui.exchange.pdf_report.type_setting import Ink, SetText, font

SECTION_GAP = 19 * POINT
"""The space above a heading."""
SMALL_GAP = 3 * POINT


def section_heading(words: str, width: float) -> Piece:
    """Gives what stands above a section; it stays with it."""
    return SetText(words, font(13.5, 650), width).piece(SECTION_GAP, with_next=True)


def paragraph(words: str, width: float, *, gap: float) -> Piece:
    """Gives a paragraph."""
    return SetText(words, font(9.5), width).piece(gap)


def small_print(words: str, width: float, *, with_next: bool = False) -> Piece:
    """Gives a line in small letters that explains a chart or a table."""
    return SetText(words, font(8.5), width, ink=Ink.SECOND).piece(SMALL_GAP, with_next=with_next)


def side_by_side(left: SetText, right: SetText, indent: float, gap: float) -> list[Piece]:
    """Gives two texts of one size of type beside each other, line by line.

    Args:
        left: the one at the left edge.
        right: the other one.
        indent: from the left edge to the other one.
        gap: the space above them.
    """
    most = max(len(left.lines), len(right.lines))
    return [
        Piece(
            height=right.step,
            paint=lambda painter, number=number: _paint_both(painter, left, right, indent, number),
            gap=gap if number == 0 else 0.0,
            # No line by itself at the foot of one page, or at the top of another.
            with_next=number in (0, most - 2) and number < most - 1,
        )
        for number in range(most)
    ]


def _paint_both(
    painter: QPainter, left: SetText, right: SetText, indent: float, number: int
) -> None:
    left.paint_line(painter, number)
    right.paint_line(painter, number, indent)
