"""What will happen in a routine, step by step, as a list model."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kneegui.domain.session import StepKind
from kneegui.player.step import Step
from kneegui.player.timeline import Segment, Timeline
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE, TIME_ROLE
from kneegui.ui.models.rows_model import Row, RowsModel
from kneegui.ui.plan_words import plan_amount, plan_place, plan_rhythm, plan_time
from kneegui.ui.words import clock

PLAN_ROLE = Qt.ItemDataRole.UserRole + 30
"""What a row is (``PlanRow``)."""
AT_ROLE = Qt.ItemDataRole.UserRole + 31
"""When it begins, from the start of the routine, ready to be shown; empty for a heading."""


class PlanRow(Enum):
    """What a row of the plan is."""

    EXERCISE = auto()
    """The heading of an exercise and its steps."""
    READY = auto()
    """Getting ready, or changing sides."""
    SET = auto()
    REST = auto()
    END = auto()


_ROWS = {
    StepKind.GET_READY: PlanRow.READY,
    StepKind.SWITCH: PlanRow.READY,
    StepKind.REST: PlanRow.REST,
}


class PlanModel(RowsModel):
    """A heading for each exercise, its steps in order, and the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def show(self, timeline: Timeline) -> None:
        """Lists the steps of a timeline."""
        self.set_rows(_rows(timeline))


def _rows(timeline: Timeline) -> Iterator[Row]:
    for segment in timeline.segments:
        steps = timeline.steps[segment.first : segment.last + 1]
        yield _heading(timeline, segment, steps)
        for step in steps:
            yield _step_row(timeline, step)
    yield _end_row(timeline)


def _heading(timeline: Timeline, segment: Segment, steps: tuple[Step, ...]) -> Row:
    line = plan_rhythm(next(step for step in steps if step.is_exercise))
    time = clock(segment.seconds)
    return {
        Qt.ItemDataRole.DisplayRole: segment.title,
        Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, (segment.title, line, time))),
        PLAN_ROLE: PlanRow.EXERCISE,
        EXERCISE_ROLE: timeline.exercises[segment.exercise],
        LINE_ROLE: line,
        TIME_ROLE: time,
        AT_ROLE: "",
    }


def _step_row(timeline: Timeline, step: Step) -> Row:
    at, time = clock(timeline.before(step.ordinal)), plan_time(step)
    amount, place = plan_amount(step), plan_place(step)
    return {
        Qt.ItemDataRole.DisplayRole: amount,
        Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, (at, amount, place, time))),
        PLAN_ROLE: _ROWS.get(step.kind, PlanRow.SET),
        EXERCISE_ROLE: timeline.exercises[step.exercise],
        LINE_ROLE: place,
        TIME_ROLE: time,
        AT_ROLE: at,
    }


def _end_row(timeline: Timeline) -> Row:
    words, at = QCoreApplication.translate("words", "Finish"), clock(timeline.total)
    return {
        Qt.ItemDataRole.DisplayRole: words,
        Qt.ItemDataRole.AccessibleTextRole: f"{at}, {words}",
        PLAN_ROLE: PlanRow.END,
        LINE_ROLE: "",
        TIME_ROLE: "",
        AT_ROLE: at,
    }
