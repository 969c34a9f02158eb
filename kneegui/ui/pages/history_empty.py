"""What History shows before the first session: an invitation to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.routine import Routine
from kneegui.domain.timing import total_seconds
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.stage_picture import StagePicture
from kneegui.ui.words import minutes

_STAGE = (340, 216)


class HistoryEmpty(QWidget):
    """A figure, what will stand here, the first routine, and the ways for who has data already.

    Signals:
        start_wanted: key of the routine that is to be started.
        import_wanted: sessions of another computer are to be added.
        restore_wanted: a backup is to be restored.
    """

    start_wanted = Signal(str)
    import_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self, theme: Theme, content: Content, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._routine = ""
        self._stage = StagePicture(theme, pictures, self)
        self._start = Button(
            theme, "", icon="play-fill", kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE
        )
        self._import = Button(
            theme,
            self.tr("Import old sessions"),
            icon="download-simple-bold",
            size=ButtonSize.LARGE,
        )
        self._restore = Button(
            theme, self.tr("Restore a backup"), kind=ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self._lay_out()
        self._start.clicked.connect(lambda: self.start_wanted.emit(self._routine))
        self._import.clicked.connect(self.import_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        theme.changed.connect(self._fit)

    def show_routine(self, routine: Routine) -> None:
        """Offers a routine for the first session."""
        exercises = self._content.exercise_by_id
        first = exercises[routine.items[0].exercise]
        self._routine = routine.key
        self._stage.show_exercise(first.id, first.name)
        text = self.tr("Start {title}, {minutes}")
        words = text.format(title=routine.title, minutes=minutes(total_seconds(routine, exercises)))
        self._start.setText(words)
        self._start.setAccessibleName(words)
        self._start.updateGeometry()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignHCenter
        title = Label(theme, self.tr("Nothing here yet"), 26, 700, wrap=True)
        words = self.tr(
            "After your first session you see pain before and after, and minutes per week."
        )
        sentence = Label(theme, words, 15, 400, Role.TEXT_SECOND, wrap=True)
        for label in (title, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._start, 0, middle)
        self._buttons.addWidget(self._import, 0, middle)
        self._buttons.addStretch(1)
        inner = Column()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(self._stage, 0, middle)
        column.addSpacing(16)
        column.addWidget(title)
        column.addWidget(sentence)
        column.addSpacing(20)
        column.addLayout(self._buttons)
        column.addWidget(self._restore, 0, middle)
        column.addStretch(3)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        scroll = ColumnScroll(theme, inner, self)
        scroll.setAccessibleName(self.tr("Nothing here yet"))
        page.addWidget(scroll)

    def _fit(self) -> None:
        wanted = self._start.sizeHint().width() + self._import.sizeHint().width() + 32
        direction = QBoxLayout.Direction
        beside = wanted <= self.width()
        self._buttons.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        low = self.height() < self._theme.length(470)
        width, height = _STAGE
        share = 0.7 if low else 1.0
        self._stage.setFixedSize(round(width * share), round(height * share))
