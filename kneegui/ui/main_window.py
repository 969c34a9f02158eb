"""The frame: the rail, the pages, the keys that reach them, and the window's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.errors import KneeGuideError
from kneegui.domain.settings import TEXT_PERCENTS, WindowPlace
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.nav_rail import NavRail, RailEntry
from kneegui.ui.widgets.passing_note import PassingNote, TakesNotes

_LEAST_SIZE = (800, 600)
_FIRST_SIZE = (1280, 800)
_NARROW_BELOW = 1000
_MUST_SHOW = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page: how the rail shows it, and how it is made when it is first shown."""

    rail: RailEntry
    make: Callable[[], QWidget]


class MainWindow(QWidget):
    """One page at a time beside the rail; a page is made when it is first shown.

    Signals:
        first_painted: the frame is on the screen, for the first time.
        closing: the window is about to close; its place can still be read.
        search_wanted: Ctrl+F was pressed.
        text_percent_wanted: a key asked for another size of text.
    """

    first_painted = Signal()
    closing = Signal()
    search_wanted = Signal()
    text_percent_wanted = Signal(int)

    def __init__(self, theme: Theme, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self._theme = theme
        self._entries = {page.rail.name: page for page in pages}
        self._pages: dict[str, QWidget] = {}
        self._was_painted = False
        self._rail = NavRail(theme, [page.rail for page in pages], self)
        self._stack = QStackedWidget(self)
        self.setWindowTitle("KneeGuide")
        self.setAutoFillBackground(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self._frame = QWidget(self)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._note = PassingNote(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._views = QStackedLayout()
        self._views.addWidget(self._frame)
        column.addLayout(self._views, 1)
        column.addWidget(self._note)
        self._keys: list[QShortcut] = []
        self._rail.page_chosen.connect(self.show_page)
        self._add_keys()
        theme.changed.connect(self._fit_width)

    @property
    def shown_page(self) -> str:
        """Name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def page(self, name: str) -> QWidget:
        """Gives a page, made now if it was never shown."""
        if name not in self._pages:
            page = self._entries[name].make()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Shows a page.

        Raises:
            KneeGuideError: it cannot be made; the page that was shown stays.
        """
        try:
            page = self.page(name)
        except KneeGuideError:
            if self._pages:
                self._rail.show_page(self.shown_page)
            raise
        self._stack.setCurrentWidget(page)
        self._rail.show_page(name)

    def show_full(self, view: QWidget) -> None:
        """Shows a view that fills the window, such as the player.

        The keys of the pages rest; those for the size of text hold on.
        """
        if self._views.indexOf(view) < 0:
            self._views.addWidget(view)
        for key in self._keys:
            key.setEnabled(False)
        self._views.setCurrentWidget(view)
        if self._note.is_shown and isinstance(view, TakesNotes):
            self._note.hide()
            view.show_note(self._note.sentence)

    def end_full(self) -> None:
        """Shows the pages again."""
        if self.isFullScreen():
            self.toggle_full_screen()
        for key in self._keys:
            key.setEnabled(True)
        self._views.setCurrentWidget(self._frame)

    def show_note(self, sentence: str) -> None:
        """Says something for a while, below what is shown, or where that has a place for it."""
        view = self._views.currentWidget()
        if isinstance(view, TakesNotes):
            view.show_note(sentence)
        else:
            self._note.say(sentence)

    def toggle_full_screen(self) -> None:
        """Fills the screen with the window, or gives it its frame back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def come_to_front(self) -> None:
        """Brings the window before all others, as when the program is started once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def announce_page(self, name: str) -> None:
        """Marks a page on the rail that will be shown in a moment."""
        self._rail.show_page(name)

    @property
    def place(self) -> WindowPlace:
        """Where the window is, as it would be when it is not maximised."""
        shaped = self.isMaximized() or self.isFullScreen()
        box = self.normalGeometry() if shaped else self.geometry()
        return WindowPlace(
            x=box.x(),
            y=box.y(),
            width=box.width(),
            height=box.height(),
            maximised=self.isMaximized(),
        )

    def restore_place(self, place: WindowPlace | None) -> None:
        """Puts the window where it was, or onto a screen if that place is gone."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        primary = QGuiApplication.primaryScreen().availableGeometry()
        self.setGeometry(visible_place(place, screens, primary))
        if place is not None and place.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_width()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Once this event is over the frame is on the screen.
            QTimer.singleShot(0, self, self.first_painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _fit_width(self) -> None:
        self._rail.set_narrow(self.width() < self._theme.length(_NARROW_BELOW))

    def _add_keys(self) -> None:
        for number, name in enumerate(self._entries, start=1):
            self._keys.append(
                self._add_key(f"Ctrl+{number}", lambda name=name: self.show_page(name))
            )
        self._keys.append(self._add_key(QKeySequence.StandardKey.Find, self.search_wanted.emit))
        # Qt has no standard key for it on Windows.
        self._keys.append(self._add_key("Ctrl+Q", self.close))
        self._add_key(QKeySequence.StandardKey.ZoomIn, lambda: self._step_text(1))
        self._add_key("Ctrl+=", lambda: self._step_text(1))
        self._add_key(QKeySequence.StandardKey.ZoomOut, lambda: self._step_text(-1))
        self._add_key("Ctrl+0", lambda: self.text_percent_wanted.emit(TEXT_PERCENTS[0]))

    def _add_key(
        self, key: QKeySequence.StandardKey | str, action: Callable[[], object]
    ) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(action)
        return shortcut

    def _step_text(self, step: int) -> None:
        number = TEXT_PERCENTS.index(self._theme.text_percent) + step
        if 0 <= number < len(TEXT_PERCENTS):
            self.text_percent_wanted.emit(TEXT_PERCENTS[number])


def visible_place(place: WindowPlace | None, screens: Sequence[QRect], primary: QRect) -> QRect:
    """Gives where to open the window: its old place if it still shows, else on the main screen.

    Args:
        place: where it was, or None at the first start.
        screens: the usable part of every screen.
        primary: the usable part of the main screen.
    """
    if place is not None:
        box = QRect(place.x, place.y, place.width, place.height)
        for screen in screens:
            shown = screen.intersected(box)
            # The upper edge must be there to be taken hold of.
            if shown.width() >= _MUST_SHOW and screen.top() <= box.top() < screen.bottom() - 40:
                return box
    width, height = (place.width, place.height) if place is not None else _FIRST_SIZE
    box = QRect(0, 0, min(width, primary.width()), min(height, primary.height()))
    box.moveCenter(primary.center())
    return box
