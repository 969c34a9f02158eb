"""What happens in a session, written down at once, or as soon as the database lets us.

The log holds the session as it stands, which of its steps are not written yet, and whether the rest
of it is. Writing brings the database up to that; so a retry is the same as a first try, and a
database that had to be made anew gets the whole session. One that is over and written is history:
whoever then edits it, removes it or restores a backup has the last word.

Everything here runs on the thread of the database. It has no timer: while a method answers False,
whoever owns the log calls ``flush`` now and then, and once more before the program ends.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kneegui.domain.session import Moment, Session, SessionStatus, StepRecord, Swap
from kneegui.store.database import Database
from kneegui.store.errors import (
    DatabaseDamagedError,
    DatabaseGoneError,
    StoreError,
    UnknownSessionError,
)
from kneegui.store.sessions import Sessions

_log = logging.getLogger(__name__)

_Key = tuple[int, int]
"""Ordinal and attempt."""


@dataclass(slots=True, kw_only=True)
class _Kept:
    """One session in memory; ``session.steps`` is empty, they are in ``steps``."""

    session: Session
    steps: dict[_Key, StepRecord]
    head_is_due: bool = True
    steps_due: dict[_Key, StepRecord] = field(default_factory=dict[_Key, StepRecord])
    generation: int = -1
    """The opening of the database it was last written in."""

    @property
    def is_due(self) -> bool:
        return self.head_is_due or bool(self.steps_due)

    @property
    def is_running(self) -> bool:
        return self.session.status is SessionStatus.RUNNING

    def make_all_due(self) -> None:
        self.head_is_due = True
        self.steps_due = dict(self.steps)


class SessionLog:
    """Writes the running session; nothing is lost while the program lives.

    Each method that takes something down tries to write it at once and gives True where everything
    is on the disk. Where an expected error keeps it from that, it gives False, keeps what is not
    written, and tells the user once a session. An unexpected error is raised, after what else was
    due has been written; what caused it is not tried again.

    Args:
        database: where to write.
        tell: is handed the sentence for the user, on the database's thread.
    """

    def __init__(self, database: Database, tell: Callable[[str], object]) -> None:
        self._database = database
        self._sessions = Sessions(database)
        self._tell = tell
        self._kept: list[_Kept] = []
        self._has_told = False

    @property
    def session(self) -> Session | None:
        """The session as it stands, with its steps; None before the first."""
        if not self._kept:
            return None
        kept = self._kept[-1]
        return replace(kept.session, steps=tuple(kept.steps[key] for key in sorted(kept.steps)))

    @property
    def is_behind(self) -> bool:
        """True while something is not on the disk."""
        return any(kept.is_due for kept in self._kept)

    def begin(self, session: Session) -> bool:
        """Takes down a new session, or one that is resumed with the steps it has."""
        steps = {_key(step): step for step in session.steps}
        # Of those before, only what is not written yet is still needed.
        due = [kept for kept in self._kept if kept.is_due]
        for kept in due:
            if kept.session.id == session.id:
                steps = kept.steps | steps
        self._kept = [kept for kept in due if kept.session.id != session.id]
        kept = _Kept(session=replace(session, steps=()), steps=steps)
        kept.make_all_due()
        self._kept.append(kept)
        self._has_told = False
        return self.flush()

    def add_step(self, step: StepRecord, position: int, completed_at: Moment | None = None) -> bool:
        """Takes down a step that ended, and the ordinal of the step the session stands at now.

        The last step completes the session: ``completed_at`` is written with it.
        """
        kept = self._current()
        kept.session = replace(kept.session, position=position)
        if completed_at is not None:
            kept.session = _completed(kept.session, completed_at)
        kept.steps[_key(step)] = step
        kept.steps_due[_key(step)] = step
        return self.flush()

    def set_position(self, position: int) -> bool:
        """Takes down where the session stands: at a pause, or after a jump."""
        return self._change(replace(self._current().session, position=position))

    def set_swaps(self, swaps: tuple[Swap, ...], planned_steps: int) -> bool:
        """Takes down which exercises were changed for easier ones, and the steps that makes."""
        session = self._current().session
        return self._change(replace(session, swaps=swaps, planned_steps=planned_steps))

    def set_pain(self, pain: int) -> bool:
        """Takes down a pain felt, 0 to 10; the session keeps the worst of them."""
        session = self._current().session
        worst = pain if session.pain_worst is None else max(session.pain_worst, pain)
        return self._change(replace(session, pain_worst=worst))

    def finish(self, ended_at: Moment) -> bool:
        """Takes down that the session was completed."""
        return self._change(_completed(self._current().session, ended_at))

    def leave(self, ended_at: Moment) -> bool:
        """Takes down that the session was left before its end; it may be resumed."""
        session = self._current().session
        return self._change(replace(session, status=SessionStatus.LEFT, ended_at=ended_at))

    def save_summary(self, *, pain_after: int | None, effort: int | None, note: str) -> bool:
        """Takes down what the user answered at the end."""
        session = self._current().session
        return self._change(replace(session, pain_after=pain_after, effort=effort, note=note))

    def flush(self) -> bool:
        """Writes what is not written yet; gives True where everything is on the disk."""
        mistakes: list[Exception] = []
        try:
            self._write_all(mistakes)
        except StoreError as error:
            if not self._has_told:
                self._has_told = True
                _log.warning("not written yet: %s", error)
                self._tell(f"{error} Your session goes on and is kept until it can be saved.")
        if mistakes:
            raise mistakes[0]
        return not self.is_behind

    def _change(self, session: Session) -> bool:
        kept = self._current()
        if session != kept.session:
            kept.session = session
            kept.head_is_due = True
        return self.flush()

    def _current(self) -> _Kept:
        if not self._kept:
            raise RuntimeError("no session was begun")
        return self._kept[-1]

    def _write_all(self, mistakes: list[Exception]) -> None:
        for kept in self._kept:
            try:
                self._bring_up(kept, mistakes)
            except (DatabaseGoneError, DatabaseDamagedError) as error:
                # The next opening makes a new one, or fails for another reason.
                _log.warning("written once more: %s", error)
                self._bring_up(kept, mistakes)
        notice = self._database.take_notice()
        if notice is not None:
            self._tell(notice)

    def _bring_up(self, kept: _Kept, mistakes: list[Exception]) -> None:
        """Writes until nothing is due in the database that is open at the end."""
        while True:
            self._database.open()
            if kept.generation != self._database.generation:
                kept.generation = self._database.generation
                if kept.is_due or kept.is_running:
                    kept.make_all_due()
            if not kept.is_due:
                return
            try:
                self._write_due(kept, mistakes)
            except UnknownSessionError:
                if mistakes:
                    raise
                # The database was opened anew between two writes.
                kept.make_all_due()

    def _write_due(self, kept: _Kept, mistakes: list[Exception]) -> None:
        """Writes the head before the steps, which refer to it, and each step by itself.

        So one that the database refuses, by a mistake of ours, holds up no other.
        """
        session = kept.session
        if kept.head_is_due:
            with _noting(mistakes):
                self._sessions.save_head(session)
            kept.head_is_due = False
        for key, step in list(kept.steps_due.items()):
            with _noting(mistakes):
                completed = session.status is SessionStatus.COMPLETED
                self._sessions.add_step(
                    session.id,
                    step,
                    position=session.position,
                    completed_at=session.ended_at if completed else None,
                )
            del kept.steps_due[key]


@contextmanager
def _noting(mistakes: list[Exception]) -> Iterator[None]:
    """Notes an unexpected error and goes on; ``flush`` raises it when all else is written."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001  see above
        mistakes.append(error)


def _completed(session: Session, ended_at: Moment) -> Session:
    return replace(session, status=SessionStatus.COMPLETED, ended_at=ended_at)


def _key(step: StepRecord) -> _Key:
    return step.ordinal, step.attempt
