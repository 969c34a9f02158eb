"""One session with all its steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.session import Session, SessionStatus, Side
from kneegui.ui.delegates.session_delegate import SessionStepDelegate
from kneegui.ui.models.session_model import SessionStepModel
from kneegui.ui.session_words import SESSION_ICON, effort_word, session_span, session_status_word
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.dose_tiles import DoseTiles
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.list_view import ThemedListView
from kneegui.ui.widgets.pain_disc import PainChange
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.tag import Tag
from kneegui.ui.words import clock


class SessionDetail(Card):
    """The pane beside the list, or a page of its own where there is no room for both."""

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(12, 10, 6, 4), gap=0, radius=16, parent=parent)
        self._session: Session | None = None
        self._model = SessionStepModel(self)
        self._title = Label(theme, "", 23, 700, wrap=True)
        self._span = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True)
        self._tags = QWidget()
        self._tag_row = FlowLayout(6, self._tags)
        self._numbers = DoseTiles(theme)
        self._pain = QWidget()
        self._change = PainChange(theme, (30, 34))
        self._pain_words = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True)
        self._note = QWidget()
        self._note_text = Label(theme, "", 14, 400, wrap=True)
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
        theme.changed.connect(self._fit)

    @property
    def session(self) -> Session | None:
        """The session that is shown."""
        return self._session

    def show_session(self, session: Session | None) -> None:
        """Shows another session from its top; None shows none."""
        old, self._session = self._session, session
        if session is None:
            self._views.setCurrentWidget(self._empty)
            return
        self._title.setText(session.title)
        self._span.setText(session_span(session))
        self._show_tags(session)
        of = self.tr("{done} of {all}").format(done=session.done_steps, all=session.planned_steps)
        time = clock(round(session.seconds))
        self._numbers.set_tiles([(of, self.tr("steps done")), (time, self.tr("active time"))])
        self._show_pain(session)
        self._note_text.setText(session.note)
        self._note.setVisible(bool(session.note))
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
        rows = self._model.rowCount()
        height = self._steps.sizeHintForRow(0) if rows else 0
        self._steps.setFixedHeight(rows * height + 2)

    def _lay_out(self) -> None:
        inner = Column()
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 8, 10, 20)
        column.setSpacing(12)
        head = _group(self._title, self._span)
        column.addLayout(head)
        column.addWidget(self._tags)
        column.addWidget(self._numbers)
        pain = QHBoxLayout(self._pain)
        pain.setContentsMargins(0, 0, 0, 0)
        pain.setSpacing(14)
        pain.addWidget(self._change)
        pain.addWidget(self._pain_words, 1)
        column.addWidget(self._pain)
        note = QVBoxLayout(self._note)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(3)
        note.addWidget(self._heading(self.tr("Note")))
        note.addWidget(self._note_text)
        column.addWidget(self._note)
        column.addLayout(_group(self._heading(self.tr("Steps")), self._nothing, self._steps))
        column.addStretch(1)
        self._scroll = ColumnScroll(self.theme, inner, self)
        self._views = QStackedWidget(self)
        self._views.addWidget(self._empty)
        self._views.addWidget(self._scroll)
        self.column.addWidget(self._views)

    def _heading(self, text: str) -> Label:
        return Label(self.theme, text, 13, 650, Role.TEXT_SECOND)

    def _show_tags(self, session: Session) -> None:
        while (item := self._tag_row.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        done = session.status is SessionStatus.COMPLETED
        ink, tint = (Role.ON_SOFT, Role.SOFT) if done else (Role.TEXT_SECOND, Role.INSET)
        word, icon = session_status_word(session.status), SESSION_ICON[session.status]
        tags = [Tag(self.theme, word, icon=icon, ink=ink, tint=tint, parent=self._tags)]
        if session.effort is not None:
            text = self.tr("Effort: {word}, {effort} of 10")
            words = text.format(word=effort_word(session.effort).lower(), effort=session.effort)
            tags.append(Tag(self.theme, words, parent=self._tags))
        for tag in tags:
            self._tag_row.addWidget(tag)
            tag.show()

    def _show_pain(self, session: Session) -> None:
        before, after, worst = session.pain_before, session.pain_after, session.pain_worst
        self._change.set_pain(before, after)
        self._change.setVisible((before, after) != (None, None))
        parts: list[str] = []
        if (before, after) != (None, None):
            if session.pain_side is not None:
                parts.append(
                    {
                        Side.LEFT: self.tr("Left knee."),
                        Side.RIGHT: self.tr("Right knee."),
                        Side.BOTH: self.tr("Both knees."),
                    }[session.pain_side]
                )
            if after is None:
                parts.append(self.tr("Pain before; no answer after."))
            elif before is None:
                parts.append(self.tr("Pain after; no answer before."))
            else:
                parts.append(self.tr("Pain before and after."))
        if worst is not None:
            parts.append(self.tr("Worst on the way: {pain}.").format(pain=worst))
        self._pain_words.setText(" ".join(parts))
        self._pain.setVisible(bool(parts))


def _group(*widgets: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(3)
    for widget in widgets:
        box.addWidget(widget)
    return box
