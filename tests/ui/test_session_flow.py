"""What the pages show of the sessions that are kept, while these are read and afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Moment, Session, SessionStatus
from kneegui.player.clock import SystemClock
from kneegui.player.duration import planned_seconds
from kneegui.store.errors import StoreError
from kneegui.store.sessions import Sessions
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.pages.session_detail import SessionDetail
from kneegui.ui.words import minutes
from tests.support.shipped import shipped_content
from tests.support.user import CTRL, User, name_of
from tests.ui.conftest import OpenProgram
from tests.ui.some_sessions import shipped_routine, some_session

pytestmark = pytest.mark.usefixtures("no_charts")

DONE = some_session(1, "stretch-four")
FIRST = "After-run five"
"""What Today offers where there is no session yet."""
NOTHING = "Nothing here yet"


def keep(folder: Path, *sessions: Session) -> None:
    """Fills a data folder."""
    store = Store(folder, lambda _sentence: None)
    for session in sessions:
        store.sessions.begin(session)
    store.close()


def wait(user: User, qtbot: QtBot) -> None:
    """Waits until the database has answered."""
    assert user.parts.flow
    worker = user.window.findChild(DatabaseWorker)
    assert isinstance(worker, DatabaseWorker)
    qtbot.waitUntil(lambda: not worker.is_busy)
    user.settle()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gives every text that a label of the program was ever given."""
    texts: list[str] = []
    plain = QLabel.setText

    def note(label: QLabel, text: str) -> None:
        texts.append(text)
        plain(label, text)

    monkeypatch.setattr(QLabel, "setText", note)
    return texts


def test_today_says_nothing_before_it_knows(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot, said: list[str]
) -> None:
    keep(data_folder, DONE)
    user = open_at("today")
    wait(user, qtbot)

    assert DONE.title in said
    assert FIRST not in said
    assert DONE.title in user.texts()


def test_without_sessions_the_first_is_offered(open_at: OpenProgram, qtbot: QtBot) -> None:
    user = open_at("today")
    wait(user, qtbot)

    assert user.parts.today_page.isVisible()
    assert "Start" in user.buttons()
    user.parts.window.show_page("history")
    user.settle()
    assert NOTHING in user.texts()


def test_enter_on_choose_another_leads_to_the_routines(open_at: OpenProgram, qtbot: QtBot) -> None:
    user = open_at("today")
    wait(user, qtbot)
    user.button("Choose another").setFocus(Qt.FocusReason.TabFocusReason)

    user.press(Qt.Key.Key_Return)

    assert user.parts.window.shown_page == "routines"


def test_the_size_of_text_has_its_keys_in_the_player_too(
    open_at: OpenProgram, qtbot: QtBot
) -> None:
    user = open_at("today")
    wait(user, qtbot)
    user.press_button("Start")

    user.press(Qt.Key.Key_Plus, CTRL)
    assert user.parts.theme.text_percent == 115
    user.press(Qt.Key.Key_Minus, CTRL)

    assert user.parts.theme.text_percent == 100
    assert "Start now" in user.buttons()


def test_the_pages_keep_what_they_show_while_it_is_read_anew(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot, said: list[str]
) -> None:
    keep(data_folder, DONE)
    user = open_at("history")
    wait(user, qtbot)
    before = user.texts()
    said.clear()

    user.parts.flow.refresh()
    assert user.texts() == before
    wait(user, qtbot)

    assert sorted(user.texts()) == sorted(before)
    assert FIRST not in said


def test_where_nothing_can_be_read_a_session_can_still_be_had(
    open_at: OpenProgram, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **_named: object) -> None:
        raise StoreError("The disk has gone.")

    monkeypatch.setattr(Sessions, "heads", fail)
    user = open_at("today")
    wait(user, qtbot)

    assert "Start" in user.buttons()
    assert "The disk has gone." in user.names()
    # What is there is not known: that there is nothing is not said.
    user.parts.window.show_page("history")
    user.settle()
    assert NOTHING not in user.texts()


