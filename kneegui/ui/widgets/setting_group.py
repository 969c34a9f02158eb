"""A card of settings under one title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card, Rule
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.segmented import Segmented
from kneegui.ui.widgets.setting_line import SettingLine

Value = TypeVar("Value")


class SettingGroup(Card):
    """Settings that belong together, each on a line of its own.

    Signals:
        chosen: name of a setting, and the value that holds from now on.
    """

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(22, 14, 22, 10), gap=0, parent=parent)
        self._choices: dict[str, Segmented] = {}
        self._rules: dict[SettingLine, Rule] = {}
        self.column.addWidget(Label(theme, title, 15, 650, parent=self))
        self.column.addSpacing(4)

    def add_line(self, title: str, explanation: str, control: QWidget) -> SettingLine:
        """Adds a line with a control of the caller's."""
        line = SettingLine(self.theme, title, explanation, control, self)
        self._rules[line] = rule = Rule(self.theme, self)
        if len(self._rules) > 1:
            self.column.addWidget(rule)
        else:
            rule.hide()
        self.column.addWidget(line)
        return line

    def add_choice(
        self, name: str, title: str, explanation: str, choices: Mapping[Value, str], value: Value
    ) -> SettingLine:
        """Adds a setting with a few values side by side.

        Args:
            name: of the setting, for ``chosen``.
            title: what is chosen.
            explanation: a word about it.
            choices: for each value its words, in order.
            value: the one that holds now.
        """
        values = {str(value): value for value in choices}
        words = {str(value): words for value, words in choices.items()}
        control = Segmented(self.theme, title, words, str(value))
        control.chosen.connect(lambda key: self.choose(name, values[key]))
        self._choices[name] = control
        return self.add_line(title, explanation, control)

    def show_line(self, line: SettingLine, *, shown: bool) -> None:
        """Shows a line, not the first, or hides it where it means nothing just now."""
        line.setVisible(shown)
        self._rules[line].setVisible(shown)

    def choose(self, name: str, value: object) -> None:
        """Takes note of what the user has chosen, and tells it."""
        self.chosen.emit(name, value)

    def set_value(self, name: str, value: object) -> None:
        """Shows the value of a setting that was changed elsewhere, without a signal."""
        self._choices[name].set_value(str(value))
