"""What is to be in a report for a professional."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneegui.exchange.pdf_report.paper import Paper
from kneegui.exchange.pdf_report.report_words import period, short_date
from kneegui.exchange.report import ReportNote
from kneegui.progress.days import first_of_months
from kneegui.ui.dialogs.pick_list import PickList
from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.models.pick_model import Pick
from kneegui.ui.session_words import count_sessions
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.segmented import Segmented
from kneegui.ui.widgets.text_field import TextField

HALF_A_YEAR = "6"
"""The period that is proposed where none was chosen."""
_MOST_NOTES = 4
_MOST_LETTERS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWish:
    """What the user wants in the report."""

    first: date
    last: date
    paper: Paper
    name: str
    notes: frozenset[str]
    """Ids of the sessions whose note is to be in it."""


class ReportDialog(Sheet):
    """Asks for the period, the paper, a name and the notes.

    It stays until the report is written, so that nothing has to be chosen again where no file was
    chosen or none could be written.

    Signals:
        save_wanted: the report is to be saved; carries the ``ReportWish``. Where to is asked next.
    """

    save_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._today = date.min
        self._days: Sequence[date] = ()
        self._notes: Sequence[ReportNote] = ()
        self._reach = HALF_A_YEAR
        self._chosen_paper = Paper.A4
        self._make_head(theme)
        self._make_choices(theme)
        self._make_notes(theme)
        cancel = Button(theme, self.tr("Cancel"), size=ButtonSize.LARGE)
        self._save = Button(
            theme, self.tr("Save as…"), kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE
        )
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._save)
        self._period.chosen.connect(self._on_period_chosen)
        self._paper.chosen.connect(self._on_paper_chosen)
        self._all_notes.clicked.connect(self._on_all_notes)
        self._list.picks.picked_changed.connect(self._on_picked_changed)
        self._save.clicked.connect(self._on_save)
        cancel.clicked.connect(self.cancelled)
        self.cancelled.connect(self.close_sheet)

    def ask(
        self,
        today: date,
        days: Sequence[date],
        notes: Sequence[ReportNote],
        paper: Paper,
        reach: str = HALF_A_YEAR,
    ) -> None:
        """Opens the sheet; no note is ticked, and the name is that of the last time.

        Args:
            today: the user's local day.
            days: the day of each session, the earliest first.
            notes: all there are, the oldest first.
            paper: the size that is likely in the drawer.
            reach: the period that is proposed, in months or ``all``.
        """
        self._today, self._days, self._notes = today, tuple(days), tuple(notes)
        self._reach, self._chosen_paper = reach, paper
        self._period.set_value(self._reach)
        self._paper.set_value(paper.value)
        self._list.picks.pick_all(on=False)
        self._reserve_notes()
        self._show_period()
        self.open(self._save)

    @property
    def wish(self) -> ReportWish:
        """What the user has chosen so far."""
        first, last = self._first_and_last()
        return ReportWish(
            first=first,
            last=last,
            paper=self._chosen_paper,
            name=self._name.text,
            notes=frozenset(self._list.picked),
        )

    def on_written(self, wish: ReportWish) -> None:
        """Closes the sheet, where it does not ask for another report meanwhile."""
        if not self.isHidden() and self.wish == wish:
            self.close_sheet()

    # --- parts ---

    def _make_head(self, theme: Theme) -> None:
        self.column.addWidget(Label(theme, self.tr("Report for a professional"), 24, 700))
        about = self.tr(
            "A PDF of two to four pages, more with many notes: practice, pain, doses, what hurt, "
            "left and right. It is no diagnosis."
        )
        self.column.addWidget(Label(theme, about, 15, 400, Role.TEXT_SECOND, wrap=True))
        self.column.addSpacing(4)

    def _make_choices(self, theme: Theme) -> None:
        self._period = Segmented(
            theme,
            self.tr("Period"),
            {
                "1": self.tr("1 month"),
                "3": self.tr("3 months"),
                HALF_A_YEAR: self.tr("6 months"),
                "12": self.tr("1 year"),
                "all": self.tr("All"),
            },
            self._reach,
        )
        self._told = Label(theme, "", 14, 450, Role.TEXT_SECOND, wrap=True)
        self._paper = Segmented(
            theme,
            self.tr("Paper"),
            {Paper.A4.value: self.tr("A4"), Paper.LETTER.value: self.tr("Letter")},
            Paper.A4.value,
        )
        self._name = TextField(
            theme, self.tr("Name on the report"), self.tr("No name"), _MOST_LETTERS
        )
        self._add_line(theme, self.tr("Period"), self._period)
        self.column.addWidget(self._told)
        self._add_line(theme, self.tr("Paper"), self._paper)
        self._add_line(theme, self.tr("Name on the report"), self._name, stretch=1)

    def _make_notes(self, theme: Theme) -> None:
        self._all_notes = Button(theme, self.tr("Tick all"), size=ButtonSize.SMALL)
        self._notes_line = QWidget()
        line = QHBoxLayout(self._notes_line)
        line.setContentsMargins(0, 0, 0, 0)
        self._notes_head = Label(theme, "", 14, 600)
        line.addWidget(self._notes_head)
        line.addStretch(1)
        line.addWidget(self._all_notes)
        self._list = PickList(theme, self.tr("Notes to put in"), many=True, most_rows=_MOST_NOTES)
        self.column.addWidget(self._notes_line)
        self.column.addWidget(self._list)

    def _add_line(self, theme: Theme, words: str, choice: QWidget, stretch: int = 0) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(Label(theme, words, 14, 600))
        if not stretch:
            row.addStretch(1)
        row.addWidget(choice, stretch)
        self.column.addLayout(row)

    # --- what is shown ---

    def _first_and_last(self) -> tuple[date, date]:
        if self._reach == "all":
            return min([*self._days[:1], self._today]), self._today
        return first_of_months(self._today, int(self._reach)), self._today

    def _show_period(self) -> None:
        first, last = self._first_and_last()
        number = len(self._days) - bisect_left(self._days, first)
        told = self.tr("{period}: {sessions}").format(
            period=period(first, last), sessions=count_sessions(number)
        )
        self._told.setText(told)
        ticked = self._list.picked
        picks = [
            Pick(
                key=note.session_id,
                title=" ".join(note.text.split()),
                line=self.tr("{day}, {title}").format(day=short_date(note.day), title=note.title),
            )
            # The latest first: it is the likeliest to be wanted.
            for note in reversed(self._notes)
            if first <= note.day <= last
        ]
        self._list.show_picks(picks, ticked)
        self._notes_head.setText(
            self.tr("Notes to put in") if picks else self.tr("No notes in this period")
        )
        self._all_notes.setVisible(bool(picks))
        self._list.setVisible(bool(picks))
        self._place()

    def _reserve_notes(self) -> None:
        """Keeps the room of the notes, so that no button moves when another period is chosen."""
        self._notes_line.setVisible(bool(self._notes))
        self._list.reserve(len(self._notes))
        for part in (self._all_notes, self._list):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(bool(self._notes))
            part.setSizePolicy(policy)

    def _on_period_chosen(self, reach: str) -> None:
        self._reach = reach
        self._show_period()

    def _on_paper_chosen(self, paper: str) -> None:
        self._chosen_paper = Paper(paper)

    def _has_all(self) -> bool:
        return len(self._list.picked) == self._list.picks.rowCount()

    def _on_picked_changed(self) -> None:
        words = self.tr("Tick none") if self._has_all() else self.tr("Tick all")
        self._all_notes.setText(words)
        self._all_notes.setAccessibleName(words)
        self._all_notes.updateGeometry()

    def _on_all_notes(self) -> None:
        self._list.picks.pick_all(on=not self._has_all())

    def _on_save(self) -> None:
        self.save_wanted.emit(self.wish)
