"""The rows of what got easier, what hurts, left and right, and the exercises that were done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from kneegui.domain.exercise import Goal
from kneegui.ui.models.rows_model import Row
from kneegui.ui.trend_words import worst_pain

TREND_ROLE = Qt.ItemDataRole.UserRole + 30
"""One of the classes below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EasierRow:
    """An exercise that got easier: its numbers over time, and the first and latest in words."""

    exercise: str
    title: str
    goal: Goal | None
    numbers: Sequence[int]
    change: str
    aside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtRow:
    """An exercise that hurt: how often, in words, and the worst pain."""

    exercise: str
    title: str
    goal: Goal | None
    line: str
    worst: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesRow:
    """An exercise with what each side did, and that in words."""

    exercise: str
    title: str
    goal: Goal | None
    left: int
    right: int
    left_words: str
    right_words: str
    aside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedRow:
    """An exercise that was done: how often, also in words, and the worst pain told in it."""

    exercise: str
    title: str
    goal: Goal | None
    sessions: int
    line: str
    worst: int | None


TrendRow = EasierRow | HurtRow | SidesRow | PractisedRow


def trend_rows(rows: Sequence[TrendRow]) -> list[Row]:
    """Gives the rows for a ``RowsModel``; what is displayed tells all, for a screen reader."""
    return [{TREND_ROLE: row, Qt.ItemDataRole.DisplayRole: told(row)} for row in rows]


def told(row: TrendRow) -> str:
    """Gives all that a row shows in words."""
    match row:
        case EasierRow():
            parts = (row.title, row.change, row.aside)
        case HurtRow():
            parts = (row.title, row.line)
        case PractisedRow():
            parts = (row.title, row.line, "" if row.worst is None else worst_pain(row.worst))
        case SidesRow():
            parts = (row.title, row.left_words, row.right_words, row.aside)
    return ", ".join(filter(None, parts))
