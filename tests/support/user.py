"""Someone who uses the program: presses keys and buttons, and sees what is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from kneegui.app import Parts
from kneegui.resource_files import resource_folder
from kneegui.ui.figures import open_figures
from kneegui.ui.pictures import Pictures
from tests.support.ears import Ears
from tests.support.program import settle

Kind = TypeVar("Kind", bound=QWidget)
LEFT_BUTTON = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class User:
    """Keys go to whatever has the focus; buttons and words are found by what they say."""

    def __init__(self, application: QApplication, parts: Parts, folder: Path) -> None:
        self.application = application
        self.parts = parts
        self.folder = folder
        """The data folder."""
        self.ears = Ears(parts)

    @property
    def window(self) -> QWidget:
        """The main window."""
        return self.parts.window

    @property
    def focused(self) -> QWidget:
        """What the keyboard is on."""
        return self.application.focusWidget() or self.window

    def settle(self) -> None:
        """Waits until everything is painted and every picture is read."""
        settle(self.application, self.parts)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        """Presses a key."""
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Types words, letter by letter."""
        for letter in text:
            # QTest knows the keys of ASCII letters only.
            key = ord(letter.upper()) if letter.isascii() else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, NO_KEY, letter)
                self.application.sendEvent(self.focused, event)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Clicks with the mouse, in the middle if not said where."""
        assert widget.isVisible(), f"{name_of(widget)!r} cannot be seen"
        QTest.mouseClick(widget, LEFT_BUTTON, NO_KEY, at or widget.rect().center())
        self.settle()

    def press_button(self, name: str) -> None:
        """Clicks the button of an accessible name."""
        self.click(self.button(name))

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Clicks a row or card, scrolled into sight before."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.settle()
        self.click(view.viewport(), view.visualRect(index).center())

    def hover(self, widget: QWidget, at: QPoint) -> None:
        """Moves the pointer there."""
        QTest.mouseMove(widget, at)
        self.settle()

    def in_menu(self, name: str, act: Callable[[QMenu], None]) -> None:
        """Opens the menu of a button with a click, does something in it and closes it."""
        done: list[QMenu] = []

        def act_and_close() -> None:
            menu = self.application.activePopupWidget()
            assert isinstance(menu, QMenu)
            done.append(menu)
            try:
                act(menu)
            finally:
                menu.close()

        QTimer.singleShot(0, act_and_close)
        self.click(self.button(name))
        assert done, f"{name!r} opened no menu"
        # Without a window manager nobody else gives the keyboard back.
        self.window.activateWindow()
        self.settle()

    def click_choices(self, name: str, *choices: str) -> None:
        """Opens a menu and clicks choices by how their words begin, one after the other."""

        def click_each(menu: QMenu) -> None:
            for words in choices:
                place = menu.actionGeometry(menu_choice(menu, words))
                QTest.mouseClick(menu, LEFT_BUTTON, NO_KEY, place.center())
                assert menu.isVisible(), f"the menu closed after {words!r}"

        self.in_menu(name, click_each)

    def all(self, kind: type[Kind], within: QWidget | None = None) -> list[Kind]:
        """Gives what can be seen of a class of widgets."""
        found = (within or self.window).findChildren(kind)
        return [widget for widget in found if widget.isVisible()]

    def one(self, kind: type[Kind], name: str | None = None) -> Kind:
        """Gives the only widget of a class that can be seen, by its accessible name if given."""
        found = [w for w in self.all(kind) if name is None or name_of(w) == name]
        assert len(found) == 1, f"{len(found)} {kind.__name__} {name!r}"
        return found[0]

    def button(self, name: str) -> QAbstractButton:
        """Gives the button that can be seen and has this accessible name."""
        found = [button for button in self.all(QAbstractButton) if name_of(button) == name]
        seen = [name_of(button) for button in self.all(QAbstractButton)]
        assert len(found) == 1, f"{len(found)} buttons {name!r} among {seen}"
        return found[0]

    def buttons(self, within: QWidget | None = None) -> list[str]:
        """Gives the accessible names of all buttons that can be seen."""
        return [name_of(button) for button in self.all(QAbstractButton, within)]

    def texts(self, within: QWidget | None = None) -> list[str]:
        """Gives every text that can be seen, in no order."""
        return [label.text() for label in self.all(QLabel, within) if label.text()]

    def names(self, within: QWidget | None = None) -> list[str]:
        """Gives the accessible name of everything that can be seen and has one."""
        named = (name_of(widget) for widget in self.all(QWidget, within))
        return [name for name in named if name]


@contextmanager
def using(
    application: QApplication,
    folder: Path,
    page: str = "exercises",
    size: tuple[int, int] = (1280, 800),
    *,
    moving: bool = False,
    stills: Pictures | None = None,
) -> Iterator[User]:
    """Opens the program on a page for someone, and closes it afterwards.

    Args:
        application: Qt's.
        folder: the data folder, made if it is not there.
        page: what is shown at first.
        size: of the window.
        moving: let figures move; without it the same page is painted the same.
        stills: those to show; without them the program reads its own, which takes as long as
            everything else together.
    """
    folder.mkdir(parents=True, exist_ok=True)
    application.setStyle("Fusion")
    parts = Parts(application, folder)
    if stills is not None:
        parts.__dict__["figures"] = replace(open_figures(resource_folder()), stills=stills)
    parts.figures.frames.set_stills_only(not moving)
    user = User(application, parts, folder)
    parts.window.resize(*size)
    parts.open_window(page)
    settle(application, parts)
    try:
        yield user
    finally:
        user.settle()
        parts.window.close()
        parts.window.deleteLater()
        # Or it would answer the next test's change of the system's colours.
        parts.theme.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def name_of(widget: QWidget) -> str:
    """Gives what a screen reader calls a widget."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def activate(widget: QWidget) -> None:
    """Does what a screen reader does with a control: the first of the actions it offers."""
    face = QAccessible.queryAccessibleInterface(widget)
    assert face is not None
    actions = face.actionInterface()
    actions.doAction(actions.actionNames()[0])


def menu_choice(menu: QMenu, words: str) -> QAction:
    """Gives the choice of a menu whose words are these, its number left out."""
    return next(action for action in menu.actions() if action.text().split("\t")[0] == words)


def rows(view: QAbstractItemView) -> list[QModelIndex]:
    """Gives the rows of a list."""
    model = view.model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def row_names(view: QAbstractItemView) -> list[str]:
    """Gives what stands first in each row of a list."""
    return [str(index.data()) for index in rows(view)]
