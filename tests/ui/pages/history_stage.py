"""A History page with a few sessions, and someone who keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QListView, QScrollBar

from kneegui.domain.session import Session, SessionStatus, Side
from kneegui.ui.pages.history_page import HistoryPage
from kneegui.ui.pages.session_detail import SessionDetail
from kneegui.ui.widgets.heat_map import HeatMap
from kneegui.ui.widgets.row_table import RowTable
from kneegui.ui.widgets.scrolling import ColumnScroll
from tests.support.as_stored import heads_of, practice_of
from tests.support.shipped import shipped_content
from tests.support.user import name_of, row_names
from tests.ui.some_sessions import TODAY, broken_off, shipped_routine, some_session, with_mishaps
from tests.ui.stage import Stage

SESSIONS = [
    some_session(0),
    with_mishaps(1, pain_side=Side.LEFT),
    some_session(3, "stretch-four", status=SessionStatus.LEFT, pain_after=None),
    broken_off(4, pain_before=None),
    some_session(36, "cool-down"),
]


class Keeper:
    """Answers what the page wants, at once or when it is told to, and notes it."""

    def __init__(self, stage: Stage, sessions: Sequence[Session] = tuple(SESSIONS)) -> None:
        self.stage = stage
        self.sessions = list(sessions)
        self.page = HistoryPage(stage.theme, shipped_content(), stage.pictures)
        self.wanted: list[str] = []
        self.noted: list[tuple[object, ...]] = []
        self.practice_wanted = 0
        self.answers = True
        page = self.page
        page.session_wanted.connect(self._on_wanted)
        page.practice_wanted.connect(self._on_practice_wanted)
        for name in ("start", "again", "edit", "delete", "undo", "export"):
            getattr(page, f"{name}_wanted").connect(
                lambda *values, name=name: self.noted.append((name, *values))
            )
        for name in ("backup", "restore", "import"):
            getattr(page, f"{name}_wanted").connect(lambda name=name: self.noted.append((name,)))

    def show(self, size: tuple[int, int] = (1280, 800)) -> HistoryPage:
        """Shows the page in a window of this size, with its sessions."""
        self.stage.show(self.page, size)
        self.give()
        return self.page

    def give(self, today: date = TODAY) -> None:
        """Hands the page its sessions as they are now."""
        self.page.show_sessions(heads_of(self.sessions), today, shipped_routine("after-run-five"))
        self.stage.settle()

    def answer(self, session: str) -> None:
        """Hands the page the steps of a session."""
        self.page.show_session(next(each for each in self.sessions if each.id == session))

    def _on_wanted(self, session: str) -> None:
        self.wanted.append(session)
        if self.answers:
            self.answer(session)

    def _on_practice_wanted(self) -> None:
        self.practice_wanted += 1
        if self.answers:
            self.page.show_practice(practice_of(self.sessions))

    # --- what can be seen ---

    @property
    def table(self) -> RowTable:
        """The list of sessions."""
        (table,) = self.stage.seen(RowTable)
        return table

    @property
    def rows(self) -> list[str]:
        """What stands first in each row of the list."""
        return row_names(self.table)

    @property
    def map(self) -> HeatMap:
        """The heat map."""
        (found,) = self.stage.seen(HeatMap)
        return found

    def day_place(self, day: date) -> QPoint:
        """Gives the middle of a day of the heat map."""
        grid = self.map.grid
        assert grid is not None
        return grid.cell(day).center().toPoint()

    @property
    def steps(self) -> QListView:
        """The steps of the session that is open."""
        (found,) = (v for v in self.stage.seen(QListView) if name_of(v) == "Steps of the session")
        return found

    @property
    def detail_bar(self) -> QScrollBar:
        """The scroll bar of the session that is open."""
        (detail,) = self.stage.seen(SessionDetail)
        return detail.findChildren(ColumnScroll)[0].verticalScrollBar()

    @property
    def open_session(self) -> Session | None:
        """The session that is open, None where none is or none can be seen."""
        details = self.stage.seen(SessionDetail)
        return details[0].session if details else None

    def says(self, words: str) -> bool:
        """Tells whether a text can be seen."""
        return words in [label.text() for label in self.stage.seen(QLabel)]
