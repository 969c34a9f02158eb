"""The frame of a card with a chart: title, what is told, the chart or its numbers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.ui.charts.chart_slot import ChartSlot
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.theme.painting import wrapped_height
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.chart_legend import ChartLegend
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.number_table import NumberTableView
from kneegui.ui.widgets.split_line import SplitLine

if TYPE_CHECKING:
    from kneegui.ui.charts.plot import Plot


class TrendCard(Card):
    """A chart with one line above it that tells what is pointed at, and else the whole in short.

    A card says how its chart is made and drawn, what it tells, and what its table holds. It calls
    ``set_head`` at the end of its constructor, and ``refresh`` when there is something to show.
    """

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        """Makes the card.

        Args:
            theme: the look.
            library: where pyqtgraph comes from; None for one of its own.
            parent: the widget it belongs to.
        """
        super().__init__(theme, margins=(20, 14, 16, 12), gap=4, parent=parent)
        self._head = Label(theme, "", 15, 650)
        self.title = ""
        """What it is about."""
        self._is_table = False
        self._table: NumberTableView | None = None
        self._chart_only: list[QWidget] = []
        self._words = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True, tabular=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._nothing = Label(theme, "", 14, 400, Role.TEXT_SECOND, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(24)
        self.slot = ChartSlot(theme, library or ChartLibrary(parent=self), self.make_plot)
        self.slot.hide()
        self.slot.made.connect(self._draw)
        self.slot.pointed.connect(self._on_pointed)

    def set_head(
        self, title: str, aside: QWidget | None = None, legend: ChartLegend | None = None
    ) -> None:
        """Lays the card out below a title.

        Args:
            title: what it is about.
            aside: stands at the right of the title, or below where there is no room.
            legend: stands below the title.
        """
        self.title = title
        self._head.setText(title)
        self.column.addWidget(self._head if aside is None else SplitLine(self._head, aside))
        self._chart_only = [each for each in (aside, legend) if each is not None]
        if legend is not None:
            self.column.addWidget(legend)
        self.column.addWidget(self._words)
        self.column.addWidget(self._nothing, 1)
        self.column.addWidget(self.slot, 1)

    def set_title(self, title: str) -> None:
        """Shows another title."""
        self.title = title
        self._head.setText(title)
        if self.slot.plot is not None:
            self.slot.plot.set_name(title)

    # --- what a card says of itself ---

    def make_plot(self, parent: QWidget) -> Plot:
        """Makes the chart; pyqtgraph is there now."""
        raise NotImplementedError

    def draw(self) -> None:
        """Gives the chart its values; there are some, and the chart is made."""
        raise NotImplementedError

    def table(self) -> NumberTable:
        """Gives all that the chart shows, as words."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Gives the sentence that stands where there is nothing to draw; empty where there is."""
        raise NotImplementedError

    def told(self, number: int) -> str:
        """Gives what is told of a point; of the whole for -1."""
        raise NotImplementedError

    # --- what a card can do ---

    def refresh(self) -> None:
        """Shows what there is now."""
        self._draw()
        self.show_view()
        self._on_pointed(-1)

    def set_table(self, is_table: bool) -> None:
        """Shows the numbers as a table, or the chart."""
        self._is_table = is_table
        self.show_view()
        self._keep_room()
        self._on_pointed(-1)

    def _draw(self) -> None:
        if self.slot.plot is not None and not self.nothing():
            self.draw()
            self._keep_room()

    def show_view(self) -> None:
        """Shows what is to be seen of the card, and hides the rest."""
        sentence = self.nothing()
        self._nothing.setText(sentence)
        for each in self._chart_only:
            each.setVisible(not sentence and not self._is_table)
        self._nothing.setVisible(bool(sentence))
        self.slot.setVisible(not sentence and not self._is_table)
        if not sentence and self._is_table:
            self._numbers().show()
        elif self._table is not None:
            self._table.hide()

    def _numbers(self) -> NumberTableView:
        if self._table is None:
            self._table = NumberTableView(self.theme, self.title)
            self.column.addWidget(self._table)
        self._table.show_table(self.table())
        return self._table

    def _on_pointed(self, number: int) -> None:
        words = "" if self.nothing() else self.told(number)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _keep_room(self) -> None:
        """Gives what is told the height of its longest words, so that the chart keeps its place.

        What is told of the whole may be longer than that of any point.
        """
        plot = self.slot.plot
        height = 0.0
        if plot is not None and not self._is_table and not self.nothing():
            longest = max((stop.words for stop in plot.stops), key=len, default="")
            margins = self.column.contentsMargins()
            width = self.width() - margins.left() - margins.right()
            font = self._words.font()
            height = max(wrapped_height(words, font, width) for words in (longest, self.told(-1)))
        self._words.setMinimumHeight(ceil(height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_room()
        super().resizeEvent(event)
