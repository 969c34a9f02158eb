"""The backups there are, and what is in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from kneegui.domain.session import Moment
from kneegui.exchange.pdf_report.report_words import period, short_date
from kneegui.ui.dialogs.pick_list import PickList
from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.models.pick_model import Pick
from kneegui.ui.session_words import count_sessions, time_of_day
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.label import Label

_MOST_ROWS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """A backup as the list shows it."""

    path: str
    made_at: Moment | None
    """None for a file that does not tell."""
    kind: str
    """What it was made for: ``automatic``, ``by-hand``, ``before-restore``; or another file."""
    size: int
    """In bytes."""
    sessions: int = 0
    first_day: date | None = None
    last_day: date | None = None
    problem: str = ""
    """Why it cannot be restored, in a sentence; empty where it can."""


class RestoreDialog(Sheet):
    """Lets the user pick a backup.

    Signals:
        restore_wanted: the path of the backup to restore.
        other_wanted: a file from elsewhere is to be looked into.
    """

    restore_wanted = Signal(str)
    other_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.column.addWidget(Label(theme, self.tr("Restore a backup"), 24, 700))
        about = self.tr(
            "All that is here becomes what the backup holds. What is here now is backed up first."
        )
        self.column.addWidget(Label(theme, about, 15, 400, Role.TEXT_SECOND, wrap=True))
        self._none = Label(theme, self.tr("There is no backup yet."), 15, 500, wrap=True)
        self.column.addWidget(self._none)
        self._list = PickList(theme, self.tr("Backups"), many=False, most_rows=_MOST_ROWS)
        self.column.addWidget(self._list)
        other = Button(theme, self.tr("Another file…"), size=ButtonSize.LARGE)
        cancel = Button(theme, self.tr("Cancel"), size=ButtonSize.LARGE)
        self._restore = Button(
            theme, self.tr("Restore"), kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE
        )
        self.foot.addWidget(other)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._restore)
        self._list.picks.picked_changed.connect(self._on_picked_changed)
        self._restore.clicked.connect(self._on_restore)
        other.clicked.connect(self.other_wanted)
        cancel.clicked.connect(self.cancelled)
        self.cancelled.connect(self.close_sheet)
        self._cancel = cancel

    def ask(self, backups: Sequence[BackupLine], picked: str = "") -> None:
        """Opens the sheet with the backups in their order.

        Args:
            backups: what there is to choose from.
            picked: the path of the one that is chosen at first; none where it is empty.
        """
        if self.isVisible():
            # So that the keyboard goes back to where it came from, and not into the sheet.
            self.close_sheet()
        self._list.show_picks([self._pick(backup) for backup in backups], {picked})
        self._list.setVisible(bool(backups))
        self._none.setVisible(not backups)
        self._on_picked_changed()
        # Where nothing is picked, Enter must not restore.
        self.open(self._list if backups else self._cancel)

    def _pick(self, backup: BackupLine) -> Pick:
        facts = [backup.problem] if backup.problem else list(self._facts(backup))
        return Pick(
            key=backup.path,
            title=self._title(backup),
            line="  ·  ".join(facts),
            is_open=not backup.problem,
        )

    def _title(self, backup: BackupLine) -> str:
        words = {
            "automatic": self.tr("{when}"),
            "by-hand": self.tr("{when}, made by hand"),
            "before-restore": self.tr("{when}, before a backup was restored"),
        }.get(backup.kind, self.tr("Another file"))
        if backup.made_at is None:
            return self.tr("Another file")
        day = short_date(backup.made_at.local.date())
        when = self.tr("{day}, {time}").format(day=day, time=time_of_day(backup.made_at))
        return words.format(when=when)

    def _facts(self, backup: BackupLine) -> Sequence[str]:
        facts = [count_sessions(backup.sessions)]
        if backup.first_day is not None and backup.last_day is not None:
            facts.append(period(backup.first_day, backup.last_day))
        si = QLocale.DataSizeFormat.DataSizeSIFormat
        facts.append(QLocale(self.tr("en")).formattedDataSize(backup.size, 1, si))
        return facts

    def _on_picked_changed(self) -> None:
        self._restore.setEnabled(bool(self._list.picked))

    def _on_restore(self) -> None:
        (path,) = self._list.picked
        self.close_sheet()
        self.restore_wanted.emit(path)
