"""The way of a session through the window: Today, player, summary, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneegui.desktop.keep_awake import KeepAwake
from kneegui.domain.content import Content
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Session, SessionStatus, Side
from kneegui.progress.days import local_day, monday_of, practised, whole_minutes
from kneegui.ui.history_flow import HistoryFlow
from kneegui.ui.kept_sessions import RECENT, KeptSessions
from kneegui.ui.loudspeaker import DesktopLoudspeaker
from kneegui.ui.main_window import MainWindow
from kneegui.ui.pages.today_page import TodayPage
from kneegui.ui.player_bridge import PlayerBridge
from kneegui.ui.session_runner import SessionRunner
from kneegui.ui.summary_segments import summary_segments

if TYPE_CHECKING:
    # Imported when they are first shown.
    from kneegui.ui.pages.history_page import HistoryPage
    from kneegui.ui.pages.player_page import PlayerPage
    from kneegui.ui.pages.summary_page import SummaryPage

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
        make_player: Callable[[], PlayerPage],
        make_summary: Callable[[], SummaryPage],
        runner: SessionRunner,
        kept: KeptSessions,
        loudspeaker: DesktopLoudspeaker,
        keep_awake: KeepAwake,
        settings: Callable[[], PlayerSettings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._content = content
        self._today = today
        self._make_player = make_player
        self._make_summary = make_summary
        self._runner = runner
        self._kept = kept
        self._loudspeaker = loudspeaker
        self._keep_awake = keep_awake
        self._settings = settings
        self._is_closed = False
        self._history: HistoryPage | None = None
        self._saved = ""
        kept.changed.connect(self._show)
        kept.told.connect(self._on_told)
        today.start_wanted.connect(self.start)
        today.resume_wanted.connect(self._on_resume_wanted)
        today.discard_wanted.connect(self._on_discard_wanted)
        today.choose_wanted.connect(lambda: window.show_page("routines"))
        runner.ended.connect(self._on_ended)
        loudspeaker.silent.connect(runner.on_silent)

    @property
    def is_playing(self) -> bool:
        """True from the start of a session to its end."""
        return "player" in self.__dict__ and self.player.is_playing

    @cached_property
    def player(self) -> PlayerPage:
        """The player, made for the first session."""
        player = self._make_player()
        player.mute_toggled.connect(self._loudspeaker.set_muted)
        player.full_screen_wanted.connect(self._window.toggle_full_screen)
        return player

    @cached_property
    def _summary(self) -> SummaryPage:
        summary = self._make_summary()
        summary.saved.connect(self._on_summary_saved)
        return summary

    def refresh(self) -> None:
        """Reads anew what the pages show; until that is done they stay as they are."""
        self._kept.refresh()

    def start(self, key: str, pain: int | None = None, side: Side | None = None) -> None:
        """Starts a routine by its key."""
        self._start(self._routine(key), pain, side)

    def lead_from(self, history: HistoryPage) -> None:
        """Fills the History page, and starts from there."""
        first = self._routine(_FIRST_ROUTINE)
        self._history = history
        # It may have been made to show what was just saved.
        history.await_session(self._saved)
        HistoryFlow(history, self._kept, first, history)
        history.start_wanted.connect(self.start)
        history.again_wanted.connect(self._on_again_wanted)

    def close(self) -> None:
        """Leaves a session that runs, and waits until all is written."""
        if self._is_closed:
            return
        if self.is_playing:
            self.player.leave()
        self._runner.close()
        self._is_closed = True
        self._kept.close()
        self._keep_awake.close()

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
        self._window.show_full(self.player)
        self.player.play(bridge, routine)

    def _routine(self, key: str) -> Routine:
        routines = {routine.key: routine for routine in self._content.programmes}
        return routines.get(key, routines[_FIRST_ROUTINE])

    def _show(self) -> None:
        heads, today = self._kept.heads, self._kept.today
        interrupted = None if self.is_playing else self._kept.interrupted
        recent = heads[:RECENT]
        done = [
            head for head in recent if head.status is SessionStatus.COMPLETED and head.done_steps
        ]
        routine = self._routine(done[0].routine if done else _FIRST_ROUTINE)
        reason = ""
        if done:
            reason = self.tr("You did this last time.")
        elif not recent:
            reason = self.tr("A short one to begin with, made for after a run.")
        left = None
        if interrupted is not None:
            left = whole_minutes(self._runner.seconds_left(interrupted, self._settings()))
        self._today.show_today(today, recent, interrupted, routine, reason, minutes_left=left)

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
        self._loudspeaker.rest()
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
        assert self._runner.session is not None
        self._saved = self._runner.session.id
        self._window.end_full()
        self._window.show_page("history")
        if self._history is not None:
            self._history.await_session(self._saved)
        self.refresh()

    def _on_told(self, sentence: str) -> None:
        self.told.emit(sentence)
        if not self._kept.is_read:
            # Nothing can be read, and still a session can be had.
            self._show()
