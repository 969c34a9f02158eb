"""A routine step by step, as a list model."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kneegui.domain.player_settings import PlayerSettings
from kneegui.player.timeline import compile_timeline
from kneegui.ui.models.plan_model import AT_ROLE, PLAN_ROLE, PlanModel, PlanRow
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE, TIME_ROLE
from kneegui.ui.words import clock
from tests.player.routines import LIFT, SWING, one_of_each, paces, parts, played, sides, timeline
from tests.support.builders import dose

SMALL = timeline((LIFT, dose(reps=5)), (SWING, dose(sets=2, reps=5)))


@pytest.fixture
def model() -> PlanModel:
    model = PlanModel()
    model.show(SMALL)
    return model


def told(model: PlanModel, *roles: int) -> list[tuple[Any, ...]]:
    """Gives what the rows answer to these roles."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [tuple(index.data(role) for role in roles) for index in indexes]


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = PlanModel()
    qtmodeltester.check(model)

    model.show(SMALL)
    model.show(one_of_each())


def test_there_is_nothing_before_a_routine_is_shown() -> None:
    assert PlanModel().rowCount() == 0


def test_each_exercise_has_a_heading_its_steps_and_their_times(model: PlanModel) -> None:
    assert told(model, AT_ROLE, Qt.ItemDataRole.DisplayRole, LINE_ROLE, TIME_ROLE) == [
        ("", "Lift", "Lift 2, hold 1, lower 2, rest 1 s", "1:23"),
        ("0:00", "Get ready", "left side first", "0:15"),
        ("0:15", "5 reps", "left side", "0:30"),
        ("0:45", "Change sides", "to the right", "0:08"),
        ("0:53", "5 reps", "right side", "0:30"),
        ("", "Swing", "Lift 2, hold 1, lower 2, rest 1 s", "1:25"),
        ("1:23", "Get ready", "", "0:10"),
        ("1:33", "5 reps", "set 1 of 2", "0:30"),
        ("2:03", "Rest", "then set 2 of 2", "0:15"),
        ("2:18", "5 reps", "set 2 of 2", "0:30"),
        ("2:48", "Finish", "", ""),
    ]


def test_a_row_tells_what_it_is_and_of_which_exercise(model: PlanModel) -> None:
    ready, done, rest = PlanRow.READY, PlanRow.SET, PlanRow.REST

    assert told(model, PLAN_ROLE, EXERCISE_ROLE) == [
        *((kind, LIFT) for kind in (PlanRow.EXERCISE, ready, done, ready, done)),
        *((kind, SWING) for kind in (PlanRow.EXERCISE, ready, done, rest, done)),
        (PlanRow.END, None),
    ]


def test_a_screen_reader_hears_whole_rows(model: PlanModel) -> None:
    heard = [words for (words,) in told(model, Qt.ItemDataRole.AccessibleTextRole)]

    assert heard[0] == "Lift, Lift 2, hold 1, lower 2, rest 1 s, 1:23"
    assert heard[2] == "0:15, 5 reps, left side, 0:30"
    assert heard[6] == "1:23, Get ready, 0:10"
    assert heard[-1] == "2:48, Finish"


@settings(deadline=None, max_examples=50)
@given(parts, paces, sides)
def test_any_routine_is_listed_whole(
    some_parts: list[Any], pace: PlayerSettings, side: Any
) -> None:
    plan, known = played(some_parts)
    made = compile_timeline(plan, known, pace, side)
    model = PlanModel()
    model.show(made)

    rows = told(model, PLAN_ROLE, AT_ROLE)
    begins = [at for kind, at in rows if kind not in {PlanRow.EXERCISE, PlanRow.END}]
    assert begins == [clock(made.before(step.ordinal)) for step in made.steps]
    assert rows[-1] == (PlanRow.END, clock(made.total))
    assert [kind for kind, _ in rows].count(PlanRow.EXERCISE) == made.items
