"""Today: how the knee is, what is suggested, and what was interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Session, Side
from kneegui.ui.dialogs.question_sheet import QuestionSheet
from kneegui.ui.pages.resume_card import ResumeCard
from kneegui.ui.pages.today_aside import TodayAside
from kneegui.ui.pages.today_hero import TodayHero
from kneegui.ui.pages.today_others import TodayOthers
from kneegui.ui.pictures import Pictures
from kneegui.ui.session_line import SessionLine
from kneegui.ui.session_words import full_day
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.scrolling import Column, ColumnScroll

_NARROW_BELOW = 1180 - 84
_TIGHT_BELOW = 1000 - 60
_CONTENT_MOST = 1400
_ASIDE_WIDTH = 330
_TALL_FROM = 780
_OTHERS_FROM = 960
_ANY_WIDTH = 16_777_215


class TodayPage(QWidget):
    """The page the program opens on. It asks nobody: it shows what it is given.

    Signals:
        start_wanted: key of the routine, pain now or None, and the knee (``Side``) or None.
        resume_wanted: id of the interrupted session, and pain now or None.
        discard_wanted: id of the interrupted session that is not to be gone on with.
        choose_wanted: another routine is to be chosen.
        routine_wanted: key of another routine that is to be looked at.
    """

    start_wanted = Signal(str, object, object)
    resume_wanted = Signal(str, object)
    discard_wanted = Signal(str)
    choose_wanted = Signal()
    routine_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        content: Content,
        pictures: Pictures,
        pace: PlayerSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today: date | None = None
        self._date = Label(theme, "", 13.5, 550, Role.TEXT_SECOND, parent=self)
        self._title = Label(theme, self.tr("Today"), 30, 700, parent=self)
        self._resume = ResumeCard(theme, self)
        self._resume.hide()
        self._hero = TodayHero(theme, content, pictures, pace, self)
        self._hero.hide()
        self._others = TodayOthers(theme, content, pictures, pace, self)
        self._others.hide()
        self._aside = TodayAside(theme, self)
        self._aside.hide()
        self._question: QuestionSheet | None = None
        self._asked = ""
        self._lay_out()
        self._resume.resume_wanted.connect(self._on_resume_wanted)
        self._resume.discard_wanted.connect(self._on_discard_wanted)
        self._hero.start_wanted.connect(self._on_start_wanted)
        self._hero.choose_wanted.connect(self.choose_wanted)
        self._hero.suggested.connect(self._show_others)
        self._others.routine_wanted.connect(self.routine_wanted)
        start = QShortcut(QKeySequence("Ctrl+Return"), self)
        start.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        start.activated.connect(self._on_start_wanted)
        theme.changed.connect(self._fit)
        self._fit()

    def show_today(
        self,
        today: date,
        sessions: Sequence[SessionLine],
        interrupted: Session | None,
        suggested: Routine,
        reason: str,
        *,
        minutes_left: int | None = None,
        side: Side | None = None,
    ) -> None:
        """Shows the day as it stands; what the user has answered stays until the day is another.

        Args:
            today: the user's local day.
            sessions: those of the last days or weeks, in any order.
            interrupted: the session to offer for resuming.
            suggested: the routine to offer at a pain that allows it.
            reason: why just this one, in a sentence; empty to say nothing.
            minutes_left: what is left of the interrupted session.
            side: the knee to choose beforehand, such as last time's.
        """
        if today != self._today:
            self.clear_check_in()
        self._today = today
        self._date.setText(full_day(today))
        if interrupted is not None:
            self._resume.show_session(interrupted, today, minutes_left)
        self._resume.setVisible(interrupted is not None)
        self._hero.show_routine(suggested, reason)
        if side is not None and self._hero.side is None:
            self._hero.choose_side(side)
        self._hero.show()
        self._aside.setVisible(self._aside.show_sessions(today, sessions))
        self._fit()

    def set_pace(self, pace: PlayerSettings) -> None:
        """Tells how long the routines take at another pace."""
        self._hero.set_pace(pace)
        routine = self._hero.routine
        self._others.set_pace(pace, "" if routine is None else routine.key)

    def clear_check_in(self) -> None:
        """Asks anew how the knee is: after a session, or on another day."""
        self._hero.clear_pain()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._inner = Column()
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(0)
        self._column.addWidget(self._date)
        self._column.addWidget(self._title)
        self._column.addSpacing(14)
        main = QVBoxLayout()
        main.setSpacing(14)
        main.addWidget(self._resume)
        main.addWidget(self._hero)
        main.addWidget(self._others)
        main.addStretch(1)
        beside = QVBoxLayout()
        beside.addWidget(self._aside)
        beside.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(20)
        self._body.addLayout(main, 1)
        self._body.addLayout(beside)
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        scroll = ColumnScroll(self._theme, self._inner, self)
        scroll.setAccessibleName(self.tr("Today"))
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        page.addWidget(scroll)

    def _fit(self) -> None:
        length = self._theme.length
        narrow = self.width() < length(_NARROW_BELOW)
        tight = self.width() < length(_TIGHT_BELOW)
        side = 20 if tight else 32
        self._column.setContentsMargins(side, 14 if tight else 18, side, 16)
        self._inner.setMaximumWidth(max(length(_CONTENT_MOST), _CONTENT_MOST) + 2 * side)
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._body.setSpacing(14 if narrow else 20)
        self._aside.setMinimumWidth(0 if narrow else length(_ASIDE_WIDTH))
        self._aside.setMaximumWidth(_ANY_WIDTH if narrow else length(_ASIDE_WIDTH))
        high = not narrow and self.height() >= _OTHERS_FROM
        tall = self.height() >= _TALL_FROM
        self._hero.set_picture_height(360 if high else 300 if tall else 216)
        self._others.setVisible(high and self._hero.routine is not None and not self._hero.is_red)

    def _show_others(self, suggested: str) -> None:
        self._others.show_beside(suggested)
        self._fit()

    def _on_start_wanted(self) -> None:
        routine = self._hero.routine
        is_asked = self._question is not None and self._question.isVisible()
        if routine is not None and not is_asked:
            self.start_wanted.emit(routine.key, self._hero.pain, self._hero.side)

    def _on_resume_wanted(self, session: str) -> None:
        self.resume_wanted.emit(session, self._hero.pain)

    def _on_discard_wanted(self, session: str) -> None:
        if self._question is None:
            self._question = QuestionSheet(self._theme, self)
            self._question.agreed.connect(lambda: self.discard_wanted.emit(self._asked))
        self._asked = session
        self._question.ask(
            self.tr("Discard the rest of this session?"),
            self.tr("It cannot be resumed then. What you did stays in the history."),
            self.tr("Discard"),
            self.tr("Keep"),
        )
