"""A chip that opens a menu of which one choice holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.chip import CaretChip
from kneegui.ui.widgets.menu import Menu


class ChoiceChip(CaretChip):
    """Says the choice that holds; it is on where that is not the first one.

    Signals:
        chosen: the value of the choice that holds now.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Mapping[str, str],
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the chip; its first choice holds.

        Args:
            theme: the look.
            name: what is chosen, for a screen reader.
            choices: for each value its words, in order.
            icon: a sign before the words.
            parent: the widget it belongs to.
        """
        first = next(iter(choices))
        super().__init__(theme, choices[first], icon=icon, parent=parent)
        self._first = first
        self._name = name
        self._choices = dict(choices)
        self._menu = Menu(theme, self)
        self._group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for value, each in choices.items():
            action = self._menu.add(each)
            action.setCheckable(True)
            action.triggered.connect(lambda _on, value=value: self._on_triggered(value))
            self._group.addAction(action)
            self._actions[value] = action
        self.set_value(self._first)
        # Not ``clicked``: a screen reader toggles.
        self.toggled.connect(self._on_toggled)

    def set_value(self, value: str) -> None:
        """Makes another choice hold, without a signal."""
        self._value = value
        self._actions[value].setChecked(True)
        with QSignalBlocker(self):
            self.setChecked(value != self._first)
        self.setText(self._choices[value])
        self.setAccessibleName(f"{self._name}: {self._choices[value]}")
        self.updateGeometry()
        self.update()

    def _on_triggered(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _on_toggled(self) -> None:
        # The press has turned the chip over, which only a choice may.
        self.set_value(self._value)
        self._menu.open_below(self)
