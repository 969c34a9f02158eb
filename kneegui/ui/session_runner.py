"""One session from its start to its summary: engine, voice, sounds and the log, joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from kneegui.domain.exercise import Exercise
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Moment, Session, SessionStatus, Side, StepRecord
from kneegui.player.clock import Clock
from kneegui.player.cues import Cues, Sound, Speech, Tone, Voice
from kneegui.player.engine import GAP_LIMIT_S, Engine
from kneegui.player.events import (
    Event,
    PainAnswered,
    Paused,
    SessionFinished,
    SessionLeft,
    StepStarted,
    Swapped,
)
from kneegui.player.phrases import Phrases
from kneegui.player.recorder import Recorder
from kneegui.player.states import State
from kneegui.player.timeline import Timeline, compile_timeline
from kneegui.store.store import Store
from kneegui.ui.background import DatabaseWorker
from kneegui.ui.player_bridge import PlayerBridge

_RETRY_MS = 3_000


class Loudspeaker(Protocol):
    """What says and sounds things; both return at once."""

    def say(self, text: str) -> None:
        """Says a sentence, and cuts the one being said."""
        ...

    def sound(self, sound: Sound) -> None:
        """Plays one of the four sounds."""
        ...


class SessionRunner(QObject):
    """Runs one session at a time and keeps all of it.

    Each step that ends is handed to the database's thread at once; while something is not on the
    disk it is tried again every few seconds.

    Args:
        exercises: every exercise by its id.
        store: what is kept; only the worker's thread looks into it.
        worker: the database's thread.
        loudspeaker: voice and sounds.
        clock: what the session runs by.
        scale: seconds of that clock in one real second.

    Signals:
        ended: the session is over or was left; carries it, with its steps.
    """

    ended = Signal(object)

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        store: Store,
        worker: DatabaseWorker,
        loudspeaker: Loudspeaker,
        clock: Clock,
        scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercises = exercises
        self._store = store
        self._worker = worker
        self._loudspeaker = loudspeaker
        self._clock = clock
        self._scale = scale
        self._session: Session | None = None
        self._bridge: PlayerBridge | None = None
        self._recorder: Recorder | None = None
        self._cues = Cues(exercises, Phrases(), late=0.5 * scale)
        self._voice = Voice(loudspeaker)
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self._on_retry)

    @property
    def session(self) -> Session | None:
        """The session as it stands."""
        return self._session

    @property
    def timeline(self) -> Timeline:
        """The steps of the session, with what was changed on the way."""
        assert self._bridge is not None
        return self._bridge.engine.timeline

    @property
    def now(self) -> Moment:
        """This moment."""
        return Moment.of(self._clock.local_time())

    def start(
        self,
        routine: Routine,
        settings: PlayerSettings,
        *,
        pain: int | None = None,
        pain_side: Side | None = None,
        first_side: Side = Side.LEFT,
    ) -> PlayerBridge:
        """Begins a session and gives what drives it; nothing moves before its ``Start``."""
        timeline = compile_timeline(routine, self._exercises, settings, first_side)
        session = Session(
            id=str(uuid4()),
            routine=routine.key,
            title=routine.title,
            plan=routine,
            started_at=self.now,
            status=SessionStatus.RUNNING,
            planned_steps=timeline.exercise_steps,
            first_side=first_side,
            pain_side=pain_side,
            pain_before=pain,
        )
        return self._run(session, Engine(timeline, gap_limit=GAP_LIMIT_S * self._scale))

    def resume(self, session: Session, settings: PlayerSettings) -> PlayerBridge:
        """Takes up an interrupted session at the step it stood at."""
        timeline, position = self._place(session, settings)
        running = replace(session, status=SessionStatus.RUNNING, ended_at=None)
        return self._run(running, Engine(timeline, position, GAP_LIMIT_S * self._scale))

    def seconds_left(self, session: Session, settings: PlayerSettings) -> int:
        """Gives how long an interrupted session would still last from the step it stood at."""
        timeline, position = self._place(session, settings)
        return timeline.total - timeline.before(position)

    def save_summary(self, pain_after: int | None, effort: int | None, note: str) -> None:
        """Keeps what the user answered at the end."""
        if self._session is not None:
            self._session = replace(self._session, pain_after=pain_after, effort=effort, note=note)
            self._keep(
                lambda: self._store.log.save_summary(
                    pain_after=pain_after, effort=effort, note=note
                )
            )

    def on_silent(self) -> None:
        """Takes note that the voice has finished a sentence."""
        self._voice.ended()

    def close(self) -> None:
        """Leaves what still runs; the worker's owner then waits for what is being written."""
        self._retry.stop()
        if self._bridge is not None:
            self._bridge.stop()

    def _place(self, session: Session, settings: PlayerSettings) -> tuple[Timeline, int]:
        """Gives the timeline of an interrupted session and the ordinal it stood at."""
        timeline = compile_timeline(
            session.plan, self._exercises, settings, session.first_side, session.swaps
        )
        return timeline, min(session.position, len(timeline.steps) - 1)

    def _run(self, session: Session, engine: Engine) -> PlayerBridge:
        self._session = session
        self._recorder = Recorder(self._clock, session.steps)
        self._voice.forget()
        self._keep(lambda: self._store.log.begin(session))
        if self._bridge is not None:
            self._bridge.deleteLater()
        self._bridge = PlayerBridge(engine, self._clock, self._scale, self)
        self._bridge.happened.connect(self._on_happened)
        return self._bridge

    def _on_happened(self, event: Event) -> None:
        assert self._recorder is not None
        for record in self._recorder.note([event]):
            self._keep_step(record)
        self._keep_rest(event)
        self._announce(event)

    def _announce(self, event: Event) -> None:
        assert self._bridge is not None
        for announcement in self._cues.announce([event], self._bridge.now):
            match announcement:
                case Tone(sound=sound):
                    self._loudspeaker.sound(sound)
                case Speech():
                    self._voice.offer(announcement)

    def _keep_step(self, record: StepRecord) -> None:
        assert self._session is not None
        assert self._bridge is not None
        # The engine may already stand at the next step, or beyond: the record says which ended.
        position = record.ordinal + 1
        engine = self._bridge.engine
        is_last = position == len(engine.timeline.steps) and engine.state is State.FINISHED
        completed_at = self.now if is_last else None
        self._session = replace(
            self._session, steps=(*self._session.steps, record), position=position
        )
        self._keep(lambda: self._store.log.add_step(record, position, completed_at))
        if record.pain is not None:
            self._keep_pain(record.pain)

    def _keep_pain(self, pain: int) -> None:
        assert self._session is not None
        worst = max(pain, self._session.pain_worst or 0)
        self._session = replace(self._session, pain_worst=worst)
        self._keep(lambda: self._store.log.set_pain(pain))

    def _keep_position(self, position: int) -> None:
        assert self._session is not None
        self._session = replace(self._session, position=position)
        self._keep(lambda: self._store.log.set_position(position))

    def _keep_rest(self, event: Event) -> None:
        """Keeps what is no step: where the session stands, pain, changes, and its end."""
        match event:
            case StepStarted(step=step) | Paused(step=step):
                self._keep_position(step.ordinal)
            case PainAnswered(pain=report) if report.number is not None:
                self._keep_pain(report.number)
            case Swapped(swap=swap, timeline=timeline):
                assert self._session is not None
                swaps, planned = (*self._session.swaps, swap), timeline.exercise_steps
                self._session = replace(self._session, swaps=swaps, planned_steps=planned)
                self._keep(lambda: self._store.log.set_swaps(swaps, planned))
            case SessionLeft(ordinal=ordinal):
                self._keep_position(ordinal)
                self._end(SessionStatus.LEFT)
            case SessionFinished(complete=complete):
                self._end(SessionStatus.COMPLETED if complete else SessionStatus.LEFT)
            case _:
                pass

    def _end(self, status: SessionStatus) -> None:
        assert self._session is not None
        ended_at = self.now
        self._session = replace(self._session, status=status, ended_at=ended_at)
        session = self._session
        if status is SessionStatus.COMPLETED:
            self._keep(lambda: self._store.log.finish(ended_at))
        else:
            self._keep(lambda: self._store.log.leave(ended_at))
        # After the page has put the player away.
        QTimer.singleShot(0, self, lambda: self.ended.emit(session))

    def _keep(self, work: Callable[[], bool]) -> None:
        """Has something written; where it is not on the disk then, it is tried again."""
        self._worker.run(work).done.connect(self._on_kept)

    def _on_kept(self, written: bool) -> None:
        if written:
            self._retry.stop()
        elif not self._retry.isActive():
            self._retry.start()

    def _on_retry(self) -> None:
        # A lambda, so that only the worker asks the store for its parts.
        self._keep(lambda: self._store.log.flush())  # noqa: PLW0108
