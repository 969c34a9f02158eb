"""Several buttons of which one holds, or none: what Qt's group of them leaves out."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


def choose(group: QButtonGroup, wanted: QAbstractButton | None) -> None:
    """Makes one button of an exclusive group hold, or none, without a signal of the group."""
    with QSignalBlocker(group):
        group.setExclusive(False)
        for button in group.buttons():
            button.setChecked(button is wanted)
            # As Qt does it for a click: the Tab key comes to the chosen one.
            reached = wanted is None or button is wanted
            policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        group.setExclusive(True)
