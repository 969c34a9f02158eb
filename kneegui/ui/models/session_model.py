"""The sessions by day, and the steps of one session, as list models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from kneegui.domain.session import StepRecord, StepStatus
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.models.rows_model import Index, Row, RowsModel
from kneegui.ui.session_line import SessionLine, local_day
from kneegui.ui.session_words import (
    day_heading,
    pain_change,
    pain_word,
    session_facts,
    step_amount,
    step_place,
    step_status_word,
)
from kneegui.ui.words import clock

SESSION_ROLE = Qt.ItemDataRole.UserRole + 20
"""The session of a row (``SessionLine``); None in a row that is the heading of a day."""
STEP_ROLE = Qt.ItemDataRole.UserRole + 21
"""The ``StepRecord`` of a row."""
AMOUNT_ROLE = Qt.ItemDataRole.UserRole + 22
"""How much of a step was done, ready to be shown."""


class SessionModel(RowsModel):
    """The latest session first; before those of a day a row that names the day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def show(self, sessions: Sequence[SessionLine], today: date) -> None:
        """Lists other sessions, given in any order."""
        latest_first = sorted(sessions, key=lambda each: each.started_at.utc, reverse=True)
        self.set_rows(_rows(latest_first, today))

    def row_of(self, session: str) -> QModelIndex:
        """Gives the index of a session by its id, invalid where it is not listed."""
        for row in range(self.rowCount()):
            line: SessionLine | None = self.index(row, 0).data(SESSION_ROLE)
            if line is not None and line.id == session:
                return self.index(row, 0)
        return QModelIndex()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.data(SESSION_ROLE) is None:
            # A heading is read, and neither chosen nor stepped on.
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


def _rows(latest_first: Sequence[SessionLine], today: date) -> Iterator[Row]:
    day: date | None = None
    for session in latest_first:
        if local_day(session) != day:
            day = local_day(session)
            heading = day_heading(day, today)
            yield {
                Qt.ItemDataRole.DisplayRole: heading,
                Qt.ItemDataRole.AccessibleTextRole: heading,
            }
        facts = session_facts(session)
        pain = pain_change(session.pain_before, session.pain_after)
        told = ", ".join(filter(None, (session.title, *facts.split("  ·  "), pain)))
        yield {
            Qt.ItemDataRole.DisplayRole: session.title,
            Qt.ItemDataRole.AccessibleTextRole: told,
            SESSION_ROLE: session,
            LINE_ROLE: facts,
        }


class SessionStepModel(RowsModel):
    """One row a step, as they were done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)

    def show(self, steps: Sequence[StepRecord]) -> None:
        """Lists the steps of another session."""
        self.set_rows(map(_step_row, steps))


def _step_row(step: StepRecord) -> Row:
    place, amount = step_place(step), step_amount(step)
    status, time = step_status_word(step.status), clock(round(step.seconds))
    told = [step.title, place, status, amount, time]
    if step.pain is not None:
        told.append(pain_word(step.pain))
    return {
        Qt.ItemDataRole.DisplayRole: step.title,
        Qt.ItemDataRole.AccessibleTextRole: ", ".join(told),
        STEP_ROLE: step,
        # That it was done is told by its sign.
        LINE_ROLE: place if step.status is StepStatus.DONE else f"{place}  ·  {status}",
        AMOUNT_ROLE: amount,
        TIME_ROLE: time,
    }
