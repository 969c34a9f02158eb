"""Filters: any choice within a facet, all facets together, and counts that keep their promise."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kneegui.catalogue.filtering import (
    NO_EQUIPMENT,
    ExerciseFilter,
    Facet,
    choice_counts,
    facet_options,
    facet_values,
)
from kneegui.domain.content import Content
from kneegui.domain.dose import ArticleDose
from kneegui.domain.exercise import BodyArea, EquipmentKind, Exercise, Goal, Position
from tests.support.builders import equipment, exercise

ROLLER = equipment(EquipmentKind.ROLLER)
MAT = equipment(EquipmentKind.MAT)
MAYBE_BAND = equipment(EquipmentKind.BAND, optional=True)

ROLL = exercise(
    id="roll",
    goal=Goal.RELEASE,
    equipment=(ROLLER, MAT),
    body_areas=(BodyArea.QUADS, BodyArea.HIPS),
    position=Position.FACE_DOWN,
    doses=(ArticleDose(article="000"), ArticleDose(article="002")),
)
REACH = exercise(id="reach", goal=Goal.STRETCH, equipment=(MAT,), body_areas=(BodyArea.HIPS,))
SQUAT = exercise(id="squat", equipment=(MAYBE_BAND,), body_areas=(BodyArea.QUADS,))
ALL = (ROLL, REACH, SQUAT)


def chosen(**facets: set[str]) -> ExerciseFilter:
    """Gives a filter with choices by the facets' names in capitals."""
    return ExerciseFilter(chosen={Facet[name]: frozenset(what) for name, what in facets.items()})


def shown(by: ExerciseFilter, exercises: tuple[Exercise, ...] = ALL) -> list[str]:
    return [one.id for one in exercises if by.accepts(one)]


# What an exercise answers


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        (Facet.GOAL, ("release",)),
        (Facet.BODY_AREA, ("quads", "hips")),
        (Facet.EQUIPMENT, ("roller", "mat")),
        (Facet.POSITION, ("lying-face-down",)),
        (Facet.SOURCE, ("000", "002")),
    ],
)
def test_what_an_exercise_answers_to_a_facet(facet: Facet, values: tuple[str, ...]) -> None:
    assert facet_values(ROLL, facet) == values


def test_a_thing_that_may_be_left_out_is_not_needed() -> None:
    assert facet_values(SQUAT, Facet.EQUIPMENT) == (NO_EQUIPMENT,)
    assert shown(chosen(EQUIPMENT={NO_EQUIPMENT})) == ["squat"]
    assert shown(chosen(EQUIPMENT={"band"})) == []


# What passes


def test_an_empty_filter_lets_everything_pass() -> None:
    assert shown(ExerciseFilter()) == ["roll", "reach", "squat"]


def test_within_a_facet_any_choice_will_do() -> None:
    assert shown(chosen(GOAL={"release"})) == ["roll"]
    assert shown(chosen(GOAL={"release", "stretch"})) == ["roll", "reach"]


def test_all_facets_must_agree() -> None:
    assert shown(chosen(BODY_AREA={"quads"}, EQUIPMENT={"mat"})) == ["roll"]
    assert shown(chosen(GOAL={"stretch"}, BODY_AREA={"quads"})) == []


def test_a_facet_without_choices_asks_for_nothing() -> None:
    assert shown(chosen(GOAL=set(), BODY_AREA={"hips"})) == ["roll", "reach"]


def test_only_what_the_search_found_passes() -> None:
    searched = chosen(BODY_AREA={"hips"}).with_found({"reach": 0, "squat": 2})

    assert shown(searched) == ["reach"]
    assert shown(searched.with_found({})) == []
    assert shown(searched.with_found(None)) == ["roll", "reach"]


def test_a_facet_can_be_left_out_of_account() -> None:
    by = chosen(GOAL={"stretch"}, BODY_AREA={"quads"})

    assert by.accepts(ROLL, ignoring=Facet.GOAL)
    assert not by.accepts(ROLL, ignoring=Facet.BODY_AREA)
    assert not by.with_found({}).accepts(ROLL, ignoring=Facet.GOAL)


# Changing the choice


def test_a_choice_makes_a_new_filter() -> None:
    before = chosen(GOAL={"release"})

    after = before.with_choice(Facet.GOAL, "stretch", True)

    assert after.chosen == {Facet.GOAL: {"release", "stretch"}}
    assert before.chosen == {Facet.GOAL: {"release"}}
    with pytest.raises(FrozenInstanceError):
        before.found = {}  # pyright: ignore[reportAttributeAccessIssue]  this is what must fail


