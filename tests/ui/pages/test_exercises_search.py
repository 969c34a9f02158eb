"""Searching the catalogue by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView

from kneegui.ui.widgets.empty_state import EmptyState
from kneegui.ui.widgets.search_box import SearchBox
from tests.support.pixels import different, pixels
from tests.support.user import CTRL, User, row_names

Key = Qt.Key


@pytest.fixture
def searching(user: User) -> User:
    """Gives someone whose cursor is in the search field."""
    user.click(user.one(QLineEdit))
    return user


def cards(user: User) -> list[str]:
    """Gives the names on the cards; none where there is no grid to be seen."""
    return [name for grid in user.all(QListView) for name in row_names(grid)]


def count(user: User) -> str:
    """Gives what the page says about how many exercises are shown."""
    return next(text for text in user.texts() if text.endswith(" exercises"))


def test_all_exercises_are_there_at_first(user: User) -> None:
    assert len(cards(user)) == 29
    assert count(user) == "29 exercises"


def test_each_letter_leaves_fewer_cards(searching: User) -> None:
    shown: list[tuple[int, str]] = []
    for letter in "ban":
        searching.type(letter)
        shown.append((len(cards(searching)), count(searching)))

    numbers = [number for number, _ in shown]
    assert numbers == sorted(numbers, reverse=True)
    assert [text for _, text in shown] == [f"{number} of 29 exercises" for number in numbers]
    assert 0 < numbers[-1] < 29


def test_what_is_searched_for_in_the_name_comes_first(searching: User) -> None:
    searching.type("hamstring")

    in_the_name = ["hamstring" in name.lower() for name in cards(searching)]

    assert in_the_name.count(True) == 3
    assert in_the_name.index(False) == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("brigde", "Single-leg bridge"),
        ("hamstrng", "Hamstring stretch, seated"),
        ("STRECH couch", "Couch stretch"),
        ("clåmshell", "Clamshell"),
        ("wall  calf", "Calf stretch"),
    ],
)
def test_a_slip_or_another_order_still_finds(searching: User, typed: str, found: str) -> None:
    searching.type(typed)

    assert found in cards(searching)


def test_escape_empties_the_field(searching: User) -> None:
    searching.type("calf")
    searching.press(Key.Key_Escape)

    assert searching.one(QLineEdit).text() == ""
    assert count(searching) == "29 exercises"
    assert searching.focused is searching.one(QLineEdit)


def test_down_goes_to_the_cards(searching: User) -> None:
    searching.type("calf")
    searching.press(Key.Key_Down)
    grid = searching.one(QListView)

    assert searching.focused is grid
    searching.press(Key.Key_Home)
    searching.press(Key.Key_Right)
    assert grid.currentIndex().row() == 1


def test_down_stays_where_there_are_no_cards(searching: User) -> None:
    searching.type("swimming")
    searching.press(Key.Key_Down)

    assert searching.focused is searching.one(QLineEdit)


def test_spaces_alone_search_for_nothing(searching: User) -> None:
    searching.type("   ")

    assert count(searching) == "29 exercises"


@pytest.mark.parametrize("page", ["exercises", "routines", "settings"])
def test_ctrl_f_leads_to_the_search_from_every_page(user: User, page: str) -> None:
    user.parts.window.show_page(page)
    user.press(Key.Key_F, CTRL)

    assert user.parts.window.shown_page == "exercises"
    assert user.focused is user.one(QLineEdit)


def test_ctrl_f_leads_to_the_search_from_an_exercise_on_its_own(narrow_user: User) -> None:
    narrow_user.click_row(narrow_user.one(QListView), 3)
    assert narrow_user.all(QLineEdit) == []

    narrow_user.press(Key.Key_F, CTRL)

    assert narrow_user.focused is narrow_user.one(QLineEdit)


def test_ctrl_f_selects_what_stands_there(searching: User) -> None:
    searching.type("calf")
    searching.press(Key.Key_F, CTRL)
    searching.type("roll")

    assert searching.one(QLineEdit).text() == "roll"


def test_the_key_is_shown_beside_an_empty_field_only(searching: User) -> None:
    box = searching.one(SearchBox)
    end = box.rect().adjusted(box.width() - 70, 4, -6, -4)
    empty = pixels(box).copy(end)

    searching.type("c")
    typed = pixels(box).copy(end)
    assert different(empty, typed) > 50

    searching.press(Key.Key_Backspace)
    assert different(empty, pixels(box).copy(end)) == 0


def test_typed_words_never_run_into_the_key(searching: User) -> None:
    searching.type("a very long search for something that nobody ever wrote down")
    field, box = searching.one(QLineEdit), searching.one(SearchBox)

    assert box.rect().contains(field.geometry())


def test_an_empty_result_says_what_was_searched_for(searching: User) -> None:
    searching.type("swimming")
    empty = searching.one(EmptyState)

    assert {"No exercise matches", "Nothing fits “swimming”."} <= set(searching.texts(empty))
    assert count(searching) == "0 of 29 exercises"
    assert searching.all(QListView) == []


def test_an_empty_result_offers_the_way_out(searching: User) -> None:
    searching.type("swimming")
    empty = searching.one(EmptyState)
    searching.click(searching.all(QAbstractButton, empty)[0])

    assert count(searching) == "29 exercises"
    assert searching.one(QLineEdit).text() == ""


def test_the_chosen_exercise_stays_while_the_search_leaves_it(searching: User) -> None:
    grid = searching.one(QListView)
    searching.click_row(grid, 4)
    name = grid.currentIndex().data()
    searching.click(searching.one(QLineEdit))

    searching.type(name.lower())

    assert grid.currentIndex().data() == name


def test_another_is_chosen_where_the_search_takes_the_chosen_one(searching: User) -> None:
    searching.type("clamshell")
    grid = searching.one(QListView)

    assert grid.currentIndex().data() == "Clamshell"
    assert "Clamshell" in [label.text() for label in searching.all(QLabel)]