def test_the_key_for_searching_searches_what_is_shown(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot
) -> None:
    keep(data_folder, DONE)
    user = open_at("history", (800, 600))
    wait(user, qtbot)
    user.parts.history_page.open_session(DONE.id)
    wait(user, qtbot)
    user.press(Qt.Key.Key_F, CTRL)

    assert user.parts.window.shown_page == "history"
    assert name_of(user.focused) == "Search title or note"
    user.parts.window.show_page("exercises")
    user.press(Qt.Key.Key_F, CTRL)
    assert name_of(user.focused) == "Search exercises"


def test_without_sessions_there_is_nothing_to_search(open_at: OpenProgram, qtbot: QtBot) -> None:
    user = open_at("history")
    wait(user, qtbot)
    user.press(Qt.Key.Key_F, CTRL)

    assert NOTHING in user.texts()
    assert user.all(QLineEdit) == []


@pytest.mark.parametrize(
    ("session", "title"),
    [
        (DONE, "Stretch four"),
        (replace(DONE, routine="my-own", plan=replace(DONE.plan, title="Mine")), "Mine"),
    ],
)
def test_a_routine_starts_again_as_it_is_now_or_as_it_was(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot, session: Session, title: str
) -> None:
    keep(data_folder, session)
    (data_folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    user = open_at("history")
    wait(user, qtbot)
    user.press_button("Start again")

    assert user.parts.flow.is_playing
    running = user.parts.flow.player
    assert running.isVisible()
    user.parts.flow.close()
    stored = [each for each in read(data_folder) if each.id != session.id]
    assert [each.title for each in stored] == [title]


def read(folder: Path) -> tuple[Session, ...]:
    store = Store(folder, lambda _sentence: None)
    found = store.sessions.all()
    store.close()
    return found


def test_the_first_session_starts_from_the_empty_history(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot
) -> None:
    (data_folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    user = open_at("history")
    wait(user, qtbot)
    assert "Export" not in [button.text() for button in user.all(QAbstractButton)]
    user.press_button("Start After-run five, 8 min")

    assert user.parts.flow.is_playing


@pytest.mark.parametrize("seen_before", [True, False])
def test_after_saving_the_session_is_shown_that_was_saved(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot, seen_before: bool
) -> None:
    keep(data_folder, DONE)
    (data_folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    user = open_at("history" if seen_before else "today")
    wait(user, qtbot)
    user.parts.flow.start("short")
    user.parts.flow.player.leave()
    user.settle()
    user.press_button("Save")
    wait(user, qtbot)
    wait(user, qtbot)

    assert user.parts.window.shown_page == "history"
    (detail,) = user.all(SessionDetail)
    assert detail.session is not None
    assert (detail.session.title, detail.session.status) == ("Short mode", SessionStatus.LEFT)


def test_all_that_is_left_is_told_in_the_minutes_that_were_promised(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot
) -> None:
    now = Moment.of(SystemClock().local_time())
    routine = shipped_routine("strength-1")
    seconds = sum(planned_seconds(routine, shipped_content().exercise_by_id, PlayerSettings()))
    begun = some_session(0, routine.key, status=SessionStatus.RUNNING, ended_at=None, steps=())
    keep(data_folder, replace(begun, started_at=now))
    user = open_at("today")
    wait(user, qtbot)

    # 13:02, which both tell as 13.
    assert minutes(seconds) == "13 min"
    assert [text for text in user.texts() if text.endswith("13 minutes left.")] != []


def test_another_programme_is_looked_at_before_it_starts(
    open_at: OpenProgram, data_folder: Path, qtbot: QtBot
) -> None:
    keep(data_folder, DONE)
    user = open_at("today", (1920, 1080))
    wait(user, qtbot)
    user.press_button("Strength level 1, 13 min  ·  3 exercises")

    assert user.parts.window.shown_page == "routines"
    assert not user.parts.flow.is_playing
    assert "Three easier exercises" in " ".join(user.texts())
