"""The head of the History page: its title, its parts, and what leads out and in."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.menu import Menu
from kneegui.ui.widgets.segmented import Segmented


class Part(StrEnum):
    """A part of the page."""

    OVERVIEW = "overview"
    SESSIONS = "sessions"
    TRENDS = "trends"


class HistoryHead(QWidget):
    """Title and segments, and the menu behind ``Export``.

    Signals:
        part_chosen: what is to be shown (``Part``).
        export_wanted: a kind of file: ``pdf``, ``csv`` or ``json``.
        backup_wanted: the data are to be backed up now.
        restore_wanted: a backup is to be restored.
        import_wanted: sessions of another computer are to be added.
    """

    part_chosen = Signal(Part)
    export_wanted = Signal(str)
    backup_wanted = Signal()
    restore_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_low = False
        self._has_tools = True
        self._parts = Segmented(
            theme,
            self.tr("Show"),
            {
                Part.OVERVIEW: self.tr("Overview"),
                Part.SESSIONS: self.tr("All sessions"),
                Part.TRENDS: self.tr("Trends"),
            },
            Part.OVERVIEW,
            self,
        )
        self._export = Button(theme, self.tr("Export"), icon="download-simple-bold", parent=self)
        self._title = Label(theme, self.tr("History"), 30, 700)
        self._line = QHBoxLayout()
        self._line.setSpacing(14)
        self._line.addWidget(self._title)
        self._line.addStretch(1)
        self._line.addWidget(self._export)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(self._line)
        self._menu = self._make_menu()
        self._fit()
        theme.changed.connect(self._fit)
        self._parts.chosen.connect(lambda value: self.part_chosen.emit(Part(value)))
        self._export.clicked.connect(self._open_menu)

    def show_part(self, part: Part) -> None:
        """Marks a part as the one that is shown, without a signal."""
        self._parts.set_value(part)

    def set_tools_shown(self, shown: bool) -> None:
        """Shows what there is to choose and to export, or the title alone."""
        self._has_tools = shown
        self._parts.setVisible(shown)
        self._export.setVisible(shown)
        self._fit()

    def set_low(self, low: bool) -> None:
        """Leaves the title out where the segments would go below it, or not."""
        self._is_low = low
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Puts the segments into the line of the title, or below it where that is too short."""
        gap = self._line.spacing()
        title = self._title.sizeHint().width() + gap
        tools = self._parts.sizeHint().width() + self._export.sizeHint().width() + 2 * gap
        has_room = title + tools <= self.width()
        without_title = not has_room and self._is_low and tools <= self.width()
        self._title.setVisible(not (without_title and self._has_tools))
        if has_room:
            self._line.insertWidget(2, self._parts)
        elif without_title:
            self._line.insertWidget(0, self._parts)
        else:
            self._column.addWidget(self._parts, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_menu(self) -> Menu:
        menu = Menu(self._theme, self)
        for kind, words, icon in (
            ("pdf", self.tr("PDF report…"), "file-pdf"),
            ("csv", self.tr("Tables (CSV)…"), "table"),
            ("json", self.tr("All data (JSON)…"), "file-text"),
        ):
            menu.add(words, icon).triggered.connect(
                lambda _on, kind=kind: self.export_wanted.emit(kind)
            )
        menu.addSeparator()
        menu.add(self.tr("Back up now"), "floppy-disk").triggered.connect(self.backup_wanted)
        menu.add(self.tr("Restore a backup…"), "clock-counter-clockwise").triggered.connect(
            self.restore_wanted
        )
        menu.add(self.tr("Import…"), "upload-simple").triggered.connect(self.import_wanted)
        return menu

    def _open_menu(self) -> None:
        self._menu.open_below(self._export)
