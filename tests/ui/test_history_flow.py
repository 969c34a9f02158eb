"""The sessions between the History page and the database: read, edited, deleted, put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneegui.domain.session import Session, SessionStatus
from kneegui.domain.session_edit import SessionEdit
from kneegui.domain.session_head import SessionHead
from kneegui.store.errors import StoreError
from kneegui.store.sessions import Sessions
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.history_flow import HistoryFlow
from kneegui.ui.kept_sessions import RECENT, KeptSessions
from kneegui.ui.pages.history_page import HistoryPage
from kneegui.ui.widgets.undo_bar import UndoBar
from tests.support.as_stored import heads_of
from tests.support.shipped import shipped_content
from tests.ui.some_sessions import TODAY, at, shipped_routine, some_session, with_mishaps
from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("no_charts")

NOW = at(TODAY, 20)
LEFT = some_session(0, "short", status=SessionStatus.LEFT)
KEPT = [LEFT, with_mishaps(1), some_session(3)]
EDIT = SessionEdit(
    pain_before=6, pain_worst=7, pain_after=None, pain_morning=2, effort=9, note="Better."
)


class Desk:
    """The page, the flow and the database, joined as the program does it."""

    def __init__(self, stage: Stage, folder: Path, qtbot: QtBot) -> None:
        self.stage = stage
        self.qtbot = qtbot
        self.store = Store(folder, lambda _sentence: None)
        self.worker = DatabaseWorker()
        self.page = HistoryPage(stage.theme, shipped_content(), stage.pictures)
        self.kept = KeptSessions(self.store, self.worker, lambda: NOW)
        HistoryFlow(self.page, self.kept, shipped_routine("short"), self.page)
        self.told: list[str] = []
        self.changes = 0
        self.kept.told.connect(self.told.append)
        self.kept.changed.connect(self._on_changed)
        self.do(lambda: [self.store.sessions.begin(session) for session in KEPT])

    def _on_changed(self) -> None:
        self.changes += 1

    def do(self, work: object) -> object:
        """Has the database's thread do something, and waits for all it has to do."""
        assert callable(work)
        results: list[object] = []
        self.worker.run(work).done.connect(results.append)
        self.wait()
        return results[0]

    def wait(self) -> None:
        """Waits until every answer has come."""
        self.qtbot.waitUntil(lambda: not self.worker.is_busy)
        self.stage.settle()

    def show(self) -> None:
        """Shows the page with what is kept."""
        self.stage.show(self.page)
        self.kept.refresh()
        self.wait()

    @property
    def stored(self) -> list[Session]:
        """What the database has, the latest first."""
        found = self.do(lambda: self.store.sessions.all())  # noqa: PLW0108  asked over there
        assert isinstance(found, tuple)
        return list(reversed(found))

    @property
    def ids(self) -> list[str]:
        """The sessions that are held."""
        return [head.id for head in self.kept.heads]


@pytest.fixture
def desk(stage: Stage, own_folders: Path, qtbot: QtBot) -> Iterator[Desk]:
    folder = own_folders / "data"
    folder.mkdir()
    desk = Desk(stage, folder, qtbot)
    yield desk
    desk.kept.close()
    desk.page.deleteLater()
    desk.kept.deleteLater()
    desk.worker.deleteLater()


def test_what_is_kept_is_read(desk: Desk) -> None:
    assert not desk.kept.is_read
    desk.kept.refresh()
    assert desk.changes == 0

    desk.wait()

    assert desk.kept.is_read
    assert desk.kept.heads == heads_of(KEPT)
    assert desk.kept.interrupted == LEFT


def test_after_years_the_latest_come_first_and_the_page_waits_for_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[int | None] = []
    shown: list[int] = []
    plain = Sessions.heads

    def heads(sessions: Sessions, *, limit: int | None = None) -> object:
        limits.append(limit)
        return plain(sessions, limit=limit)

    monkeypatch.setattr(Sessions, "heads", heads)
    monkeypatch.setattr(desk.page, "show_sessions", lambda heads, *_: shown.append(len(heads)))
    older = [some_session(day, "short") for day in range(4, RECENT)]
    desk.do(lambda: [desk.store.sessions.begin(session) for session in older])
    held: list[int] = []
    desk.kept.changed.connect(lambda: held.append(len(desk.kept.heads)))
    desk.show()

    total = len(KEPT) + len(older)
    assert (limits, held, shown) == ([RECENT], [total], [total])

    more = [some_session(day, "short") for day in range(RECENT, RECENT + 3)]
    desk.do(lambda: [desk.store.sessions.begin(session) for session in more])
    desk.kept.refresh()
    desk.wait()

    assert limits[1:] == [RECENT, None]
    assert held[1:] == [RECENT, total + len(more)]
    assert shown[1:] == [total + len(more)]


def test_the_page_gets_the_steps_it_wants(desk: Desk) -> None:
    desk.show()

    assert f"{LEFT.title}" in desk.stage.texts()
    assert desk.stage.button("Edit").isVisible()


def test_a_discarded_session_is_not_offered_any_more(desk: Desk) -> None:
    desk.show()
    desk.kept.discard(LEFT.id)
    desk.wait()

    assert desk.kept.interrupted is None
    assert desk.kept.heads[0].status is SessionStatus.DISCARDED


