"""The History page: sessions by day, and one of them with its steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from kneegui.domain.session import Session, SessionStatus, Side
from kneegui.ui.models.session_model import SESSION_ROLE
from kneegui.ui.pages.history_page import HistoryPage
from kneegui.ui.pages.session_detail import SessionDetail
from kneegui.ui.widgets.dose_tiles import DoseTiles
from kneegui.ui.widgets.pain_disc import PainChange
from kneegui.ui.widgets.tag import Tag
from tests.support.pixels import colours, count, pixels
from tests.support.shipped import shipped_content
from tests.support.user import name_of, row_names
from tests.ui.some_sessions import TODAY, broken_off, some_session, with_mishaps
from tests.ui.stage import Stage

SESSIONS = [
    some_session(0),
    with_mishaps(1, pain_side=Side.LEFT),
    some_session(3, "stretch-four", status=SessionStatus.LEFT, pain_after=None),
    broken_off(4, pain_before=None),
    some_session(6, "cool-down"),
]


class Store:
    """Answers what the page wants, at once or when it is told to."""

    def __init__(self, page: HistoryPage) -> None:
        self.page = page
        self.wanted: list[str] = []
        self.today = 0
        self.answers = True
        page.session_wanted.connect(self.on_wanted)
        page.today_wanted.connect(self.on_today)

    def on_wanted(self, session: str) -> None:
        self.wanted.append(session)
        if self.answers:
            self.answer(session)

    def on_today(self) -> None:
        self.today += 1

    def answer(self, session: str) -> None:
        self.page.show_session(next(each for each in SESSIONS if each.id == session))


@pytest.fixture
def page(stage: Stage) -> HistoryPage:
    return HistoryPage(stage.theme, shipped_content())


@pytest.fixture
def store(page: HistoryPage) -> Store:
    return Store(page)


@pytest.fixture
def wide(stage: Stage, page: HistoryPage, store: Store) -> HistoryPage:
    stage.show(page)
    page.show_sessions(SESSIONS, TODAY)
    stage.settle()
    return page


@pytest.fixture
def narrow(stage: Stage, page: HistoryPage, store: Store) -> HistoryPage:
    stage.show(page, (800, 600))
    page.show_sessions(SESSIONS, TODAY)
    stage.settle()
    return page


def sessions(stage: Stage) -> QListView:
    return next(view for view in stage.seen(QListView) if name_of(view) == "Sessions")


def steps(stage: Stage) -> QListView:
    return next(view for view in stage.seen(QListView) if name_of(view) == "Steps of the session")


def shown(stage: Stage) -> Session | None:
    return stage.seen(SessionDetail)[0].session


def test_before_it_is_known_nothing_is_said(stage: Stage, page: HistoryPage) -> None:
    stage.show(page)

    assert stage.texts() == ["History"]


def test_without_sessions_the_page_says_so_and_leads_to_today(
    stage: Stage, page: HistoryPage, store: Store
) -> None:
    stage.show(page)
    page.show_sessions([], TODAY)
    stage.settle()

    assert "Nothing here yet" in stage.texts()
    stage.press("Go to Today")
    assert store.today == 1


def test_the_sessions_stand_by_day(stage: Stage, wide: HistoryPage) -> None:
    assert row_names(sessions(stage)) == [
        "Today",
        "After-run five",
        "Yesterday",
        "Strength level 2",
        "Wednesday 18 November",
        "Stretch four",
        "Tuesday 17 November",
        "After-run five",
        "Sunday 15 November",
        "Cool-down",
    ]
    assert "5 sessions" in stage.texts()


def test_the_latest_is_open_beside_the_list(stage: Stage, wide: HistoryPage, store: Store) -> None:
    assert store.wanted == [SESSIONS[0].id]
    assert shown(stage) is SESSIONS[0]
    assert row_names(steps(stage)) == [step.title for step in SESSIONS[0].steps]


def test_the_first_day_is_named_in_sight(stage: Stage, page: HistoryPage, store: Store) -> None:
    # Filled before it is shown, when there is no room yet to show anything.
    page.resize(1196, 40)
    page.show_sessions(SESSIONS, TODAY)
    stage.show(page)

    assert sessions(stage).currentIndex().row() == 1
    assert sessions(stage).verticalScrollBar().value() == 0


def test_the_day_of_what_the_keys_reach_is_in_sight(stage: Stage, wide: HistoryPage) -> None:
    stage.resize(1280, 420)
    view = sessions(stage)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_End)
    for row in (7, 5, 3, 1):
        stage.key(Qt.Key.Key_Up)
        day = view.visualRect(view.model().index(row - 1, 0))

        assert view.currentIndex().row() == row
        assert view.viewport().rect().contains(day)


def test_a_click_opens_a_session(stage: Stage, wide: HistoryPage) -> None:
    stage.click_row(sessions(stage), 3)

    assert shown(stage) is SESSIONS[1]
    assert {"Strength level 2", "Friday 20 November, 19:20 to 19:43"} <= set(stage.texts())
    assert "Right side tight in the bridge." in stage.texts()
    assert "Left knee. Pain before and after. Worst on the way: 5." in stage.texts()
    assert stage.seen(DoseTiles)[0].accessibleName() == "10 of 12 steps done, 9:55 active time"
    assert stage.names(Tag) == ["Completed", "Effort: right, 5 of 10"]
    assert stage.names(PainChange) == ["Pain before 3, after 2"]


def test_the_arrow_keys_step_over_the_names_of_days(stage: Stage, wide: HistoryPage) -> None:
    view = sessions(stage)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    opened: list[int] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        stage.key(key)
        opened.append(view.currentIndex().row())
        session = view.currentIndex().data(SESSION_ROLE)
        assert shown(stage) is session

    assert opened == [3, 5, 3, 9, 1]


def test_a_click_on_the_name_of_a_day_changes_nothing(
    stage: Stage, wide: HistoryPage, store: Store
) -> None:
    stage.click_row(sessions(stage), 4)

    assert shown(stage) is SESSIONS[0]
    assert store.wanted == [SESSIONS[0].id]


def test_an_answer_that_comes_too_late_is_left_out(
    stage: Stage, wide: HistoryPage, store: Store
) -> None:
    store.answers = False
    stage.click_row(sessions(stage), 3)
    stage.click_row(sessions(stage), 5)
    store.answer(SESSIONS[2].id)
    store.answer(SESSIONS[1].id)

    assert shown(stage) is SESSIONS[2]


def test_what_is_chosen_stays_so_and_is_read_anew(
    stage: Stage, wide: HistoryPage, store: Store
) -> None:
    stage.click_row(sessions(stage), 3)
    store.wanted.clear()

    wide.show_sessions([some_session(0, "short"), *SESSIONS[1:]], TODAY)
    stage.settle()

    assert store.wanted == [SESSIONS[1].id]
    assert sessions(stage).currentIndex().data() == "Strength level 2"


def test_when_the_chosen_one_is_gone_the_latest_is_open(
    stage: Stage, wide: HistoryPage, store: Store
) -> None:
    stage.click_row(sessions(stage), 3)
    wide.show_sessions([SESSIONS[0], SESSIONS[4]], TODAY)
    stage.settle()

    assert shown(stage) is SESSIONS[0]


def test_a_session_can_be_opened_by_its_id(stage: Stage, wide: HistoryPage) -> None:
    wide.open_session(SESSIONS[4].id)
    stage.settle()

    assert shown(stage) is SESSIONS[4]
    wide.open_session("unknown")
    assert shown(stage) is SESSIONS[4]


def test_a_narrow_window_shows_the_list_and_nothing_beside_it(
    stage: Stage, narrow: HistoryPage, store: Store
) -> None:
    assert stage.seen(SessionDetail) == []
    assert not sessions(stage).currentIndex().isValid()
    assert store.wanted == []


def test_in_a_narrow_window_a_session_has_a_page_of_its_own(
    stage: Stage, narrow: HistoryPage, store: Store
) -> None:
    stage.click_row(sessions(stage), 3)
    assert shown(stage) is SESSIONS[1]
    assert [view for view in stage.seen(QListView) if name_of(view) == "Sessions"] == []

    stage.press("All sessions")
    assert sessions(stage).currentIndex().row() == 3
    assert stage.application.focusWidget() is sessions(stage)


def test_the_keyboard_alone_opens_a_session_and_comes_back(
    stage: Stage, narrow: HistoryPage
) -> None:
    sessions(stage).setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Return)
    assert shown(stage) is SESSIONS[1]

    stage.key(Qt.Key.Key_Escape)
    assert stage.seen(SessionDetail) == []


def test_a_window_made_wider_shows_the_detail_beside(
    stage: Stage, narrow: HistoryPage, store: Store
) -> None:
    stage.resize(1280, 800)
    assert shown(stage) is SESSIONS[0]

    stage.resize(800, 600)
    assert stage.seen(SessionDetail) == []


def test_an_open_session_is_read_anew_in_a_narrow_window_too(
    stage: Stage, narrow: HistoryPage, store: Store
) -> None:
    stage.click_row(sessions(stage), 3)
    store.wanted.clear()
    narrow.show_sessions(SESSIONS, TODAY)
    stage.settle()

    assert store.wanted == [SESSIONS[1].id]
    assert stage.seen(SessionDetail) != []


@pytest.mark.parametrize(
    ("number", "status", "pain"),
    [
        (2, "Left early", "Pain before; no answer after."),
        (3, "Interrupted", None),
        (4, "Completed", "Pain before and after."),
    ],
)
def test_the_detail_tells_how_it_ended_and_what_was_answered(
    stage: Stage, wide: HistoryPage, number: int, status: str, pain: str | None
) -> None:
    wide.open_session(SESSIONS[number].id)
    stage.settle()

    assert stage.names(Tag) == [status]
    assert (pain in stage.texts()) is (pain is not None)
    assert bool(stage.seen(PainChange)) is (pain is not None)


def test_pain_answered_afterwards_alone_is_told(stage: Stage, wide: HistoryPage) -> None:
    stage.seen(SessionDetail)[0].show_session(
        some_session(pain_before=None, pain_side=Side.BOTH, pain_worst=None)
    )

    assert "Both knees. Pain after; no answer before." in stage.texts()


def test_a_session_without_steps_says_so(stage: Stage, wide: HistoryPage) -> None:
    stage.seen(SessionDetail)[0].show_session(broken_off(0, 0))
    stage.settle()

    assert "No step was begun." in stage.texts()


def test_all_steps_are_in_the_column_and_the_column_scrolls(
    stage: Stage, wide: HistoryPage
) -> None:
    wide.open_session(SESSIONS[4].id)
    stage.settle()
    view = steps(stage)

    assert view.model().rowCount() == 20
    assert view.height() >= 20 * view.sizeHintForRow(0)
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_list_is_painted_with_its_pain(stage: Stage, wide: HistoryPage) -> None:
    image = pixels(sessions(stage).viewport())

    assert count(image, stage.theme.pain_colour(3)) > 300
    assert count(image, stage.theme.pain_colour(2)) > 300
    assert colours(image) > 60


def test_a_step_that_hurt_shows_its_pain(stage: Stage, wide: HistoryPage) -> None:
    view = steps(stage)
    assert count(pixels(view.viewport()), stage.theme.pain_colour(5)) == 0

    wide.open_session(SESSIONS[1].id)
    stage.settle()

    assert count(pixels(steps(stage).viewport()), stage.theme.pain_colour(5)) > 200
