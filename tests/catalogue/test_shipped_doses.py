"""The shipped exercises against the design's tables: ids, articles, doses, phases, rests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kneegui.domain.content import Content
from kneegui.domain.dose import Dose
from kneegui.domain.exercise import Exercise, Goal, PhaseKind, Sides
from kneegui.domain.timing import set_seconds
from tests.catalogue.dose_table import ARTICLE_DOSES, DOSE_ROWS, DoseRow, amount_of

each_row = pytest.mark.parametrize("row", DOSE_ROWS, ids=[row.id for row in DOSE_ROWS])


def test_the_exercises_are_the_twenty_nine_in_their_order(shipped: Content) -> None:
    in_order = (
        "roll-quads, roll-outer-thigh, ball-quads, roll-tfl, roll-piriformis, roll-hamstrings, "
        "roll-calf, roll-adductors, stick-quads, massage-gun, calf-stretch, childs-pose, "
        "knee-to-chest, hamstring-stretch-seated, hamstring-stretch-strap, quad-stretch, "
        "hip-flexor-stretch, couch-stretch, quad-set, straight-leg-raise, leg-extension, "
        "toe-taps, clamshell, band-bridge, hip-abduction, single-leg-bridge, partial-squat, "
        "wall-sit, step-down"
    )

    assert ", ".join(exercise.id for exercise in shipped.exercises) == in_order
    assert ", ".join(row.id for row in DOSE_ROWS) == in_order


def test_ten_release_eight_stretch_eleven_strengthen(shipped: Content) -> None:
    goals = [exercise.goal for exercise in shipped.exercises]

    assert goals == [Goal.RELEASE] * 10 + [Goal.STRETCH] * 8 + [Goal.STRENGTHEN] * 11


def test_the_articles_are_the_five(shipped: Content) -> None:
    assert list(shipped.article_by_id) == ["000", "001", "002", "003", "004"]


@each_row
def test_the_articles_that_name_an_exercise(shipped: Content, row: DoseRow) -> None:
    assert shipped.exercise_by_id[row.id].articles == row.articles


def test_every_article_has_its_own_dose(shipped: Content) -> None:
    found = [
        (exercise.id, replace(dose, note=None))
        for exercise in shipped.exercises
        for dose in exercise.doses
    ]

    assert found == list(ARTICLE_DOSES)


def test_an_article_without_a_number_says_what_it_gives_instead(shipped: Content) -> None:
    unexplained = [
        (exercise.id, dose.article)
        for exercise in shipped.exercises
        for dose in exercise.doses
        if dose.is_silent and not dose.note
    ]

    assert unexplained == []


BY_ARTICLE = {
    "000": "roll-quads, roll-outer-thigh, ball-quads, calf-stretch, childs-pose",
    "001": "knee-to-chest, leg-extension, toe-taps, partial-squat, wall-sit",
    "002": "roll-quads, roll-outer-thigh, roll-hamstrings, roll-calf, massage-gun, calf-stretch, "
    "hamstring-stretch-strap, quad-stretch, hip-flexor-stretch, straight-leg-raise, clamshell, "
    "band-bridge, hip-abduction, single-leg-bridge, step-down",
    "003": "roll-outer-thigh, hamstring-stretch-seated, quad-set, clamshell",
    "004": "roll-quads, roll-tfl, roll-piriformis, roll-hamstrings, roll-calf, roll-adductors, "
    "stick-quads, couch-stretch, clamshell, hip-abduction, single-leg-bridge",
}
"""What each article has, by the design's list of the articles instead of its exercises.

002 mentions massage balls among the tools and prescribes nothing for one: no ball release there.
"""


@pytest.mark.parametrize("article", BY_ARTICLE)
def test_the_exercises_of_an_article(shipped: Content, article: str) -> None:
    found = [one.id for one in shipped.exercises if article in one.articles]

    assert found == BY_ARTICLE[article].split(", ")


@each_row
def test_the_start_dose(shipped: Content, row: DoseRow) -> None:
    start = shipped.exercise_by_id[row.id].start

    assert amount_of(start) == row.start
    assert start.rest_s == row.rest_s


@each_row
def test_the_target_dose(shipped: Content, row: DoseRow) -> None:
    exercise = shipped.exercise_by_id[row.id]

    assert amount_of(exercise.target) == row.target
    assert exercise.target.rest_s == row.rest_s
    assert exercise.progresses is (row.target != row.start)


@each_row
def test_the_sides(shipped: Content, row: DoseRow) -> None:
    assert shipped.exercise_by_id[row.id].sides.value == row.sides


def test_four_exercises_alternate(shipped: Content) -> None:
    alternating = [one.id for one in shipped.exercises if one.sides is Sides.ALTERNATING]

    assert alternating == ["calf-stretch", "knee-to-chest", "leg-extension", "toe-taps"]


@each_row
def test_the_phases(shipped: Content, row: DoseRow) -> None:
    phases = shipped.exercise_by_id[row.id].phases

    assert tuple((phase.name.lower(), phase.seconds) for phase in phases) == row.phases


def test_a_repetition_goes_out_and_comes_back(shipped: Content) -> None:
    orders = {tuple(phase.kind for phase in exercise.phases) for exercise in shipped.exercises}
    out, hold, back, rest = PhaseKind.OUT, PhaseKind.HOLD, PhaseKind.BACK, PhaseKind.REST

    assert orders == {(), (out, back), (out, hold, back), (out, hold, back, rest)}


def time_by_the_table(exercise: Exercise, dose: Dose) -> str:
    """Gives the time of a dose as the design's table reckons it.

    There a rest follows every set on either side but the last, nobody needs time to switch, and an
    alternating exercise counts as two sets; ``kneegui.domain.timing`` reckons as the player plays.
    """
    one_side = set_seconds(replace(exercise, sides=Sides.BOTH), dose)
    sets = dose.sets * (1 if exercise.sides is Sides.BOTH else 2)
    seconds = sets * one_side + (sets - 1) * dose.rest_s
    return f"{seconds // 60}:{seconds % 60:02d}"


@each_row
def test_dose_phases_sides_and_rest_together_give_the_time_of_the_table(
    shipped: Content, row: DoseRow
) -> None:
    exercise = shipped.exercise_by_id[row.id]

    assert time_by_the_table(exercise, exercise.start) == row.start_time
    if row.target_time != "-":
        assert time_by_the_table(exercise, exercise.target) == row.target_time
