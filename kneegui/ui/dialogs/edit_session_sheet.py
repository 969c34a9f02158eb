"""What was answered about a session, to be changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.session import Session
from kneegui.domain.session_edit import SessionEdit
from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.session_words import session_span
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.answer import Answer
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.effort_scale import EffortScale
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note_field import NOTE_MOST, NoteField
from kneegui.ui.widgets.pain_scale import PainScale

_BESIDE_FROM = 680


class EditSessionSheet(Sheet):
    """Pain at four moments, effort and note; each may be left without an answer.

    Signals:
        edited: id of the session, and its answers as they are to be (``SessionEdit``).
    """

    edited = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._rows: list[QBoxLayout] = []
        super().__init__(theme, parent)
        self._session = ""
        self._title = Label(theme, "", 24, 700, wrap=True)
        self._span = Label(theme, "", 14, 450, Role.TEXT_SECOND, wrap=True)
        self._pain_before = self._pain(self.tr("Pain before"))
        self._pain_worst = self._pain(self.tr("Worst on the way"))
        self._pain_after = self._pain(self.tr("Pain after"))
        self._pain_morning = self._pain(self.tr("Next morning"))
        effort = self.tr("How hard was it?")
        self._effort = Answer(theme, effort, EffortScale(theme, effort))
        note = self.tr("Note")
        self._note = NoteField(theme, note, self.tr("What you want to remember"), NOTE_MOST)
        self._cancel = Button(theme, self.tr("Cancel"), size=ButtonSize.LARGE)
        self._save = Button(theme, self.tr("Save"), kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE)
        self._lay_out(note)
        self._cancel.clicked.connect(self.close_sheet)
        self.cancelled.connect(self.close_sheet)
        self._save.clicked.connect(self._on_save)
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save)
        self.apply_theme()

    def edit(self, session: Session, today: date) -> None:
        """Opens the sheet with the answers of a session."""
        self._session = session.id
        self._title.setText(session.title)
        self._span.setText(session_span(session, today))
        for answer, value in (
            (self._pain_before, session.pain_before),
            (self._pain_worst, session.pain_worst),
            (self._pain_after, session.pain_after),
            (self._pain_morning, session.pain_morning),
            (self._effort, session.effort),
        ):
            answer.set_value(value)
        self._note.set_text(session.note)
        scale = self._pain_before.scale
        assert isinstance(scale, PainScale)
        self.open(scale.first_cell)

    @override
    def apply_theme(self) -> None:
        if self._rows:
            self._note.setFixedHeight(self.theme.length(84))
        super().apply_theme()

    @override
    def _place(self) -> None:
        beside = self.width() >= self.theme.length(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super()._place()

    def _pain(self, question: str) -> Answer:
        return Answer(self.theme, question, PainScale(self.theme, question))

    def _lay_out(self, note: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._span)
        self.column.addLayout(words)
        for pair in ((self._pain_before, self._pain_worst), (self._pain_after, self._pain_morning)):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(24)
            for answer in pair:
                row.addWidget(answer, 1)
            self._rows.append(row)
            self.column.addLayout(row)
        self.column.addWidget(self._effort)
        self.column.addWidget(Label(self.theme, note, 14.5, 650))
        self.column.addWidget(self._note)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._save)

    def _on_save(self) -> None:
        self.close_sheet()
        self.edited.emit(
            self._session,
            SessionEdit(
                pain_before=self._pain_before.value,
                pain_worst=self._pain_worst.value,
                pain_after=self._pain_after.value,
                pain_morning=self._pain_morning.value,
                effort=self._effort.value,
                note=self._note.text,
            ),
        )
