"""A page alone in a window, and what someone does to it: no program around it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from kneegui.resource_files import resource_folder
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from tests.support.user import Kind, name_of

RAIL = 84


class Stage:
    """Shows one page as large as it is in a window of a size, the rail left out."""

    def __init__(self, application: QApplication, images: Path | None = None) -> None:
        application.setStyle("Fusion")
        self.application = application
        self.theme = Theme(application, IconFont())
        self.pictures = Pictures(images or resource_folder() / "images")
        self.page: QWidget | None = None

    def show(self, page: QWidget, size: tuple[int, int] = (1280, 800)) -> None:
        """Shows a page in a window of this size."""
        self.page = page
        page.setAutoFillBackground(True)
        self.resize(*size)
        page.show()
        page.activateWindow()
        self.settle()

    def resize(self, width: int, height: int) -> None:
        """Gives the window another size."""
        assert self.page is not None
        rail = RAIL if width >= 1000 else 60
        self.page.resize(width - rail, height)
        self.settle()

    def settle(self) -> None:
        """Waits until everything is laid out and every picture is read."""
        for _ in range(2):
            for _ in range(4):
                self.application.processEvents()
            while self.pictures.is_waiting:
                self.application.processEvents()

    def end_page(self) -> None:
        """Closes the page; another may be shown."""
        if self.page is not None:
            self.page.close()
            self.page.deleteLater()
            self.page = None
            self.settle()

    def end(self) -> None:
        """Closes the page, and what pages share."""
        self.end_page()
        self.pictures.deleteLater()
        self.theme.deleteLater()

    def button(self, name: str) -> QAbstractButton:
        """Gives the button that can be seen and has this accessible name."""
        assert self.page is not None
        found = [b for b in self.seen(QAbstractButton) if name_of(b) == name]
        assert len(found) == 1, f"{len(found)} {name!r} in {self.names(QAbstractButton)}"
        return found[0]

    def press(self, name: str) -> None:
        """Clicks the button of this accessible name."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Presses a key where the keyboard is."""
        target = self.application.focusWidget() or self.page
        assert target is not None
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Clicks a row of a list."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.settle()
        place = view.visualRect(index)
        point = QPoint(place.x() + 40, place.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        """Clicks a place of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def choose(self, name: str, words: str) -> None:
        """Opens the menu of a button and chooses by words."""
        self.press(name)
        menu = self.application.activePopupWidget()
        assert isinstance(menu, QMenu), f"{name!r} opened no menu"
        action = next(each for each in menu.actions() if each.text() == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        menu.close()
        self.settle()

    def seen(self, kind: type[Kind]) -> list[Kind]:
        """Gives what can be seen of a class of widgets."""
        assert self.page is not None
        return [w for w in self.page.findChildren(kind) if w.isVisible()]

    def texts(self) -> list[str]:
        """Gives every text that can be seen."""
        return [label.text() for label in self.seen(QLabel) if label.text()]

    def names(self, kind: type[QWidget] = QWidget) -> list[str]:
        """Gives the accessible names of what can be seen."""
        return [name for name in map(name_of, self.seen(kind)) if name]
