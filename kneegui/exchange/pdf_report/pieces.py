"""Pieces of a column, and how they are put on pages.

A piece is never cut in two. Pieces that belong together, such as a heading and what it stands
above, stay on one page as long as they fit on one at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something as wide as the column."""

    height: float
    paint: Callable[..., None]
    """Is handed a painter whose origin is the upper left corner of the piece."""
    gap: float = 0.0
    """The space above it, which is left out at the top of a page."""
    with_next: bool = False
    """True where it stays on one page with the piece below."""
    head: Piece | None = None
    """What stands above it once more where it begins a page: the head of a table."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on a page."""

    piece: Piece
    top: float


def pages_of(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """Gives the pages, each with its pieces from top to bottom; one empty page without any.

    Args:
        pieces: what there is, in its order.
        height: of a page.
    """
    pages: list[list[Placed]] = [[]]
    bottom = 0.0
    for group in _groups(pieces):
        if pages[-1] and bottom + _height(group) > height:
            pages.append([])
            bottom = 0.0
        for piece in group:
            # Only where a group is higher than a page does it go on to a new one within it.
            if pages[-1] and bottom + piece.gap + piece.height > height:
                pages.append([])
                bottom = 0.0
            if not pages[-1] and piece.head is not None:
                pages[-1].append(Placed(piece.head, bottom))
                bottom += piece.head.height
            elif pages[-1]:
                bottom += piece.gap
            pages[-1].append(Placed(piece, bottom))
            bottom += piece.height
    return pages


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.with_next:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece]) -> float:
    return sum(piece.gap + piece.height for piece in group)
