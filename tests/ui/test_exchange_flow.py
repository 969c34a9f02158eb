"""The ways out and in, as somebody goes them: sheets, files, sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneegui.domain.session import Moment, Session, SessionStatus
from kneegui.exchange.json_export import json_bytes
from kneegui.exchange.json_import import read_json
from kneegui.store import backup_contents
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.dialogs.pick_list import PickList
from kneegui.ui.dialogs.report_dialog import ReportDialog
from kneegui.ui.exchange_flow import ExchangeFlow, likely_paper
from kneegui.ui.file_chooser import FileChooser
from tests.progress.samples import SATURDAY
from tests.store.samples import session, step
from tests.support.lifelike import half_year
from tests.support.pdf_reader import read_pdf
from tests.support.shipped import shipped_content
from tests.ui.stage import Stage

NOON = Moment(utc=datetime(2026, 11, 21, 12, tzinfo=UTC), offset_minutes=60)


class Chooser(FileChooser):
    """Somebody who chooses what the test says, and notes what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answer: Path | None = None
        self.declines = False
        self.asked: list[tuple[str, str]] = []

    def save(self, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append((title, kinds))
        return None if self.declines else self.answer or self.folder / name

    def open(self, title: str, kinds: str) -> Path | None:
        self.asked.append((title, kinds))
        return self.answer


class Desk:
    """A page with the flow over it, and what it says."""

    def __init__(self, stage: Stage, qtbot: QtBot, folder: Path, chooser: Chooser) -> None:
        self.stage = stage
        self.qtbot = qtbot
        self.chooser = chooser
        self.store = Store(folder / "data", lambda _sentence: None)
        (folder / "data").mkdir()
        self.worker = DatabaseWorker()
        page = QWidget()
        stage.show(page)
        self.flow = ExchangeFlow(
            stage.theme,
            page,
            shipped_content(),
            self.store,
            self.worker,
            lambda: NOON,
            chooser,
            page,
        )
        self.told: list[str] = []
        self.changes = 0
        self.flow.told.connect(self.told.append)
        self.flow.changed.connect(self._on_changed)

    def wait(self) -> None:
        """Waits until all that was asked of the store is done."""
        self.qtbot.waitUntil(lambda: not self.worker.is_busy, timeout=20_000)
        self.stage.settle()

    def fill(self, *sessions: Session) -> None:
        """Stores sessions."""
        self.worker.run(lambda: self.store.sessions.merge(sessions))
        self.wait()

    def ids(self) -> list[str]:
        """Gives the sessions that are kept."""
        found: list[str] = []
        job = self.worker.run(self.store.sessions.all)
        job.done.connect(lambda all_of_them: found.extend(one.id for one in all_of_them))
        self.wait()
        return found

    def end(self) -> None:
        """Closes the store."""
        self.flow.close()
        self.worker.run(self.store.close)
        self.worker.close()

    def _on_changed(self) -> None:
        self.changes += 1


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(stage, qtbot, tmp_path, Chooser(tmp_path))
    yield desk
    desk.end()


def done(session_id: str = "first", **changes: object) -> Session:
    return session(session_id, status=SessionStatus.COMPLETED, steps=(step(),), **changes)


# Out


def test_all_data_go_to_a_file(desk: Desk, tmp_path: Path) -> None:
    desk.fill(done("a"), done("b"))

    desk.flow.export("json")
    desk.wait()

    file = tmp_path / "kneeguide-2026-11-21.json"
    assert desk.told == [f"Saved as {file}."]
    assert [one.id for one in read_json(file)] == ["a", "b"]


def test_tables_are_two_files(desk: Desk, tmp_path: Path) -> None:
    desk.fill(done())

    desk.flow.export("csv")
    desk.wait()

    assert desk.told == [f"Saved as {tmp_path / 'sessions.csv'} and sessions-steps.csv."]
    assert (tmp_path / "sessions.csv").is_file()
    assert (tmp_path / "sessions-steps.csv").is_file()


def test_a_report_is_asked_for_and_saved(desk: Desk, tmp_path: Path) -> None:
    sessions = list(half_year(SATURDAY))
    desk.fill(*sessions)

    desk.flow.export("pdf")
    desk.wait()
    notes = desk.stage.seen(PickList)[0]
    desk.stage.click_row(notes, 0)
    desk.stage.press("Paper: Letter")
    desk.stage.press("Save as…")
    desk.wait()

    file = tmp_path / "kneeguide-report-2026-11-21.pdf"
    assert desk.told == [f"Saved as {file}."]
    assert desk.stage.seen(ReportDialog) == []
    read = read_pdf(file.read_bytes())
    latest = next(one for one in reversed(sessions) if one.note)
    assert latest.note in read.text
    assert read.pages[0].width == 612
    assert "22 May to 21 November 2026" in read.text


@pytest.mark.parametrize(
    ("span", "name"), [("", "6 months"), ("3", "3 months"), ("12", "1 year"), ("all", "All")]
)
def test_the_report_proposes_the_period_of_the_page(desk: Desk, span: str, name: str) -> None:
    desk.fill(done())

    desk.flow.export("pdf", span)
    desk.wait()

    assert desk.stage.button(f"Period: {name}").isChecked()


@pytest.mark.parametrize("kind", ["json", "csv", "pdf"])
def test_thinking_better_of_it_writes_nothing(desk: Desk, tmp_path: Path, kind: str) -> None:
    desk.chooser.declines = True

    desk.flow.export(kind)
    desk.wait()
    if kind == "pdf":
        desk.stage.press("Save as…")
        desk.wait()

    assert len(desk.chooser.asked) == 1
    assert desk.told == []
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_choosing_no_file_leads_back_to_the_report_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.fill(*half_year(SATURDAY))
    desk.flow.export("pdf")
    desk.wait()
    desk.stage.press("Period: 3 months")
    desk.stage.press("Tick all")
    (dialog,) = desk.stage.seen(ReportDialog)
    wish = dialog.wish
    desk.chooser.declines = True

    desk.stage.press("Save as…")
    desk.wait()

    assert desk.stage.seen(ReportDialog) == [dialog]
    assert dialog.wish == wish
    assert wish.notes
    desk.chooser.declines = False
    desk.stage.press("Save as…")
    desk.wait()
    assert desk.stage.seen(ReportDialog) == []
    assert (tmp_path / "kneeguide-report-2026-11-21.pdf").is_file()


def test_a_report_that_cannot_be_written_is_told_and_asked_for_still(
    desk: Desk, tmp_path: Path
) -> None:
    desk.fill(done())
    desk.chooser.answer = tmp_path / "no folder" / "report.pdf"
    desk.flow.export("pdf")
    desk.wait()

    desk.stage.press("Save as…")
    desk.wait()

    assert desk.told == [f"{desk.chooser.answer} cannot be written: No such file or directory."]
    assert len(desk.stage.seen(ReportDialog)) == 1


def test_a_file_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.chooser.answer = tmp_path / "no folder" / "file.json"

    desk.flow.export("json")
    desk.wait()

    assert desk.told == [f"{desk.chooser.answer} cannot be written: No such file or directory."]


# In


def incoming(folder: Path, *sessions: Session) -> Path:
    file = folder / "incoming.json"
    file.write_bytes(json_bytes(sessions))
    return file


def test_an_import_is_told_before_it_is_done(desk: Desk, tmp_path: Path) -> None:
    desk.fill(done("a"))
    desk.chooser.answer = incoming(tmp_path, done("a"), done("b"), done("c"))

    desk.flow.import_sessions()
    desk.wait()
    assert "incoming.json holds 3 sessions." in desk.stage.texts()
    assert desk.ids() == ["a"]
    desk.stage.press("Import 2 sessions")
    desk.wait()

    assert desk.ids() == ["a", "b", "c"]
    assert desk.told == ["2 sessions imported."]
    assert desk.changes == 1


def test_an_import_can_be_declined(desk: Desk, tmp_path: Path) -> None:
    desk.chooser.answer = incoming(tmp_path, done("b"))

    desk.flow.import_sessions()
    desk.wait()
    desk.stage.press("Cancel")
    desk.wait()

    assert desk.ids() == []
    assert desk.told == []
    assert desk.changes == 0


def test_a_wrong_file_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.chooser.answer = tmp_path / "wrong.json"
    desk.chooser.answer.write_text(json.dumps({"version": 9, "sessions": []}))

    desk.flow.import_sessions()
    desk.wait()

    (told,) = desk.told
    assert told.startswith("wrong.json was written by a newer KneeGuide")
    assert desk.changes == 0


def test_choosing_no_file_imports_nothing(desk: Desk) -> None:
    desk.flow.import_sessions()
    desk.wait()

    assert desk.chooser.asked == [("Import sessions", "JSON (*.json);;All files (*)")]
    assert desk.told == []


# Backups


def test_a_backup_is_made_and_restored(desk: Desk, tmp_path: Path) -> None:
    desk.fill(done("a"))
    desk.flow.back_up()
    desk.wait()
    (made,) = desk.told
    assert made.startswith(f"Backed up as {tmp_path}")
    desk.fill(done("b"))

    desk.flow.restore()
    desk.wait()
    backups = desk.stage.seen(PickList)[0]
    desk.stage.click_row(backups, 0)
    desk.stage.press("Restore")
    desk.wait()

    assert desk.ids() == ["a"]
    assert desk.changes == 1
    assert desk.told[1].startswith("Restored. What was here before is kept as ")
    assert "before-restore" in desk.told[1]


def test_a_backup_of_elsewhere_is_looked_into_and_picked(desk: Desk, tmp_path: Path) -> None:
    desk.fill(done("a"))
    desk.flow.back_up()
    desk.wait()
    (backup,) = (tmp_path / "data" / "backups").iterdir()
    elsewhere = tmp_path / "stick.db"
    backup.replace(elsewhere)
    desk.fill(done("b"))

    desk.flow.restore()
    desk.wait()
    assert "There is no backup yet." in desk.stage.texts()
    desk.chooser.answer = elsewhere
    desk.stage.press("Another file…")
    desk.wait()
    desk.stage.press("Restore")
    desk.wait()

    assert desk.ids() == ["a"]


def test_a_file_that_is_no_backup_cannot_be_restored(desk: Desk, tmp_path: Path) -> None:
    desk.flow.restore()
    desk.wait()
    for answer in ("no.db", "gone.db"):
        desk.chooser.answer = tmp_path / answer
        if answer == "no.db":
            desk.chooser.answer.write_text("a letter")
        desk.stage.press("Another file…")
        desk.wait()

        assert not desk.stage.button("Restore").isEnabled()
    desk.chooser.answer = None
    desk.stage.press("Another file…")
    desk.wait()
    desk.stage.press("Cancel")


def test_a_backup_of_a_newer_program_is_said_to_be_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill(done("a"))
    desk.flow.back_up()
    desk.wait()
    monkeypatch.setattr(backup_contents, "REVISIONS", ())

    desk.flow.restore()
    desk.wait()

    (backups,) = desk.stage.seen(PickList)
    heard = backups.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith("Written by a newer KneeGuide")
    desk.stage.press("Cancel")


# The end


def test_a_closed_flow_asks_for_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.flow.close()

    desk.flow.export("json")
    desk.flow.back_up()
    desk.wait()

    assert desk.told == []
    assert not (tmp_path / "kneeguide-2026-11-21.json").exists()


def test_the_paper_in_the_drawer_is_one_of_two() -> None:
    assert likely_paper().value in {"a4", "letter"}
