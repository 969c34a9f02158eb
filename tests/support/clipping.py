"""Finds text and controls that have less room than they need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from kneegui.ui.widgets.themed import PaintedWidget

TOLERANCE = 1
"""Pixels by which Qt may round a text's size up."""


def cut_off(root: QWidget) -> list[str]:
    """Gives a line for everything that can be seen in a widget and has too little room."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isVisibleTo(root):
            found += [f"{_words(widget)!r} {problem}" for problem in _problems(widget)]
    return found


def _problems(widget: QWidget) -> list[str]:
    problems: list[str] = []
    if isinstance(widget, QLabel) and widget.text():
        problems += _label_problems(widget)
    elif isinstance(widget, QAbstractButton) or _is_fixed(widget):
        wanted = widget.sizeHint()
        if wanted.width() > widget.width() + TOLERANCE:
            problems.append(f"is {widget.width()} wide and wants {wanted.width()}")
        if wanted.height() > widget.height() + TOLERANCE:
            problems.append(f"is {widget.height()} high and wants {wanted.height()}")
    return problems + _outside(widget)


def _label_problems(label: QLabel) -> list[str]:
    if not label.wordWrap():
        wanted = label.sizeHint()
        return [
            f"has {room} and wants {wish}"
            for room, wish in (
                (label.width(), wanted.width()),
                (label.height(), wanted.height()),
            )
            if wish > room + TOLERANCE
        ]
    problems: list[str] = []
    high = label.heightForWidth(label.width())
    if high > label.height() + TOLERANCE:
        problems.append(f"is {label.height()} high and wants {high}")
    room = label.contentsRect()
    space = QRect(0, 0, room.width(), 100_000)
    wide = label.fontMetrics().boundingRect(space, Qt.TextFlag.TextWordWrap, label.text()).width()
    if wide > room.width() + TOLERANCE:
        problems.append(f"is {room.width()} wide and a word of it {wide}")
    return problems


def _outside(widget: QWidget) -> list[str]:
    """Tells where a widget leaves its parent, or what the parent's area can scroll to."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return []
    area = parent.parentWidget()
    scrolled = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    box, room = widget.geometry(), parent.rect().adjusted(-1, -1, 1, 1)
    if scrolled:
        if isinstance(area, QAbstractItemView):
            return []
        # Up and down it scrolls; to the sides it does not.
        box = QRect(box.x(), 0, box.width(), 1)
    if room.contains(box):
        return []
    return [f"leaves its place: {box.getRect()} in {room.getRect()}"]


def _is_fixed(widget: QWidget) -> bool:
    policy = widget.sizePolicy()
    fixed = QSizePolicy.Policy.Fixed
    return policy.horizontalPolicy() is fixed and isinstance(widget, PaintedWidget)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.accessibleName() or type(widget).__name__


def shortened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gives the list that every painted text is added to that is shortened with an ellipsis."""
    texts: list[str] = []

    class Noting(QFontMetricsF):
        @override
        def elidedText(
            self, text: str, mode: Qt.TextElideMode, width: float, flags: int | None = 0
        ) -> str:
            texts.append(text)
            return super().elidedText(text, mode, width, flags)

    monkeypatch.setattr("kneegui.ui.theme.painting.QFontMetricsF", Noting)
    return texts
