"""The steps of one session by exercise, as a list model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QObject, Qt

from kneegui.domain.session import StepRecord, StepStatus
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.models.rows_model import Row, RowsModel
from kneegui.ui.step_words import (
    exercise_status,
    exercise_summary,
    pain_word,
    step_amount,
    step_place,
    step_status_word,
)
from kneegui.ui.words import clock

STEP_ROLE = Qt.ItemDataRole.UserRole + 21
"""The ``StepRecord`` of a row; None in a row that is the heading of an exercise."""
AMOUNT_ROLE = Qt.ItemDataRole.UserRole + 22
"""How much was done, ready to be shown."""
STATUS_ROLE = Qt.ItemDataRole.UserRole + 25
"""How it ended (``StepStatus``): a step, or what stands out most of an exercise, if anything."""
EXERCISE_ID_ROLE = Qt.ItemDataRole.UserRole + 26
"""Id of the exercise of a row."""


class SessionStepModel(RowsModel):
    """An exercise and below it one row a step, as they were done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def show(self, steps: Sequence[StepRecord]) -> None:
        """Lists the steps of another session."""
        self.set_rows(_rows(steps))


def _rows(steps: Sequence[StepRecord]) -> Iterator[Row]:
    for exercise, group in groupby(steps, lambda step: step.exercise):
        of_it = list(group)
        yield _exercise_row(exercise, of_it)
        yield from map(_step_row, of_it)


def _exercise_row(exercise: str, steps: Sequence[StepRecord]) -> Row:
    title, summary = steps[0].title, exercise_summary(steps)
    return {
        Qt.ItemDataRole.DisplayRole: title,
        Qt.ItemDataRole.AccessibleTextRole: f"{title}, {summary}",
        EXERCISE_ID_ROLE: exercise,
        STATUS_ROLE: exercise_status(steps),
        AMOUNT_ROLE: summary,
    }


def _step_row(step: StepRecord) -> Row:
    place, amount = step_place(step), step_amount(step)
    status, time = step_status_word(step.status), clock(round(step.seconds))
    told = [step.title, place, status, amount, time]
    if step.pain is not None:
        told.append(pain_word(step.pain))
    return {
        Qt.ItemDataRole.DisplayRole: step.title,
        Qt.ItemDataRole.AccessibleTextRole: ", ".join(told),
        EXERCISE_ID_ROLE: step.exercise,
        STEP_ROLE: step,
        STATUS_ROLE: step.status,
        # That it was done goes without saying.
        LINE_ROLE: place if step.status is StepStatus.DONE else f"{place}, {status.lower()}",
        AMOUNT_ROLE: amount,
        TIME_ROLE: time,
    }
