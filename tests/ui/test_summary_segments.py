"""The bar above the summary shows what was done, not how far one came."""

from __future__ import annotations

from dataclasses import replace

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Side, StepStatus
from kneegui.player.timeline import compile_timeline
from kneegui.ui.summary_segments import summary_segments
from tests.support.shipped import shipped_content
from tests.ui.some_sessions import shipped_routine, some_session

EXERCISES = shipped_content().exercise_by_id
TIMELINE = compile_timeline(shipped_routine("strength-1"), EXERCISES, PlayerSettings(), Side.LEFT)


def test_each_exercise_is_filled_by_the_share_of_its_steps_done() -> None:
    plain = some_session(key="strength-1")
    steps = [
        replace(plain.steps[0], ordinal=step.ordinal, status=StepStatus.DONE)
        for step in TIMELINE.steps
        if step.is_exercise
    ]
    # The first of the four steps of the first exercise was skipped, the last exercise stopped.
    steps[0] = replace(steps[0], status=StepStatus.SKIPPED)
    last = [step for step in steps if TIMELINE.steps[step.ordinal].item == 2]
    stopped = [replace(step, status=StepStatus.STOPPED) for step in last]

    kept = [*steps[: -len(last)], *stopped]
    segments = summary_segments(TIMELINE, replace(plain, steps=tuple(kept)))

    assert [segment.share_done for segment in segments] == [0.75, 1.0, 0.0]
    assert sum(segment.seconds for segment in segments) == TIMELINE.total
