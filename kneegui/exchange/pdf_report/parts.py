"""Headings, paragraphs and captions, the same in all sections."""

from __future__ import annotations

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
