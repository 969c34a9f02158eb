"""Everything is reached by keyboard, has a name, and shows where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)

from kneegui.ui.theme.roles import Role
from kneegui.ui.widgets.chip import Chip, MenuChip
from kneegui.ui.widgets.scrolling import ColumnScroll
from kneegui.ui.widgets.tag import LinkTag
from tests.support.pixels import count, pixels
from tests.support.user import CTRL, SHIFT, User, name_of
from tests.ui.conftest import OpenProgram

Key = Qt.Key
MOST_STOPS = 80


def _nothing(_user: User) -> None:
    pass


def _filter(user: User) -> None:
    user.click(user.all(Chip)[0])


def _find_nothing(user: User) -> None:
    user.parts.exercises_page.search("swimming")


def _open_exercise(user: User) -> None:
    user.parts.exercises_page.show_exercise("couch-stretch")


def _step_by_step(user: User) -> None:
    user.press_button("Show: Steps")


STATES: dict[str, tuple[str, tuple[int, int], Callable[[User], None]]] = {
    "exercises": ("exercises", (1280, 800), _open_exercise),
    "exercises filtered": ("exercises", (1280, 800), _filter),
    "exercises empty": ("exercises", (1280, 800), _find_nothing),
    "exercises narrow": ("exercises", (800, 600), _filter),
    "exercise narrow": ("exercises", (800, 600), _open_exercise),
    "routines": ("routines", (1280, 800), _nothing),
    "routines narrow": ("routines", (800, 600), _nothing),
    "routines step by step": ("routines", (1280, 800), _step_by_step),
    "settings": ("settings", (1280, 800), _nothing),
}


@pytest.fixture(params=STATES)
def typist(request: pytest.FixtureRequest, open_at: OpenProgram) -> User:
    """Gives someone before each page in each of its states."""
    page, size, prepare = STATES[request.param]
    user = open_at(page, size)
    prepare(user)
    user.settle()
    return user


def stops(user: User, key: Qt.Key = Key.Key_Tab) -> list[QWidget]:
    """Gives what the Tab key reaches, once round the window, from the rail on."""
    user.button("Exercises").setFocus(Qt.FocusReason.MouseFocusReason)
    modifier = SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
    reached: list[QWidget] = []
    while user.focused not in reached:
        reached.append(user.focused)
        user.press(key, modifier)
        assert len(reached) < MOST_STOPS
    return reached


def controls(user: User) -> list[QWidget]:
    """Gives every control that can be seen and takes the keyboard."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QScrollArea)
    return [
        widget
        for kind in kinds
        for widget in user.all(kind)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    ]


def one_of_a_group(user: User, button: QAbstractButton) -> bool:
    """Tells whether a button is one that the arrow keys reach within its group."""
    group = button.group()
    return group is not None and group.exclusive() and not button.isChecked()


def ring(user: User, widget: QWidget) -> int:
    """Counts the pixels of the focus colour in a widget."""
    seen = widget
    if isinstance(widget, QLineEdit):
        # The box around the field is painted by what holds it.
        seen = widget.parentWidget() or widget
    return count(pixels(seen), user.parts.theme.colour(Role.FOCUS))


def test_the_ring_of_what_scrolls_is_whole(user: User) -> None:
    area = next(each for each in user.all(ColumnScroll) if each.isVisible())
    area.setFocus(Qt.FocusReason.TabFocusReason)
    user.settle()
    frame = area.viewport().size()

    # Two pixels wide, but for its corners.
    assert ring(user, area) > 0.9 * 2 * 2 * (frame.width() + frame.height())


def test_tab_reaches_everything_that_takes_the_keyboard(typist: User) -> None:
    reached = stops(typist)
    missed = [
        name_of(control)
        for control in controls(typist)
        if control not in reached
        and not (isinstance(control, QAbstractButton) and one_of_a_group(typist, control))
    ]

    assert missed == []
    assert all(stop.isVisible() for stop in reached)


def test_back_tab_goes_the_same_way_back(typist: User) -> None:
    forward = stops(typist)

    assert stops(typist, Key.Key_Backtab)[1:] == forward[:0:-1]


def test_everything_the_keyboard_reaches_has_a_name(typist: User) -> None:
    nameless = [type(widget).__name__ for widget in stops(typist) if not name_of(widget).strip()]

    assert nameless == []


def test_every_control_has_a_name_of_its_own(typist: User) -> None:
    names = [name_of(control) for control in controls(typist)]

    assert all(name.strip() for name in names)
    # Two controls of one name cannot be told apart by a screen reader. An empty result has a
    # second button to clear the filters, which does just what the first one does.
    names_of_buttons = [name_of(button) for button in typist.all(QAbstractButton)]
    buttons = [name for name in names_of_buttons if name != "Clear filters"]
    assert sorted(set(buttons)) == sorted(buttons)


