"""Where in a repetition a moment lies, so that the figure moves in step with the phases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from kneegui.domain.exercise import Phase, PhaseKind

CONTINUOUS = (
    Phase(name="There", kind=PhaseKind.OUT, seconds=2),
    Phase(name="Back", kind=PhaseKind.BACK, seconds=2),
)
"""The pace of a movement without a rhythm of its own, such as a massage gun's."""


def pose_at(phases: Sequence[Phase], seconds: float) -> float:
    """Gives how far the body is from the start (0.0) to the end position (1.0).

    Args:
        phases: of one repetition; it begins again when it is over.
        seconds: since the first repetition began.

    The body starts and stops softly in each movement, and stays where it is in a hold or a rest.
    """
    phases = phases or CONTINUOUS
    ends = list(accumulate(phase.seconds for phase in phases))
    inside = seconds % ends[-1]
    pose = 0.0
    for phase, end in zip(phases, ends, strict=True):
        begun = inside - (end - phase.seconds)
        if begun >= 0 and phase.kind is PhaseKind.OUT:
            pose = soft(min(1.0, begun / phase.seconds))
        elif begun >= 0 and phase.kind is PhaseKind.BACK:
            pose = 1.0 - soft(min(1.0, begun / phase.seconds))
    return pose


def shortened(phases: Sequence[Phase], most: int) -> tuple[Phase, ...]:
    """Gives the phases with no hold or rest longer than so many seconds: to look at, not to do."""
    still = (PhaseKind.HOLD, PhaseKind.REST)
    return tuple(
        replace(phase, seconds=min(phase.seconds, most)) if phase.kind in still else phase
        for phase in phases
    )


def soft(share: float) -> float:
    """Gives how far an eased movement is after a share of its time, both 0 to 1."""
    return share * share * (3.0 - 2.0 * share)
