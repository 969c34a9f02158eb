"""What will happen in a routine, in words."""

from __future__ import annotations

import pytest

from kneegui.domain.dose import Dose
from kneegui.domain.exercise import Exercise
from kneegui.domain.player_settings import Tempo
from kneegui.domain.session import Side, StepKind
from kneegui.player.step import Step
from kneegui.ui.plan_words import plan_amount, plan_place, plan_rhythm, plan_time
from tests.player.routines import BUZZ, LIFT, ROLL, STRETCH, SWING, TAP, timeline
from tests.support.builders import dose, timed_dose


def drawn(step: Step) -> str:
    """Gives a step as a line: amount, place, time."""
    return " | ".join((plan_amount(step), plan_place(step), plan_time(step)))


@pytest.mark.parametrize(
    ("exercise", "amount", "lines"),
    [
        (SWING, dose(reps=1), ["Get ready |  | 0:15", "1 rep |  | 0:06"]),
        (
            SWING,
            dose(sets=2, reps=5, rest_s=20),
            [
                "Get ready |  | 0:15",
                "5 reps | set 1 of 2 | 0:30",
                "Rest | then set 2 of 2 | 0:20",
                "5 reps | set 2 of 2 | 0:30",
            ],
        ),
        (
            LIFT,
            dose(reps=5),
            [
                "Get ready | left side first | 0:15",
                "5 reps | left side | 0:30",
                "Change sides | to the right | 0:08",
                "5 reps | right side | 0:30",
            ],
        ),
        (
            TAP,
            dose(sets=2, reps=4, rest_s=0),
            [
                "Get ready | left side first | 0:15",
                "4 reps | each side, in turn, set 1 of 2 | 0:48",
                "4 reps | each side, in turn, set 2 of 2 | 0:48",
            ],
        ),
        (STRETCH, dose(reps=3), ["Get ready |  | 0:15", "3 holds of 30 s |  | 2:15"]),
        (STRETCH, dose(reps=1, hold_s=120), ["Get ready |  | 0:15", "Hold 2 min |  | 2:15"]),
        (
            ROLL,
            timed_dose(90),
            [
                "Get ready | left side first | 0:15",
                "1:30 | left side | 1:30",
                "Change sides | to the right | 0:08",
                "1:30 | right side | 1:30",
            ],
        ),
    ],
)
def test_the_steps_of_an_exercise(exercise: Exercise, amount: Dose, lines: list[str]) -> None:
    assert [drawn(step) for step in timeline((exercise, amount)).steps] == lines


@pytest.mark.parametrize("exercise", [LIFT, TAP])
def test_the_right_side_may_be_first(exercise: Exercise) -> None:
    steps = timeline((exercise, dose(reps=1)), first=Side.RIGHT).steps

    assert plan_place(steps[0]) == "right side first"
    changes = [plan_place(step) for step in steps if step.kind is StepKind.SWITCH]
    assert changes == ["to the left"] * (exercise is LIFT)


def test_a_set_at_the_user_s_own_pace_takes_about_its_time() -> None:
    ready, work = timeline((SWING, dose(reps=5)), self_paced=True).steps

    assert (plan_time(ready), plan_time(work)) == ("0:15", "about 0:30")
    assert plan_rhythm(work) == "At your own pace"


@pytest.mark.parametrize(
    ("exercise", "amount", "rhythm"),
    [
        (SWING, dose(), "Lift 2, hold 1, lower 2, rest 1 s"),
        (STRETCH, dose(hold_s=10), "Lift 3, hold 10, lower 2, rest 10 s"),
        (ROLL, timed_dose(60), "Lift 2, lower 2 s"),
        (BUZZ, timed_dose(60), ""),
    ],
)
def test_the_rhythm_of_an_exercise(exercise: Exercise, amount: Dose, rhythm: str) -> None:
    assert plan_rhythm(timeline((exercise, amount)).steps[1]) == rhythm


def test_the_rhythm_is_as_slow_as_it_will_be() -> None:
    slow = timeline((SWING, dose()), tempo=Tempo.SLOW).steps[1]

    assert plan_rhythm(slow) == "Lift 3, hold 2, lower 3, rest 2 s"
