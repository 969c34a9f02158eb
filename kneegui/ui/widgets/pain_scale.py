"""Pain from 0 to 10: eleven buttons in one ramp, the words of the chosen one below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import CENTRE, LEFT, RIGHT, rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.choice_group import choose
from kneegui.ui.widgets.themed import PaintedButton, PaintedWidget

_GAP = 4


class PainScale(PaintedWidget):
    """One number or none. The keys 0 to 9 choose while the scale has the keyboard.

    Signals:
        chosen: the number that holds now.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, name: str, height: int = 38, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._cell_height = height
        self._words = (
            self.tr("No pain"),
            self.tr("Barely there"),
            self.tr("Mild, easy to ignore"),
            self.tr("Mild, noticeable"),
            self.tr("Moderate"),
            self.tr("Moderate, hard to ignore"),
            self.tr("Strong"),
            self.tr("Strong, limits me"),
            self.tr("Severe"),
            self.tr("Very severe"),
            self.tr("Worst imaginable"),
        )
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cells: list[_PainCell] = []
        for pain, words in enumerate(self._words):
            cell = _PainCell(theme, pain, self)
            cell.setAccessibleName(f"{name} {pain}, {words}")
            self._group.addButton(cell, pain)
            self._cells.append(cell)
        # Not ``idClicked``: a screen reader toggles.
        self._group.idToggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @property
    def value(self) -> int | None:
        """The chosen number, None before one is chosen."""
        number = self._group.checkedId()
        return number if number >= 0 else None

    @property
    def first_cell(self) -> QWidget:
        """The control that takes the keyboard first: the chosen number, or 0."""
        return self._cells[self.value or 0]

    def set_value(self, value: int | None) -> None:
        """Chooses a number, or none, without a signal."""
        choose(self._group, None if value is None else self._cells[value])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, self.theme.length(self._cell_height) + self.theme.length(24))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = (self.width() - _GAP * 10) / 11
        height = self.theme.length(self._cell_height)
        for pain, cell in enumerate(self._cells):
            left = round(pain * (width + _GAP))
            right = round(pain * (width + _GAP) + width)
            cell.setGeometry(left, 0, right - left, height)

    @override
    def apply_theme(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if 0 <= number <= 9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._cells[number].click()
            # The arrow keys go on from where the digit led.
            self._cells[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        top = theme.length(self._cell_height) + 4
        line = QRectF(0, top, box.width(), theme.length(18))
        font = theme.font(12, 500)
        second = theme.colour(Role.TEXT_SECOND)
        value = self.value
        chosen_font = theme.font(12, 650)
        if value is None:
            text_line(painter, line, self._words[0], font, second, LEFT)
            text_line(painter, line, self._words[10], font, second, RIGHT)
            return
        words = self._words[value]
        width = text_width(words, chosen_font) + 2
        middle = self._cells[value].geometry().center().x()
        left = min(max(0.0, middle - width / 2), box.width() - width)
        if left > text_width(self._words[0], font) + 12:
            text_line(painter, line, self._words[0], font, second, LEFT)
        if left + width < box.width() - text_width(self._words[10], font) - 12:
            text_line(painter, line, self._words[10], font, second, RIGHT)
        place = QRectF(left, top, width, line.height())
        text_line(painter, place, words, chosen_font, theme.colour(Role.TEXT), CENTRE)

    def _on_toggled(self, pain: int, on: bool) -> None:
        if on:
            self.update()
            self.chosen.emit(pain)


class _PainCell(PaintedButton):
    ring_radius = 9.0

    def __init__(self, theme: Theme, pain: int, parent: PainScale) -> None:
        super().__init__(theme, str(pain), parent)
        self._pain = pain
        self.setCheckable(True)
        self.follow(theme)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, on = self.theme, self.isChecked()
        edge = theme.colour(Role.TEXT) if on else theme.colour(Role.TEXT, 0.18)
        plain = edge if self._pain <= 3 and not theme.is_dark else None
        fill = theme.pain_colour(self._pain)
        rounded_box(painter, box, 8, fill, edge if on else plain, 2.5 if on else 1)
        font = theme.font(15, 800 if on else 650, tabular=True)
        text_line(painter, box, self.text(), font, theme.pain_ink(self._pain), CENTRE)