def test_an_edit_is_stored_and_shown_and_nothing_else_is_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show()
    changes = desk.changes
    monkeypatch.setattr(Sessions, "heads", lambda *_: pytest.fail("read anew"))
    desk.page.edit_wanted.emit(KEPT[1].id, EDIT)
    desk.wait()

    assert desk.changes == changes + 1
    edited = replace(
        KEPT[1],
        pain_before=6,
        pain_worst=7,
        pain_after=None,
        pain_morning=2,
        effort=9,
        note="Better.",
        edited_at=NOW,
    )
    assert desk.stored[1] == edited
    monkeypatch.undo()
    assert list(desk.kept.heads) == list(heads_of([LEFT, edited, KEPT[2]]))


def test_what_is_held_is_what_would_be_read(desk: Desk) -> None:
    desk.show()
    desk.page.edit_wanted.emit(KEPT[1].id, EDIT)
    desk.page.delete_wanted.emit(KEPT[2].id)
    desk.wait()
    desk.page.undo_wanted.emit()
    desk.wait()
    held: list[SessionHead] = list(desk.kept.heads)

    desk.kept.refresh()
    desk.wait()

    assert held == list(desk.kept.heads)


def test_a_session_is_deleted_and_put_back_as_it_was(desk: Desk) -> None:
    desk.show()
    desk.page.delete_wanted.emit(KEPT[1].id)
    desk.wait()
    assert desk.stored == [LEFT, KEPT[2]]
    assert desk.ids == [LEFT.id, KEPT[2].id]
    assert "Undo" in desk.stage.names()

    desk.stage.press("Undo")
    desk.wait()

    assert desk.stored == KEPT
    assert desk.ids == [each.id for each in KEPT]
    # It is the one that is open now.
    assert KEPT[1].title in desk.stage.texts()


def test_the_session_to_resume_goes_and_comes_with_it(desk: Desk) -> None:
    desk.show()
    desk.page.delete_wanted.emit(LEFT.id)
    desk.wait()
    assert desk.kept.interrupted is None

    desk.page.undo_wanted.emit()
    desk.wait()
    assert desk.kept.interrupted == LEFT


def test_all_that_was_deleted_is_put_back_the_latest_first(desk: Desk) -> None:
    desk.show()
    for session in KEPT[:2]:
        desk.page.delete_wanted.emit(session.id)
        desk.wait()
    desk.page.undo_wanted.emit()
    desk.wait()
    assert desk.stored == KEPT[1:]
    desk.page.undo_wanted.emit()
    desk.wait()
    # There is nothing more.
    desk.page.undo_wanted.emit()
    desk.wait()

    assert desk.stored == KEPT
    assert desk.ids == [each.id for each in KEPT]


def test_with_nothing_deleted_there_is_nothing_to_undo(desk: Desk) -> None:
    desk.show()
    desk.page.undo_wanted.emit()
    desk.wait()

    assert desk.stored == KEPT


def test_a_session_that_is_gone_already_is_left_out_in_silence(desk: Desk) -> None:
    desk.show()
    desk.do(lambda: desk.store.sessions.delete(KEPT[1].id))
    desk.page.delete_wanted.emit(KEPT[1].id)
    desk.page.session_wanted.emit(KEPT[1].id)
    desk.wait()

    assert desk.told == []
    assert not desk.page.findChildren(UndoBar)[0].isVisible()


def practised(desk: Desk) -> set[str]:
    """Gives the sessions whose steps the page is handed when it wants them all."""
    handed: list[set[str]] = []
    desk.page.show_practice = lambda practice: handed.append({s.session_id for s in practice})
    desk.page.practice_wanted.emit()
    desk.wait()
    return handed[-1]


def test_the_steps_of_all_are_read_once_and_anew_after_a_change(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show()
    everyone = {each.id for each in KEPT}
    assert practised(desk) == everyone

    monkeypatch.setattr(Sessions, "practice", lambda *_: pytest.fail("read anew"))
    desk.page.edit_wanted.emit(LEFT.id, EDIT)
    desk.wait()
    assert practised(desk) == everyone

    monkeypatch.undo()
    desk.page.delete_wanted.emit(LEFT.id)
    desk.wait()
    assert practised(desk) == everyone - {LEFT.id}
    desk.page.undo_wanted.emit()
    desk.wait()
    assert practised(desk) == everyone
    desk.do(lambda: desk.store.sessions.delete(LEFT.id))
    desk.kept.refresh()
    desk.wait()
    assert practised(desk) == everyone - {LEFT.id}


def refuse(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def fail(*_: object, **_named: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(Sessions, method, fail)


@pytest.mark.parametrize("method", ["heads", "edit", "delete"])
def test_what_cannot_be_done_is_told_and_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    desk.show()
    before = desk.changes
    refuse(monkeypatch, method)
    {
        "heads": desk.kept.refresh,
        "edit": lambda: desk.page.edit_wanted.emit(LEFT.id, EDIT),
        "delete": lambda: desk.page.delete_wanted.emit(LEFT.id),
    }[method]()
    desk.wait()

    assert desk.told == ["The disk is full."]
    assert desk.changes == before
    assert desk.ids == [each.id for each in KEPT]


def test_what_could_not_be_put_back_can_be_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show()
    desk.page.delete_wanted.emit(LEFT.id)
    desk.wait()
    refuse(monkeypatch, "begin")
    desk.stage.press("Undo")
    desk.wait()
    assert desk.told == ["The disk is full."]

    monkeypatch.undo()
    desk.stage.press("Undo")
    desk.wait()

    assert desk.stored == KEPT


def test_once_it_is_closed_it_asks_nothing(desk: Desk) -> None:
    desk.show()
    desk.kept.close()
    desk.kept.refresh()

    assert not desk.worker.is_busy
