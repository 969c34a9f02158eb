"""How a session looks in the list, and the month above it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kneegui.ui.delegates.kept_rows import KeptRows
from kneegui.ui.delegates.row_state import has_state, paint_row_ground, shows_focus
from kneegui.ui.models.roles import LINE_ROLE
from kneegui.ui.models.rows_model import Index
from kneegui.ui.models.session_model import (
    COUNT_ROLE,
    LONG_LINE_ROLE,
    MIDDLE_LINE_ROLE,
    SESSION_ROLE,
)
from kneegui.ui.session_line import SessionLine
from kneegui.ui.theme.painting import (
    RADIUS_CONTROL,
    RIGHT,
    fitted,
    focus_ring,
    smooth,
    text_line,
    text_width,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.pain_disc import pain_change_width, paint_pain_change

ROW = 58
"""Height of a session in pixels at regular text size."""
FIRST_HEADING, OTHER_HEADING = 28, 40
_DISCS = (26, 30)
_SIDE = 12
_NOTE = 15
_MIDDLE_FROM = 280
"""Room in which the steps are told too; in less the rows of a list would not be alike."""


class SessionDelegate(QStyledItemDelegate):
    """A month, or a session: title, day and facts, pain before and after.

    Where there is room for them, all facts are told, else all but the time of day, else only those
    that stand out.
    """

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept = KeptRows(theme, Role.SURFACE)
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self._kept.drop)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._theme.length(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        def paint(painter: QPainter, row: QRectF) -> None:
            session: SessionLine | None = index.data(SESSION_ROLE)
            box = row.adjusted(0, 1, -2, -1)
            if session is None:
                self._paint_month(painter, box, str(index.data()), str(index.data(COUNT_ROLE)))
            else:
                self._paint_session(painter, box, option, index, session)

        painter.save()
        smooth(painter)
        self._kept.paint(painter, option, index.row(), option.rect, paint)
        painter.restore()

    def _paint_month(self, painter: QPainter, box: QRectF, month: str, count: str) -> None:
        theme = self._theme
        line = box.adjusted(_SIDE, 0, -_SIDE, 0)
        line.setTop(box.bottom() - theme.length(26))
        text_line(painter, line, month, theme.font(13, 650), theme.colour(Role.TEXT_SECOND))
        font = theme.font(12.5, 500, tabular=True)
        text_line(painter, line, count, font, theme.colour(Role.TEXT_THIRD), RIGHT)

    def _paint_session(
        self,
        painter: QPainter,
        box: QRectF,
        option: QStyleOptionViewItem,
        index: Index,
        session: SessionLine,
    ) -> None:
        theme = self._theme
        chosen = has_state(option, QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, theme, option, box)
        discs = pain_change_width(theme, *_DISCS)
        width = box.width() - discs - 2 * _SIDE - 12
        middle = box.center().y()
        name = QRectF(box.x() + _SIDE, middle - theme.length(21), width, theme.length(21))
        if session.note:
            self._paint_note_sign(painter, name)
        title = fitted(session.title, theme.font(14.5, 650), name.width())
        ink = theme.colour(Role.ON_SOFT if chosen else Role.TEXT)
        text_line(painter, name, session.title, title, ink)
        line = QRectF(name.x(), middle + theme.length(1), width, theme.length(18))
        self._paint_facts(painter, line, index)
        place = QRectF(box.right() - discs - _SIDE, box.y(), discs, box.height())
        pain = (session.pain_before, session.pain_after)
        paint_pain_change(painter, theme, place, pain, _DISCS)
        if shows_focus(option):
            focus_ring(painter, theme, box, RADIUS_CONTROL)

    def _paint_note_sign(self, painter: QPainter, name: QRectF) -> None:
        """Paints at the end of the title that there is a note; the title ends before it."""
        theme, size = self._theme, self._theme.length(_NOTE)
        place = QRectF(name.right() - size, name.center().y() - size / 2, size, size)
        theme.icons.paint(painter, "note-bold", place, theme.colour(Role.TEXT_THIRD))
        name.setRight(place.x() - 6)

    def _paint_facts(self, painter: QPainter, line: QRectF, index: Index) -> None:
        font = self._theme.font(13, 450, tabular=True)
        roles = [LONG_LINE_ROLE, LINE_ROLE]
        if line.width() >= self._theme.length(_MIDDLE_FROM):
            roles.insert(1, MIDDLE_LINE_ROLE)
        lines: list[str] = [index.data(role) for role in roles]
        fitting = (each for each in lines if text_width(each, font) <= line.width())
        facts = next(fitting, lines[-1])
        font = fitted(facts, font, line.width())
        text_line(painter, line, facts, font, self._theme.colour(Role.TEXT_SECOND))
