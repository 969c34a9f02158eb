"""One question with two answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.label import Label


class QuestionSheet(Sheet):
    """A title, a sentence, and a button for each answer; Escape is the second.

    Signals:
        agreed: the first button was pressed.
        declined: the second one was, or Escape.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = Label(theme, "", 24, 700, wrap=True)
        self._sentence = Label(theme, "", 16, 400, Role.TEXT_SECOND, wrap=True)
        self._yes = Button(theme, "", kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE)
        self._no = Button(theme, "", size=ButtonSize.LARGE)
        self.column.addWidget(self._title)
        self.column.addWidget(self._sentence)
        self.foot.addStretch(1)
        self.foot.addWidget(self._no)
        self.foot.addWidget(self._yes)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        self.cancelled.connect(self._on_no)

    def ask(self, title: str, sentence: str, yes: str, no: str) -> None:
        """Opens the sheet with a question; the second answer has the keyboard."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        for button, words in ((self._yes, yes), (self._no, no)):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()
        self.open(self._no)

    def _on_yes(self) -> None:
        self.close_sheet()
        self.agreed.emit()

    def _on_no(self) -> None:
        self.close_sheet()
        self.declined.emit()
