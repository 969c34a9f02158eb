"""Today's offer to go on with a session that was interrupted or left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Session, SessionStatus, StepStatus
from kneegui.ui.dialogs.question_sheet import QuestionSheet
from kneegui.ui.pages.today_page import TodayPage
from tests.support.shipped import shipped_content
from tests.ui.some_sessions import TODAY, broken_off, shipped_routine, some_session
from tests.ui.stage import Stage

QUESTION = "Discard the rest of this session?"


class Heard(QObject):
    """Everything the page asked for."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__()
        self.all: list[tuple[object, ...]] = []
        page.start_wanted.connect(lambda *what: self.all.append(("start", *what)))
        page.resume_wanted.connect(lambda *what: self.all.append(("resume", *what)))
        page.discard_wanted.connect(lambda *what: self.all.append(("discard", *what)))


@pytest.fixture
def page(stage: Stage) -> TodayPage:
    """Gives the page with nothing to go on with."""
    page = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    show(page, stage, None)
    stage.show(page)
    return page


@pytest.fixture
def heard(page: TodayPage) -> Heard:
    return Heard(page)


def show(
    page: TodayPage, stage: Stage, interrupted: Session | None, minutes_left: int | None = None
) -> None:
    suggested = shipped_routine("after-run-five")
    page.show_today(TODAY, [], interrupted, suggested, "", minutes_left=minutes_left)
    stage.settle()


def choose_pain(stage: Stage, pain: int) -> None:
    cells = [b for b in stage.seen(QAbstractButton) if b.text() == str(pain)]
    stage.press(cells[0].accessibleName())


def test_an_interrupted_session_is_offered(stage: Stage, page: TodayPage, heard: Heard) -> None:
    assert "Resume session" not in stage.names(QAbstractButton)

    show(page, stage, broken_off(0, 3), minutes_left=5)
    assert "Interrupted today at 19:22" in stage.texts()
    assert "After-run five. Goes on at step 4 of 8, 5 minutes left." in stage.texts()
    choose_pain(stage, 2)
    stage.press("Resume session")

    assert heard.all == [("resume", broken_off().id, 2)]


def test_discarding_is_asked_about_first(stage: Stage, page: TodayPage, heard: Heard) -> None:
    show(page, stage, broken_off())
    stage.press("Discard")
    assert QUESTION in stage.texts()
    # Enter takes the answer that changes nothing, and nothing starts below the question.
    stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.key(Qt.Key.Key_Return)
    assert QUESTION not in stage.texts()
    assert heard.all == []

    stage.press("Discard")
    (sheet,) = stage.seen(QuestionSheet)
    (discard,) = (b for b in sheet.findChildren(QAbstractButton) if b.text() == "Discard")
    discard.click()

    assert heard.all == [("discard", broken_off().id)]
    assert stage.seen(QuestionSheet) == []


@pytest.mark.parametrize(
    ("minutes", "words"), [(None, "of 8."), (1, "of 8, 1 minute left."), (0, "1 minute left.")]
)
def test_what_is_left_is_told_as_far_as_it_is_known(
    stage: Stage, page: TodayPage, minutes: int | None, words: str
) -> None:
    show(page, stage, broken_off(), minutes)

    assert [text for text in stage.texts() if text.endswith(words)] != []


def test_the_offer_goes_when_there_is_nothing_to_resume(stage: Stage, page: TodayPage) -> None:
    show(page, stage, broken_off())
    show(page, stage, None)

    assert "Resume session" not in stage.names(QAbstractButton)


def test_a_left_session_is_offered_by_when_it_was_left(stage: Stage, page: TodayPage) -> None:
    show(page, stage, some_session(1, status=SessionStatus.LEFT))

    assert "Left yesterday at 19:43" in stage.texts()


def test_a_step_done_in_part_is_where_it_goes_on(stage: Stage, page: TodayPage) -> None:
    left = broken_off(0, 3)
    third = left.steps[2]
    in_part = replace(third, status=StepStatus.SKIPPED, done=1)
    steps = (*left.steps[:2], in_part)
    show(page, stage, replace(left, steps=steps, position=third.ordinal), 6)

    assert "After-run five. Goes on at step 3 of 8, 6 minutes left." in stage.texts()


def test_behind_the_last_step_no_step_is_made_up(stage: Stage, page: TodayPage) -> None:
    show(page, stage, broken_off(0, 8))

    assert "After-run five. Goes on at step 8 of 8." in stage.texts()
