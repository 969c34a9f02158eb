"""What is offered where the database was damaged: the newest good backup, and what can be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneegui.domain.errors import KneeGuideError
from kneegui.domain.session import Moment
from kneegui.store.backup import Damage
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.dialogs.question_sheet import QuestionSheet
from kneegui.ui.session_words import count_sessions, full_day
from kneegui.ui.theme.theme import Theme


class DamageFlow(QObject):
    """Asks once, and brings back as much as there is.

    Args:
        theme: the look of the question.
        over: the widget the question lies over.
        store: what is kept; only the worker's thread looks into it.
        worker: its thread.
        now: gives this moment.

    Signals:
        told: a sentence for the user: what has come back, or why not.
        changed: sessions have come back.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        store: Store,
        worker: DatabaseWorker,
        now: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._now = now
        self._damage: Damage | None = None
        self._question = QuestionSheet(theme, over)
        self._question.agreed.connect(self._on_agreed)

    def ask(self, damage: Damage) -> None:
        """Tells what is known and asks whether to bring it back."""
        self._damage = damage
        kept = self.tr("The damaged file is kept as {file}.").format(file=damage.set_aside.name)
        if damage.backup is None or damage.contents is None or damage.contents.last_day is None:
            way = self.tr("There is no backup. What can still be read of it can be brought back.")
        else:
            way = self.tr(
                "The newest good backup holds {sessions} up to {day}. It can be restored, and what "
                "can still be read of the damaged file added to it."
            ).format(
                sessions=count_sessions(damage.contents.sessions),
                day=full_day(damage.contents.last_day),
            )
        title = self.tr("The history was damaged")
        self._question.ask(title, f"{kept} {way}", self.tr("Bring back"), self.tr("Not now"))

    def _on_agreed(self) -> None:
        damage, now = self._damage, self._now()
        assert damage is not None
        job = self._worker.run(lambda: self._bring_back(damage, now))
        job.done.connect(self._on_brought_back)
        job.failed.connect(self._on_failed)

    def _bring_back(self, damage: Damage, now: Moment) -> int:
        """On the database's thread: gives how many sessions there are then."""
        if damage.backup is not None:
            self._store.backups.restore(damage.backup.path, now)
        self._store.backups.salvage(damage.set_aside)
        return len(self._store.sessions.heads())

    def _on_brought_back(self, sessions: int) -> None:
        self.changed.emit()
        text = self.tr("{sessions} brought back.")
        self.told.emit(text.format(sessions=count_sessions(sessions)))

    def _on_failed(self, error: KneeGuideError) -> None:
        self.told.emit(str(error))
