"""Two things at the ends of a line; the second goes below where the line is too short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override


class SplitLine(QWidget):
    """The first keeps to the left, the second to the right, or both to the left in two lines."""

    def __init__(
        self, first: QWidget, second: QWidget, gap: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._second = second
        self._is_beside: bool | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addWidget(first, 1)
        self._row.addWidget(second)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # A part has become larger or smaller, such as by another size of text.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        wanted = self._first.sizeHint().width() + self._second.sizeHint().width()
        beside = self.width() >= wanted + self._row.spacing()
        if beside == self._is_beside:
            # Said once more, it would ask for the layout anew, which asks here, and so on for ever.
            return
        self._is_beside = beside
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        middle = Qt.AlignmentFlag.AlignVCenter
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._second, middle | side)
