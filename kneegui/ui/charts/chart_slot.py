"""The place of a chart: empty until it is seen for the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from kneegui.ui.charts.plot import Plot

_HEIGHT = 196


class ChartSlot(Themed, QWidget):
    """Makes its chart once it is painted and pyqtgraph is there.

    Signals:
        made: the chart is there.
        pointed: the number of the point that is pointed at; -1 for none.
    """

    made = Signal()
    pointed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        library: ChartLibrary,
        make: Callable[[QWidget], Plot],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._make = make
        self._asked = False
        # Of its own, so that it ends with the slot.
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._fill)
        self.plot: Plot | None = None
        """The chart; None until it is made."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.follow(theme)

    @override
    def apply_theme(self) -> None:
        self.setMinimumHeight(self.theme.length(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._asked:
            self._asked = True
            if self._library.is_loaded:
                # Not while it is painted.
                self._turn.start()
            else:
                self._library.loaded.connect(self._fill)
                self._library.load()

    def _fill(self) -> None:
        self.plot = plot = self._make(self)
        plot.pointed.connect(self.pointed)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(plot)
        self.made.emit()
