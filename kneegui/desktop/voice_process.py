"""The process that speaks: ``python -m kneegui.desktop.voice_process [--engine NAME]``.

It is a process of its own because the systems' voices can take the program down with them: with
speech-dispatcher, opening one takes two seconds in which nothing else in the process runs, and for
ever where the dispatcher hangs, as it does without a sound server; some versions of its library
crash when the dispatcher goes away.

Both ways goes one JSON object a line. In come::

    {"do": "open", "language": "en_GB", "voice": "", "rate": 0.0}    again: changes them
    {"do": "say", "number": 7, "text": "Left side."}                 cuts what is being said
    {"do": "stop"}

and out go::

    {"is": "opened", "engine": "speechd", "voice": "Ann", "voices": [["Ann", "en_GB"], ...]}
    {"is": "started" | "finished", "number": 7}
    {"is": "failed", "fault": "no-engine" | "no-voice" | "broken", "detail": "..."}

It ends when its input does.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice
from typing_extensions import override

from kneegui.desktop.process_lines import Servant, obey, tell

_PREFERRED = ("speechd", "darwin", "winrt", "sapi", "flite")
_UNUSUAL = ("English (Caribbean)",)
"""eSpeak names it first of the voices of the United States."""
_NEVER = "mock"
"""Qt's engine for its own tests says it speaks and does not."""
_HUNG_S = 20
"""No single call may take longer; the process ends instead of staying behind for ever."""
_SETTLE_MS = 400
"""How long an engine may take to confirm that it stopped."""


class _Speaker(Servant):
    """Does what the commands say."""

    def __init__(self, engine_names: Sequence[str]) -> None:
        super().__init__()
        self._engine_names = engine_names
        self._engine: QTextToSpeech | None = None
        self._number: int | None = None
        self._begun = False
        self._next: dict[str, Any] | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._say_next)

    @override
    def on_received(self, command: dict[str, Any]) -> None:
        with _ending_if_hung():
            if command["do"] == "open":
                self._open(command)
            elif self._engine is None:
                return
            elif command["do"] == "say":
                self._next = command
                self._stop()
                if not self._settling.isActive():
                    self._say_next()
            else:
                self._next = None
                self._stop()

    @override
    def on_ended(self) -> None:
        if self._engine is not None:
            with _ending_if_hung():
                self._engine.stop()
        super().on_ended()

    def _open(self, wish: dict[str, Any]) -> None:
        if self._engine is None:
            self._engine = self._find_engine()
        if self._engine is None:
            return
        voices = _voices(self._engine, QLocale(wish["language"]).language())
        voice = _best(voices, wish["voice"], wish["language"])
        if voice is None:
            tell("failed", fault="no-voice", detail=wish["language"])
            return
        self._engine.setLocale(voice.locale())
        self._engine.setVoice(voice)
        self._engine.setRate(wish["rate"])
        tell(
            "opened",
            engine=self._engine.engine(),
            voice=voice.name(),
            voices=[[one.name(), one.locale().name()] for one in voices],
        )

    def _find_engine(self) -> QTextToSpeech | None:
        """Gives the first engine that is ready and has voices, or tells why there is none."""
        detail = "none is installed"
        for name in self._engine_names:
            engine = QTextToSpeech(name, self)
            if engine.state() == QTextToSpeech.State.Ready and engine.availableLocales():
                engine.stateChanged.connect(self._on_state_changed)
                engine.errorOccurred.connect(self._on_error_occurred)
                return engine
            detail = f"{name}: {engine.errorString() or 'it has no voices'}"
            engine.deleteLater()
        tell("failed", fault="no-engine", detail=detail)
        return None

    def _stop(self) -> None:
        """Cuts the sentence; until the engine confirms it, another would be mistaken for it."""
        if self._number is None:
            return
        self._number = None
        self._settling.start()
        if self._engine is not None:
            self._engine.stop()

    def _say_next(self) -> None:
        self._settling.stop()
        command, self._next = self._next, None
        if command is not None and self._engine is not None:
            self._number, self._begun = command["number"], False
            with _ending_if_hung():
                self._engine.say(command["text"])

    def _on_state_changed(self, state: QTextToSpeech.State) -> None:
        if state == QTextToSpeech.State.Speaking and self._number is not None:
            self._begun = True
            tell("started", number=self._number)
        elif state == QTextToSpeech.State.Ready and self._settling.isActive():
            self._say_next()
        elif state == QTextToSpeech.State.Ready and self._begun and self._number is not None:
            number, self._number = self._number, None
            tell("finished", number=number)

    def _on_error_occurred(self, _reason: QTextToSpeech.ErrorReason, text: str) -> None:
        tell("failed", fault="broken", detail=text)


def _voices(engine: QTextToSpeech, language: QLocale.Language) -> list[QVoice]:
    """Gives the voices for a language as it is spoken anywhere.

    eSpeak's hundred effects on each of them (``English (America)+Whisper``) are left out.
    """
    found: list[QVoice] = []
    for locale in engine.availableLocales():
        if locale.language() == language:
            engine.setLocale(locale)
            offered = engine.availableVoices()
            found += [one for one in offered if "+" not in one.name()] or offered
    return found


def _best(voices: Sequence[QVoice], name: str, language: str) -> QVoice | None:
    """Gives the voice of that name, or else the first of the nearest place."""
    for voice in voices:
        if voice.name() == name:
            return voice
    usual = [one for one in voices if one.name() not in _UNUSUAL] or voices
    for locale in (language, QLocale.system().name(), QLocale(language).name()):
        for voice in usual:
            if voice.locale().name() == locale:
                return voice
    return usual[0] if usual else None


def _real_engines() -> list[str]:
    offered = [name for name in QTextToSpeech.availableEngines() if name != _NEVER]
    known = [name for name in _PREFERRED if name in offered]
    return known + sorted(set(offered) - set(known))


@contextlib.contextmanager
def _ending_if_hung() -> Iterator[None]:
    # Python's other threads stand still while an engine opens; this watch does not need them.
    if sys.__stderr__ is not None:
        faulthandler.dump_traceback_later(_HUNG_S, exit=True, file=sys.__stderr__)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def main(arguments: Sequence[str] | None = None) -> int:
    """Speaks what it is told to until its input ends, and gives the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default="")
    engine = parser.parse_args(arguments).engine
    _application = QCoreApplication(sys.argv[:1])
    return obey(_Speaker([engine] if engine else _real_engines()))


if __name__ == "__main__":
    sys.exit(main())
