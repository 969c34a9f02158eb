"""What leads out of the program and in again: files, backups, and the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from kneegui.domain.content import Content
from kneegui.domain.errors import KneeGuideError
from kneegui.domain.session import Moment, Session
from kneegui.domain.session_head import SessionHead
from kneegui.exchange.pdf_report.paper import Paper
from kneegui.exchange.report_content import make_report, report_notes
from kneegui.progress.days import local_day
from kneegui.store.backup_name import Backup
from kneegui.store.errors import DatabaseDamagedError, DatabaseNewerError
from kneegui.store.merging import MergePlan
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.dialogs.import_dialog import ImportDialog
from kneegui.ui.dialogs.report_dialog import HALF_A_YEAR, ReportDialog, ReportWish
from kneegui.ui.dialogs.restore_dialog import BackupLine, RestoreDialog
from kneegui.ui.file_chooser import FileChooser
from kneegui.ui.session_words import count_sessions
from kneegui.ui.theme.theme import Theme


class ExchangeFlow(QObject):
    """Asks what is needed, has it done on the database's thread, and says what has come of it.

    Signals:
        told: a sentence for the user: what was done, or why not.
        changed: the sessions that are kept are others now.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        content: Content,
        store: Store,
        worker: DatabaseWorker,
        now: Callable[[], Moment],
        chooser: FileChooser,
        parent: QObject | None = None,
    ) -> None:
        """Makes the flow.

        Args:
            theme: the look.
            over: the widget that the sheets lie over.
            content: for the sources of the report.
            store: what is kept.
            worker: its thread.
            now: gives the moment it is.
            chooser: asks for files.
            parent: the object it belongs to.
        """
        super().__init__(parent)
        self._content = content
        self._store = store
        self._worker = worker
        self._now = now
        self._chooser = chooser
        self._incoming: tuple[Session, ...] = ()
        self._backups: list[BackupLine] = []
        self._is_closed = False
        self._report = ReportDialog(theme, over)
        self._import = ImportDialog(theme, over)
        self._restore = RestoreDialog(theme, over)
        self._report.save_wanted.connect(self._on_report_wanted)
        self._import.agreed.connect(self._on_import_agreed)
        self._restore.restore_wanted.connect(self._on_restore_wanted)
        self._restore.other_wanted.connect(self._on_other_wanted)

    def close(self) -> None:
        """Asks for nothing any more; what was asked for is still done."""
        self._is_closed = True

    # --- out ---

    def export(self, kind: str, span: str = "") -> None:
        """Leads to a file.

        Args:
            kind: ``pdf``, ``csv`` or ``json``.
            span: the period that is proposed for a report, in months or ``all``; empty for half a
                year.
        """
        if kind == "pdf":
            self._ask(self._store_heads, lambda heads: self._on_heads_read(heads, span))
        elif kind == "csv":
            self._export_csv()
        else:
            self._export_json()

    def _export_csv(self) -> None:
        from kneegui.exchange.csv_export import write_csv

        path = self._chooser.save(
            self.tr("Save the tables"), "sessions.csv", self.tr("CSV (*.csv)")
        )
        if path is not None:
            self._ask(
                lambda: write_csv(self._store.sessions.all(), path),
                lambda written: self.told.emit(
                    self.tr("Saved as {sessions} and {steps}.").format(
                        sessions=written[0], steps=written[1].name
                    )
                ),
            )

    def _export_json(self) -> None:
        path = self._chooser.save(
            self.tr("Save all data"), f"kneeguide-{self._today}.json", self.tr("JSON (*.json)")
        )
        if path is not None:
            self._ask(lambda: self._write_json(path), lambda _nothing: self._on_saved(path))

    def _write_json(self, path: Path) -> None:
        """On the database's thread."""
        from kneegui.exchange.json_export import json_bytes
        from kneegui.exchange.written_file import write_whole

        write_whole(path, json_bytes(self._store.sessions.all()))

    def _store_heads(self) -> tuple[SessionHead, ...]:
        """On the database's thread."""
        return self._store.sessions.heads()

    def _on_heads_read(self, heads: tuple[SessionHead, ...], span: str) -> None:
        days = sorted(local_day(head.started_at) for head in heads)
        notes = report_notes(heads, date.min, date.max)
        self._report.ask(self._today, days, notes, likely_paper(), span or HALF_A_YEAR)

    def _on_report_wanted(self, wish: ReportWish) -> None:
        name = f"kneeguide-report-{wish.last}.pdf"
        path = self._chooser.save(self.tr("Save the report"), name, self.tr("PDF (*.pdf)"))
        if path is not None:
            today = self._today
            self._ask(
                lambda: self._print_report(wish, path, today),
                lambda _nothing: self._on_report_written(wish, path),
            )

    def _on_report_written(self, wish: ReportWish, path: Path) -> None:
        self._report.on_written(wish)
        self._on_saved(path)

    def _print_report(self, wish: ReportWish, path: Path, today: date) -> None:
        """On the database's thread; setting type is one of the few things of Qt that may be."""
        from kneegui.exchange.pdf_report.report_writer import report_pdf
        from kneegui.exchange.written_file import write_whole

        report = make_report(
            self._content,
            self._store.sessions.heads(),
            self._store.sessions.practice(),
            first=wish.first,
            last=wish.last,
            made_on=today,
            name=wish.name,
            notes=wish.notes,
        )
        write_whole(path, report_pdf(report, wish.paper))

    def _on_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved as {path}.").format(path=path))

    # --- backups ---

    def back_up(self) -> None:
        """Makes a backup by hand."""
        now = self._now()
        self._ask(lambda: self._store.backups.back_up(now), self._on_backed_up)

    def _on_backed_up(self, backup: Backup) -> None:
        self.told.emit(self.tr("Backed up as {path}.").format(path=backup.path))

    def restore(self) -> None:
        """Leads to restoring a backup."""
        self._ask(self._read_backups, self._on_backups_read)

    def _read_backups(self) -> list[BackupLine]:
        """On the database's thread."""
        return [
            self._backup_line(backup.path, backup.made_at, backup.kind.value)
            for backup in self._store.backups.all()
        ]

    def _backup_line(self, path: Path, made_at: Moment | None, kind: str) -> BackupLine:
        """On the database's thread."""
        problem = ""
        try:
            held = self._store.backups.contents(path)
        except DatabaseDamagedError:
            problem = self.tr("Damaged, or no database of KneeGuide")
        except DatabaseNewerError:
            problem = self.tr("Written by a newer KneeGuide")
        except KneeGuideError as error:
            problem = str(error)
        else:
            return BackupLine(
                path=str(path),
                made_at=made_at,
                kind=kind,
                size=held.size,
                sessions=held.sessions,
                first_day=held.first_day,
                last_day=held.last_day,
            )
        return BackupLine(path=str(path), made_at=made_at, kind=kind, size=0, problem=problem)

    def _on_backups_read(self, backups: list[BackupLine]) -> None:
        self._backups = backups
        self._restore.ask(backups)

    def _on_other_wanted(self) -> None:
        path = self._chooser.open(
            self.tr("Restore a backup"), self.tr("Backups (*.db);;All files (*)")
        )
        if path is not None:
            self._ask(lambda: self._backup_line(path, None, "other"), self._on_other_read)

    def _on_other_read(self, other: BackupLine) -> None:
        listed = [backup for backup in self._backups if backup.path != other.path]
        self._backups = [other, *listed]
        self._restore.ask(self._backups, other.path)

    def _on_restore_wanted(self, path: str) -> None:
        now = self._now()
        self._ask(lambda: self._store.backups.restore(Path(path), now), self._on_restored)

    def _on_restored(self, before: Backup) -> None:
        self.changed.emit()
        text = self.tr("Restored. What was here before is kept as {path}.")
        self.told.emit(text.format(path=before.path))

    # --- in ---

    def import_sessions(self) -> None:
        """Leads to the sessions of another computer."""
        path = self._chooser.open(
            self.tr("Import sessions"), self.tr("JSON (*.json);;All files (*)")
        )
        if path is not None:
            self._ask(
                lambda: self._look_at(path), lambda found: self._on_looked_at(path.name, *found)
            )

    def _look_at(self, path: Path) -> tuple[tuple[Session, ...], MergePlan]:
        """On the database's thread."""
        from kneegui.exchange.json_import import read_json

        sessions = read_json(path)
        return sessions, self._store.sessions.plan_merge(sessions)

    def _on_looked_at(self, name: str, sessions: tuple[Session, ...], plan: MergePlan) -> None:
        self._incoming = sessions
        self._import.ask(name, new=plan.new, newer=plan.newer, same=plan.same, older=plan.older)

    def _on_import_agreed(self) -> None:
        sessions, self._incoming = self._incoming, ()
        self._ask(lambda: self._store.sessions.merge(sessions), self._on_imported)

    def _on_imported(self, plan: MergePlan) -> None:
        self.changed.emit()
        imported = count_sessions(plan.changes)
        self.told.emit(self.tr("{sessions} imported.").format(sessions=imported))

    # --- parts ---

    @property
    def _today(self) -> date:
        return local_day(self._now())

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Has the store asked, and hands the answer on; not any more once the window closes."""
        if not self._is_closed:
            job = self._worker.run(work)
            job.done.connect(done)
            job.failed.connect(self._on_failed)

    def _on_failed(self, error: KneeGuideError) -> None:
        self.told.emit(str(error))


def likely_paper() -> Paper:
    """Gives the paper that is likely in the drawer: Letter where inches are used, else A4."""
    metric = QLocale.system().measurementSystem() is not QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.A4 if metric else Paper.LETTER
