"""After the last step: what was done, and how it was. Every answer may be left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.session import Session, SessionStatus
from kneegui.ui.player_screen import Segment
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.effort_scale import EffortScale
from kneegui.ui.widgets.exercise_bar import ExerciseBar
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note_field import NOTE_MOST, NoteField
from kneegui.ui.widgets.pain_disc import PainChange
from kneegui.ui.widgets.pain_scale import PainScale
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.words import clock, minutes

_BESIDE_FROM = 1000
_CONTENT_MOST = 1280
_LEFT_SHARE = 0.34
_NUMBERS_BESIDE_FROM = 720


class SummaryPage(QWidget):
    """Numbers on the left, questions on the right; below each other in a narrow window.

    Signals:
        saved: pain now or None, effort 0 to 10 or None, and the note.
    """

    saved = Signal(object, object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session: Session | None = None
        self._beside: bool | None = None
        self._head = _Head(theme)
        self._routine = Label(theme, "", 20, 500, Role.TEXT_SECOND, wrap=True)
        self._done = _Number(theme)
        self._time = _Number(theme)
        self._days = _Number(theme)
        self._bar = ExerciseBar(theme, self)
        self._bar.unsetCursor()
        self._change = PainChange(theme, (52, 60))
        self._small_change = PainChange(theme, (26, 30))
        pain, effort = self.tr("How is the knee now?"), self.tr("How hard was it?")
        self._scale = PainScale(theme, pain, 52)
        self._effort = EffortScale(theme, effort)
        self._note = NoteField(
            theme, self.tr("Note"), self.tr("What you want to remember"), NOTE_MOST
        )
        self._save = Button(
            theme,
            self.tr("Save"),
            icon="check-bold",
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.EXTRA_LARGE,
        )
        self._lay_out(pain, effort)
        self._scale.chosen.connect(self._on_pain_chosen)
        self._save.clicked.connect(self._on_save)
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save)
        theme.changed.connect(self._fit)
        self._fit()

    def show_summary(
        self, session: Session, segments: Sequence[Segment] = (), *, days_this_week: int = 0
    ) -> None:
        """Asks about a session that has just ended; answers it has already are chosen.

        Args:
            session: with all its steps.
            segments: what was done of each exercise; empty where it is not known.
            days_this_week: days with a session this week, today among them; 0 shows nothing.
        """
        self._session = session
        self._head.setText(self._head_word(session))
        seconds = round(session.seconds)
        text = self.tr("{title}, {minutes}")
        self._routine.setText(text.format(title=session.title, minutes=minutes(seconds)))
        self._bar.setVisible(bool(segments))
        self._bar.show_segments(segments)
        # As the history counts them.
        done, planned = session.done_steps, session.planned_steps
        word = self.tr("step") if planned == 1 else self.tr("steps")
        self._done.show_number(self.tr("{done} of {all}").format(done=done, all=planned), word)
        one_day = days_this_week == 1
        days = self.tr("day this week") if one_day else self.tr("days this week")
        self._days.setVisible(days_this_week > 0)
        self._days.show_number(str(days_this_week), days)
        self._time.show_number(clock(seconds), self.tr("active time"))
        self._scale.set_value(session.pain_after)
        self._effort.set_value(session.effort)
        self._note.set_text(session.note)
        self._show_change()

    def focus_first(self) -> None:
        """Puts the keyboard on the first question, where the keys 0 to 9 answer it."""
        cells = self._scale.findChildren(QAbstractButton)
        chosen = self._scale.value
        cells[0 if chosen is None else chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self, pain: str, effort: str) -> None:
        inner = Column()
        self._inner = inner
        self._column = QVBoxLayout(inner)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = self._numbers_part()
        self._card = self._questions_part(pain, effort)
        self._footer = self._save_part()
        self._body.addWidget(self._left)
        self._body.addWidget(self._card, 1)
        self._column.addStretch(1)
        self._column.addLayout(self._body)
        self._column.addStretch(2)
        scroll = ColumnScroll(self._theme, inner, self)
        scroll.setAccessibleName(self.tr("Summary"))
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._above = QHBoxLayout()
        self._bar.setFixedHeight(10)
        self._above.addWidget(self._bar)
        self._page.addLayout(self._above)
        self._page.addWidget(scroll, 1)

    def _numbers_part(self) -> QWidget:
        theme = self._theme
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._head)
        words.addWidget(self._routine)
        numbers = FlowLayout(24)
        for number in (self._done, self._time, self._days):
            numbers.addWidget(number)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.addLayout(words, 1)
        self._top.addLayout(numbers, 1)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addLayout(self._top)
        card = Card(theme, margins=(20, 16, 20, 18), gap=12)
        card.column.addWidget(Label(theme, self.tr("Pain before and now"), 15, 650))
        card.column.addWidget(self._change)
        self._change_card = card
        column.addWidget(card)
        column.addStretch(1)
        return part

    def _questions_part(self, pain: str, effort: str) -> Card:
        theme = self._theme
        card = Card(theme, gap=0, radius=20)
        column = card.column
        asked = QHBoxLayout()
        asked.addWidget(_question(theme, pain), 1)
        # Its place is kept free, so that nothing moves under the pointer.
        asked.addWidget(self._small_change)
        column.addLayout(asked)
        column.addSpacing(10)
        column.addWidget(self._scale)
        column.addSpacing(18)
        column.addWidget(_question(theme, effort))
        column.addSpacing(10)
        column.addWidget(self._effort)
        column.addSpacing(22)
        column.addWidget(_question(theme, self.tr("Note")))
        column.addSpacing(10)
        column.addWidget(self._note)
        return card

    def _save_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setSpacing(16)
        words = self.tr("Every answer is optional. Kept on this computer only.")
        row.addWidget(Label(self._theme, words, 13, 500, Role.TEXT_SECOND, wrap=True), 1)
        row.addWidget(self._save)
        return part

    def _fit(self) -> None:
        length = self._theme.length
        beside = self.width() >= length(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._body.setSpacing(40 if beside else 16)
        in_line = not beside and self.width() >= length(_NUMBERS_BESIDE_FROM)
        self._top.setDirection(direction.LeftToRight if in_line else direction.TopToBottom)
        self._top.setSpacing(24 if beside or in_line else 10)
        self._head.set_pixels(60 if beside else 38)
        side = 56 if beside else 24
        self._column.setContentsMargins(side, 36 if beside else 6, side, 28 if beside else 8)
        edge = 28 if beside else side
        self._above.setContentsMargins(edge, 16 if beside else 12, edge, 0)
        self._inner.setMaximumWidth(max(_CONTENT_MOST, length(_CONTENT_MOST)))
        room = min(self.width(), self._inner.maximumWidth()) - 2 * side
        self._note.setFixedHeight(length(116 if beside else 78))
        card_side, card_edge = (30, 22) if beside else (24, 14)
        self._card.column.setContentsMargins(card_side, card_edge, card_side, card_edge + 2)
        self._left.setMinimumWidth(round(room * _LEFT_SHARE) if beside else 0)
        self._left.setMaximumWidth(round(room * _LEFT_SHARE) if beside else room)
        if beside != self._beside:
            self._beside = beside
            self._place_footer()
            self._show_change()

    def _place_footer(self) -> None:
        """Puts Save into the card, or where it stays in sight while the questions scroll."""
        footer = self._footer.layout()
        assert footer is not None
        if self._beside:
            footer.setContentsMargins(0, 20, 0, 0)
            self._card.column.addWidget(self._footer)
        else:
            footer.setContentsMargins(24, 10, 24, 12)
            self._page.addWidget(self._footer)

    def _head_word(self, session: Session) -> str:
        if session.status is not SessionStatus.COMPLETED:
            return self.tr("Left early")
        return self.tr("Done") if session.done_steps else self.tr("Ended")

    def _show_change(self) -> None:
        before = None if self._session is None else self._session.pain_before
        now = self._scale.value
        known = before is not None and now is not None
        self._change.set_pain(before, now)
        self._change_card.setVisible(known and bool(self._beside))
        self._small_change.set_pain(*((before, now) if known else (None, None)))
        self._small_change.setVisible(not self._beside)

    def _on_pain_chosen(self) -> None:
        self._show_change()

    def _on_save(self) -> None:
        self.saved.emit(self._scale.value, self._effort.value, self._note.text)


def _question(theme: Theme, text: str) -> Label:
    return Label(theme, text, 19, 650, wrap=True)


class _Head(Label):
    """The one word that says how it ended, smaller where there is less room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 60, 800)

    def set_pixels(self, pixels: int) -> None:
        """Writes it in another size, told in pixels at regular text size."""
        if pixels != self._pixels:
            self._pixels = pixels
            self.apply_theme()


class _Number(QWidget):
    """A large number over its word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._number = Label(theme, "", 34, 750, tabular=True)
        self._word = Label(theme, "", 15, 500, Role.TEXT_SECOND)
        column.addWidget(self._number)
        column.addWidget(self._word)

    def show_number(self, number: str, word: str) -> None:
        """Shows another number."""
        self._number.setText(number)
        self._word.setText(word)
