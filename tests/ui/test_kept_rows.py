"""Rows are painted once, then moved; and anew as soon as something else is to be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QRectF, QStringListModel
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.delegates.kept_rows import KeptRows
from kneegui.ui.delegates.row_state import has_state, paint_row_ground
from kneegui.ui.models.rows_model import Index
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.painting import smooth, text_line
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.row_table import RowTable
from tests.support.pixels import different

ROW, IN_SIGHT = 40, 5


class WordDelegate(QStyledItemDelegate):
    """A word on the ground of its state; notes which words it paints anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.kept: KeptRows | None = KeptRows(theme, Role.SURFACE)
        self.painted: list[str] = []

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        def paint(painter: QPainter, box: QRectF) -> None:
            self.painted.append(str(index.data()))
            paint_row_ground(painter, self._theme, option, box.adjusted(3, 3, -3, -3))
            ink = has_state(option, QStyle.StateFlag.State_Selected)
            colour = self._theme.colour(Role.ON_SOFT if ink else Role.TEXT)
            text_line(painter, box, str(index.data()), self._theme.font(14, 500), colour)

        painter.save()
        smooth(painter)
        if self.kept is None:
            paint(painter, QRectF(option.rect))
        else:
            self.kept.paint(painter, option, index.data(), option.rect, paint)
        painter.restore()

    def painted_anew(self) -> list[str]:
        """Gives the words painted since it was last asked, each once."""
        words = list(dict.fromkeys(self.painted))
        self.painted.clear()
        return words


class Shelf:
    """A table of words on a card, five of them in sight."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.theme = theme
        self.model = QStringListModel([f"word {number}" for number in range(300)])
        self.delegate = WordDelegate(theme)
        self.table = RowTable(theme, "Words")
        self.table.setModel(self.model)
        self.table.setItemDelegate(self.delegate)
        self.table.set_heights(ROW, [], ROW, ROW)
        self.card = Card(theme, margins=(16, 16, 16, 16))
        self.card.column.addWidget(self.table)
        self.card.resize(240, ROW * IN_SIGHT + 32)
        qtbot.addWidget(self.card)
        with qtbot.waitExposed(self.card):
            self.card.show()
        self.look()

    def look(self) -> QImage:
        """Gives what is to be seen."""
        return self.card.grab().toImage()

    def look_without_keeping(self) -> QImage:
        """Gives what painting on the table itself gives."""
        kept, self.delegate.kept = self.delegate.kept, None
        image = self.look()
        self.delegate.kept = kept
        return image

    def scroll(self, rows: int) -> None:
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.value() + rows * ROW)


@pytest.fixture
def shelf(qapp: QApplication, qtbot: QtBot) -> Iterator[Shelf]:
    theme = Theme(qapp, IconFont())
    theme.choose(ThemeChoice.LIGHT)
    shelf = Shelf(theme, qtbot)
    assert len(shelf.delegate.painted_anew()) >= IN_SIGHT
    yield shelf
    theme.deleteLater()


def test_only_rows_that_come_into_sight_are_painted(shelf: Shelf) -> None:
    shelf.scroll(2)
    shelf.look()

    assert shelf.delegate.painted_anew() == ["word 5", "word 6"]


def test_what_was_in_sight_before_is_there_at_once(shelf: Shelf) -> None:
    shelf.scroll(2)
    shelf.look()
    shelf.scroll(-2)
    shelf.delegate.painted_anew()
    shelf.look()

    assert shelf.delegate.painted_anew() == []


def test_pixels_are_those_of_painting_on_the_table(shelf: Shelf) -> None:
    shelf.table.selectionModel().setCurrentIndex(
        shelf.model.index(2, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    # The second look is at pictures.
    shelf.look()
    assert different(shelf.look(), shelf.look_without_keeping()) == 0
    shelf.table.verticalScrollBar().setValue(17)
    shelf.look()
    assert different(shelf.look(), shelf.look_without_keeping()) == 0


def test_a_chosen_row_is_painted_anew_and_so_is_the_one_before(shelf: Shelf) -> None:
    choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
    shelf.table.selectionModel().setCurrentIndex(shelf.model.index(1, 0), choose)
    shelf.look()
    shelf.delegate.painted_anew()
    shelf.table.selectionModel().setCurrentIndex(shelf.model.index(3, 0), choose)
    shelf.look()

    # The one before stood there unchosen already.
    assert set(shelf.delegate.painted_anew()) <= {"word 1", "word 3"}
    assert different(shelf.look(), shelf.look_without_keeping()) == 0


@pytest.mark.parametrize("dark", [True, False])
def test_another_theme_is_seen_on_every_row(shelf: Shelf, *, dark: bool) -> None:
    shelf.theme.choose(ThemeChoice.DARK)
    if not dark:
        shelf.look()
        shelf.theme.choose(ThemeChoice.LIGHT)
    shelf.look()

    assert different(shelf.look(), shelf.look_without_keeping()) == 0


def test_other_words_are_seen(shelf: Shelf) -> None:
    shelf.model.setData(shelf.model.index(0, 0), "changed")
    shelf.look()

    assert shelf.delegate.painted_anew() == ["changed"]
    assert different(shelf.look(), shelf.look_without_keeping()) == 0


def test_what_was_dropped_is_painted_anew(shelf: Shelf) -> None:
    assert shelf.delegate.kept
    shelf.delegate.kept.drop()
    shelf.look()

    assert len(shelf.delegate.painted_anew()) >= IN_SIGHT


def test_another_width_is_seen(shelf: Shelf) -> None:
    shelf.card.resize(300, ROW * IN_SIGHT + 32)
    shelf.look()

    assert different(shelf.look(), shelf.look_without_keeping()) == 0


def test_of_many_rows_only_the_latest_are_kept(shelf: Shelf) -> None:
    for _ in range(40):
        shelf.scroll(5)
        shelf.look()
    shelf.delegate.painted_anew()
    shelf.scroll(-200)
    shelf.look()

    assert "word 0" in shelf.delegate.painted_anew()
