"""What stands where there is nothing to show: why, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note import IconView


class EmptyState(QWidget):
    """A sign, a title, a sentence and one button.

    Signals:
        action_wanted: the button was pressed.
    """

    action_wanted = Signal()

    def __init__(
        self, theme: Theme, icon: str, title: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(IconView(theme, icon, Role.TEXT_THIRD, 40, self), 0, middle)
        self._title = Label(theme, title, 18, 650, wrap=True, parent=self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._title)
        self._sentence = Label(theme, "", 14, 400, Role.TEXT_SECOND, wrap=True, parent=self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._sentence)
        button = Button(theme, action, parent=self)
        button.clicked.connect(self.action_wanted)
        column.addWidget(button, 0, middle)
        column.addStretch(3)

    def say(self, sentence: str) -> None:
        """Shows another sentence below the title."""
        self._sentence.setText(sentence)
