"""What the program says aloud: one sentence at a time, the more important one first."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from kneegui.desktop.voice_engine import Voice, VoiceEngine, VoiceFault, VoiceProcess, VoiceWish

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long, in seconds, an engine may take before it counts as broken.

    ``letter_s`` is granted for each letter of a sentence at the usual speed; eSpeak needs 0.075 s.
    ``grace_s`` is added once: after the machine slept, an answer may already wait to be read.
    """

    open_s: float = 10.0
    begin_s: float = 4.0
    sentence_s: float = 3.0
    letter_s: float = 0.12
    grace_s: float = 0.25


@dataclass(frozen=True, slots=True)
class _Sentence:
    number: int
    text: str
    priority: int
    deadline: QDeadlineTimer


class Speech(QObject):
    """Says sentences through the voice of the system.

    A sentence that is being spoken is cut by a more important one and by no other. Others wait,
    and those that could not begin in time are left out. Where the voice fails this is told once;
    from then on it stays silent, until ``retry``. An engine that had worked is first started again
    by itself; only the sentence it broke off is lost.

    Args:
        make_engine: gives a new engine; the system's where it is left out.
        patience: when an engine counts as broken.
        restarts: how often in a row an engine that had worked is started again by itself.

    Signals:
        opened(): the voice can speak; ``engine_name``, ``voice_name`` and ``voices`` are known.
        spoken_started(str): this text is being spoken.
        spoken_finished(str): it was spoken to its end.
        spoken_cut(str): it was not.
        failed(str): a sentence for the user: why nothing is spoken any more.
    """

    opened = Signal()
    spoken_started = Signal(str)
    spoken_finished = Signal(str)
    spoken_cut = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        make_engine: Callable[[], VoiceEngine] = VoiceProcess,
        patience: Patience | None = None,
        restarts: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self._patience = patience or Patience()
        self._restarts = self._restarts_left = restarts
        self._wish = VoiceWish()
        self._engine: VoiceEngine | None = None
        self._is_open = False
        self._muted = False
        self._number = 0
        self._current: _Sentence | None = None
        self._waiting: list[_Sentence] = []
        self._overdue = False
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._on_watch_timeout)
        self.engine_name = ""
        self.voice_name = ""
        self.voices: tuple[Voice, ...] = ()
        self.problem = ""
        """Why nothing is spoken, or empty."""

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is being spoken."""
        return self._current is not None

    def choose(self, wish: VoiceWish) -> None:
        """Sets how it sounds, from the next sentence on."""
        if wish == self._wish:
            return
        self._wish = wish
        if self._engine is not None:
            self._engine.open(wish)

    def start(self) -> None:
        """Gets the voice ready, which takes two seconds, so that the first sentence is on time."""
        if self._engine is not None or self.problem:
            return
        self._engine = self._make_engine()
        self._engine.opened.connect(self._on_opened)
        self._engine.started.connect(self._on_started)
        self._engine.finished.connect(self._on_finished)
        self._engine.failed.connect(self._on_failed)
        self._await(self._patience.open_s)
        self._engine.open(self._wish)

    def say(self, text: str, priority: int = 0, deadline_s: float = 2.0) -> None:
        """Says a text now or as soon as the one before is over; a higher priority cuts a lower.

        It is left out where it cannot begin within ``deadline_s`` seconds.
        """
        if self._muted or self.problem or not text.strip():
            return
        self._number += 1
        deadline = QDeadlineTimer(round(deadline_s * 1000))
        sentence = _Sentence(self._number, text, priority, deadline)
        if self._is_open and (self._current is None or self._current.priority < priority):
            self._begin(sentence)
        else:
            self._waiting.append(sentence)
            self.start()

    def hush(self) -> None:
        """Cuts what is being spoken and forgets what waits."""
        self._waiting.clear()
        if self._current is not None and self._engine is not None:
            self._engine.stop()
            self._end_current()

    def set_muted(self, muted: bool) -> None:
        """Says nothing while muted; what is being spoken is cut."""
        self._muted = muted
        if muted:
            self.hush()

    def retry(self) -> None:
        """Tries again after a failure."""
        self.problem = ""
        self._restarts_left = self._restarts
        self.start()

    def close(self) -> None:
        """Leaves nothing running; may be started again."""
        self._watch.stop()
        self._waiting.clear()
        self._is_open = False
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
            engine.deleteLater()
        self._end_current()

    def _begin(self, sentence: _Sentence) -> None:
        cut, self._current = self._current, sentence
        self._await(self._patience.begin_s)
        if self._engine is not None:
            self._engine.say(sentence.number, sentence.text)
        if cut is not None:
            self.spoken_cut.emit(cut.text)

    def _begin_next(self) -> None:
        """Says the most important waiting sentence that is not too late, the oldest of equals."""
        self._waiting = [one for one in self._waiting if not one.deadline.hasExpired()]
        if self._waiting:
            chosen = max(self._waiting, key=lambda one: (one.priority, -one.number))
            self._waiting.remove(chosen)
            self._begin(chosen)

    def _end_current(self) -> None:
        ended, self._current = self._current, None
        if ended is not None:
            self._watch.stop()
            self.spoken_cut.emit(ended.text)

    def _on_opened(self, engine_name: str, voice_name: str, voices: tuple[Voice, ...]) -> None:
        self.engine_name, self.voice_name, self.voices = engine_name, voice_name, voices
        if not self._is_open:
            self._is_open = True
            self._watch.stop()
            self._begin_next()
        self.opened.emit()

    def _on_started(self, number: int) -> None:
        if self._current is not None and self._current.number == number:
            text = self._current.text
            slowness = 2.0 ** -min(self._wish.rate * 1.6, 0.0)
            patience = self._patience
            self._await(patience.sentence_s + patience.letter_s * len(text) * slowness)
            self.spoken_started.emit(text)

    def _on_finished(self, number: int) -> None:
        if self._current is not None and self._current.number == number:
            text, self._current = self._current.text, None
            self._watch.stop()
            self._restarts_left = self._restarts
            self._begin_next()
            self.spoken_finished.emit(text)

    def _on_failed(self, fault: str, detail: str) -> None:
        _log.warning("the voice failed: %s, %s", fault, detail)
        if self._is_open and fault == VoiceFault.BROKEN and self._restarts_left:
            self._restarts_left -= 1
            waiting, self._waiting = self._waiting, []
            self.close()
            self._waiting += waiting
            self.start()
            return
        self.problem = self._sentence_for(fault)
        self.close()
        self.failed.emit(self.problem)

    def _sentence_for(self, fault: str) -> str:
        if fault == VoiceFault.NO_VOICE:
            return self.tr("This computer has no voice for the language of the program.")
        if self.engine_name:
            return self.tr("The voice of this computer has stopped.")
        if fault == VoiceFault.NO_ENGINE:
            return self.tr("No voice was found on this computer.")
        return self.tr("The voice of this computer does not answer.")

    def _await(self, seconds: float) -> None:
        self._overdue = False
        self._watch.start(round(seconds * 1000))

    def _on_watch_timeout(self) -> None:
        if not self._overdue:
            self._overdue = True
            self._watch.start(round(self._patience.grace_s * 1000))
            return
        awaited = "to open" if not self._is_open else "to speak"
        self._on_failed(VoiceFault.BROKEN, f"it was waited for {awaited}")
