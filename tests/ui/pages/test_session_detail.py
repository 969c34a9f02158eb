"""One session on the History page: what is told of it, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from kneegui.domain.session import Session, SessionStatus, Side
from kneegui.domain.session_edit import SessionEdit
from kneegui.ui.dialogs.edit_session_sheet import EditSessionSheet
from kneegui.ui.widgets.fact_line import BETWEEN
from kneegui.ui.widgets.pain_row import PainRow
from kneegui.ui.widgets.undo_bar import UndoBar
from tests.support.builders import routine
from tests.support.pixels import count, pixels
from tests.support.user import CTRL, name_of
from tests.ui.pages.history_stage import SESSIONS, Keeper
from tests.ui.some_sessions import broken_off, some_session, with_mishaps
from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("no_charts")

Key = Qt.Key
ANSWERED = with_mishaps(1, pain_side=Side.LEFT, pain_morning=1)


@pytest.fixture
def keeper(stage: Stage) -> Keeper:
    keeper = Keeper(stage, [SESSIONS[0], ANSWERED, *SESSIONS[2:]])
    keeper.show()
    return keeper


def told(stage: Stage) -> list[str]:
    """Gives the texts that can be seen, with their facts in one line."""
    return [text.replace("\n", BETWEEN) for text in stage.texts()]


def opened(keeper: Keeper, session: Session) -> list[str]:
    """Opens a session as the only one there is, and gives what is told of it."""
    keeper.sessions = [session]
    keeper.give()
    keeper.page.open_session(session.id)
    keeper.stage.settle()
    return told(keeper.stage)


# --- what is told ---


def test_a_session_is_told(stage: Stage, keeper: Keeper) -> None:
    texts = opened(keeper, ANSWERED)

    assert {"Strength level 2", "Friday 20 November, 19:20 to 19:43"} <= set(texts)
    facts = ("10 of 12 steps", "10 min", "Left knee", "Effort: just right, 5 of 10")
    assert BETWEEN.join(("Completed in part", *facts)) in texts
    assert "“Right side tight in the bridge.”" in texts
    assert stage.names(PainRow) == ["Before 3, Worst 5, After 2, Next morning 1"]


@pytest.mark.parametrize(
    ("session", "facts", "pain"),
    [
        (
            some_session(3, status=SessionStatus.LEFT, pain_after=None, pain_side=Side.BOTH),
            "Left early  ·  8 of 8 steps  ·  3 min  ·  Both knees",
            ["Before 3, Worst not answered, After not answered, Next morning not answered"],
        ),
        (broken_off(4, 0, pain_before=None), "Interrupted  ·  0 of 8 steps", []),
        (
            some_session(pain_before=None, pain_after=None, pain_side=Side.RIGHT),
            "Completed  ·  8 of 8 steps  ·  3 min  ·  Right knee",
            [],
        ),
    ],
)
def test_what_was_not_answered_is_not_told(
    stage: Stage, keeper: Keeper, session: Session, facts: str, pain: list[str]
) -> None:
    assert facts in opened(keeper, session)
    assert stage.names(PainRow) == pain


def test_a_session_without_steps_says_so(stage: Stage, keeper: Keeper) -> None:
    assert "No step was begun." in opened(keeper, broken_off(0, 0))


def test_the_year_is_told_of_an_old_one(keeper: Keeper) -> None:
    assert "Wednesday 16 October 2024, 19:20 to 19:43" in opened(keeper, some_session(766))


def test_all_steps_are_in_the_column_and_the_column_scrolls(keeper: Keeper) -> None:
    keeper.page.open_session(SESSIONS[4].id)
    keeper.stage.settle()
    view = keeper.steps
    last = view.model().index(view.model().rowCount() - 1, 0)

    # Ten exercises and their twenty steps.
    assert view.model().rowCount() == 30
    assert view.visualRect(last).bottom() < view.viewport().height()
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_step_that_hurt_shows_its_pain(stage: Stage, keeper: Keeper) -> None:
    colour = stage.theme.pain_colour(5)
    assert count(pixels(keeper.steps.viewport()), colour) == 0

    keeper.page.open_session(ANSWERED.id)
    stage.settle()

    assert count(pixels(keeper.steps.viewport()), colour) > 100


def test_another_session_is_shown_from_its_top(keeper: Keeper) -> None:
    keeper.page.open_session(SESSIONS[4].id)
    keeper.stage.settle()
    bar = keeper.detail_bar
    bar.setValue(bar.maximum())
    keeper.give()
    assert bar.value() == bar.maximum() > 0

    keeper.page.open_session(SESSIONS[0].id)
    keeper.stage.settle()

    assert bar.value() == 0


# --- start again ---


def test_the_same_routine_starts_again(stage: Stage, keeper: Keeper) -> None:
    stage.press("Start again")

    assert keeper.noted == [("again", SESSIONS[0])]


def test_a_session_whose_plan_is_gone_cannot_start_again(stage: Stage, keeper: Keeper) -> None:
    opened(keeper, some_session(plan=replace(routine(), items=())))

    assert not stage.button("Start again").isEnabled()


# --- edit ---


def sheet_button(stage: Stage, words: str) -> QAbstractButton:
    """Gives the button of the sheet whose name begins with these words."""
    (sheet,) = stage.seen(EditSessionSheet)
    found = [b for b in sheet.findChildren(QAbstractButton) if name_of(b).startswith(words)]
    return next(each for each in found if each.isVisible())


def saved(stage: Stage, keeper: Keeper) -> SessionEdit:
    """Saves, and gives what was noted."""
    sheet_button(stage, "Save").click()
    stage.settle()
    name, session, edit = keeper.noted.pop()
    assert (name, session) == ("edit", ANSWERED.id)
    assert isinstance(edit, SessionEdit)
    return edit


@pytest.fixture
def editor(stage: Stage, keeper: Keeper) -> Keeper:
    keeper.page.open_session(ANSWERED.id)
    stage.settle()
    stage.press("Edit")
    return keeper


AS_IT_WAS = SessionEdit(
    pain_before=3,
    pain_worst=5,
    pain_after=2,
    pain_morning=1,
    effort=5,
    note="Right side tight in the bridge.",
)


def test_saving_without_a_change_keeps_all_answers(stage: Stage, editor: Keeper) -> None:
    assert "Friday 20 November, 19:20 to 19:43" in stage.texts()

    assert saved(stage, editor) == AS_IT_WAS
    assert stage.seen(EditSessionSheet) == []


def test_an_effort_between_two_words_stays_as_it_is(stage: Stage, keeper: Keeper) -> None:
    keeper.sessions = [replace(ANSWERED, effort=6)]
    keeper.give()
    stage.press("Edit")

    assert saved(stage, keeper).effort == 6


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("Pain before 7", "pain_before", 7),
        ("Worst on the way 10", "pain_worst", 10),
        ("Pain after 0", "pain_after", 0),
        ("Next morning 4", "pain_morning", 4),
        ("How hard was it? Hard", "effort", 7),
        ("Clear: Pain before", "pain_before", None),
        ("Clear: Next morning", "pain_morning", None),
        ("Clear: How hard was it?", "effort", None),
    ],
)
def test_each_answer_can_be_changed_and_taken_back(
    stage: Stage, editor: Keeper, words: str, field: str, value: int | None
) -> None:
    sheet_button(stage, words).click()

    assert saved(stage, editor) == replace(AS_IT_WAS, **{field: value})


def test_the_note_can_be_changed(stage: Stage, editor: Keeper) -> None:
    (field,) = stage.seen(QPlainTextEdit)
    field.setPlainText("  Better now.\n")

    assert saved(stage, editor).note == "Better now."


def test_a_note_from_elsewhere_stays_whole_however_long(stage: Stage, keeper: Keeper) -> None:
    keeper.sessions = [replace(ANSWERED, note="x" * 2_000)]
    keeper.give()
    stage.press("Edit")

    assert saved(stage, keeper).note == "x" * 2_000


def test_only_a_given_answer_can_be_taken_back(stage: Stage, keeper: Keeper) -> None:
    keeper.page.open_session(SESSIONS[0].id)
    stage.settle()
    stage.press("Edit")
    clears = [name for name in stage.names(QAbstractButton) if name.startswith("Clear: ")]
    assert clears == ["Clear: Pain before", "Clear: Pain after"]

    sheet_button(stage, "Next morning 4").click()
    assert "Clear: Next morning" in stage.names(QAbstractButton)


def test_cancel_and_escape_change_nothing(stage: Stage, editor: Keeper) -> None:
    sheet_button(stage, "Pain before 7").click()
    sheet_button(stage, "Cancel").click()
    stage.press("Edit")
    stage.key(Key.Key_Escape)

    assert stage.seen(EditSessionSheet) == []
    assert editor.noted == []
    assert editor.open_session is ANSWERED
    stage.press("Edit")
    assert saved(stage, editor) == AS_IT_WAS


def test_the_keyboard_alone_edits(stage: Stage, editor: Keeper) -> None:
    # It begins on the answer that is given.
    stage.key(Key.Key_6)
    stage.key(Key.Key_Return, CTRL)

    name, _, edit = editor.noted.pop()
    assert name == "edit"
    assert edit == replace(AS_IT_WAS, pain_before=6)


def test_tab_stops_once_at_each_scale(stage: Stage, editor: Keeper) -> None:
    stops: list[str] = []
    while (focused := stage.application.focusWidget()) is not None:
        if name_of(focused) in stops:
            break
        stops.append(name_of(focused))
        stage.key(Key.Key_Tab)

    assert [stop for stop in stops if not stop.startswith("Clear")] == [
        "Pain before 3, Mild, noticeable",
        "Worst on the way 5, Moderate, hard to ignore",
        "Pain after 2, Mild, easy to ignore",
        "Next morning 1, Barely there",
        "How hard was it? Just right, 5–6",
        "Note",
        "Cancel",
        "Save",
    ]


# --- delete ---


def bar(stage: Stage) -> UndoBar:
    assert stage.page is not None
    (found,) = stage.page.findChildren(UndoBar)
    return found


def delete(stage: Stage, keeper: Keeper) -> Session:
    """Does as the store does when a session is to be deleted."""
    name, session = keeper.noted.pop()
    assert name == "delete"
    gone = next(each for each in keeper.sessions if each.id == session)
    keeper.sessions.remove(gone)
    keeper.give()
    keeper.page.show_deleted(gone)
    stage.settle()
    return gone


def test_a_deleted_session_can_be_put_back_by_the_bar(stage: Stage, keeper: Keeper) -> None:
    stage.press("Delete")
    delete(stage, keeper)
    assert name_of(bar(stage)) == "Session of 21 November deleted"

    stage.press("Undo")

    assert keeper.noted == [("undo",)]
    assert not bar(stage).isVisible()


def test_the_next_session_is_open_then(stage: Stage, keeper: Keeper) -> None:
    stage.click_row(keeper.table, 3)
    stage.press("Delete")
    delete(stage, keeper)
    assert keeper.open_session is SESSIONS[3]

    stage.press("Delete")
    delete(stage, keeper)
    # The one below a month's name.
    assert keeper.open_session is SESSIONS[4]

    stage.press("Delete")
    delete(stage, keeper)
    assert keeper.open_session is ANSWERED


def test_the_delete_key_works_on_the_list_alone(stage: Stage, keeper: Keeper) -> None:
    keeper.map.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Key.Key_Delete)
    assert keeper.noted == []

    keeper.table.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Key.Key_Delete)
    assert keeper.noted == [("delete", SESSIONS[0].id)]


def test_ctrl_z_puts_back_once(stage: Stage, keeper: Keeper) -> None:
    stage.key(Key.Key_Z, CTRL)
    assert keeper.noted == []

    stage.press("Delete")
    delete(stage, keeper)
    stage.key(Key.Key_Z, CTRL)
    stage.key(Key.Key_Z, CTRL)

    assert keeper.noted == [("undo",)]
    assert not bar(stage).isVisible()


def test_ctrl_z_works_after_the_bar_is_gone(stage: Stage, keeper: Keeper) -> None:
    stage.press("Delete")
    delete(stage, keeper)
    bar(stage).hide()
    stage.key(Key.Key_Z, CTRL)

    assert keeper.noted == [("undo",)]


def test_leaving_the_page_lets_it_stand(stage: Stage, keeper: Keeper) -> None:
    stage.press("Delete")
    delete(stage, keeper)
    keeper.page.hide()
    keeper.page.show()
    stage.settle()
    stage.key(Key.Key_Z, CTRL)

    assert keeper.noted == []
    assert not bar(stage).isVisible()


def test_after_the_last_the_one_deleted_before_it_is_offered(stage: Stage, keeper: Keeper) -> None:
    for _ in range(2):
        stage.press("Delete")
        delete(stage, keeper)

    assert name_of(bar(stage)) == "Session of 20 November deleted"
    stage.press("Undo")
    assert keeper.noted == [("undo",)]
    assert name_of(bar(stage)) == "Session of 21 November deleted"
    stage.key(Key.Key_Z, CTRL)
    assert keeper.noted == [("undo",), ("undo",)]
    assert not bar(stage).isVisible()
    stage.key(Key.Key_Z, CTRL)
    assert keeper.noted == [("undo",), ("undo",)]


def test_a_delete_key_that_is_held_down_deletes_one(stage: Stage, keeper: Keeper) -> None:
    keeper.table.setFocus(Qt.FocusReason.TabFocusReason)
    for is_repeated in (True, True, False, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", is_repeated
        )
        QApplication.sendEvent(keeper.table, event)

    assert keeper.noted == [("delete", SESSIONS[0].id)]


def test_in_a_narrow_window_the_list_is_there_then(stage: Stage, keeper: Keeper) -> None:
    stage.resize(800, 600)
    keeper.page.open_session(ANSWERED.id)
    stage.settle()
    stage.press("Delete")
    delete(stage, keeper)

    assert keeper.open_session is None
    assert keeper.table.currentIndex().data() == "Stretch four"
    assert bar(stage).isVisible()


def test_nothing_can_be_done_with_none(stage: Stage, keeper: Keeper) -> None:
    keeper.page.search("swimming")
    stage.settle()

    assert keeper.says("Choose a session.")
    assert not {"Edit", "Delete", "Start again"} & set(stage.names(QAbstractButton))
