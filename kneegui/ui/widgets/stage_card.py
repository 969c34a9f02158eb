"""The player's stage: the figure, the side, the phases of the repetition, and the cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Goal
from kneegui.domain.session import Side
from kneegui.ui.player_screen import PhaseWord
from kneegui.ui.theme.goal_roles import GOAL_TEXT, GOAL_TINT
from kneegui.ui.theme.painting import CENTRE, fitted, rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.figure_view import FigureView
from kneegui.ui.widgets.kept_picture import KeptPicture
from kneegui.ui.widgets.themed import PaintedWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWords:
    """What stands round the figure."""

    side: Side = Side.BOTH
    goal: Goal = Goal.RELEASE
    phases: Sequence[PhaseWord] = ()
    cue: str = ""
    second_cue: str = ""
    is_large: bool = False
    """Whether the cue is one large word, to be read from afar."""
    dimmed: bool = False


class StageCard(PaintedWidget):
    """Side and phases in a row of their own, one cue in one line; the figure fills the rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.unit = 1.0
        self.ground = Role.WINDOW
        """Colour of what the card stands on."""
        self._still = KeptPicture()
        self.figure = FigureView(theme, parent=self, framed=False)
        self._words = StageWords()
        self.follow(theme)

    def show_words(self, words: StageWords) -> None:
        """Shows other words round the figure."""
        if words != self._words:
            self._words = words
            self.figure.set_faded(words.dimmed)
            self._place_figure()
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_figure()

    @override
    def apply_theme(self) -> None:
        self._still.drop()

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        # The figure moves, and what lies beneath it is painted with it.
        content, ground = (self._words, self.unit), self.theme.colour(self.ground)
        self._still.paint(painter, self, ground, content, self._paint_still)

    def _paint_still(self, painter: QPainter, box: QRectF) -> None:
        theme, unit = self.theme, self.unit
        ground = Role.PAUSED_GROUND if self._words.dimmed else Role.SURFACE
        line = None if self._words.dimmed or theme.is_dark else theme.colour(Role.LINE)
        rounded_box(painter, box, 22 * unit, theme.colour(ground), line)
        self._paint_side(painter, box)
        self._paint_phases(painter, box)
        if self._words.cue:
            self._paint_cue(painter, box)

    def _place_figure(self) -> None:
        width, height = self.width(), self.height()
        bottom = round(self._cue_height() + 4)
        margin, top = round(14 * self.unit), ceil(self._row_height())
        self.figure.setGeometry(margin, top, width - 2 * margin, max(10, height - top - bottom))
        self.figure.lower()

    def _row_height(self) -> float:
        """Gives how much of the top the side and the phases take.

        Also where neither is shown yet, so that the figure does not jump when they come.
        """
        if self._words.side is not Side.BOTH:
            return 24 * self.unit + 78 * self._badge_unit
        return (14 if self._words.is_large else 70) * self.unit

    @property
    def _badge_unit(self) -> float:
        """The unit of what shrinks with a narrow card."""
        return min(self.unit, self.width() / 560)

    def _cue_height(self) -> float:
        words = self._words
        if not words.cue:
            return 8 * self.unit
        return (124 if words.is_large else 110 if words.second_cue else 84) * self.unit

    def _side_word(self) -> tuple[str, QFont]:
        left = self._words.side is Side.LEFT
        word = self.tr("LEFT") if left else self.tr("RIGHT")
        return word, self._font(54 * self._badge_unit / self.unit, 800)

    def _badge_width(self) -> float:
        if self._words.side is Side.BOTH:
            return 0.0
        return text_width(*self._side_word()) + 112 * self._badge_unit

    def _paint_side(self, painter: QPainter, box: QRectF) -> None:
        if self._words.side is Side.BOTH:
            return
        theme, unit = self.theme, self._badge_unit
        left = self._words.side is Side.LEFT
        word, font = self._side_word()
        width, height = self._badge_width(), 78 * unit
        edge = 16 * self.unit
        badge = QRectF(edge if left else box.width() - edge - width, edge, width, height)
        rounded_box(painter, badge, height / 2, theme.colour(Role.TEXT))
        ink = theme.colour(Role.WINDOW)
        size = 46 * unit
        icon_left = badge.x() + 18 * unit if left else badge.right() - 18 * unit - size
        icon = QRectF(icon_left, badge.y() + (height - size) / 2, size, size)
        name = "arrow-left-bold" if left else "arrow-right-bold"
        theme.icons.paint(painter, name, icon, ink)
        words = badge.adjusted((76 if left else 32) * unit, 0, 0, 0)
        text_line(painter, words, word, font, ink)

    def _paint_phases(self, painter: QPainter, box: QRectF) -> None:
        """Paints the words of the phases in the corner the side leaves free."""
        if not self._words.phases:
            return
        theme, unit = self.theme, self.unit
        font = self._font(24 if box.width() > 520 * unit else 20, 700)
        widths = [text_width(phase.text, font) + 26 * unit for phase in self._words.phases]
        on_right = self._words.side is not Side.RIGHT
        room = box.width() - 46 * unit - self._badge_width()
        shown = list(zip(self._words.phases, widths, strict=True))
        if sum(widths) > room:
            # Only the current one fits beside the side.
            shown = [(phase, min(width, room)) for phase, width in shown if phase.current]
        total = sum(width for _, width in shown)
        left = box.width() - 20 * unit - total if on_right else 20 * unit
        half = 23 * unit if self._words.side is Side.BOTH else 39 * self._badge_unit
        top = 16 * unit + half - 23 * unit
        for phase, width in shown:
            chip = QRectF(left, top, width, 46 * unit)
            if phase.current:
                rounded_box(painter, chip, 23 * unit, theme.colour(GOAL_TINT[self._words.goal]))
            ink = theme.colour(GOAL_TEXT[self._words.goal] if phase.current else Role.TEXT_THIRD)
            fitting = fitted(phase.text, font, width - 12 * unit)
            text_line(painter, chip, phase.text, fitting, ink, CENTRE)
            left += width

    def _paint_cue(self, painter: QPainter, box: QRectF) -> None:
        theme, unit, words = self.theme, self.unit, self._words
        top = box.height() - self._cue_height()
        painter.fillRect(
            QRectF(24 * unit, top, box.width() - 48 * unit, 1), theme.colour(Role.LINE)
        )
        width = box.width() - 48 * unit
        height = (116 if words.is_large else 66 if words.second_cue else 76) * unit
        cue = QRectF(24 * unit, top + 4 * unit, width, height)
        ink = theme.colour(Role.TEXT_SECOND if words.dimmed else Role.TEXT)
        font = fitted(words.cue, self._font(84 if words.is_large else 38, 650), width)
        text_line(painter, cue, words.cue, font, ink, CENTRE)
        if words.second_cue:
            second = QRectF(24 * unit, top + 64 * unit, width, 34 * unit)
            font = fitted(words.second_cue, self._font(23, 500), width)
            text_line(
                painter, second, words.second_cue, font, theme.colour(Role.TEXT_SECOND), CENTRE
            )

    def _font(self, pixels: float, weight: int) -> QFont:
        font = QFont(self.theme.font(pixels, weight))
        font.setPixelSize(max(8, round(pixels * self.unit)))
        return font
