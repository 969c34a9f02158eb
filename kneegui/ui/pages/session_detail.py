"""One session with all its steps, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.session import Session, Side
from kneegui.ui.delegates.session_step_delegate import SessionStepDelegate
from kneegui.ui.models.session_step_model import SessionStepModel
from kneegui.ui.session_words import (
    done_of_planned,
    effort_word,
    session_span,
    session_status_word,
)
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.fact_line import FactLine
from kneegui.ui.widgets.icon_button import IconButton
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.list_view import ThemedListView
from kneegui.ui.widgets.pain_row import PainRow
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.words import minutes


class SessionDetail(QWidget):
    """The pane beside the list, or a page of its own where there is no room for both.

    Signals:
        edit_wanted: what was answered is to be changed.
        again_wanted: the same routine is to be started.
        delete_wanted: the session is to be deleted.
    """

    edit_wanted = Signal()
    again_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session: Session | None = None
        self._model = SessionStepModel(self)
        self._title = Label(theme, "", 20, 700, wrap=True)
        self._edit = IconButton(theme, "pencil-simple-bold", self.tr("Edit"))
        self._again = IconButton(theme, "play-bold", self.tr("Start again"))
        self._delete = IconButton(theme, "trash-bold", self.tr("Delete"))
        self._span = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True)
        self._facts = FactLine(theme)
        self._pain = PainRow(theme)
        self._note = Label(theme, "", 13.5, 500, wrap=True)
        self._nothing = Label(theme, self.tr("No step was begun."), 14, 400, wrap=True)
        self._steps = ThemedListView(theme, self.tr("Steps of the session"))
        self._steps.setModel(self._model)
        goals = {exercise.id: exercise.goal for exercise in content.exercises}
        self._steps.setItemDelegate(SessionStepDelegate(theme, goals, self._steps))
        self._steps.setSelectionMode(ThemedListView.SelectionMode.NoSelection)
        self._steps.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It shows all its rows; the column around it scrolls, and is what the Tab key reaches.
        self._steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = Label(theme, self.tr("Choose a session."), 14, 400, Role.TEXT_SECOND)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._edit.clicked.connect(self.edit_wanted)
        self._again.clicked.connect(self.again_wanted)
        self._delete.clicked.connect(self.delete_wanted)
        theme.changed.connect(self._fit)

    @property
    def session(self) -> Session | None:
        """The session that is shown."""
        return self._session

    def show_session(self, session: Session | None, today: date) -> None:
        """Shows another session from its top; None shows none."""
        old, self._session = self._session, session
        if session is None:
            self._views.setCurrentWidget(self._empty)
            return
        self._title.setText(session.title)
        self._span.setText(session_span(session, today))
        self._facts.set_facts(self._facts_of(session))
        self._show_pain(session)
        self._note.setText(self.tr("“{note}”").format(note=session.note))
        self._note.setVisible(bool(session.note))
        self._again.setEnabled(bool(session.plan.items))
        self._model.show(session.steps)
        self._nothing.setVisible(not session.steps)
        self._steps.setVisible(bool(session.steps))
        self._fit()
        self._scroll.setAccessibleName(session.title)
        self._views.setCurrentWidget(self._scroll)
        if old is None or old.id != session.id:
            self._scroll.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        rows = range(self._model.rowCount())
        heights = (self._steps.sizeHintForIndex(self._model.index(row, 0)).height() for row in rows)
        self._steps.setFixedHeight(sum(heights) + 2)

    def _lay_out(self) -> None:
        inner = Column()
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 4, 10, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in (self._edit, self._again, self._delete):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._span)
        words.addWidget(self._facts)
        column.addLayout(words)
        column.addWidget(self._pain)
        column.addWidget(self._note)
        column.addWidget(self._nothing)
        column.addWidget(self._steps)
        column.addStretch(1)
        self._scroll = ColumnScroll(self._theme, inner, self)
        self._views = QStackedWidget(self)
        self._views.addWidget(self._empty)
        self._views.addWidget(self._scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._views)

    def _facts_of(self, session: Session) -> Sequence[str]:
        facts = [session_status_word(session), done_of_planned(session)]
        if session.seconds >= 1:
            facts.append(minutes(round(session.seconds)))
        if session.pain_side is not None:
            facts.append(
                {
                    Side.LEFT: self.tr("Left knee"),
                    Side.RIGHT: self.tr("Right knee"),
                    Side.BOTH: self.tr("Both knees"),
                }[session.pain_side]
            )
        if session.effort is not None:
            text = self.tr("Effort: {word}, {effort} of 10")
            word = effort_word(session.effort).lower()
            facts.append(text.format(word=word, effort=session.effort))
        return facts

    def _show_pain(self, session: Session) -> None:
        moments = (
            (self.tr("Before"), session.pain_before),
            (self.tr("Worst"), session.worst_shown),
            (self.tr("After"), session.pain_after),
            (self.tr("Next morning"), session.pain_morning),
        )
        self._pain.show_pain(moments, self.tr("not answered"))
        self._pain.setVisible(any(pain is not None for _, pain in moments))
