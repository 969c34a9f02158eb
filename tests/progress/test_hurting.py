"""Which exercise hurts."""

from __future__ import annotations

from datetime import timedelta

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import StepStatus
from kneegui.progress.exercise_progress import steps_by_exercise
from kneegui.progress.hurting import Hurting, hurting
from tests.progress.samples import SATURDAY, step


def found(*practice: PractisedStep) -> tuple[Hurting, ...]:
    return hurting(steps_by_exercise(practice))


def test_an_exercise_tells_how_often_and_how_much_it_hurt() -> None:
    practice = [
        step(9, pain=3),
        step(9, set=2, pain=6, status=StepStatus.STOPPED),
        step(6),
        step(4, pain=4),
        step(2, done=0, status=StepStatus.SKIPPED),
        step(0, title="Clam"),
    ]

    assert found(*practice) == (
        Hurting(
            exercise="clamshell",
            title="Clam",
            sessions=4,
            painful=2,
            stopped=1,
            worst=6,
            latest_pain=4,
            latest_day=SATURDAY - timedelta(days=4),
        ),
    )


def test_what_does_not_hurt_is_not_named() -> None:
    assert found() == ()
    assert found(step(0), step(0, "calf", pain=0)) == ()


def test_a_stop_without_a_number_hurts_too() -> None:
    (clamshell,) = found(step(1, done=0, status=StepStatus.STOPPED), step(0))

    assert (clamshell.worst, clamshell.latest_pain) == (None, None)
    assert (clamshell.sessions, clamshell.painful, clamshell.stopped) == (2, 1, 1)


def test_what_hurt_most_often_comes_first_then_the_worse() -> None:
    practice = [
        step(3, "calf", pain=4),
        step(2, "calf", pain=4),
        step(2, "quads", pain=7),
        step(2, "wall-sit", pain=4),
        step(2, "arms", pain=4),
        step(2, "clamshell", status=StepStatus.STOPPED),
    ]

    names = [each.exercise for each in found(*practice)]

    assert names == ["calf", "quads", "arms", "wall-sit", "clamshell"]
