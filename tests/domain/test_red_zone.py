"""What may be suggested at a pain of 6 and more, of what is shipped and of one's own."""

from __future__ import annotations

import pytest

from kneegui.domain.exercise import Goal
from kneegui.domain.red_zone import suggested_in_red_zone, suits_red_zone
from kneegui.domain.routine import Routine, RoutineItem
from tests.support.builders import dose, exercise, routine
from tests.support.shipped import routine_keys, shipped_content

EXERCISES = {goal.value: exercise(id=goal.value, goal=goal) for goal in Goal}


def of_goals(*goals: Goal) -> Routine:
    """Gives a routine with an exercise for each goal."""
    items = [RoutineItem(exercise=goal.value, dose=dose()) for goal in goals]
    return routine(*items, key="-".join(goal.value for goal in goals))


ROLLS = of_goals(Goal.RELEASE)


@pytest.mark.parametrize("goal", [Goal.STRENGTHEN, Goal.STRETCH])
def test_one_exercise_that_is_no_rolling_is_one_too_many(goal: Goal) -> None:
    assert suits_red_zone(of_goals(Goal.RELEASE, Goal.RELEASE), EXERCISES)
    assert not suits_red_zone(of_goals(Goal.RELEASE, goal), EXERCISES)


def test_the_usual_routine_stays_where_it_suits() -> None:
    own = of_goals(Goal.RELEASE, Goal.RELEASE)

    assert suggested_in_red_zone(own, [ROLLS], EXERCISES) is own


def test_another_is_suggested_where_there_is_one() -> None:
    strength, stretch = of_goals(Goal.STRENGTHEN), of_goals(Goal.STRETCH)

    assert suggested_in_red_zone(strength, [stretch, ROLLS], EXERCISES) is ROLLS
    assert suggested_in_red_zone(strength, [stretch], EXERCISES) is None


@pytest.mark.parametrize("key", routine_keys())
def test_of_what_is_shipped_only_roll_four_suits(key: str) -> None:
    content = shipped_content()
    shipped = next(each for each in content.programmes if each.key == key)

    assert suits_red_zone(shipped, content.exercise_by_id) is (key == "roll-four")
