"""Step by step: what Start on the Routines page will do, before it is pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from kneegui.ui import words
from kneegui.ui.models.plan_model import AT_ROLE, PLAN_ROLE, PlanRow
from kneegui.ui.models.roles import EXERCISE_ROLE, LINE_ROLE, TIME_ROLE
from kneegui.ui.pages.exercise_detail import ExerciseDetail
from kneegui.ui.theme.roles import Role
from kneegui.ui.widgets.scrolling import ColumnScroll
from tests.support.pixels import count, pixels
from tests.support.shipped import routine_keys, shipped_content
from tests.support.user import User, row_names, rows
from tests.ui.conftest import OpenProgram

CONTENT = shipped_content()
ITEMS, STEPS = "Exercises of the routine", "Steps of the routine"


@pytest.fixture
def reader(open_at: OpenProgram) -> User:
    """Gives someone who looks at a routine step by step."""
    user = open_at("routines")
    user.press_button("Show: Steps")
    return user


def choose(user: User, key: str) -> None:
    user.parts.routines_page.show_routine(key)
    user.settle()


def steps(user: User) -> QListView:
    return user.one(QListView, STEPS)


def column(user: User) -> ColumnScroll:
    return next(area for area in user.all(ColumnScroll) if area.isAncestorOf(steps(user)))


def test_the_exercises_are_shown_at_first(open_at: OpenProgram) -> None:
    user = open_at("routines")

    shown = [name for name in user.names() if name in {ITEMS, STEPS}]
    assert shown == [ITEMS]


@pytest.mark.parametrize("key", routine_keys())
def test_the_steps_are_what_start_will_do(
    open_at: OpenProgram, data_folder: Path, key: str
) -> None:
    (data_folder / "settings.json").write_text(
        '{"voice": false, "sounds": false, "rest_percent": 150, "get_ready_s": 15}'
    )
    user = open_at("routines")
    user.press_button("Show: Steps")
    choose(user, key)
    listed = [index for index in rows(steps(user)) if index.data(AT_ROLE)]
    told = [(index.data(AT_ROLE), index.data(TIME_ROLE)) for index in listed]
    total = next(text for text in user.texts() if text == told[-1][0])

    user.press_button("Start")
    bridge = user.parts.flow.player.bridge

    assert bridge is not None
    timeline = bridge.engine.timeline
    assert told[:-1] == [
        (words.clock(timeline.before(step.ordinal)), words.clock(step.planned_seconds))
        for step in timeline.steps
    ]
    sides = [str(index.data(LINE_ROLE)).split(" ")[0] for index in listed[:-1]]
    assert [side for side in sides if side in {"left", "right"}] == [
        step.side.value if step.alternates_from is None else step.alternates_from.value
        for step in timeline.steps
        if (step.is_exercise and step.side.value != "both")
        or (step.kind.value == "get-ready" and (step.side.value != "both" or step.alternates_from))
    ]
    assert total == words.clock(timeline.total)


def test_another_pace_is_told_step_by_step(open_at: OpenProgram, data_folder: Path) -> None:
    (data_folder / "settings.json").write_text('{"own_pace": true, "switch_s": 20}')
    user = open_at("routines")
    user.press_button("Show: Steps")
    choose(user, "strength-1")
    listed = [(index.data(), index.data(TIME_ROLE)) for index in rows(steps(user))]

    assert ("Change sides", "0:20") in listed
    assert ("10 reps", "about 1:00") in listed


def test_the_choice_stays_for_another_routine(reader: User) -> None:
    choose(reader, "short")

    assert steps(reader).isVisible()
    assert row_names(steps(reader))[0] == "Glute bridge with band"

    reader.press_button("Show: Exercises")
    assert row_names(reader.one(QListView, ITEMS))[0] == "Glute bridge with band"


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
@pytest.mark.parametrize("percent", [100, 150])
def test_all_rows_can_be_seen(reader: User, size: tuple[int, int], percent: int) -> None:
    choose(reader, "cool-down")
    reader.window.resize(*size)
    reader.parts.theme.set_text_percent(percent)
    reader.settle()
    view = steps(reader)

    last = view.visualRect(rows(view)[-1])
    assert 0 <= view.height() - last.bottom() <= 6
    assert last.width() <= view.viewport().width()


def test_words_stand_below_each_other_where_it_is_narrow(reader: User) -> None:
    choose(reader, "strength-1")
    reader.parts.theme.set_text_percent(150)
    reader.settle()
    view = steps(reader)
    wide = [view.visualRect(index).height() for index in rows(view)]

    reader.window.resize(800, 600)
    reader.settle()

    places = [view.visualRect(index) for index in rows(view)]
    assert [place.bottom() + 1 for place in places[:-1]] == [place.top() for place in places[1:]]
    narrow = [place.height() for place in places]
    for index, before, after in zip(rows(view), wide, narrow, strict=True):
        is_step = index.data(PLAN_ROLE) not in {PlanRow.EXERCISE, PlanRow.END}
        assert (after > before) is (is_step and bool(index.data(LINE_ROLE)))


def test_a_clicked_step_leads_to_its_exercise(reader: User) -> None:
    choose(reader, "strength-1")
    place = row_names(steps(reader)).index("Clamshell") + 2

    reader.click_row(steps(reader), place)

    shown = reader.one(ExerciseDetail).exercise
    assert shown is not None
    assert shown.name == "Clamshell"


def test_the_end_leads_nowhere(reader: User) -> None:
    last = len(rows(steps(reader))) - 1
    column(reader).verticalScrollBar().setValue(column(reader).verticalScrollBar().maximum())

    reader.click_row(steps(reader), last)

    assert reader.parts.window.shown_page == "routines"


def test_the_keyboard_walks_the_steps_and_the_page_follows(reader: User) -> None:
    choose(reader, "cool-down")
    view, area = steps(reader), column(reader)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(Qt.Key.Key_End)
    row = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(area.viewport(), row.topLeft()).y()
    assert 0 <= top <= area.viewport().height() - row.height()

    reader.press(Qt.Key.Key_Up)
    exercise = view.currentIndex().data(EXERCISE_ROLE)
    reader.press(Qt.Key.Key_Return)

    shown = reader.one(ExerciseDetail).exercise
    assert shown is not None
    assert shown.id == exercise.id == "couch-stretch"


def test_sets_rests_and_changes_have_colours_of_their_own(reader: User) -> None:
    choose(reader, "strength-1")
    painted = pixels(steps(reader))
    seen = {
        role: count(painted, reader.parts.theme.colour(role))
        for role in (Role.STRENGTHEN_SOLID, Role.PREPARE_RING, Role.REST_RING)
    }

    assert seen[Role.STRENGTHEN_SOLID] > seen[Role.PREPARE_RING] > seen[Role.REST_RING] > 10
