"""Pictures of the rows or cards of a view, so that scrolling only moves them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kneegui.ui.delegates.row_state import shows_focus
from kneegui.ui.theme.painting import picture_of
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme

_MOST = 48
"""More rows than are in sight at once; those painted last are kept."""
_STATES = (
    QStyle.StateFlag.State_Selected
    | QStyle.StateFlag.State_MouseOver
    | QStyle.StateFlag.State_HasFocus
)


class KeptRows:
    """Paints a row once, and puts its picture there until something else is to be seen.

    A picture has the ground of its row in it, so that its pixels are those that painting on the
    view itself would give.

    Args:
        theme: the look; when it changes, every row is painted anew.
        ground: what the rows stand on.
    """

    def __init__(self, theme: Theme, ground: Role) -> None:
        self._theme = theme
        self._ground = ground
        self._pictures: OrderedDict[object, QPixmap] = OrderedDict()
        theme.changed.connect(self.drop)

    def drop(self) -> None:
        """Has every row painted anew."""
        self._pictures.clear()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        content: object,
        box: QRect,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Paints a row, or its picture.

        Args:
            painter: the view's.
            option: the state of the row.
            content: what is to be seen, its state aside; what equals what was there is not painted.
            box: what of its place is painted, on whole pixels.
            paint: paints it into a box.
        """
        ratio = painter.device().devicePixelRatioF()
        if ratio != int(ratio):
            # The picture's pixels would not lie on those of the screen, and blur.
            paint(painter, QRectF(box))
            return
        size = box.size()
        state = (option.state & _STATES).value, shows_focus(option)
        key = content, size.width(), size.height(), state, ratio
        picture = self._pictures.pop(key, None)
        if picture is None:
            place = QRectF(QPointF(), QSizeF(size))
            ground = self._theme.colour(self._ground)
            picture = picture_of(size * ratio, ratio, ground, lambda own: paint(own, place))
            while len(self._pictures) >= _MOST:
                self._pictures.popitem(last=False)
        self._pictures[key] = picture
        painter.drawPixmap(box.topLeft(), picture)
