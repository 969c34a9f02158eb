"""The way of a session through the window: Today, player, summary, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import ceil

from PySide6.QtCore import QObject, Signal

from kneegui.desktop.keep_awake import KeepAwake
from kneegui.domain.content import Content
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Session, SessionStatus, Side
from kneegui.progress.days import local_day, monday_of, practised
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.history_flow import HistoryFlow
from kneegui.ui.loudspeaker import DesktopLoudspeaker
from kneegui.ui.main_window import MainWindow
from kneegui.ui.pages.history_page import HistoryPage
from kneegui.ui.pages.player_page import PlayerPage
from kneegui.ui.pages.summary_page import SummaryPage
from kneegui.ui.pages.today_page import TodayPage
from kneegui.ui.player_bridge import PlayerBridge
from kneegui.ui.session_runner import SessionRunner
from kneegui.ui.summary_segments import summary_segments

_RECENT = 60
"""So many sessions are enough for what Today shows."""
_FIRST_ROUTINE = "after-run-five"


class SessionFlow(QObject):
    """Leads from a routine to a saved session, and shows on the pages what is kept.

    Signals:
        told: a sentence for the user about what could not be kept.
    """

    told = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        content: Content,
        today: TodayPage,
        history: HistoryPage,
        player: PlayerPage,
        summary: SummaryPage,
        runner: SessionRunner,
        store: Store,
        worker: DatabaseWorker,
        loudspeaker: DesktopLoudspeaker,
        keep_awake: KeepAwake,
        settings: Callable[[], PlayerSettings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._content = content
        self._today = today
        self._history = history
        self._player = player
        self._summary = summary
        self._runner = runner
        self._store = store
        self._worker = worker
        self._loudspeaker = loudspeaker
        self._keep_awake = keep_awake
        self._settings = settings
        self._is_closed = False
        self._kept = HistoryFlow(history, store, worker, lambda: runner.now, self)
        self._kept.changed.connect(self._show)
        self._kept.told.connect(self._on_told)
        today.start_wanted.connect(self.start)
        today.resume_wanted.connect(self._on_resume_wanted)
        today.discard_wanted.connect(self._on_discard_wanted)
        today.choose_wanted.connect(lambda: window.show_page("routines"))
        history.start_wanted.connect(self.start)
        history.again_wanted.connect(self._on_again_wanted)
        player.mute_toggled.connect(loudspeaker.set_muted)
        player.full_screen_wanted.connect(window.toggle_full_screen)
        summary.saved.connect(self._on_summary_saved)
        runner.ended.connect(self._on_ended)
        loudspeaker.silent.connect(runner.on_silent)

    @property
    def is_playing(self) -> bool:
        """True from the start of a session to its end."""
        return self._player.is_playing

    @property
    def player(self) -> PlayerPage:
        """The player."""
        return self._player

    def refresh(self) -> None:
        """Reads anew what the pages show; until that is done they stay as they are."""
        self._kept.refresh()

    def start(self, key: str, pain: int | None = None, side: Side | None = None) -> None:
        """Starts a routine by its key."""
        self._start(self._routine(key), pain, side)

    def close(self) -> None:
        """Leaves a session that runs, and waits until all is written."""
        if self._is_closed:
            return
        self._player.leave()
        self._runner.close()
        self._is_closed = True
        self._kept.close()
        self._keep_awake.close()
        self._worker.run(self._store.close)
        self._worker.close()

    def _start(self, routine: Routine, pain: int | None, side: Side | None) -> None:
        # The better side first: it shows the other how it goes.
        first_side = Side.RIGHT if side is Side.LEFT else Side.LEFT
        bridge = self._runner.start(
            routine, self._settings(), pain=pain, pain_side=side, first_side=first_side
        )
        self._play(bridge, routine)

    def _play(self, bridge: PlayerBridge, routine: Routine) -> None:
        self._keep_awake.hold()
        self._loudspeaker.start()
        self._window.show_full(self._player)
        self._player.play(bridge, routine)

    def _routine(self, key: str) -> Routine:
        routines = {routine.key: routine for routine in self._content.programmes}
        return routines.get(key, routines[_FIRST_ROUTINE])

    def _show(self) -> None:
        heads, today = self._kept.heads, self._runner.now.local.date()
        interrupted = None if self._player.is_playing else self._kept.interrupted
        recent = heads[:_RECENT]
        done = [head for head in recent if head.status is SessionStatus.COMPLETED]
        routine = self._routine(done[0].routine if done else _FIRST_ROUTINE)
        reason = ""
        if done:
            reason = self.tr("You did this last time.")
        elif not recent:
            reason = self.tr("A short one to begin with, made for after a run.")
        left = None
        if interrupted is not None:
            left = max(1, ceil(self._runner.seconds_left(interrupted, self._settings()) / 60))
        self._today.show_today(today, recent, interrupted, routine, reason, minutes_left=left)
        if self._kept.is_read:
            self._history.show_sessions(heads, today, self._routine(_FIRST_ROUTINE))

    def _on_resume_wanted(self, _session: str, pain: int | None) -> None:
        session = self._kept.interrupted
        if session is not None:
            if session.pain_before is None and pain is not None:
                session = replace(session, pain_before=pain)
            self._play(self._runner.resume(session, self._settings()), session.plan)

    def _on_discard_wanted(self, session: str) -> None:
        self._kept.discard(session)

    def _on_again_wanted(self, session: Session) -> None:
        """Starts the routine as it is now, or as it was where it is gone."""
        routines = {routine.key: routine for routine in self._content.programmes}
        self._start(routines.get(session.routine, session.plan), None, session.pain_side)

    def _on_ended(self, session: Session) -> None:
        if self._is_closed:
            return
        self._keep_awake.release()
        self._today.clear_check_in()
        segments = summary_segments(self._runner.timeline, session)
        days = self._days_this_week(session)
        self._summary.show_summary(session, segments, days_this_week=len(days))
        self._window.show_full(self._summary)
        self._summary.focus_first()
        self.refresh()

    def _days_this_week(self, session: Session) -> set[date]:
        """Gives the days of this week with a session, this one among them."""
        today = local_day(session.started_at)
        days = {local_day(head.started_at) for head in practised(self._kept.heads)}
        if session.done_steps:
            days.add(today)
        return {day for day in days if monday_of(today) <= day <= today}

    def _on_summary_saved(self, pain: int | None, effort: int | None, note: str) -> None:
        self._runner.save_summary(pain, effort, note)
        self._window.end_full()
        self._window.show_page("history")
        self.refresh()

    def _on_told(self, sentence: str) -> None:
        self.told.emit(sentence)
        if not self._kept.is_read:
            # Nothing can be read, and still a session can be had.
            self._show()
