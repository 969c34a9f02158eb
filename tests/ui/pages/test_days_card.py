"""What the days of the last twelve months come to."""

from __future__ import annotations

import pytest

from kneegui.ui.pages.days_card import DaysCard
from tests.progress.samples import SATURDAY, head
from tests.ui.stage import Stage


@pytest.mark.parametrize(
    ("unfinished", "words"),
    [
        ((), "2 sessions"),
        ((2,), "2 sessions, 1 empty left out"),
        # One that began before is in neither number.
        ((2, 5, 500), "2 sessions, 2 empty left out"),
    ],
)
def test_what_the_number_leaves_out_of_the_list_is_said(
    stage: Stage, unfinished: tuple[int, ...], words: str
) -> None:
    card = DaysCard(stage.theme)
    empty = [head(ago, id=f"empty-{ago}", done_steps=0) for ago in unfinished]
    card.show_sessions([head(0), head(1), *empty], SATURDAY)
    stage.show(card, (800, 600))

    assert words in stage.names()


def test_days_are_told_besides_sessions(stage: Stage) -> None:
    card = DaysCard(stage.theme)
    card.show_sessions([head(0), head(0, id="again"), head(1), head(500)], SATURDAY)
    stage.show(card, (800, 600))

    assert {"2 days in 12 months", "3 sessions"} <= set(stage.names())
