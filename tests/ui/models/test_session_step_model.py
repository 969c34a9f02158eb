"""The steps of one session by exercise, as a list model."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kneegui.domain.session import StepStatus
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.models.session_step_model import (
    AMOUNT_ROLE,
    EXERCISE_ID_ROLE,
    STATUS_ROLE,
    STEP_ROLE,
    SessionStepModel,
)
from tests.ui.some_sessions import some_session, with_mishaps

HEARD = Qt.ItemDataRole.AccessibleTextRole


def picture(model: SessionStepModel) -> str:
    """Gives the list as text: exercises at the edge, steps moved in."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return "\n".join(
        f"  {index.data(LINE_ROLE)}: {index.data(AMOUNT_ROLE)} {index.data(TIME_ROLE)}"
        if index.data(STEP_ROLE)
        else f"{index.data()}: {index.data(AMOUNT_ROLE)}"
        for index in indexes
    )


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = SessionStepModel()
    qtmodeltester.check(model)

    model.show(with_mishaps().steps)
    model.show(())


def test_each_exercise_has_its_steps_below_it() -> None:
    model = SessionStepModel()
    model.show(with_mishaps().steps[:6])

    assert picture(model) == (
        "Side-lying hip abduction: 3 reps L, pain 5\n"
        "  Left, set 1: 10 of 10 reps 1:00\n"
        "  Right, set 1: 10 of 10 reps 1:00\n"
        "  Right, set 1, again: 10 of 10 reps 1:00\n"
        "  Left, set 2, stopped: 3 of 10 reps 0:19\n"
        "  Right, set 2: 10 of 10 reps 1:00\n"
        "Single-leg bridge: skipped\n"
        "  Left, set 1, skipped: 0 of 8 reps 0:00"
    )


def test_what_stands_out_is_told_by_status() -> None:
    model = SessionStepModel()
    model.show(with_mishaps().steps)
    statuses = [
        index.data(STATUS_ROLE)
        for index in (model.index(row, 0) for row in range(model.rowCount()))
        if index.data(STEP_ROLE) is None
    ]

    # Of the second one a step was skipped.
    assert statuses == [StepStatus.STOPPED, None, StepStatus.DONE]


def test_a_step_is_told_in_one_sentence() -> None:
    model = SessionStepModel()
    hurt = replace(with_mishaps().steps[3])
    model.show([hurt])
    exercise, index = model.index(0, 0), model.index(1, 0)

    assert exercise.data(HEARD) == "Side-lying hip abduction, 3 reps L, pain 5"
    assert index.data(HEARD) == (
        "Side-lying hip abduction, Left, set 2, Stopped, 3 of 10 reps, 0:19, Pain 5"
    )
    assert index.data(STEP_ROLE) is hurt
    assert exercise.data(EXERCISE_ID_ROLE) == index.data(EXERCISE_ID_ROLE) == hurt.exercise


def test_that_a_step_was_done_is_heard_and_not_written() -> None:
    model = SessionStepModel()
    model.show(some_session().steps[:1])
    index = model.index(1, 0)

    assert "Done" in index.data(HEARD)
    assert index.data(LINE_ROLE) == "Left, set 1"