def test_the_ring_is_painted_where_the_keyboard_is(typist: User) -> None:
    without: list[str] = []
    for stop in stops(typist):
        if isinstance(stop, QAbstractItemView) and not stop.currentIndex().isValid():
            continue
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        typist.settle()
        if ring(typist, stop) < 40:
            without.append(name_of(stop))

    assert without == []


def test_tab_walks_as_the_eye_does(user: User) -> None:
    order = [
        (type(stop), name_of(stop))
        for stop in stops(user)
        if isinstance(stop, QLineEdit | Chip | QAbstractScrollArea | LinkTag)
    ]
    kinds: list[type[QWidget]] = []
    for kind, _ in order:
        if not kinds or kinds[-1] is not kind:
            kinds.append(kind)
    names = [name for _, name in order]

    assert [kind.__name__ for kind in kinds] == [
        "QLineEdit",
        "Chip",
        "MenuChip",
        "CardGrid",
        "ColumnScroll",
        "LinkTag",
    ]
    assert names[0] == "Search exercises"
    assert [name.split(",")[0] for name in names[1:5]] == [
        "Release",
        "Stretch",
        "Strengthen",
        "Quads",
    ]


def test_clear_filters_comes_between_the_chips_and_the_cards(user: User) -> None:
    user.click(user.all(Chip)[0])
    reached = [name_of(stop) for stop in stops(user)]
    chips = [reached.index(name_of(chip)) for chip in user.all(Chip) if type(chip) is Chip]

    assert max(chips) < reached.index("Clear filters") < reached.index("Exercises", 1)


def test_the_order_stays_after_a_window_was_narrow(user: User) -> None:
    before = [name_of(stop) for stop in stops(user)]
    for size in ((800, 600), (1280, 800)):
        user.window.resize(*size)
        user.settle()

    assert [name_of(stop) for stop in stops(user)] == before


def test_the_order_stays_after_another_page_and_exercise(user: User) -> None:
    before = [type(stop) for stop in stops(user)]
    user.press(Key.Key_3, CTRL)
    user.press(Key.Key_2, CTRL)
    user.parts.exercises_page.show_exercise("couch-stretch")
    user.parts.exercises_page.show_exercise("roll-quads")
    user.settle()

    assert [type(stop) for stop in stops(user)] == before


@pytest.mark.parametrize("kind", [Chip, MenuChip, LinkTag])
def test_a_click_paints_no_ring(user: User, kind: type[QAbstractButton]) -> None:
    button = user.all(kind)[0]
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    user.settle()
    assert button.hasFocus()
    assert ring(user, button) == 0

    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    user.settle()
    assert ring(user, button) > 40


def test_a_clicked_chip_has_no_ring_until_tab_comes_back(user: User) -> None:
    release = user.all(Chip)[0]
    user.click(release)
    assert user.focused is release
    assert ring(user, release) == 0

    user.press(Key.Key_Tab)
    user.press(Key.Key_Backtab, SHIFT)

    assert user.focused is release
    assert ring(user, release) > 40


def test_a_clicked_card_has_no_ring_until_a_key_is_pressed(user: User) -> None:
    grid = user.one(QListView)
    user.click_row(grid, 0)
    assert ring(user, grid) == 0

    user.press(Key.Key_Right)
    assert ring(user, grid) > 200

    user.click_row(grid, 0)
    assert ring(user, grid) == 0


def test_the_ring_leaves_with_the_keyboard(user: User) -> None:
    release = user.all(Chip)[0]
    release.setFocus(Qt.FocusReason.TabFocusReason)
    user.press(Key.Key_Tab)

    assert ring(user, release) == 0


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_presses_what_the_keyboard_is_on(user: User, key: Qt.Key) -> None:
    release = user.all(Chip)[0]
    release.setFocus(Qt.FocusReason.TabFocusReason)

    user.press(key)
    assert release.isChecked()
    user.press(key)

    assert not release.isChecked()


def test_the_ring_is_there_again_after_another_window(user: User) -> None:
    release = user.all(Chip)[0]
    release.setFocus(Qt.FocusReason.TabFocusReason)
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
            QApplication.sendEvent(release, QFocusEvent(kind, reason))

    assert release.shows_ring


def test_letters_in_the_search_are_letters_only(user: User) -> None:
    user.click(user.one(QLineEdit))
    user.type("1 2 3")

    assert user.parts.window.shown_page == "exercises"
    assert user.one(QLineEdit).text() == "1 2 3"
