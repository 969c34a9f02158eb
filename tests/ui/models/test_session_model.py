"""The sessions by day, and the steps of one, as list models."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.models.session_model import (
    AMOUNT_ROLE,
    SESSION_ROLE,
    STEP_ROLE,
    SessionModel,
    SessionStepModel,
)
from tests.ui.some_sessions import TODAY, at, some_session, with_mishaps

HEARD = Qt.ItemDataRole.AccessibleTextRole


def picture(model: SessionModel) -> str:
    """Gives the list as text: days at the edge, sessions moved in."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return "\n".join(
        f"  {index.data()}" if index.data(SESSION_ROLE) else str(index.data()) for index in indexes
    )


def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester) -> None:
    sessions, steps = SessionModel(), SessionStepModel()
    qtmodeltester.check(sessions)
    qtmodeltester.check(steps)

    sessions.show([some_session(), some_session(3)], TODAY)
    steps.show(with_mishaps().steps)
    sessions.show([], TODAY)
    steps.show(())


def test_the_latest_stands_first_below_its_day() -> None:
    model = SessionModel()
    early = some_session(1, "stretch-four", started_at=at(TODAY - timedelta(days=1), 7, 5))

    model.show([early, some_session(4, "roll-four"), some_session(0), some_session(1)], TODAY)

    assert picture(model) == (
        "Today\n  After-run five\n"
        "Yesterday\n  After-run five\n  Stretch four\n"
        "Tuesday 17 November\n  Roll four"
    )


def test_a_day_is_the_one_the_user_had() -> None:
    # In UTC it was the day before.
    late = some_session(0, "short", started_at=at(TODAY, 0, 10))
    model = SessionModel()

    model.show([late], TODAY)

    assert picture(model) == "Today\n  Short mode"


def test_the_name_of_a_day_cannot_be_chosen() -> None:
    model = SessionModel()
    model.show([some_session()], TODAY)

    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_session_is_found_by_its_id() -> None:
    model = SessionModel()
    wanted = some_session(2)
    model.show([some_session(), wanted], TODAY)

    assert model.row_of(wanted.id).data(SESSION_ROLE) is wanted
    assert not model.row_of("unknown").isValid()


def test_a_session_is_told_in_one_sentence() -> None:
    model = SessionModel()
    model.show([some_session()], TODAY)

    heard = model.index(1, 0).data(HEARD)
    assert heard == (
        "After-run five, 19:20, 3 min, 8 of 8 steps, Completed, Pain before 3, after 2"
    )
    assert model.index(0, 0).data(HEARD) == "Today"


def test_a_step_is_told_in_one_sentence() -> None:
    model = SessionStepModel()
    hurt = replace(with_mishaps().steps[3])
    model.show([hurt])
    index = model.index(0, 0)

    heard = index.data(HEARD)
    assert heard == (
        "Side-lying hip abduction, Left side, set 2, Stopped, 3 of 10 reps, 0:19, Pain 5"
    )
    assert index.data(STEP_ROLE) is hurt
    assert index.data(LINE_ROLE) == "Left side, set 2  ·  Stopped"
    assert (index.data(AMOUNT_ROLE), index.data(TIME_ROLE)) == ("3 of 10 reps", "0:19")


def test_that_a_step_was_done_is_heard_and_left_to_its_sign_to_show() -> None:
    model = SessionStepModel()
    model.show(some_session().steps[:1])
    index = model.index(0, 0)

    assert "Done" in index.data(HEARD)
    assert index.data(LINE_ROLE) == "Left side, set 1"
