"""Doses and times as words."""

from __future__ import annotations

import pytest

from kneegui.catalogue.filtering import NO_EQUIPMENT
from kneegui.domain.basis import Basis
from kneegui.domain.dose import Dose, Range
from kneegui.domain.exercise import BodyArea, EquipmentKind, Goal, Neighbour, Position, Sides
from kneegui.domain.routine import RoutineItem
from kneegui.ui import words
from tests.support.builders import dose, equipment, exercise, routine, timed_dose
from tests.support.shipped import shipped_content


@pytest.mark.parametrize(
    ("seconds", "said"), [(5, "5 s"), (59, "59 s"), (60, "1 min"), (90, "1:30"), (120, "2 min")]
)
def test_a_short_time(seconds: int, said: str) -> None:
    assert words.duration(seconds) == said


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (65, "1:05"), (3600, "60:00")])
def test_a_time_as_on_a_clock(seconds: int, said: str) -> None:
    assert words.clock(seconds) == said


@pytest.mark.parametrize(("seconds", "said"), [(10, "1 min"), (89, "1 min"), (500, "8 min")])
def test_a_time_in_whole_minutes(seconds: int, said: str) -> None:
    assert words.minutes(seconds) == said


@pytest.mark.parametrize(("values", "said"), [((10, 10), "10"), ((15, 20), "15–20")])
def test_a_range_of_numbers(values: Range, said: str) -> None:
    assert words.number_range(values) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [((30, 30), "30 s"), ((20, 30), "20–30 s"), ((60, 120), "1–2 min"), ((45, 60), "45–60 s")],
)
def test_a_range_of_times(values: Range, said: str) -> None:
    assert words.duration_range(values) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (dose(sets=1, reps=10), "10 reps"),
        (dose(sets=2, reps=10), "2 × 10"),
        (dose(sets=1, reps=1, hold_s=30), "30 s"),
        (dose(sets=1, reps=3, hold_s=30), "3 × 30 s"),
        (dose(sets=3, reps=10, hold_s=5), "3 × 10, hold 5 s"),
        (timed_dose(45), "45 s"),
        (timed_dose(90, sets=2), "2 × 1:30"),
    ],
)
def test_a_dose_in_one_line(asked: Dose, said: str) -> None:
    assert words.amount(asked) == said


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (Sides.BOTH, "2 × 10"),
        (Sides.EACH, "2 × 10 each side"),
        (Sides.ALTERNATING, "2 × 10 each side"),
    ],
)
def test_a_dose_tells_how_it_counts(sides: Sides, said: str) -> None:
    assert words.dose_line(exercise(sides=sides), dose(sets=2, reps=10)) == said


@pytest.mark.parametrize(
    ("needed", "said"),
    [
        ((), "You need no equipment."),
        ((EquipmentKind.ROLLER,), "You need: foam roller."),
        ((EquipmentKind.BAND, EquipmentKind.ROLLER), "You need: loop band, foam roller."),
    ],
)
def test_what_a_routine_needs(needed: tuple[EquipmentKind, ...], said: str) -> None:
    spare = equipment(EquipmentKind.MAT, optional=True)
    things = tuple(equipment(kind) for kind in needed)
    first = exercise(equipment=(spare, *things))
    second = exercise(id="again", equipment=things[-1:])
    both = routine(*(RoutineItem(exercise=each.id, dose=dose()) for each in (first, second)))

    assert words.equipment_line(both, {each.id: each for each in (first, second)}) == said


def test_everything_known_by_key_has_a_word_of_its_own() -> None:
    told = [
        *map(words.goal_word, Goal),
        *map(words.area_word, BodyArea),
        *map(words.position_word, Position),
        *map(words.equipment_word, [*EquipmentKind, NO_EQUIPMENT]),
    ]

    assert all(word[0].isupper() for word in told)
    assert len(set(told)) == len(told)
    assert set(words.GOAL_ICON) == set(Goal)


def test_every_easier_way_reads_as_sentences() -> None:
    content = shipped_content()
    for each in content.exercises:
        said = words.easier_words(each.easier, content.exercise_by_id)
        assert not said.startswith("Or "), each.id
        assert not said or (said[0].isupper() and said.endswith(".")), each.id


def test_the_exercise_that_takes_over_is_named() -> None:
    exercises = shipped_content().exercise_by_id
    said = words.easier_words(exercises["straight-leg-raise"].easier, exercises)

    assert said == "Quad set instead. Or lift to half the height."
    assert words.easier_words(exercises["clamshell"].easier, exercises) == "Open the knee less."
    assert words.easier_words(None, exercises) == ""


def test_an_easier_exercise_without_words_of_its_own() -> None:
    exercises = shipped_content().exercise_by_id
    easier = Neighbour(exercise="quad-set", text=None, basis=Basis(reason="A test."))

    assert words.easier_words(easier, exercises) == "Quad set instead."