def test_a_choice_taken_away_leaves_the_others() -> None:
    before = chosen(GOAL={"release", "stretch"}, SOURCE={"002"}).with_found({"roll": 0})

    after = before.with_choice(Facet.GOAL, "stretch", False)

    assert after.chosen == {Facet.GOAL: {"release"}, Facet.SOURCE: {"002"}}
    assert after.found == {"roll": 0}


def test_choosing_twice_is_choosing_once() -> None:
    once = ExerciseFilter().with_choice(Facet.SOURCE, "002", True)

    assert once.with_choice(Facet.SOURCE, "002", True) == once
    assert once.with_choice(Facet.SOURCE, "004", False) == once


def test_a_filter_is_empty_without_choices_and_without_search() -> None:
    one = ExerciseFilter().with_choice(Facet.GOAL, "release", True)

    assert ExerciseFilter().is_empty
    assert not one.is_empty
    assert one.with_choice(Facet.GOAL, "release", False).is_empty
    assert not ExerciseFilter(found={}).is_empty


# Counts


def test_the_options_come_in_the_order_of_the_exercises() -> None:
    assert facet_options(ALL, Facet.GOAL) == ("release", "stretch", "strengthen")
    assert facet_options(ALL, Facet.EQUIPMENT) == ("roller", "mat", NO_EQUIPMENT)
    assert facet_options((), Facet.GOAL) == ()


def test_counts_ignore_the_choices_of_their_own_facet_and_keep_the_others() -> None:
    by = chosen(GOAL={"release"}, BODY_AREA={"hips"})

    assert choice_counts(ALL, by, Facet.GOAL) == {"release": 1, "stretch": 1, "strengthen": 0}
    assert choice_counts(ALL, by, Facet.BODY_AREA) == {"quads": 1, "hips": 1}


def test_counts_are_of_what_the_search_found() -> None:
    by = ExerciseFilter(found={"squat": 0})

    assert choice_counts(ALL, by, Facet.GOAL) == {"release": 0, "stretch": 0, "strengthen": 1}


some_kinds = some.lists(
    some.builds(equipment, some.sampled_from(EquipmentKind), optional=some.booleans()),
    max_size=3,
    unique_by=lambda thing: thing.kind,
).map(tuple)
some_areas = some.lists(some.sampled_from(BodyArea), min_size=1, max_size=3, unique=True).map(tuple)
some_doses = some.lists(
    some.sampled_from(["000", "001", "002"]).map(lambda article: ArticleDose(article=article)),
    max_size=3,
    unique_by=lambda dose: dose.article,
).map(tuple)
some_exercises = some.lists(
    some.builds(
        exercise,
        goal=some.sampled_from(Goal),
        equipment=some_kinds,
        body_areas=some_areas,
        position=some.sampled_from(Position),
        doses=some_doses,
    ),
    max_size=8,
).map(
    lambda made: tuple(
        exercise(
            id=f"e{number}",
            goal=one.goal,
            equipment=one.equipment,
            body_areas=one.body_areas,
            position=one.position,
            doses=one.doses,
        )
        for number, one in enumerate(made)
    )
)
some_found = some.none() | some.dictionaries(
    some.integers(0, 8).map("e{}".format), some.integers(0, 5), max_size=8
)


@settings(deadline=None)
@given(exercises=some_exercises, found=some_found, data=some.data())
def test_a_count_is_what_choosing_would_show(
    exercises: tuple[Exercise, ...], found: dict[str, int] | None, data: Any
) -> None:
    by = ExerciseFilter(found=found)
    for facet in Facet:
        options = facet_options(exercises, facet)
        if options:
            picked = data.draw(some.sets(some.sampled_from(options)))
            by = ExerciseFilter(chosen={**by.chosen, facet: frozenset(picked)}, found=found)

    for facet in Facet:
        others = {other: values for other, values in by.chosen.items() if other is not facet}
        alone = ExerciseFilter(chosen=others, found=found)
        expected = {
            value: len(shown(alone.with_choice(facet, value, True), exercises))
            for value in facet_options(exercises, facet)
        }

        assert choice_counts(exercises, by, facet) == expected


def test_every_shipped_choice_shows_something(shipped: Content) -> None:
    for facet in Facet:
        counts = choice_counts(shipped.exercises, ExerciseFilter(), facet)

        assert min(counts.values()) > 0
        if facet in {Facet.GOAL, Facet.POSITION}:
            assert sum(counts.values()) == 29
    assert choice_counts(shipped.exercises, ExerciseFilter(), Facet.GOAL) == {
        "release": 10,
        "stretch": 8,
        "strengthen": 11,
    }
