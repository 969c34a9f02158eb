"""One of many choices, in a list that opens below the button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import RADIUS_CONTROL, fitted, rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.menu import Menu
from kneegui.ui.widgets.themed import PaintedButton

_HEIGHT = 32
_SIDE = 12
_CARET = 14
_GAP = 10
_LEAST_WIDTH = 120


class DropDown(PaintedButton):
    """A button that says which choice holds; Space opens the list, Up and Down choose without it.

    Signals:
        chosen: the value of the choice that holds now.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._name = name
        self._choices: dict[str, str] = {}
        self._value = ""
        self._menu = Menu(theme, self)
        self._group = QActionGroup(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.follow(theme)

    @property
    def value(self) -> str:
        """The value of the choice that holds."""
        return self._value

    def set_choices(self, choices: Mapping[str, str], value: str) -> None:
        """Offers other choices, without a signal.

        Args:
            choices: for each value its words, in order.
            value: the one that holds.
        """
        if (dict(choices), value) == (self._choices, self._value):
            return
        self._choices = dict(choices)
        self._menu.clear()
        for key, words in choices.items():
            action = self._menu.add(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _on, key=key: self._choose(key))
            self._group.addAction(action)
        self._show(value)

    @override
    def sizeHint(self) -> QSize:
        font = self.theme.font(13, 600)
        words = max((text_width(each, font) for each in self._choices.values()), default=0)
        sides = self.theme.length(2 * _SIDE + _GAP + _CARET)
        return QSize(round(words) + 1 + sides, self.theme.length(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(_LEAST_WIDTH), self.theme.length(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        colour, length = self.theme.colour, self.theme.length
        over = self.underMouse() and self.isEnabled()
        fill = Role.PRESS if self.isDown() else Role.HOVER if over else Role.SURFACE
        rounded_box(painter, box, RADIUS_CONTROL, colour(fill), colour(Role.EDGE))
        side, caret = length(_SIDE), length(_CARET)
        ink = colour(Role.TEXT if self.isEnabled() else Role.DISABLED)
        place = QRectF(box.right() - side - caret, box.center().y() - caret / 2, caret, caret)
        self.theme.icons.paint(painter, "caret-down-bold", place, ink)
        words = QRectF(side, 0, place.x() - side - length(_GAP), box.height())
        font = fitted(self.text(), self.theme.font(13, 600), words.width())
        text_line(painter, words, self.text(), font, ink)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        values = list(self._choices)
        place = values.index(self._value) + step
        if 0 <= place < len(values):
            self._choose(values[place])

    def _choose(self, value: str) -> None:
        if value != self._value:
            self._show(value)
            self.chosen.emit(value)

    def _show(self, value: str) -> None:
        self._value = value
        self.setText(self._choices[value])
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self._group.actions()[list(self._choices).index(value)].setChecked(True)
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        self._menu.setMinimumWidth(self.width())
        self._menu.setActiveAction(self._group.checkedAction())
        self._menu.open_below(self)
