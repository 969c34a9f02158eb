"""The ways of the data: out of the program and in again, and back after damage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneegui.domain.content import Content
from kneegui.domain.errors import KneeGuideError
from kneegui.domain.session import Moment
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.main_window import MainWindow
from kneegui.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kneegui.store.backup import Damage
    from kneegui.ui.exchange_flow import ExchangeFlow
    from kneegui.ui.pages.history_page import HistoryPage


class DataFlow(QObject):
    """Answers what the History page wants of files; each way is made when it is first gone.

    Args:
        theme: the look.
        window: a question about damage lies over all of it.
        content: for the sources of a report.
        store: what is kept; only the worker's thread looks into it.
        worker: its thread.
        now: gives this moment.

    Signals:
        told: a sentence for the user: what was done, or why not.
        changed: the sessions that are kept are others now.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        content: Content,
        store: Store,
        worker: DatabaseWorker,
        now: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._content = content
        self._store = store
        self._worker = worker
        self._now = now
        self._exchange: ExchangeFlow | None = None

    def begin(self) -> None:
        """Asks about damage where there was some, and makes the backup of the day."""
        now = self._now()
        damage = self._worker.run(lambda: self._store.backups.take_damage())  # noqa: PLW0108
        damage.done.connect(self._on_damage_known)
        backup = self._worker.run(lambda: self._store.backups.back_up_if_due(now))
        backup.failed.connect(self._on_failed)

    def lead_from(self, history: HistoryPage) -> None:
        """Answers what the History page wants of files."""

        def exchange() -> ExchangeFlow:
            if self._exchange is None:
                self._exchange = self._make_exchange(history)
            return self._exchange

        history.export_wanted.connect(lambda kind: exchange().export(kind, history.span))
        history.backup_wanted.connect(lambda: exchange().back_up())
        history.restore_wanted.connect(lambda: exchange().restore())
        history.import_wanted.connect(lambda: exchange().import_sessions())

    def close(self) -> None:
        """Asks for nothing any more; what was asked for is still done."""
        if self._exchange is not None:
            self._exchange.close()

    def _make_exchange(self, history: HistoryPage) -> ExchangeFlow:
        from kneegui.ui.exchange_flow import ExchangeFlow
        from kneegui.ui.file_chooser import FileChooser

        exchange = ExchangeFlow(
            self._theme,
            history,
            self._content,
            self._store,
            self._worker,
            self._now,
            FileChooser(history),
            self,
        )
        exchange.told.connect(self.told)
        exchange.changed.connect(self.changed)
        return exchange

    def _on_damage_known(self, damage: Damage | None) -> None:
        if damage is not None:
            # What is shown may be of the damaged one still.
            self.changed.emit()
            from kneegui.ui.damage_flow import DamageFlow

            asking = DamageFlow(
                self._theme, self._window, self._store, self._worker, self._now, self
            )
            asking.told.connect(self.told)
            asking.changed.connect(self.changed)
            asking.ask(damage)

    def _on_failed(self, error: KneeGuideError) -> None:
        self.told.emit(str(error))
