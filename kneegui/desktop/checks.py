"""Looks whether everything outside the program is as it needs it: for ``kneegui check``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kneegui.desktop.display import require_display
from kneegui.desktop.keep_awake import AwakeMode, presenting_mode
from kneegui.desktop.sounds import Sound
from kneegui.desktop.voice_engine import voice_command
from kneegui.domain.errors import KneeGuideError
from kneegui.resource_files import resource_folder

_LEAST_FREE_BYTES = 50 * 1024**2
"""Years of sessions take less; a database on a full disk does not."""
_PATIENCE_S = 15
"""How long a voice or a sound server may take to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was looked at, whether it is as it should be, and what was found."""

    name: str
    ok: bool
    detail: str


def run_checks(
    folder: Path,
    environment: Mapping[str, str],
    check_database: Callable[[], str],
    language: str = "en",
) -> list[Check]:
    """Looks at everything, which may take seconds, and changes nothing.

    Args:
        folder: the data folder.
        environment: the process's own.
        check_database: gives what was found, or raises a ``KneeGuideError`` that says what is
            wrong.
        language: that of the program, which the voice should have.
    """
    return [
        check_folder(folder),
        _asked("Database", check_database),
        check_voice(voice_command(), language, environment),
        check_sound(sound_command(), environment),
        check_keep_awake(),
        _asked("Display", lambda: _display(environment)),
    ]


def check_folder(folder: Path, least_free: int = _LEAST_FREE_BYTES) -> Check:
    """Looks whether the data folder can be written to and has room."""
    name = "Data folder"
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"room?")
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check(name=name, ok=False, detail=f"{folder}: {error.strerror}")
    free_mb = free // 1024**2
    return Check(name=name, ok=free >= least_free, detail=f"{folder}, {free_mb} MB free")


def check_voice(command: Sequence[str], language: str, environment: Mapping[str, str]) -> Check:
    """Looks whether the process that speaks finds an engine and a voice."""
    wish = {"do": "open", "language": language, "voice": "", "rate": 0.0}
    done = _answer_of(command, environment, json.dumps(wish) + "\n")
    if done is None:
        return Check(name="Voice", ok=False, detail="the voice engine does not answer")
    for line in done.stdout.splitlines():
        if not line.startswith('{"is":'):
            continue
        told = json.loads(line)
        if told["is"] == "opened":
            count = len(told["voices"])
            voices = "1 voice" if count == 1 else f"{count} voices"
            detail = f"{told['engine']}, {voices} for {language}, speaks as {told['voice']}"
            return Check(name="Voice", ok=True, detail=detail)
        if told["fault"] == "no-voice":
            return Check(name="Voice", ok=False, detail=f"there is no voice for {language}")
        return Check(name="Voice", ok=False, detail=f"there is no voice engine: {told['detail']}")
    return Check(name="Voice", ok=False, detail=f"its process ended with {done.returncode}")


def check_sound(command: Sequence[str], environment: Mapping[str, str]) -> Check:
    """Looks whether there is a device to play on, and the sounds to be played."""
    folder = resource_folder() / "sounds"
    missing = [sound.value for sound in Sound if not (folder / f"{sound}.wav").is_file()]
    if missing:
        return Check(name="Sound", ok=False, detail=f"not installed: {', '.join(missing)}")
    done = _answer_of(command, environment, "")
    if done is None:
        return Check(name="Sound", ok=False, detail="the sound server does not answer")
    if done.returncode != 0:
        return Check(name="Sound", ok=False, detail="there is no device to play on")
    return Check(name="Sound", ok=True, detail=done.stdout.strip())


def check_keep_awake(make_mode: Callable[[], AwakeMode] = presenting_mode) -> Check:
    """Looks whether the display can be held awake, by doing it for a moment."""
    name = "Keep awake"
    try:
        mode = make_mode()
        mode.__enter__()
        method = mode.active_method.name if mode.active and mode.active_method else ""
        mode.__exit__(None, None, None)
    except Exception as error:  # noqa: BLE001  a library's and a desktop's, and told
        return Check(name=name, ok=False, detail=str(error))
    return Check(name=name, ok=bool(method), detail=method or "the desktop offers no way to do it")


def sound_command() -> list[str]:
    """Gives what starts the process that names the sound device."""
    return [sys.executable, "-m", "kneegui.desktop.sound_device"]


def _asked(name: str, ask: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, detail=ask())
    except KneeGuideError as error:
        return Check(name=name, ok=False, detail=str(error))


def _display(environment: Mapping[str, str]) -> str:
    require_display(environment)
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if environment.get(variable):
            return f"{variable}={environment[variable]}"
    return "the system's own"


def _answer_of(
    command: Sequence[str], environment: Mapping[str, str], said: str
) -> subprocess.CompletedProcess[str] | None:
    """Gives what a process answered, or nothing where it did not in time; it is ended then."""
    try:
        return subprocess.run(
            command,
            input=said,
            env=dict(environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired:
        return None
