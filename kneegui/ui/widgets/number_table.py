"""A table of numbers with a head, as plain as print."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from kneegui.ui.models.number_model import NumberModel, NumberTable
from kneegui.ui.theme.painting import LEFT, RIGHT, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.scrolling import SlimScrollBar, make_slim
from kneegui.ui.widgets.themed import Themed

_ROW = 32
_SIDE = 3
_MOST_ROWS = 9
_WIDTHS_FROM_ROWS = 200
"""Rows that are asked how wide the columns must be: the rest hardly differ."""


class NumberTableView(Themed, QTableView):
    """Rows that are read, not edited; the arrow keys go from cell to cell."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = NumberModel(self)
        self._table = NumberTable(heads=(), rows=())
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._head = _Head(theme, self)
        self.setHorizontalHeader(self._head)
        make_slim(self, theme)
        self.setHorizontalScrollBar(SlimScrollBar(theme, self, Qt.Orientation.Horizontal))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.follow(theme)

    def show_table(self, table: NumberTable) -> None:
        """Shows another table, scrolled to its end, which is the latest."""
        self._table = table
        self._model.show(table)
        self.apply_theme()
        self.scrollToBottom()

    @override
    def apply_theme(self) -> None:
        length = self.theme.length
        self.setFont(self.theme.font(13, 500, tabular=True))
        self._head.take_colours()
        self.verticalHeader().setDefaultSectionSize(length(_ROW))
        self.horizontalHeader().setFixedHeight(length(_ROW))
        shown = min(_MOST_ROWS, max(1, len(self._table.rows)))
        self.setFixedHeight(length(_ROW) * (shown + 1) + 2)
        self._fit_columns()

    def _fit_columns(self) -> None:
        head = self.theme.font(12, 600)
        some = [*self._table.rows[:_WIDTHS_FROM_ROWS], *self._table.rows[-_WIDTHS_FROM_ROWS:]]
        for column, words in enumerate(self._table.heads):
            widths = (text_width(row[column], self.font()) for row in some)
            widest = max([text_width(words, head), *widths])
            self.setColumnWidth(column, round(widest) + self.theme.length(24))


class _Head(QHeaderView):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def take_colours(self) -> None:
        """Makes the ground that no section covers that of a card."""
        palette = self.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Button):
            palette.setColor(role, self._theme.colour(Role.SURFACE))
        self.setPalette(palette)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        return QSize(40, self._theme.length(_ROW))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, box = self._theme, QRectF(rect)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        side = RIGHT if logicalIndex else LEFT
        font, ink = theme.font(12, 600), theme.colour(Role.TEXT_SECOND)
        painter.save()
        painter.fillRect(box, theme.colour(Role.SURFACE))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), theme.colour(Role.EDGE))
        text_line(painter, box.adjusted(_SIDE, 0, -_SIDE, 0), words, font, ink, side)
        painter.restore()
