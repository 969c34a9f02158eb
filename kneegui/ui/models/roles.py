"""The data roles that our models add to Qt's own."""

from __future__ import annotations

from PySide6.QtCore import Qt

EXERCISE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The domain exercise of a row."""
LINE_ROLE = Qt.ItemDataRole.UserRole + 2
"""The second line of a row, ready to be shown."""
ROUTINE_ROLE = Qt.ItemDataRole.UserRole + 3
"""The domain routine of a row."""
SHARES_ROLE = Qt.ItemDataRole.UserRole + 4
"""Pairs of goal and seconds, one for each item of a routine."""
TIME_ROLE = Qt.ItemDataRole.UserRole + 5
"""How long a row takes, ready to be shown."""
