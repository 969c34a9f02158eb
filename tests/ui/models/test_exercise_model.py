"""The exercises as a list model, and the filter over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from kneegui.catalogue.filtering import ExerciseFilter, Facet
from kneegui.domain.exercise import BodyArea, Goal, Sides
from kneegui.ui.models.exercise_model import ExerciseFilterModel, ExerciseModel
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE
from tests.support.builders import dose, exercise, timed_dose
from tests.support.shipped import shipped_content

EXERCISES = (
    exercise(id="swing", name="Arm swing", start=dose(sets=2, reps=10)),
    exercise(
        id="reach",
        name="Long reach",
        goal=Goal.STRETCH,
        body_areas=(BodyArea.HIPS, BodyArea.TRUNK),
        sides=Sides.EACH,
        start=dose(sets=1, reps=3, hold_s=20),
    ),
    exercise(
        id="rub",
        name="Back rub",
        goal=Goal.RELEASE,
        body_areas=(BodyArea.GLUTES,),
        sides=Sides.ALTERNATING,
        start=timed_dose(90, sets=2),
    ),
    exercise(id="hop", name="One hop", start=dose(sets=3, reps=8, hold_s=5)),
)


@pytest.fixture
def model() -> ExerciseModel:
    return ExerciseModel(EXERCISES)


@pytest.fixture
def filtered(model: ExerciseModel) -> ExerciseFilterModel:
    return ExerciseFilterModel(model)


def picture(model: ExerciseModel | ExerciseFilterModel) -> str:
    """Gives a model as text: name and second line of each row."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return "\n".join(f"{index.data():10} | {index.data(LINE_ROLE)}" for index in indexes)


def ids(model: ExerciseFilterModel) -> list[str]:
    return [model.index(row, 0).data(EXERCISE_ROLE).id for row in range(model.rowCount())]


def test_the_models_keep_qt_s_rules(
    qtmodeltester: ModelTester, model: ExerciseModel, filtered: ExerciseFilterModel
) -> None:
    qtmodeltester.check(model)
    qtmodeltester.check(filtered)


def test_the_filter_keeps_qt_s_rules_while_it_changes(
    qtmodeltester: ModelTester, filtered: ExerciseFilterModel
) -> None:
    qtmodeltester.check(filtered)
    for found in ({"hop": 1, "rub": 0}, {}, {"swing": 0}, None):
        filtered.set_filter(ExerciseFilter(found=found))
    filtered.set_filter(ExerciseFilter(chosen={Facet.GOAL: frozenset({"stretch"})}))


def test_a_row_says_name_area_and_dose(model: ExerciseModel) -> None:
    assert picture(model) == (
        "Arm swing  | Trunk  ·  2 × 10\n"
        "Long reach | Hips  ·  3 × 20 s each side\n"
        "Back rub   | Glutes  ·  2 × 1:30 each side\n"
        "One hop    | Trunk  ·  3 × 8, hold 5 s"
    )


def test_a_screen_reader_hears_the_goal_too(model: ExerciseModel) -> None:
    heard = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard == "Long reach, Stretch, Hips  ·  3 × 20 s each side"


def test_nothing_stands_below_a_row_or_outside(model: ExerciseModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex(), Qt.ItemDataRole.DisplayRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_without_a_filter_all_stand_in_their_own_order(filtered: ExerciseFilterModel) -> None:
    assert ids(filtered) == ["swing", "reach", "rub", "hop"]


def test_a_search_puts_the_best_match_first(filtered: ExerciseFilterModel) -> None:
    filtered.set_filter(ExerciseFilter(found={"swing": 4, "rub": 0, "hop": 2}))

    assert ids(filtered) == ["rub", "hop", "swing"]


def test_equal_matches_stand_in_their_own_order(filtered: ExerciseFilterModel) -> None:
    filtered.set_filter(ExerciseFilter(found={"hop": 2, "reach": 2, "swing": 2, "rub": 1}))

    assert ids(filtered) == ["rub", "swing", "reach", "hop"]


def test_after_a_search_the_own_order_is_back(filtered: ExerciseFilterModel) -> None:
    filtered.set_filter(ExerciseFilter(found={"hop": 0, "swing": 3}))
    filtered.set_filter(ExerciseFilter())

    assert ids(filtered) == ["swing", "reach", "rub", "hop"]


def test_choices_leave_what_fits_all_of_them(filtered: ExerciseFilterModel) -> None:
    chosen = ExerciseFilter().with_choice(Facet.GOAL, "strengthen", chosen=True)
    filtered.set_filter(chosen)
    assert ids(filtered) == ["swing", "hop"]

    filtered.set_filter(chosen.with_found({"hop": 0, "rub": 0}))
    assert ids(filtered) == ["hop"]
    assert filtered.chosen.found == {"hop": 0, "rub": 0}


def test_a_hidden_exercise_has_no_row(filtered: ExerciseFilterModel) -> None:
    filtered.set_filter(ExerciseFilter(found={"hop": 0}))

    assert filtered.row_of("hop").row() == 0
    assert not filtered.row_of("swing").isValid()


def test_the_shipped_exercises_pass_too(qtmodeltester: ModelTester) -> None:
    model = ExerciseModel(shipped_content().exercises)

    qtmodeltester.check(model)

    assert model.rowCount() == 29
