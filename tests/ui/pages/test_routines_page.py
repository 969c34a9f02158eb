"""The built-in routines: what they hold, how long they take, where they come from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from kneegui.domain.timing import item_seconds, total_seconds
from kneegui.ui import words
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.pages.exercise_detail import ExerciseDetail
from kneegui.ui.theme.roles import Role
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.scrolling import ColumnScroll
from kneegui.ui.widgets.segment_bar import SegmentBar
from tests.support.pixels import count, pixels
from tests.support.shipped import routine_keys, shipped_content
from tests.support.user import User, name_of, row_names, rows
from tests.ui.conftest import OpenProgram

CONTENT = shipped_content()
LIST, ITEMS = "Routines", "Exercises of the routine"


@pytest.fixture
def reader(open_at: OpenProgram) -> User:
    """Gives someone before the Routines page."""
    return open_at("routines")


def choose(user: User, key: str) -> None:
    """Clicks a routine in the list."""
    user.click_row(user.one(QListView, LIST), routine_keys().index(key))


def test_all_nine_are_listed_with_their_time(reader: User) -> None:
    listed = reader.one(QListView, LIST)
    exercises = CONTENT.exercise_by_id

    assert row_names(listed) == [routine.title for routine in CONTENT.programmes]
    assert listed.model().rowCount() == 9
    for index, routine in zip(rows(listed), CONTENT.programmes, strict=True):
        time = words.minutes(total_seconds(routine, exercises))
        assert index.data(LINE_ROLE) == f"{len(routine.items)} exercises, {time}"


def test_the_first_routine_is_shown_at_first(reader: User) -> None:
    assert CONTENT.programmes[0].summary.text in reader.texts()


@pytest.mark.parametrize("key", routine_keys())
def test_a_chosen_routine_tells_everything(reader: User, key: str) -> None:
    routine = CONTENT.programmes[routine_keys().index(key)]
    exercises = CONTENT.exercise_by_id
    choose(reader, key)
    read = reader.texts()
    everything = "\n".join(read)

    assert read.count(routine.title) == 1
    assert routine.summary.text in read
    assert words.clock(total_seconds(routine, exercises)) in read
    target = total_seconds(routine, exercises, target=True)
    built_up = f"{words.minutes(target)} once built up" in everything
    assert built_up == (target != total_seconds(routine, exercises))
    assert [note.text for note in routine.notes if note.text not in read] == []
    for source in routine.sources:
        article = CONTENT.article_by_id[source]
        assert f"{source}, {article.author}: “{article.title}”" in everything
    if not routine.sources:
        assert f"Put together by us: {routine.summary.basis.reason}" in read

    # The exercises stand in order, each with its own time.
    items = reader.one(QListView, ITEMS)
    assert row_names(items) == [exercises[item.exercise].name for item in routine.items]
    assert [index.data(TIME_ROLE) for index in rows(items)] == [
        words.clock(seconds) for seconds in item_seconds(routine, exercises)
    ]

    needed = {
        words.equipment_word(thing.kind).lower()
        for item in routine.items
        for thing in exercises[item.exercise].equipment
        if not thing.optional
    }
    told = next(text for text in read if text.startswith("You need"))
    assert all(thing in told for thing in needed)
    assert ("no equipment" in told) == (not needed)

    # All of it can be seen: the rows are as high as all items, and the column scrolls.
    assert items.height() >= items.visualRect(rows(items)[-1]).bottom()


def test_the_notes_of_another_routine_do_not_stay(reader: User) -> None:
    first, last = CONTENT.programmes[0], CONTENT.programmes[-1]
    choose(reader, last.key)
    choose(reader, first.key)
    choose(reader, last.key)
    read = reader.texts()

    others = {note.text for note in first.notes} - {note.text for note in last.notes}
    assert others.isdisjoint(read)


def test_the_bar_tells_a_screen_reader_the_shares(reader: User) -> None:
    choose(reader, "strength-1")
    routine = CONTENT.programmes[routine_keys().index("strength-1")]
    time = words.clock(total_seconds(routine, CONTENT.exercise_by_id))

    assert name_of(reader.one(SegmentBar)) == f"Strengthen {time}"


def test_the_bar_is_painted_in_the_colours_of_the_goals(reader: User) -> None:
    choose(reader, "after-run-five")
    bar = pixels(reader.one(SegmentBar))
    painted = {
        role: count(bar, reader.parts.theme.colour(role))
        for role in (Role.RELEASE_SOLID, Role.STRETCH_SOLID, Role.STRENGTHEN_SOLID)
    }

    assert painted[Role.RELEASE_SOLID] > painted[Role.STRETCH_SOLID] > 500
    assert painted[Role.STRENGTHEN_SOLID] == 0


def test_the_arrow_keys_choose_routines(reader: User) -> None:
    listed = reader.one(QListView, LIST)
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Qt.Key.Key_Down, times=2)

    assert CONTENT.programmes[2].summary.text in reader.texts()


def test_a_clicked_item_leads_to_its_exercise(reader: User) -> None:
    choose(reader, "strength-2")
    reader.click_row(reader.one(QListView, ITEMS), 1)

    shown = reader.one(ExerciseDetail).exercise
    assert reader.parts.window.shown_page == "exercises"
    assert shown is not None
    assert shown.id == CONTENT.programmes[3].items[1].exercise


def test_an_item_leads_to_its_exercise_by_keyboard(reader: User) -> None:
    choose(reader, "cool-down")
    reader.one(QListView, ITEMS).setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Qt.Key.Key_Down)
    row = reader.one(QListView, ITEMS).currentIndex()
    name = row.data()
    reader.press(Qt.Key.Key_Return)

    shown = reader.one(ExerciseDetail).exercise
    assert shown is not None
    assert shown.name == name


def test_an_item_leads_to_its_exercise_in_a_narrow_window(open_at: OpenProgram) -> None:
    reader = open_at("routines", (800, 600))
    reader.click_row(reader.one(QListView, ITEMS), 2)

    shown = reader.one(ExerciseDetail).exercise
    assert shown is not None
    assert shown.id == CONTENT.programmes[0].items[2].exercise


def test_the_keyboard_scrolls_to_the_item_it_reaches(reader: User) -> None:
    choose(reader, "cool-down")
    items = reader.one(QListView, ITEMS)
    items.setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Qt.Key.Key_End)
    area = next(area for area in reader.all(ColumnScroll) if area.isAncestorOf(items))
    row = items.visualRect(items.currentIndex())
    top = items.viewport().mapTo(area.viewport(), row.topLeft()).y()

    assert items.currentIndex().row() == 9
    assert 0 <= top <= area.viewport().height() - row.height()


def test_another_routine_is_shown_from_its_top(reader: User) -> None:
    choose(reader, "cool-down")
    area = next(area for area in reader.all(ColumnScroll))
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert area.verticalScrollBar().value() > 0

    choose(reader, "gentle-five")

    assert area.verticalScrollBar().value() == 0


def test_the_total_is_said_in_large_figures(reader: User) -> None:
    total = words.clock(total_seconds(CONTENT.programmes[0], CONTENT.exercise_by_id))
    figure = next(label for label in reader.all(Label) if label.text() == total)

    assert figure.fontInfo().pixelSize() == 30
