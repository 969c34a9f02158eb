"""How hard it was, in five words, each with the numbers it stands for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.session_words import EFFORTS, effort_place, effort_words
from kneegui.ui.theme.painting import CENTRE, RADIUS_CONTROL, fitted, rounded_box, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.choice_group import choose
from kneegui.ui.widgets.themed import PaintedButton, Themed

_GAP = 8
_HEIGHT = 56


class EffortScale(Themed, QWidget):
    """One word or none.

    Signals:
        chosen: the effort that holds now, the lowest number of its word.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cells: list[_EffortCell] = []
        for place, (word, (low, high)) in enumerate(zip(effort_words(), EFFORTS, strict=True)):
            cell = _EffortCell(theme, word, f"{low}–{high}", self)
            cell.setAccessibleName(f"{name} {word}, {low}–{high}")
            self._group.addButton(cell, place)
            self._cells.append(cell)
        # Not ``idClicked``: a screen reader toggles.
        self._group.idToggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @property
    def value(self) -> int | None:
        """The chosen effort, 1 to 9; None before one is chosen."""
        place = self._group.checkedId()
        return EFFORTS[place][0] if place >= 0 else None

    def set_value(self, effort: int | None) -> None:
        """Chooses the word for an effort from 0 to 10, or none, without a signal."""
        cell = None if effort is None else self._cells[effort_place(effort)]
        choose(self._group, cell)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, self.theme.length(_HEIGHT))

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.theme.length(_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        count = len(self._cells)
        width = (self.width() - _GAP * (count - 1)) / count
        for place, cell in enumerate(self._cells):
            left, right = place * (width + _GAP), place * (width + _GAP) + width
            cell.setGeometry(round(left), 0, round(right) - round(left), self.height())

    def _on_toggled(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(EFFORTS[place][0])


class _EffortCell(PaintedButton):
    ring_radius = RADIUS_CONTROL

    def __init__(self, theme: Theme, word: str, numbers: str, parent: QWidget) -> None:
        super().__init__(theme, word, parent)
        self._numbers = numbers
        self.setCheckable(True)
        self.follow(theme)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, on = self.theme, self.isChecked()
        fill = Role.SOFT if on else Role.HOVER if self.underMouse() else Role.INSET
        edge = theme.colour(Role.PRIMARY) if on else None
        rounded_box(painter, box, RADIUS_CONTROL, theme.colour(fill), edge, 2)
        width = box.width() - 8
        word = QRectF(4, theme.length(9), width, theme.length(21))
        font = fitted(self.text(), theme.font(14.5, 650), width)
        ink = theme.colour(Role.ON_SOFT if on else Role.TEXT)
        text_line(painter, word, self.text(), font, ink, CENTRE)
        numbers = QRectF(4, theme.length(30), width, theme.length(17))
        font = theme.font(12, 500, tabular=True)
        ink = theme.colour(Role.ON_SOFT if on else Role.TEXT_SECOND)
        text_line(painter, numbers, self._numbers, font, ink, CENTRE)
