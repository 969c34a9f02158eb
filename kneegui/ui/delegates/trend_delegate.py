"""How the rows of what got easier, what hurts, left and right, and exercises done are painted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.ui.models.rows_model import Index
from kneegui.ui.models.trend_rows import (
    TREND_ROLE,
    EasierRow,
    HurtRow,
    PractisedRow,
    SidesRow,
    TrendRow,
)
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.painting import (
    LEFT,
    RADIUS_CONTROL,
    RIGHT,
    fitted,
    focus_ring,
    rounded_box,
    smooth,
    text_line,
    text_width,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.pain_disc import paint_pain_disc

_LOW, _HIGH = 38, 50
"""Heights of a row with one line and with two."""
_ONE_LINE_FROM = 600
"""Width from which a row is one line."""
_EASIER_FROM = 700
"""The same for one that tells of a routine at its end."""
_DISC = 28
_DOT = 8


class TrendDelegate(QStyledItemDelegate):
    """Paints each kind of row; all begin with the dot of a goal and a title."""

    def __init__(self, theme: Theme, *, lined: bool, parent: QObject | None = None) -> None:
        """Makes the delegate.

        Args:
            theme: the look.
            lined: a hairline between rows, instead of a ground behind the chosen one.
            parent: the object it belongs to.
        """
        super().__init__(parent)
        self._theme = theme
        self._lined = lined

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: TrendRow = index.data(TREND_ROLE)
        low = isinstance(row, EasierRow | SidesRow) and self._is_wide(option, row)
        return QSize(160, self._theme.length(_LOW if low else _HIGH))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, QRectF(option.rect)
        painter.save()
        smooth(painter)
        self._paint_ground(painter, option, index, box)
        inner = box.adjusted(0, 0, -2, 0) if self._lined else box.adjusted(10, 0, -10, 0)
        row: TrendRow = index.data(TREND_ROLE)
        match row:
            case EasierRow():
                self._paint_easier(painter, inner, row, wide=self._is_wide(option, row))
            case SidesRow():
                self._paint_sides(painter, inner, row, wide=self._is_wide(option, row))
            case HurtRow() | PractisedRow():
                self._paint_pain(painter, inner, row)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused and getattr(option.widget, "keyboard_used", False):
            focus_ring(painter, theme, box.adjusted(0, 1, 0, -1), RADIUS_CONTROL)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF
    ) -> None:
        theme = self._theme
        if self._lined:
            if index.row():
                line = QRectF(box.x(), box.y(), box.width(), 1)
                painter.fillRect(line, theme.colour(Role.LINE))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            role = Role.SOFT
        elif option.state & QStyle.StateFlag.State_MouseOver:
            role = Role.HOVER
        else:
            return
        rounded_box(painter, box.adjusted(0, 1, 0, -1), RADIUS_CONTROL, theme.colour(role))

    def _paint_easier(self, painter: QPainter, box: QRectF, row: EasierRow, *, wide: bool) -> None:
        theme = self._theme
        bold = theme.font(13.5, 600, tabular=True)
        plain = theme.font(13, 450, tabular=True)
        if not wide:
            spark = theme.length(84)
            top, below = _halves(box.adjusted(0, 0, -spark - 16, 0))
            self._paint_title(painter, top, row.title, row.goal)
            below.setLeft(below.x() + self._indent())
            ink = theme.colour(Role.TEXT_SECOND)
            words = f"{row.change}, {row.aside}"
            if text_width(words, plain) > below.width():
                words = row.change
            text_line(painter, below, words, fitted(words, plain, below.width()), ink)
            self._paint_spark(painter, box.adjusted(box.width() - spark, 8, -4, -8), row)
            return
        name = QRectF(box.x(), box.y(), box.width() * 0.3, box.height())
        self._paint_title(painter, name, row.title, row.goal)
        spark = QRectF(name.right() + 16, box.y() + 6, theme.length(120), box.height() - 12)
        self._paint_spark(painter, spark, row)
        # The name of a routine may be long: what changed keeps its room.
        room = box.right() - spark.right() - 36 - text_width(row.change, bold) - 1
        aside = max(0.0, min(text_width(row.aside, plain) + 1, room))
        end = QRectF(box.right() - aside, box.y(), aside, box.height())
        font = fitted(row.aside, plain, aside)
        text_line(painter, end, row.aside, font, theme.colour(Role.TEXT_SECOND), RIGHT)
        change = QRectF(spark.right() + 24, box.y(), end.x() - spark.right() - 36, box.height())
        font = fitted(row.change, bold, change.width())
        text_line(painter, change, row.change, font, theme.colour(Role.TEXT))

    def _paint_spark(self, painter: QPainter, box: QRectF, row: EasierRow) -> None:
        """Paints the numbers one after the other, whatever the time between them."""
        colour = self._theme.colour(Role.PRIMARY)
        low, high = min(row.numbers), max(row.numbers)
        box = box.adjusted(2, 5, -5, -5)
        across = box.width() / max(1, len(row.numbers) - 1)
        up = box.height() / max(1, high - low)
        places = [
            QPointF(box.x() + across * number, box.bottom() - up * (value - low))
            for number, value in enumerate(row.numbers)
        ]
        pen = QPen(colour, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(places[-1], 3.6, 3.6)

    def _paint_sides(self, painter: QPainter, box: QRectF, row: SidesRow, *, wide: bool) -> None:
        theme = self._theme
        if wide:
            name = QRectF(box.x(), box.y(), box.width() * 0.3, box.height())
            bars = QRectF(name.right() + 12, box.y(), box.right() - name.right() - 12, box.height())
        else:
            name, bars = _halves(box)
        self._paint_title(painter, name, row.title, row.goal)
        font = theme.font(12.5, 550, tabular=True)
        room = max(text_width(row.left_words, font), text_width(row.right_words, font)) + 10
        half = bars.width() / 2
        most = max(1, row.left, row.right)
        thick = theme.length(10)
        for value, words, sign in ((row.left, row.left_words, -1), (row.right, row.right_words, 1)):
            length = max(2.0, (half - room - 4) * value / most)
            start = bars.center().x() + 2 * sign
            bar = QRectF(start, bars.center().y() - thick / 2, length * sign, thick).normalized()
            rounded_box(painter, bar, 3, theme.colour(Role.PRIMARY))
            edge = bar.right() + 8 if sign > 0 else bar.left() - 8 - room
            line = QRectF(edge, bars.y(), room, bars.height())
            side = LEFT if sign > 0 else RIGHT
            text_line(painter, line, words, font, theme.colour(Role.TEXT_SECOND), side)

    def _paint_pain(self, painter: QPainter, box: QRectF, row: HurtRow | PractisedRow) -> None:
        theme = self._theme
        size = theme.length(_DISC)
        right = box.right()
        if row.worst is not None:
            disc = QRectF(right - size, box.center().y() - size / 2, size, size)
            paint_pain_disc(painter, theme, disc, row.worst)
            right = disc.x() - 10
        top, below = _halves(QRectF(box.x(), box.y(), right - box.x(), box.height()))
        self._paint_title(painter, top, row.title, row.goal)
        below.setLeft(below.x() + self._indent())
        font = fitted(row.line, theme.font(12.5, 450, tabular=True), below.width())
        text_line(painter, below, row.line, font, theme.colour(Role.TEXT_SECOND))

    def _paint_title(self, painter: QPainter, box: QRectF, title: str, goal: Goal | None) -> None:
        theme = self._theme
        if goal is not None:
            dot = QRectF(box.x() + 1, box.center().y() - _DOT / 2, _DOT, _DOT)
            rounded_box(painter, dot, 2, theme.colour(GOAL_SOLID[goal]))
        words = box.adjusted(self._indent(), 0, 0, 0)
        font = fitted(title, theme.font(13.5, 600), words.width())
        text_line(painter, words, title, font, theme.colour(Role.TEXT))

    def _indent(self) -> int:
        return _DOT + 9

    def _is_wide(self, option: QStyleOptionViewItem, row: TrendRow) -> bool:
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        least = _EASIER_FROM if isinstance(row, EasierRow) else _ONE_LINE_FROM
        return view.viewport().width() >= self._theme.length(least)


def _halves(box: QRectF) -> tuple[QRectF, QRectF]:
    """Gives the places of two lines."""
    middle, half = box.center().y(), box.height() * 0.42
    return (
        QRectF(box.x(), middle - half, box.width(), half),
        QRectF(box.x(), middle, box.width(), half),
    )
