"""Filter chips: a pill that is on or off, and one that opens a menu of choices."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kneegui.ui.theme.painting import rounded_box, text_line, text_width
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.menu import Menu
from kneegui.ui.widgets.themed import PaintedButton

_HEIGHT = 32
_SIDE = 11
_ICON = 16
_CARET = 12
_GAP = 5


class Chip(PaintedButton):
    """A choice with the number of things it would show.

    The number is part of the accessible name: "Release, 10".
    """

    ring_radius = 16.0

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str | None = None,
        ink: Role = Role.ON_SOFT,
        tint: Role = Role.SOFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._icon = icon
        self._ink = ink
        self._tint = tint
        self._count: int | None = None
        self._most = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(theme)

    @property
    def count(self) -> int | None:
        """How many things the choice would show; None where that is not told."""
        return self._count

    def set_count(self, count: int) -> None:
        """Shows how many things the choice would show."""
        if count != self._count:
            self._count = count
            self._most = max(self._most, count)
            self.setAccessibleName(f"{self.text()}, {count}")
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        length = self.theme.length
        width = 2 * length(_SIDE) + text_width(self.text(), self._font(bold=True))
        if self._icon is not None:
            width += length(_ICON) + length(_GAP)
        # Room for the largest number there was, so that chips do not jump while they change.
        if self._count is not None:
            width += length(_GAP) + text_width(str(self._most), self._count_font())
        return QSize(round(width) + 1, length(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        length, on = self.theme.length, self.isChecked()
        fill, ink, edge = self._colours()
        rounded_box(painter, box, box.height() / 2, fill, edge, 1.5 if on else 1)
        left = float(length(_SIDE))
        if self._icon is not None:
            icon = length(_ICON)
            place = QRectF(left, (box.height() - icon) / 2, icon, icon)
            icon_ink = ink if self._is_empty() else self.theme.colour(self._ink)
            self.theme.icons.paint(painter, self._icon, place, icon_ink)
            left += icon + length(_GAP)
        font = self._font(bold=on)
        words = QRectF(left, 0, box.width() - left, box.height())
        text_line(painter, words, self.text(), font, ink)
        if self._count is not None:
            left += text_width(self.text(), font) + length(_GAP)
            words = QRectF(left, 0, box.width() - left, box.height())
            count_ink = ink if on or self._is_empty() else self.theme.colour(Role.TEXT_THIRD)
            text_line(painter, words, str(self._count), self._count_font(), count_ink)

    def _is_empty(self) -> bool:
        return self._count == 0 and not self.isChecked()

    def _font(self, *, bold: bool) -> QFont:
        return self.theme.font(13, 600 if bold else 500)

    def _count_font(self) -> QFont:
        return self.theme.font(12, 500, tabular=True)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        colour = self.theme.colour
        if self.isChecked():
            return colour(self._tint), colour(self._ink), colour(self._ink)
        ink = colour(Role.TEXT_THIRD if self._is_empty() else Role.TEXT_SECOND)
        fill = Role.HOVER if self.underMouse() else Role.SURFACE
        return colour(fill), ink, colour(Role.EDGE)


class CaretChip(Chip):
    """A chip that opens a menu; a small caret at its end says so."""

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.theme.length(_CARET + _GAP), 0)

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        super().paint(painter, box)
        caret = self.theme.length(_CARET)
        left = box.width() - caret - self.theme.length(_SIDE)
        place = QRectF(left, (box.height() - caret) / 2, caret, caret)
        ink = self.theme.colour(Role.ON_SOFT if self.isChecked() else Role.TEXT_SECOND)
        self.theme.icons.paint(painter, "caret-down-bold", place, ink)


class MenuChip(CaretChip):
    """A chip that opens a menu in which any number of choices can be ticked.

    Signals:
        choice_toggled: the value of a choice, and whether it is ticked now.
    """

    choice_toggled = Signal(str, bool)

    def __init__(
        self, theme: Theme, text: str, choices: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """Makes the chip.

        Args:
            theme: the look.
            text: what the chip says while nothing is chosen.
            choices: for each value the words of its choice, in order.
            parent: the widget it belongs to.
        """
        super().__init__(theme, text, parent=parent)
        self._title = text
        self._choices: Mapping[str, str] = {}
        self._menu = _StayingMenu(theme, self)
        self._actions: dict[str, QAction] = {}
        self.set_choices(choices)
        # Not ``clicked``: a screen reader toggles.
        self.toggled.connect(self._on_chip_toggled)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Offers other choices, none of them ticked; the same ones stay as they are."""
        if choices == self._choices:
            return
        self._choices = dict(choices)
        self._menu.clear()
        self._actions.clear()
        for value, words in choices.items():
            action = self._menu.add(words)
            action.setCheckable(True)
            action.toggled.connect(lambda on, value=value: self._on_toggled(value, on))
            self._actions[value] = action

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Shows beside each choice how many things it would show."""
        for value, action in self._actions.items():
            count = counts.get(value, 0)
            words = self._choices[value].replace("&", "&&")
            action.setText(f"{words}\t{count}")
            action.setEnabled(count > 0 or action.isChecked())

    def set_chosen(self, values: frozenset[str]) -> None:
        """Ticks just these choices, without a signal."""
        for value, action in self._actions.items():
            action.blockSignals(True)
            action.setChecked(value in values)
            action.blockSignals(False)
        self._show_chosen()

    def _on_toggled(self, value: str, on: bool) -> None:
        self._show_chosen()
        self.choice_toggled.emit(value, on)

    def _on_chip_toggled(self) -> None:
        self._show_chosen()
        self._menu.open_below(self)

    def _show_chosen(self) -> None:
        chosen = [self._choices[value] for value, act in self._actions.items() if act.isChecked()]
        with QSignalBlocker(self):
            self.setChecked(bool(chosen))
        text = self._title if not chosen else chosen[0]
        if len(chosen) > 1:
            text = f"{chosen[0]} +{len(chosen) - 1}"
        self.setText(text)
        named = self._title if not chosen else f"{self._title}: {', '.join(chosen)}"
        self.setAccessibleName(named)
        self.updateGeometry()
        self.update()


class _StayingMenu(Menu):
    """A menu that stays open while choices are ticked, so that several take one visit."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        ticks = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in ticks and action is not None and action.isEnabled():
            action.trigger()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)
