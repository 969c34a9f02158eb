"""The player's screen: a poster that is read from the mat. It only shows, and says what is pressed.

Nothing moves between states: only colours, words and numbers change. All lengths are in units of a
window 1280 x 720, so that the screen is the same poster in every window.
"""

from __future__ import annotations

from enum import Enum
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kneegui.ui.pictures import Pictures
from kneegui.ui.player_screen import PlayerScreen
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.painting import CENTRE, LEFT, RIGHT, fitted, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.count_ring import CountRing
from kneegui.ui.widgets.exercise_bar import ExerciseBar
from kneegui.ui.widgets.figure_view import FigureView
from kneegui.ui.widgets.next_card import NextCard
from kneegui.ui.widgets.passing_note import PassingNote
from kneegui.ui.widgets.player_button import PlayerButton, PlayerButtonKind
from kneegui.ui.widgets.stage_card import StageCard, StageWords
from kneegui.ui.widgets.themed import PaintedWidget

_NARROW_BELOW = 1000
_NARROW_GAIN = 1.26


class Press(Enum):
    """What was pressed."""

    MAIN = "main"
    BACK = "back"
    NEXT = "next"
    PLUS = "plus"
    MINUS = "minus"
    HURT = "hurt"
    LEAVE = "leave"
    MUTE = "mute"
    FAR_VIEW = "far-view"
    KEYS = "keys"
    FULL_SCREEN = "full-screen"


