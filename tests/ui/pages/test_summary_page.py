"""The summary: what was done, three questions, and Save."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from kneegui.domain.exercise import Goal
from kneegui.domain.session import SessionStatus
from kneegui.ui.pages.summary_page import NOTE_MOST, SummaryPage
from kneegui.ui.player_screen import Segment
from kneegui.ui.widgets.pain_disc import PainChange
from tests.support.pixels import count, pixels
from tests.ui.some_sessions import broken_off, some_session
from tests.ui.stage import Stage

JUST_DONE = some_session(pain_after=None)
SEGMENTS = tuple(Segment(goal=Goal.RELEASE, seconds=60, share_done=1.0) for _ in range(5))
Saved = list[tuple[object, ...]]


@pytest.fixture
def page(stage: Stage) -> SummaryPage:
    page = SummaryPage(stage.theme)
    page.show_summary(JUST_DONE, SEGMENTS, days_this_week=3)
    stage.show(page)
    return page


@pytest.fixture
def saved(page: SummaryPage) -> Saved:
    saved: Saved = []
    page.saved.connect(lambda *answers: saved.append(answers))
    return saved


def note(stage: Stage) -> QPlainTextEdit:
    return stage.seen(QPlainTextEdit)[0]


def test_it_tells_what_was_done(stage: Stage, page: SummaryPage) -> None:
    texts = set(stage.texts())

    assert {"Done", "After-run five, 3 min", "8 of 8", "steps", "3:24", "active time"} <= texts
    assert {"3", "days this week"} <= texts


def test_it_counts_as_the_history_does_and_praises_nothing(stage: Stage, page: SummaryPage) -> None:
    skipped = replace(JUST_DONE, steps=())
    page.show_summary(skipped, SEGMENTS)
    stage.settle()
    assert {"Ended", "0 of 8", "steps"} <= set(stage.texts())

    page.show_summary(replace(JUST_DONE, steps=JUST_DONE.steps[:1]), SEGMENTS)
    assert {"Done", "1 of 8"} <= set(stage.texts())


def test_steps_are_told_where_exercises_are_not_known(stage: Stage, page: SummaryPage) -> None:
    page.show_summary(broken_off(0, 3, status=SessionStatus.LEFT))
    stage.settle()

    assert {"Left early", "3 of 8", "steps"} <= set(stage.texts())


def test_every_answer_may_be_left_out(stage: Stage, page: SummaryPage, saved: Saved) -> None:
    stage.press("Save")

    assert saved == [(None, None, "")]


@pytest.mark.parametrize(
    ("word", "effort"),
    [
        ("Very easy, 1–2", 1),
        ("Easy, 3–4", 3),
        ("Just right, 5–6", 5),
        ("Hard, 7–8", 7),
        ("Too hard, 9–10", 9),
    ],
)
def test_the_answers_are_saved(
    stage: Stage, page: SummaryPage, saved: Saved, word: str, effort: int
) -> None:
    stage.press("How is the knee now? 2, Mild, easy to ignore")
    stage.press(f"How hard was it? {word}")
    note(stage).setPlainText("  Left side tight.\n")
    stage.press("Save")

    assert saved == [(2, effort, "Left side tight.")]


def test_answers_given_before_are_chosen(stage: Stage, page: SummaryPage, saved: Saved) -> None:
    page.show_summary(some_session(pain_after=4, effort=8, note="Fine."))
    stage.press("Save")
    page.show_summary(JUST_DONE)
    stage.press("Save")

    assert saved == [(4, 7, "Fine."), (None, None, "")]


def test_pain_before_and_now_is_shown_once_it_is_known(stage: Stage, page: SummaryPage) -> None:
    assert "Pain before and now" not in stage.texts()

    stage.press("How is the knee now? 2, Mild, easy to ignore")
    assert "Pain before and now" in stage.texts()
    assert "Pain before 3, after 2" in stage.names(PainChange)

    page.show_summary(some_session(pain_before=None, pain_after=2))
    stage.settle()
    assert "Pain before and now" not in stage.texts()


def test_choosing_pain_moves_nothing_in_a_narrow_window(stage: Stage, page: SummaryPage) -> None:
    stage.resize(800, 600)
    scale = stage.button("How is the knee now? 2, Mild, easy to ignore")
    before = scale.mapToGlobal(scale.rect().topLeft())
    change = stage.seen(PainChange)[0]
    assert count(pixels(change), stage.theme.pain_colour(3)) == 0

    stage.press("How is the knee now? 2, Mild, easy to ignore")

    assert scale.mapToGlobal(scale.rect().topLeft()) == before
    assert change.accessibleName() == "Pain before 3, after 2"
    assert count(pixels(change), stage.theme.pain_colour(3)) > 100


def test_a_note_of_more_than_its_length_is_cut_where_it_was_typed(
    stage: Stage, page: SummaryPage, saved: Saved
) -> None:
    field = note(stage)
    field.setPlainText("a" * NOTE_MOST)
    field.moveCursor(field.textCursor().MoveOperation.Start)
    field.insertPlainText("bbb")
    stage.press("Save")
    field.setPlainText("c" * (NOTE_MOST + 400))
    stage.press("Save")

    assert saved == [(None, None, "a" * NOTE_MOST), (None, None, "c" * NOTE_MOST)]


def test_the_tab_key_leaves_the_note_for_save(stage: Stage, page: SummaryPage) -> None:
    note(stage).setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Tab)

    assert stage.application.focusWidget() is stage.button("Save")
    assert note(stage).toPlainText() == ""


@pytest.mark.parametrize("size", [(1280, 720), (800, 600)])
def test_tab_goes_through_the_page_in_reading_order(
    stage: Stage, page: SummaryPage, size: tuple[int, int]
) -> None:
    page.show_summary(some_session(pain_after=4, effort=5))
    stage.resize(*size)
    page.focus_first()
    order: list[str] = []
    for _ in range(4):
        focused = stage.application.focusWidget()
        assert focused is not None
        order.append(focused.accessibleName())
        stage.key(Qt.Key.Key_Tab)

    assert order == [
        "How is the knee now? 4, Moderate",
        "How hard was it? Just right, 5–6",
        "Note",
        "Save",
    ]


def test_a_key_saves_even_from_the_note(stage: Stage, page: SummaryPage, saved: Saved) -> None:
    note(stage).setFocus()
    stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert saved == [(None, None, "")]


def test_numbers_typed_into_the_note_are_its_words(
    stage: Stage, page: SummaryPage, saved: Saved
) -> None:
    note(stage).setFocus()
    stage.key(Qt.Key.Key_7)
    stage.press("Save")

    assert saved == [(None, None, "7")]


def test_the_first_question_takes_the_keys_of_numbers(
    stage: Stage, page: SummaryPage, saved: Saved
) -> None:
    page.focus_first()
    stage.key(Qt.Key.Key_6)
    stage.press("Save")

    assert saved == [(6, None, "")]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (800, 600)])
@pytest.mark.parametrize("percent", [100, 200])
def test_save_is_always_in_sight_where_it_can_be(
    stage: Stage, page: SummaryPage, size: tuple[int, int], percent: int
) -> None:
    stage.theme.set_text_percent(percent)
    stage.resize(*size)
    save = stage.button("Save")
    bottom = save.mapTo(page, save.rect().bottomLeft()).y()

    assert bottom < size[1]
    assert save.height() == stage.theme.length(60)


def test_every_button_has_a_name(stage: Stage, page: SummaryPage) -> None:
    names = stage.names(QAbstractButton)

    assert len(names) == len(stage.seen(QAbstractButton)) == 17
    assert len(set(names)) == len(names)
