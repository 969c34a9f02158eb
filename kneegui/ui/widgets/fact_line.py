"""Facts one after the other, with a dot between two that stand in the same line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.label import Label

BETWEEN = "  ·  "
_ANY_HEIGHT = 100_000


class FactLine(Label):
    """A label that breaks between two facts, where the dot is left out; never within one."""

    def __init__(
        self,
        theme: Theme,
        pixels: float = 13,
        weight: int = 450,
        role: Role = Role.TEXT_SECOND,
        parent: QWidget | None = None,
    ) -> None:
        self._facts: Sequence[str] = ()
        super().__init__(theme, "", pixels, weight, role, wrap=True, parent=parent)

    def set_facts(self, facts: Sequence[str]) -> None:
        """Shows other facts."""
        self._facts = facts
        self._break()
        self.updateGeometry()

    @override
    def apply_theme(self) -> None:
        super().apply_theme()
        self._break()

    @override
    def heightForWidth(self, width: int) -> int:
        flags = int(Qt.TextFlag.TextWordWrap)
        text = self._lines(width)
        return (
            self.fontMetrics().boundingRect(QRect(0, 0, width, _ANY_HEIGHT), flags, text).height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        text = self._lines(self.width())
        if text != self.text():
            self.setText(text)

    def _lines(self, width: int) -> str:
        """Gives the facts with a new line before each that has no room in the one before."""
        metrics = self.fontMetrics()
        lines: list[str] = []
        for fact in self._facts:
            longer = f"{lines[-1]}{BETWEEN}{fact}" if lines else fact
            if lines and metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(fact)
        return "\n".join(lines)
