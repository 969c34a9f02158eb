"""One setting: what it is, a word about it, and its control beside or below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.label import Label

_WORDS_LEAST = 170


class SettingLine(QWidget):
    """The control stands at the right end, or below the words where the line is too short."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        explanation: str,
        control: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 7, 0, 7)
        self._row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(theme, title, 14.5, 550, parent=self))
        self._explanation = Label(
            theme, explanation, 13, 400, Role.TEXT_SECOND, wrap=True, parent=self
        )
        words.addWidget(self._explanation)
        self._row.addLayout(words, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_explanation(self, explanation: str) -> None:
        """Says another word about the setting."""
        self._explanation.setText(explanation)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # The control has become wider or narrower.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = self.width() - self._control.sizeHint().width() - self._row.spacing()
        beside = room >= self._theme.length(_WORDS_LEAST)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
