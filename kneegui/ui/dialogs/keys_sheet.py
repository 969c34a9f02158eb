"""The keys of the player."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.label import Label


class KeysSheet(Sheet):
    """Key and meaning, row by row; the clock stands still meanwhile."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.column.addWidget(Label(theme, self.tr("Keys"), 24, 700))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Space"), self.tr("Pause, go on; end a set at your own pace")),
            (self.tr("Right, Page down"), self.tr("Next")),
            (self.tr("Left, Page up"), self.tr("Start again; twice: the one before")),
            (self.tr("Enter"), self.tr("Ready; skip the rest")),
            (self.tr("Up, Down"), self.tr("10 seconds more or less")),
            ("H", self.tr("That hurts")),
            ("M", self.tr("Voice and sounds off or on")),
            ("T", self.tr("Far view: only figure, number and side")),
            ("F11", self.tr("Full screen")),
            (self.tr("Escape"), self.tr("Leave; what you did is saved")),
        )
        for number, (key, meaning) in enumerate(rows):
            grid.addWidget(Label(theme, key, 15, 650), number, 0)
            grid.addWidget(Label(theme, meaning, 15, 400, Role.TEXT_SECOND, wrap=True), number, 1)
        self.column.addLayout(grid)
        self.close_button = Button(
            theme, self.tr("Close"), kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE
        )
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.clicked.connect(self.cancelled)
        self.cancelled.connect(self.close_sheet)
