"""How long a routine takes at the user's own pace.

``kneegui.domain.timing`` tells it for the pace everything is described in; at that pace the two
agree, and the tests see to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from kneegui.domain.exercise import Exercise
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Side
from kneegui.player.timeline import compile_timeline


def planned_seconds(
    routine: Routine, exercises: Mapping[str, Exercise], pace: PlayerSettings
) -> tuple[int, ...]:
    """Gives the seconds of each item of a routine, getting ready included.

    Args:
        routine: what is to be timed.
        exercises: every exercise of the routine by its id.
        pace: the user's.
    """
    # The side it begins with makes no difference.
    timeline = compile_timeline(routine, exercises, pace, Side.LEFT)
    return tuple(segment.seconds for segment in timeline.segments)