class PlayerView(PaintedWidget):
    """Shows a ``PlayerScreen``.

    Signals:
        pressed: a button was pressed, or its key.
        item_wanted: number of the exercise whose segment was clicked.
    """

    pressed = Signal(Press)
    item_wanted = Signal(int)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._screen: PlayerScreen | None = None
        self._far = False
        self._unit = 1.0
        self._exposed = QRegion()
        self._bar = ExerciseBar(theme, self)
        self._stage = StageCard(theme, self)
        self._ring = CountRing(theme, self)
        self._next = NextCard(theme, pictures, self)
        self._note = PassingNote(theme, self)
        self._note.came_or_went.connect(self._lay_out)
        # The stage paints the phases; screen readers read them here, in the same place.
        self._phase_name = QLabel(self)
        self._phase_name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plain, tool = PlayerButtonKind.PLAIN, PlayerButtonKind.TOOL
        self._buttons = {
            Press.BACK: PlayerButton(theme, self.tr("Back"), "skip-back-fill", plain, parent=self),
            Press.MAIN: PlayerButton(
                theme, self.tr("Pause"), "pause-fill", PlayerButtonKind.MAIN, parent=self
            ),
            Press.NEXT: PlayerButton(
                theme, self.tr("Next"), "skip-forward-fill", plain, parent=self
            ),
            Press.MINUS: PlayerButton(
                theme, "−10 s", "minus-circle-fill", plain, self.tr("Minus 10 seconds"), self
            ),
            Press.PLUS: PlayerButton(
                theme, "+10 s", "plus-circle-fill", plain, self.tr("Plus 10 seconds"), self
            ),
            Press.HURT: PlayerButton(
                theme, self.tr("That hurts"), "hand-palm-fill", PlayerButtonKind.HURT, parent=self
            ),
            Press.LEAVE: PlayerButton(theme, self.tr("Leave"), "sign-out-fill", plain, parent=self),
        }
        self._tools = {
            Press.MUTE: PlayerButton(
                theme, "", "speaker-high", tool, self.tr("Voice and sounds (M)"), self
            ),
            Press.FAR_VIEW: PlayerButton(theme, "", "text-aa", tool, self.tr("Far view (T)"), self),
            Press.KEYS: PlayerButton(theme, "", "keyboard", tool, self.tr("Keys (?)"), self),
            Press.FULL_SCREEN: PlayerButton(
                theme, "", "corners-out", tool, self.tr("Full screen (F11)"), self
            ),
        }
        for press, button in (self._buttons | self._tools).items():
            button.clicked.connect(lambda _on=False, press=press: self.pressed.emit(press))
        self._grown = (self._stage, self._next, *self._buttons.values(), *self._tools.values())
        # All of it is painted, so nothing below need be.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._bar.segment_clicked.connect(self.item_wanted)
        self.follow(theme)

    @property
    def figure(self) -> FigureView:
        """The figure on the stage."""
        return self._stage.figure

    @property
    def ring(self) -> CountRing:
        """The count."""
        return self._ring

    @property
    def stage(self) -> StageCard:
        """The figure with the words round it."""
        return self._stage

    def focus_main(self) -> None:
        """Puts the keyboard on the large button."""
        self._buttons[Press.MAIN].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_note(self, sentence: str) -> None:
        """Says something for a while where place and routine stand, beside the times."""
        self._note.say(sentence)
        self._lay_out_note()

    def set_far(self, far: bool) -> None:
        """Hides all but figure, number, phase and side, or shows all again."""
        self._far = far
        self._ring.set_large(far)
        if self._screen is not None:
            self._show_stage(self._screen)
        self._lay_out()
        self.update()

    def set_muted(self, muted: bool) -> None:
        """Shows whether voice and sounds are off."""
        self._tools[Press.MUTE].set_icon("speaker-slash" if muted else "speaker-high")

    def show_screen(self, screen: PlayerScreen) -> None:
        """Shows another moment; what has not changed is not painted again."""
        old = self._screen
        if screen == old:
            return
        self._screen = screen
        self._bar.show_segments(screen.segments)
        for child in (self._ring, *self._grown):
            child.ground = screen.mood.value[0]
        ring_role = screen.mood.value[2] or GOAL_SOLID[screen.goal]
        self._ring.show_ring(screen.ring, self.theme.colour(ring_role), faded=screen.dimmed)
        self._show_stage(screen)
        self._next.show_next(screen.next_up)
        self._buttons[Press.MAIN].set_face(screen.main_button, screen.main_icon)
        for press in (Press.PLUS, Press.MINUS):
            self._buttons[press].setVisible(screen.can_add_time)
        self._phase_name.setAccessibleName(f"Phase {_phase(screen)}")
        if old is None or len(old.ring.number) != len(screen.ring.number):
            self._lay_out()
        if old is None or self._words(old) != self._words(screen):
            self._lay_out()
            whole = old is None or old.mood is not screen.mood or old.next_up != screen.next_up
            self.update(self.rect() if whole else self._head)

    def _show_stage(self, screen: PlayerScreen) -> None:
        words = StageWords(
            side=screen.side,
            goal=screen.goal,
            phases=() if self._far else screen.phases,
            cue=_phase(screen) if self._far else screen.cue,
            second_cue="" if self._far else screen.second_cue,
            is_large=self._far,
            dimmed=screen.dimmed,
        )
        self._stage.show_words(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def apply_theme(self) -> None:
        if self._screen is not None:
            screen, self._screen = self._screen, None
            self.show_screen(screen)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._exposed = event.region()
        super().paintEvent(event)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        screen = self._screen
        if screen is None:
            painter.fillRect(box, self.theme.colour(Role.WINDOW))
            return
        painter.fillRect(box, self.theme.colour(screen.mood.value[0]))
        if self._far:
            return
        # Thirty times a second only the ground beneath the figure and the ring is asked for.
        if self._exposed.intersects(self._head):
            self._paint_meta(painter, screen)
            self._paint_head(painter, screen)
        if self._is_narrow and screen.next_up is not None and self._is_round:
            place = QRectF(self._ring.geometry())
            below = QRectF(place.x(), place.bottom(), place.width(), 34 * self._unit)
            words = f"{screen.next_up.label}: {screen.next_up.title}"
            font = fitted(words, self._font(24, 600), below.width())
            text_line(painter, below, words, font, self.theme.colour(Role.TEXT_SECOND), CENTRE)

    @staticmethod
    def _words(screen: PlayerScreen) -> tuple[object, ...]:
        """Gives what the screen itself paints, and what its layout depends on."""
        return (
            screen.mood, screen.heading, screen.subheading, screen.place, screen.routine,
            screen.done, screen.left, screen.next_up, screen.set_number, screen.set_count,
            screen.can_add_time,
        )  # fmt: skip

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_BELOW

    @property
    def _is_round(self) -> bool:
        """Whether the count stands in a ring; minutes and seconds stand over a bar."""
        return self._screen is not None and ":" not in self._screen.ring.number

    @property
    def _margin(self) -> int:
        return 18 if self._is_narrow else round(28 * self._unit)

    def _paint_meta(self, painter: QPainter, screen: PlayerScreen) -> None:
        unit, margin, theme = self._unit, self._margin, self.theme
        line = QRectF(margin, 33 * unit, self.width() * 0.5, 30 * unit)
        bold = self._font(18, 600)
        text_line(painter, line, screen.place, bold, theme.colour(Role.TEXT), LEFT)
        after = line.adjusted(text_width(screen.place, bold) + 12 * unit, 0, 0, 0)
        second = theme.colour(Role.TEXT_SECOND)
        text_line(painter, after, screen.routine, self._font(18, 450), second, LEFT)
        right = self._tools[Press.MUTE].geometry().left() - 14 * unit
        clock = QRectF(right - 420 * unit, line.y(), 420 * unit, line.height())
        text_line(painter, clock, _times(screen), self._font(18, 600), second, RIGHT)

    def _paint_head(self, painter: QPainter, screen: PlayerScreen) -> None:
        unit, theme = self._unit, self.theme
        ring = QRectF(self._ring.geometry())
        top, height = 64 * unit, self._head_height() - 70 * unit
        width = ring.x() - self._margin - 14 * unit
        heading = QRectF(self._margin, top, width, height)
        font = fitted(screen.heading, self._font(56, 750), width)
        text_line(painter, heading, screen.heading, font, theme.colour(screen.mood.value[1]))
        dots = screen.set_count if screen.set_count > 1 else 0
        dots_width = (dots * 20 + 10) * unit if dots else 0.0
        font = fitted(screen.subheading, self._font(34, 700), ring.width() - dots_width)
        words = text_width(screen.subheading, font)
        left = ring.center().x() - (words + dots_width) / 2
        place = QRectF(left, top, words + 4, height)
        text_line(painter, place, screen.subheading, font, theme.colour(Role.TEXT))
        for number in range(dots):
            centre = QPointF(left + words + (20 + number * 20) * unit, top + height / 2)
            done = number < screen.set_number
            painter.setPen(
                Qt.PenStyle.NoPen if done else QPen(theme.colour(Role.TEXT_SECOND), 2 * unit)
            )
            painter.setBrush(theme.colour(Role.TEXT) if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 6.4 * unit, 6.4 * unit)

    @property
    def _head(self) -> QRect:
        """The strip in which the words of the screen itself stand."""
        return QRect(0, 0, self.width(), ceil(self._head_height()))

    def _head_height(self) -> float:
        return (140 if self._is_narrow else 142) * self._unit

    def _lay_out(self) -> None:
        width, height, narrow = self.width(), self.height(), self._is_narrow
        gain = _NARROW_GAIN if narrow else 1.0
        self._unit = unit = min(height / 720, width / 1280 * gain)
        for child in self._grown:
            child.unit = unit
        margin, far = self._margin, self._far
        buttons = round(84 * unit)
        top = round(self._head_height())
        if far:
            # Only a note wants room above the stage.
            top = round(72 * unit if self._note.is_shown else 20)
        bottom = height - buttons - round(36 * unit)
        self._bar.setGeometry(
            margin, round(16 * unit), width - 2 * margin, max(6, round(10 * unit))
        )
        self._bar.setVisible(not far)
        share = 0.48 if far else 0.44 if narrow else 0.385
        widest = round(min(bottom - top, width * share))
        ring_width = self._ring.wanted_width(QSize(widest, widest), height)
        ring_width = min(ring_width, round(width * 0.6))
        left = width - margin - ring_width
        round_ring = (
            narrow and not far and self._screen is not None and ":" not in self._screen.ring.number
        )
        ring_height = min(bottom - top, ring_width + 6) if round_ring else bottom - top
        self._ring.setGeometry(left, top, ring_width, ring_height)
        self._stage.setGeometry(margin, top, left - round(28 * unit) - margin, bottom - top)
        self._phase_name.setGeometry(self._stage.geometry())
        self._lay_out_buttons(
            QRect(margin, height - buttons - round(18 * unit), width - 2 * margin, buttons)
        )
        self._lay_out_tools()
        self._lay_out_note()

    def _lay_out_note(self) -> None:
        """Leaves the times, the bar above and the heading below in sight."""
        unit, margin = self._unit, self._margin
        right = self._tools[Press.FAR_VIEW if self._far else Press.MUTE].x() - round(14 * unit)
        if self._screen is not None and not self._far:
            # A digit may still come.
            times = text_width(f"0{_times(self._screen)}", self._font(18, 600))
            right -= ceil(times) + round(14 * unit)
        width = min(right - margin, self._note.line_width)
        self._note.setGeometry(margin, round(29 * unit), width, round(40 * unit))

    def _lay_out_buttons(self, row: QRect) -> None:
        unit, narrow = self._unit, self._is_narrow
        gap = round(10 * unit)
        next_width = 0 if narrow or self._far else round(330 * unit)
        self._next.setGeometry(row.x(), row.y(), next_width, row.height())
        self._next.setVisible(next_width > 0)
        right = row.right() + 1
        for press, wide in ((Press.LEAVE, 84), (Press.HURT, 170 if narrow else 180)):
            right -= round(wide * unit)
            self._buttons[press].setGeometry(right, row.y(), round(wide * unit), row.height())
            right -= gap
        can_add = self._screen is not None and self._screen.can_add_time
        presses = [(Press.BACK, 84), (Press.MAIN, 150 if narrow else 176), (Press.NEXT, 84)]
        if can_add:
            presses += [(Press.MINUS, 78), (Press.PLUS, 78)]
        total = sum(round(wide * unit) + gap for _, wide in presses) - gap
        room = right - row.x() - next_width
        left = row.x() + next_width + max(gap if next_width else 0, (room - total) // 2)
        if narrow:
            left = row.x()
        for press, wide in presses:
            self._buttons[press].setGeometry(left, row.y(), round(wide * unit), row.height())
            left += round(wide * unit) + gap

    def _lay_out_tools(self) -> None:
        size = round(36 * self._unit)
        left = self.width() - self._margin
        for press in reversed(self._tools):
            shown = not self._far or press is Press.FAR_VIEW
            left -= size if shown else 0
            self._tools[press].setGeometry(left, round(30 * self._unit), size, size)
            self._tools[press].setVisible(shown)

    def _font(self, pixels: float, weight: int) -> QFont:
        font = QFont(self.theme.font(pixels, weight, tabular=True))
        font.setPixelSize(max(8, round(pixels * self._unit)))
        return font


def _times(screen: PlayerScreen) -> str:
    return f"{screen.done}   {screen.left}"


def _phase(screen: PlayerScreen) -> str:
    """Gives the word of the phase; of the step, where it has none."""
    return next((phase.text for phase in screen.phases if phase.current), screen.heading)
