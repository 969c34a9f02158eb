"""What was really done of each exercise, for the bar above the summary."""

from __future__ import annotations

from kneegui.domain.session import Session, StepStatus
from kneegui.player.timeline import Timeline
from kneegui.ui.player_screen import Segment


def summary_segments(timeline: Timeline, session: Session) -> tuple[Segment, ...]:
    """Gives a segment for each exercise of a session, filled by the share of its steps done."""
    done = {step.ordinal for step in session.steps if step.status is StepStatus.DONE}
    segments: list[Segment] = []
    for part in timeline.segments:
        planned = [step.ordinal for step in timeline.item_steps(part.item) if step.is_exercise]
        goal = timeline.exercises[part.exercise].goal
        share = len(done.intersection(planned)) / len(planned)
        segments.append(Segment(goal=goal, seconds=part.seconds, share_done=share))
    return tuple(segments)
