"""What an import would do, before it does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.session_words import count_sessions
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.label import Label


class ImportDialog(Sheet):
    """Four numbers and what they mean; nothing is written before the user agrees.

    Signals:
        agreed: the sessions are to be imported.
        declined: they are not, or there is nothing to import.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.column.addWidget(Label(theme, self.tr("Import sessions"), 24, 700))
        self._file = Label(theme, "", 15, 400, Role.TEXT_SECOND, wrap=True)
        self.column.addWidget(self._file)
        self._numbers: list[Label] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, (name, meaning) in enumerate(
            (
                (self.tr("New"), self.tr("Not here yet; they are added.")),
                (self.tr("Newer"), self.tr("They went on or were edited later than here.")),
                (self.tr("Unchanged"), self.tr("Here just so already.")),
                (self.tr("Older"), self.tr("What is here is newer and stays.")),
            )
        ):
            number = Label(theme, "", 19, 650, tabular=True)
            self._numbers.append(number)
            grid.addWidget(number, row, 0)
            grid.addWidget(Label(theme, name, 15, 600), row, 1)
            grid.addWidget(Label(theme, meaning, 15, 400, Role.TEXT_SECOND, wrap=True), row, 2)
        self.column.addLayout(grid)
        self._advice = Label(theme, "", 15, 400, wrap=True)
        self.column.addWidget(self._advice)
        self._no = Button(theme, self.tr("Cancel"), size=ButtonSize.LARGE)
        self._yes = Button(theme, "", kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE)
        self.foot.addStretch(1)
        self.foot.addWidget(self._no)
        self.foot.addWidget(self._yes)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        self.cancelled.connect(self._on_no)

    def ask(self, file: str, *, new: int, newer: int, same: int, older: int) -> None:
        """Opens the sheet with how many sessions of a file are what."""
        every = new + newer + same + older
        text = self.tr("{file} holds {sessions}.")
        self._file.setText(text.format(file=file, sessions=count_sessions(every)))
        for label, number in zip(self._numbers, (new, newer, same, older), strict=True):
            label.setText(str(number))
        changes = new + newer
        if changes:
            self._advice.setText(
                self.tr("Nothing of what is here is lost, and nothing is doubled.")
            )
            yes = self.tr("Import {sessions}").format(sessions=count_sessions(changes))
            self._name(self._yes, yes)
        else:
            self._advice.setText(self.tr("There is nothing to import."))
        self._yes.setVisible(bool(changes))
        self._name(self._no, self.tr("Cancel") if changes else self.tr("Close"))
        self.open(self._yes if changes else self._no)

    def _name(self, button: Button, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)
        button.updateGeometry()

    def _on_yes(self) -> None:
        self.close_sheet()
        self.agreed.emit()

    def _on_no(self) -> None:
        self.close_sheet()
        self.declined.emit()
