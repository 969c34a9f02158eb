"""The offer to go on with a session that was interrupted or left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.session import Session
from kneegui.ui.session_line import last_sign
from kneegui.ui.session_words import interrupted_words
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note import IconView

_WORDS_LEAST = 250


class ResumeCard(Card):
    """When it was interrupted, where it goes on, and how much is left.

    The buttons go below where it is narrow.

    Signals:
        resume_wanted: id of the session to go on with.
        discard_wanted: id of the session that is not to be gone on with.
    """

    resume_wanted = Signal(str)
    discard_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill=Role.WARN_TINT, line=False, margins=(18, 10, 12, 10))
        self.setParent(parent)
        self._session = ""
        self._title = Label(theme, "", 14, 650, wrap=True, parent=self)
        self._progress = Label(theme, "", 13.5, 450, Role.TEXT_SECOND, wrap=True, parent=self)
        discard = Button(theme, self.tr("Discard"), kind=ButtonKind.GHOST, parent=self)
        resume = Button(theme, self.tr("Resume session"), icon="play-fill", parent=self)
        discard.clicked.connect(lambda: self.discard_wanted.emit(self._session))
        resume.clicked.connect(lambda: self.resume_wanted.emit(self._session))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._progress)
        head = QHBoxLayout()
        head.setSpacing(14)
        icon = IconView(theme, "arrow-counter-clockwise-bold", Role.WARN, 20, self)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(6)
        buttons.addWidget(discard)
        buttons.addWidget(resume)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(10)
        self._row.addLayout(head, 1)
        self._row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(self._row)

    def show_session(self, session: Session, today: date, minutes_left: int | None) -> None:
        """Offers a session; ``minutes_left`` is what is left of its plan, None if not known."""
        self._session = session.id
        self._title.setText(interrupted_words(session.status, last_sign(session), today))
        if minutes_left is None:
            text = self.tr("{title}. Goes on at step {step} of {all}.")
        elif minutes_left <= 1:
            text = self.tr("{title}. Goes on at step {step} of {all}, 1 minute left.")
        else:
            text = self.tr("{title}. Goes on at step {step} of {all}, {minutes} minutes left.")
        self._progress.setText(
            text.format(
                title=session.title,
                step=_next_step(session),
                all=session.planned_steps,
                minutes=minutes_left,
            )
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def apply_theme(self) -> None:
        # The first call comes before there are buttons.
        if hasattr(self, "_buttons"):
            self._fit()

    def _fit(self) -> None:
        room = self.width() - self._buttons.sizeHint().width() - 80
        beside = room >= self.theme.length(_WORDS_LEAST)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


def _next_step(session: Session) -> int:
    """Gives the place of the exercise step a session goes on at, of those planned.

    Not how many are done: the one it was left in may be done in part, and begins anew.
    """
    before = {step.ordinal for step in session.steps if step.ordinal < session.position}
    return min(len(before) + 1, session.planned_steps)
