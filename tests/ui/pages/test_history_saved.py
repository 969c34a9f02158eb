"""The History page after a session was saved: that one is chosen as soon as it is there."""

from __future__ import annotations

import pytest

from tests.ui.pages.history_stage import SESSIONS, Keeper
from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("no_charts")

NEW, *OLD = SESSIONS


@pytest.fixture
def keeper(stage: Stage) -> Keeper:
    """Gives the page with what there was before."""
    return Keeper(stage, OLD)


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_it_is_shown_instead_of_the_one_that_was_chosen(
    keeper: Keeper, size: tuple[int, int]
) -> None:
    page = keeper.show(size)
    page.open_session(OLD[1].id)
    page.search("stretch")
    page.await_session(NEW.id)
    assert keeper.open_session == OLD[1]

    keeper.sessions = [NEW, *OLD]
    keeper.give()

    assert keeper.open_session == NEW
    # Once: what the user chooses then stays.
    page.open_session(OLD[1].id)
    keeper.give()
    assert keeper.open_session == OLD[1]


def test_one_that_comes_after_the_page_was_left_is_not_forced_on_anybody(keeper: Keeper) -> None:
    page = keeper.show()
    page.open_session(OLD[1].id)
    page.await_session(NEW.id)
    page.hide()
    keeper.sessions = [NEW, *OLD]
    page.show()
    keeper.give()

    assert keeper.open_session == OLD[1]
