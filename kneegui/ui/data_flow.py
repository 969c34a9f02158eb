"""The ways of the data: out of the program and in again, and back after damage."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneegui.domain.content import Content
from kneegui.domain.errors import KneeGuideError
from kneegui.domain.session import Moment
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.main_window import MainWindow
from kneegui.ui.pages.history_page import HistoryPage
from kneegui.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kneegui.store.backup import Damage
    from kneegui.ui.exchange_flow import ExchangeFlow


class DataFlow(QObject):
    """Answers what the History page wants of files; each way is made when it is first gone.

    Args:
        theme: the look.
        window: a question about damage lies over all of it.
        page: the History page.
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
        page: HistoryPage,
        content: Content,
        store: Store,
        worker: DatabaseWorker,
        now: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._page = page
        self._content = content
        self._store = store
        self._worker = worker
        self._now = now
        page.export_wanted.connect(lambda kind: self._exchange.export(kind))  # noqa: PLW0108  made then
        page.backup_wanted.connect(lambda: self._exchange.back_up())  # noqa: PLW0108
        page.restore_wanted.connect(lambda: self._exchange.restore())  # noqa: PLW0108
        page.import_wanted.connect(lambda: self._exchange.import_sessions())  # noqa: PLW0108

    def begin(self) -> None:
        """Asks about damage where there was some, and makes the backup of the day."""
        now = self._now()
        damage = self._worker.run(lambda: self._store.backups.take_damage())  # noqa: PLW0108
        damage.done.connect(self._on_damage_known)
        backup = self._worker.run(lambda: self._store.backups.back_up_if_due(now))
        backup.failed.connect(self._on_failed)

    def close(self) -> None:
        """Asks for nothing any more; what was asked for is still done."""
        if "_exchange" in self.__dict__:
            self._exchange.close()

    @cached_property
    def _exchange(self) -> ExchangeFlow:
        from kneegui.ui.exchange_flow import ExchangeFlow
        from kneegui.ui.file_chooser import FileChooser

        exchange = ExchangeFlow(
            self._theme,
            self._page,
            self._content,
            self._store,
            self._worker,
            self._now,
            FileChooser(self._page),
            self,
        )
        exchange.told.connect(self.told)
        exchange.changed.connect(self.changed)
        return exchange

    def _on_damage_known(self, damage: Damage | None) -> None:
        if damage is not None:
            from kneegui.ui.damage_flow import DamageFlow

            asking = DamageFlow(
                self._theme, self._window, self._store, self._worker, self._now, self
            )
            asking.told.connect(self.told)
            asking.changed.connect(self.changed)
            asking.ask(damage)

    def _on_failed(self, error: KneeGuideError) -> None:
        self.told.emit(str(error))
