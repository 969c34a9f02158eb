"""Pieces come on pages in their order, none cut, those that belong together on one."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kneegui.exchange.pdf_report.pieces import Piece, Placed, pages_of

HEIGHT = 100.0


def piece(height: float, **changes: Any) -> Piece:
    return Piece(height=height, paint=lambda _painter: None, **changes)


def tops(pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.top for placed in page] for page in pages]


def test_nothing_is_one_empty_page() -> None:
    assert pages_of([], HEIGHT) == [[]]


def test_what_fits_is_on_one_page() -> None:
    assert tops(pages_of([piece(40), piece(60)], HEIGHT)) == [[0, 40]]


def test_what_does_not_fit_begins_the_next_page() -> None:
    assert tops(pages_of([piece(40), piece(61)], HEIGHT)) == [[0], [0]]


def test_a_gap_is_left_out_at_the_top_of_a_page() -> None:
    pieces = [piece(40, gap=10), piece(40, gap=10), piece(40, gap=10)]

    assert tops(pages_of(pieces, HEIGHT)) == [[0, 50], [0]]


def test_a_heading_goes_to_the_next_page_with_what_it_stands_above() -> None:
    pieces = [piece(60), piece(20, with_next=True), piece(30)]

    assert tops(pages_of(pieces, HEIGHT)) == [[0], [0, 20]]


def test_a_heading_at_the_end_of_all_is_kept() -> None:
    assert tops(pages_of([piece(60, with_next=True)], HEIGHT)) == [[0]]


def test_what_belongs_together_and_is_too_high_is_parted() -> None:
    pieces = [piece(30), *[piece(40, with_next=True)] * 3, piece(40)]

    assert tops(pages_of(pieces, HEIGHT)) == [[0], [0, 40], [0, 40]]


def test_the_head_of_a_table_stands_above_every_page_of_it() -> None:
    head = piece(10, with_next=True)
    rows = [piece(40, head=head) for _ in range(4)]

    pages = pages_of([head, *rows], HEIGHT)

    assert tops(pages) == [[0, 10, 50], [0, 10, 50]]
    assert [page[0].piece for page in pages] == [head, head]


def test_a_piece_higher_than_a_page_has_one_for_itself() -> None:
    assert tops(pages_of([piece(10), piece(150), piece(10)], HEIGHT)) == [[0], [0], [0]]


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.builds(
            lambda height, gap, with_next: piece(height, gap=gap, with_next=with_next),
            st.floats(1, 90),
            st.floats(0, 20),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_no_piece_is_lost_doubled_or_out_of_its_page(pieces: list[Piece]) -> None:
    pages = pages_of(pieces, HEIGHT)

    assert [placed.piece for page in pages for placed in page] == pieces
    assert all(page for page in pages[1:])
    for page in pages:
        bottom = 0.0
        for placed in page:
            assert placed.top >= bottom
            bottom = placed.top + placed.piece.height
        assert bottom <= HEIGHT
