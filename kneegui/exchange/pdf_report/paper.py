"""The sheet of paper: its size, its margins, and the unit all lengths are told in."""

from __future__ import annotations

from enum import Enum

POINT = 10.0
"""Units in a printer's point (1/72 inch): so fine that every letter stands where it should."""


class Paper(Enum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in units."""
        width, height = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[self]
        return width * POINT, height * POINT


SIDE_MARGIN = 54 * POINT
TOP_MARGIN = 62 * POINT
BOTTOM_MARGIN = 60 * POINT
HEADER_BASE = 40 * POINT
"""From the upper edge to the line under the head of a page."""
FOOTER_BASE = 44 * POINT
"""From the lower edge to the line above the foot of a page."""


def column_width(paper: Paper) -> float:
    """Gives how wide what stands between the margins is."""
    return paper.size[0] - 2 * SIDE_MARGIN


def column_height(paper: Paper) -> float:
    """Gives how high it is."""
    return paper.size[1] - TOP_MARGIN - BOTTOM_MARGIN
