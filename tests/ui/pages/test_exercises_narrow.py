"""The smallest window: an exercise takes the place of the cards, and gives it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from kneegui.ui.pages.exercise_detail import ExerciseDetail
from tests.support.user import CTRL, SHIFT, User

Key = Qt.Key
BACK = "All exercises"


@pytest.fixture
def reader(narrow_user: User) -> User:
    """Gives someone who has opened the fifth exercise in the smallest window."""
    narrow_user.click_row(narrow_user.one(QListView), 4)
    return narrow_user


def shown(user: User) -> str:
    """Gives the name of the exercise that can be read."""
    exercise = user.one(ExerciseDetail).exercise
    assert exercise is not None
    return exercise.name


def test_the_cards_stand_alone_at_first(narrow_user: User) -> None:
    assert narrow_user.all(ExerciseDetail) == []
    assert BACK not in narrow_user.buttons()


def test_an_exercise_replaces_the_cards(reader: User) -> None:
    assert shown(reader) == "Foam roll: piriformis"
    assert reader.all(QListView) == []
    assert reader.all(QLineEdit) == []
    assert reader.focused is reader.button(BACK)


def test_back_returns_to_the_card(reader: User) -> None:
    reader.press_button(BACK)
    grid = reader.one(QListView)

    assert grid.currentIndex().row() == 4
    assert reader.focused is grid
    assert grid.viewport().rect().intersects(grid.visualRect(grid.currentIndex()))


def test_escape_returns_too(reader: User) -> None:
    reader.press(Key.Key_Escape)

    assert reader.focused is reader.one(QListView)


def test_escape_returns_from_anywhere_in_the_exercise(reader: User) -> None:
    reader.press(Key.Key_Tab, times=2)
    assert reader.focused is not reader.button(BACK)

    reader.press(Key.Key_Escape)

    assert reader.all(ExerciseDetail) == []


def test_enter_on_back_returns_too(reader: User) -> None:
    reader.press(Key.Key_Space)

    assert reader.focused is reader.one(QListView)


def test_the_arrow_keys_go_on_after_coming_back(reader: User) -> None:
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_Right)
    reader.press(Key.Key_Return)

    assert shown(reader) == "Foam roll: hamstrings"


def test_the_same_exercise_can_be_opened_again(reader: User) -> None:
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_Return)

    assert shown(reader) == "Foam roll: piriformis"


def test_a_neighbour_is_shown_in_the_same_place(narrow_user: User) -> None:
    narrow_user.click_row(narrow_user.one(QListView), 0)
    narrow_user.press_button("Easier: Stick massage: quadriceps")

    assert shown(narrow_user) == "Stick massage: quadriceps"

    narrow_user.press(Key.Key_Escape)
    assert narrow_user.one(QListView).currentIndex().row() == 8


def test_after_a_neighbour_by_keyboard_escape_still_returns(narrow_user: User) -> None:
    narrow_user.click_row(narrow_user.one(QListView), 0)
    tile = narrow_user.button("Easier: Stick massage: quadriceps")
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    narrow_user.press(Key.Key_Space)

    narrow_user.press(Key.Key_Escape)

    assert narrow_user.all(ExerciseDetail) == []


def test_used_in_leads_away_and_the_exercise_waits(narrow_user: User) -> None:
    narrow_user.click_row(narrow_user.one(QListView), 0)
    narrow_user.press_button("Roll four")
    assert narrow_user.parts.window.shown_page == "routines"

    narrow_user.press(Key.Key_2, CTRL)

    assert shown(narrow_user) == "Foam roll: quadriceps"


def test_growing_puts_the_exercise_beside_the_cards(reader: User) -> None:
    reader.window.resize(1280, 800)
    reader.settle()

    assert shown(reader) == "Foam roll: piriformis"
    assert reader.one(QListView).currentIndex().row() == 4
    assert BACK not in reader.buttons()


def test_shrinking_keeps_the_chosen_card(user: User) -> None:
    user.click_row(user.one(QListView), 7)
    user.window.resize(800, 600)
    user.settle()

    assert user.all(ExerciseDetail) == []
    assert user.one(QListView).currentIndex().row() == 7

    user.one(QListView).setFocus(Qt.FocusReason.TabFocusReason)
    user.press(Key.Key_Return)
    assert shown(user) == "Foam roll: inner thigh"


def test_back_and_forth_over_the_border_keeps_the_exercise(reader: User) -> None:
    for width in (1280, 800, 1100, 990, 1920):
        reader.window.resize(width, 700)
        reader.settle()

    assert shown(reader) == "Foam roll: piriformis"
    assert reader.one(QListView).currentIndex().row() == 4


def test_large_text_makes_a_wide_window_narrow(user: User) -> None:
    user.click_row(user.one(QListView), 3)
    user.parts.theme.set_text_percent(150)
    user.settle()

    assert user.all(ExerciseDetail) == []
    assert user.one(QListView).currentIndex().row() == 3

    user.parts.theme.set_text_percent(100)
    user.settle()

    assert shown(user) == "Foam roll: TFL (side of the hip)"


def test_tab_stays_within_what_can_be_seen(reader: User) -> None:
    reached = {id(reader.focused)}
    for _ in range(20):
        reader.press(Key.Key_Tab)
        assert reader.focused.isVisible()
        reached.add(id(reader.focused))
    assert len(reached) == 5

    reader.button(BACK).setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Key.Key_Backtab, SHIFT)
    assert reader.focused.isVisible()
