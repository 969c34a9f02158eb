"""The cards: how many stand side by side, and how they answer to keys and pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kneegui.ui.pages.exercise_detail import ExerciseDetail
from kneegui.ui.theme.roles import Role
from tests.support.pixels import colours, count, different, pixels
from tests.support.user import User, rows
from tests.ui.conftest import OpenProgram

Key = Qt.Key
LEAST_CARD = 212


@pytest.fixture
def grid(user: User) -> QListView:
    """Gives the cards, with the keyboard on the first of them."""
    view = user.one(QListView)
    user.click_row(view, 0)
    return view


def columns(view: QListView) -> int:
    """Gives how many cards stand in the first row."""
    return len({view.visualRect(index).x() for index in rows(view)})


def place(view: QListView) -> tuple[int, int]:
    """Gives column and row of the card the keyboard is on."""
    number = view.currentIndex().row()
    return number % columns(view), number // columns(view)


def card(view: QListView, row: int) -> QImage:
    """Gives what is painted of a card."""
    box = view.visualRect(view.model().index(row, 0))
    return pixels(view.viewport()).copy(box.intersected(view.viewport().rect()))


@pytest.mark.parametrize(
    ("size", "number"), [((800, 600), 3), ((1100, 700), 2), ((1280, 800), 3), ((1920, 1080), 4)]
)
def test_as_many_cards_as_fit_stand_side_by_side(
    open_at: OpenProgram, size: tuple[int, int], number: int
) -> None:
    user = open_at("exercises", size)
    view = user.one(QListView)

    assert columns(view) == number


@pytest.mark.parametrize("width", [800, 950, 1100, 1280, 1500, 1920])
def test_the_cards_fill_the_width_and_never_leave_it(open_at: OpenProgram, width: int) -> None:
    user = open_at("exercises", (width, 700))
    view = user.one(QListView)
    boxes = [view.visualRect(index) for index in rows(view)]
    right = max(box.right() for box in boxes)

    assert right < view.viewport().width()
    assert view.viewport().width() - right <= columns(view) + 2
    assert min(box.width() for box in boxes) >= min(LEAST_CARD, view.viewport().width() - 2)


def test_the_columns_follow_the_window(user: User, grid: QListView) -> None:
    seen: list[int] = []
    for width in (1920, 1280, 800):
        user.window.resize(width, 800)
        user.settle()
        seen.append(columns(grid))

    assert seen == [4, 3, 3]


def test_no_card_is_a_widget(user: User, grid: QListView) -> None:
    for row in (0, 28):
        user.click_row(grid, row)
        user.hover(grid.viewport(), QPoint(30, 30))

    assert grid.viewport().findChildren(QWidget) == []


def test_the_arrow_keys_walk_over_the_cards(user: User, grid: QListView) -> None:
    walk = [Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_Left]
    places: list[tuple[int, int]] = []
    for key in walk:
        user.press(key)
        places.append(place(grid))

    assert places == [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0), (0, 0)]


def test_home_and_end_lead_to_the_first_and_the_last_card(user: User, grid: QListView) -> None:
    user.press(Key.Key_End)
    assert grid.currentIndex().row() == 28
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))

    user.press(Key.Key_Home)
    assert grid.currentIndex().row() == 0


def test_the_detail_follows_the_keyboard(user: User, grid: QListView) -> None:
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_End):
        user.press(key)
        shown = user.one(ExerciseDetail).exercise

        assert shown is not None
        assert shown.name == grid.currentIndex().data()


def test_enter_opens_the_exercise_in_a_narrow_window(narrow_user: User) -> None:
    view = narrow_user.one(QListView)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    narrow_user.press(Key.Key_Right)
    assert narrow_user.all(ExerciseDetail) == []

    narrow_user.press(Key.Key_Return)

    shown = narrow_user.one(ExerciseDetail).exercise
    assert shown is not None
    assert shown.name == "Foam roll: outer thigh"


def test_enter_changes_nothing_where_the_detail_is_in_sight(user: User, grid: QListView) -> None:
    user.press(Key.Key_Return)

    assert user.focused is grid
    assert user.all(ExerciseDetail) != []


def test_the_chosen_card_has_an_edge_and_only_that_one(user: User, grid: QListView) -> None:
    edge = user.parts.theme.colour(Role.PRIMARY)

    assert count(card(grid, 0), edge) > 300
    assert count(card(grid, 1), edge) == 0

    user.click_row(grid, 1)

    assert count(card(grid, 0), edge) == 0
    assert count(card(grid, 1), edge) > 300


def test_a_card_shows_its_picture(user: User, grid: QListView) -> None:
    assert min(colours(card(grid, row)) for row in range(6)) > 300


def test_the_card_under_the_pointer_is_raised(user: User, grid: QListView) -> None:
    before = card(grid, 1)
    user.hover(grid.viewport(), grid.visualRect(grid.model().index(1, 0)).center())
    over = card(grid, 1)

    assert different(before, over) > 100

    user.hover(user.window, QPoint(5, 5))


def test_the_pointer_may_move_anywhere(user: User, grid: QListView) -> None:
    box = grid.viewport().rect()
    for x in range(0, box.width(), 60):
        user.hover(grid.viewport(), QPoint(x, (3 * x) % box.height()))

    assert grid.currentIndex().row() == 0


def test_a_click_beside_the_cards_changes_nothing(user: User, grid: QListView) -> None:
    user.press(Key.Key_End)
    below = grid.visualRect(grid.currentIndex())
    free = QPoint(grid.viewport().width() - 10, below.center().y())
    user.click(grid.viewport(), free)

    assert grid.currentIndex().row() == 28
    assert grid.selectionModel().hasSelection()


def test_the_cards_scroll_by_pixels(user: User, grid: QListView) -> None:
    bar = grid.verticalScrollBar()
    assert grid.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel

    tops: list[int] = []
    for value in (0, 1, 25):
        bar.setValue(value)
        tops.append(grid.visualRect(grid.model().index(0, 0)).y())

    assert tops == [tops[0], tops[0] - 1, tops[0] - 25]


def test_the_name_is_written_on_the_card(user: User, grid: QListView) -> None:
    ink = user.parts.theme.colour(Role.TEXT)
    box = grid.visualRect(grid.model().index(1, 0))
    words = pixels(grid.viewport()).copy(QRect(box.x(), box.bottom() - 60, box.width(), 26))

    assert count(words, ink) > 30
