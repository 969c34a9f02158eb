"""The routines, and the items of one, as list models."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kneegui.domain.content import Content
from kneegui.domain.exercise import Goal, Sides
from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.domain.routine import RoutineItem
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE, ROUTINE_ROLE, SHARES_ROLE, TIME_ROLE
from kneegui.ui.models.routine_model import RoutineItemModel, RoutineModel
from tests.support.builders import content, dose, exercise, routine, timed_dose
from tests.support.shipped import shipped_content

REACH = exercise(id="reach", name="Long reach", goal=Goal.STRETCH, sides=Sides.EACH)
USUAL = PlayerSettings()
SLOW = PlayerSettings(tempo=Tempo.SLOW, rest_percent=200)
SWING = RoutineItem(exercise="arm-swing", dose=dose())
TWICE = routine(SWING, SWING)
LONG = routine(
    RoutineItem(exercise="arm-swing", dose=dose(sets=2)),
    RoutineItem(exercise="reach", dose=timed_dose(60), target=timed_dose(90, sets=2)),
    key="long",
    title="Long one",
)


@pytest.fixture
def small() -> Content:
    return content(exercises=(exercise(), REACH), programmes=(TWICE, LONG))


def lines(model: RoutineModel | RoutineItemModel) -> str:
    """Gives a model as text: name and second line of each row."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return "\n".join(f"{index.data():10} | {index.data(LINE_ROLE)}" for index in indexes)


def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester, small: Content) -> None:
    items = RoutineItemModel(small)
    qtmodeltester.check(RoutineModel(small, USUAL))
    qtmodeltester.check(items)

    items.show(LONG, USUAL)
    items.show(small.programmes[0], USUAL)


def test_the_shipped_routines_pass_too(qtmodeltester: ModelTester) -> None:
    routines, items = RoutineModel(shipped_content(), USUAL), RoutineItemModel(shipped_content())
    qtmodeltester.check(routines)
    qtmodeltester.check(items)
    for each in shipped_content().programmes:
        items.show(each, USUAL)

    assert routines.rowCount() == 9


def test_a_routine_says_how_much_it_holds(small: Content) -> None:
    # 15 s to get ready and 5 x 6 s, 10 s and the same; 15 + 30 + 15 + 30 s, 10 + 60 + 8 + 60 s.
    assert lines(RoutineModel(small, USUAL)) == (
        "Arms       | 2 exercises, 1 min\nLong one   | 2 exercises, 4 min"
    )


def test_another_pace_takes_another_time_and_keeps_the_rows(qtbot: QtBot, small: Content) -> None:
    model = RoutineModel(small, USUAL)
    kept = QPersistentModelIndex(model.index(1, 0))

    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_pace(SLOW)

    # 15 + 5 x 10 s, 10 s and the same; 15 + 50 + 30 + 50 s, and rolling knows no tempo.
    assert [index.row() for index in (told.args or [])[:2]] == [0, 1]
    assert kept.isValid()
    assert model.index(0, 0).data(SHARES_ROLE) == ((Goal.STRENGTHEN, 65), (Goal.STRENGTHEN, 60))
    assert kept.data(SHARES_ROLE) == ((Goal.STRENGTHEN, 145), (Goal.STRETCH, 138))


def test_without_routines_there_is_nothing_to_change(small: Content) -> None:
    model = RoutineModel(replace(small, programmes=()), USUAL)
    heard: list[object] = []
    model.dataChanged.connect(heard.append)

    model.set_pace(SLOW)

    assert heard == []


def test_an_item_takes_its_time_at_the_user_s_pace(small: Content) -> None:
    model = RoutineItemModel(small)

    model.show(LONG, SLOW)

    assert [model.index(row, 0).data(TIME_ROLE) for row in range(2)] == ["2:25", "2:18"]


def test_a_routine_s_shares_are_the_goals_of_its_items(small: Content) -> None:
    model = RoutineModel(small, USUAL)
    index = model.index(1, 0)

    assert index.data(SHARES_ROLE) == ((Goal.STRENGTHEN, 90), (Goal.STRETCH, 138))
    assert index.data(ROUTINE_ROLE) is LONG
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Long one, 2 exercises, 4 min"


def test_an_item_says_its_dose_rest_and_target(small: Content) -> None:
    model = RoutineItemModel(small)

    model.show(LONG, USUAL)

    assert lines(model) == (
        "Arm swing  | 2 × 5, rest 15 s\n"
        "Long reach | 1 min each side; build up to 2 × 1:30 each side"
    )


def test_an_item_says_its_time(small: Content) -> None:
    model = RoutineItemModel(small)
    model.show(LONG, USUAL)
    index = model.index(1, 0)

    assert index.data(TIME_ROLE) == "2:18"
    assert index.data(EXERCISE_ROLE) is REACH
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Long reach, 1 min each side; build up to 2 × 1:30 each side, 2:18"


def test_there_are_no_items_before_a_routine_is_shown(small: Content) -> None:
    assert RoutineItemModel(small).rowCount() == 0
