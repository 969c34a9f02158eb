"""Voice and sounds are missing, or go away in the middle of a session."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.journeys.faults.driver import Program, new_folder, running
from tests.journeys.faults.fault import (
    CannotTryError,
    Fault,
    Seen,
    finish,
    go_on_until,
    said,
    whole,
)

SPEAKS = '{"voice": true, "sounds": false}'
SOUNDS = '{"voice": false, "sounds": true}'
BOTH = '{"voice": true, "sounds": true}'
SLOWER = 12.0
"""At this scale of time there is room for a few sentences."""
DISPATCHER = "speech-dispatcher"


def no_sound_server(home: Path) -> Seen:
    folder = new_folder(home, SOUNDS)
    with running(folder) as program:
        program.press("Start")
        session = finish(program, folder)
    told = said(program)
    wrong = [] if len(told) == 1 else [f"told {len(told)} times"]
    return Seen(whole(session) + wrong, [str(session), *told])


def no_dispatcher(home: Path) -> Seen:
    folder = new_folder(home, BOTH)
    with (
        null_sink(home) as sink,
        running(folder, scale=SLOWER, environment=sink, before=without_dispatcher()) as program,
    ):
        program.press("Start")
        session = finish(program, folder)
    told, sounds = said(program), len(program.of("sounded"))
    wrong = [] if len(told) == 1 and sounds else [f"told {len(told)} times, {sounds} sounds"]
    return Seen(whole(session) + wrong, [f"{session}; {sounds} sounds", *told])


def dispatcher_killed(home: Path) -> Seen:
    """For good: it cannot be started again."""
    folder = new_folder(home, BOTH)
    with (
        null_sink(home) as sink,
        dispatcher(home, sink) as (voice, address),
        running(
            folder, scale=SLOWER, environment={**sink, **address}, before=without_dispatcher()
        ) as program,
    ):
        program.press("Start")
        hear_it_speak(program)
        os.killpg(voice.pid, signal.SIGKILL)
        before = len(program.of("sounded"))
        session = finish(program, folder)
    told, sounds = said(program), len(program.of("sounded")) - before
    wrong = [] if len(told) == 1 and sounds else [f"told {len(told)} times, {sounds} sounds"]
    return Seen(whole(session) + wrong, [f"{session}; {sounds} sounds afterwards", *told])


def dispatcher_restarted(home: Path) -> Seen:
    """It may be started again, as on most systems: the client's library does it by itself."""
    folder = new_folder(home, BOTH)
    if shutil.which(DISPATCHER) is None:
        raise CannotTryError(f"needs {DISPATCHER}")
    at_usual_place = ["env", "--unset=SPEECHD_ADDRESS"]
    with null_sink(home) as sink:
        with running(folder, scale=SLOWER, environment=sink, before=at_usual_place) as program:
            program.press("Start")
            hear_it_speak(program)
            end_spawned(home, signal.SIGKILL)
            before = len(program.of("spoken"))
            session = finish(program, folder)
        end_spawned(home, signal.SIGTERM)
    spoken, told = len(program.of("spoken")) - before, said(program)
    wrong = [] if spoken and not told else ["it was not started again"]
    return Seen(whole(session) + wrong, [f"{session}; {spoken} sentences afterwards", *told])


def hear_it_speak(program: Program) -> None:
    """Waits for the first sentence.

    Raises:
        CannotTryError: it took longer than the session.
    """
    go_on_until(program, lambda: bool(program.of("spoken") or program.of("over")), "sentence")
    if not program.of("spoken"):
        raise CannotTryError(f"the voice was not ready in time: {said(program)}")


@contextmanager
def null_sink(home: Path) -> Iterator[Mapping[str, str]]:
    """Gives the environment in which there is a sound server that nobody hears.

    Raises:
        CannotTryError: there is none on this machine.
    """
    server = shutil.which("pulseaudio")
    if server is None:
        raise CannotTryError("needs pulseaudio")
    socket = home / "sink"
    command = [
        *(server, "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("-L", "module-null-sink"),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
    ]
    environment = {name: str(home) for name in ("HOME", "XDG_RUNTIME_DIR")}
    with started(command, environment, socket):
        yield {"PULSE_SERVER": f"unix:{socket}"}


@contextmanager
def dispatcher(
    home: Path, sink: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], Mapping[str, str]]]:
    """Gives a speech-dispatcher of our own, and the environment in which it is found."""
    found = shutil.which(DISPATCHER)
    if found is None:
        raise CannotTryError(f"needs {DISPATCHER}")
    socket = spoken_socket(home)
    command = [
        *(found, "--run-single", "--communication-method", "unix_socket"),
        *("--socket-path", str(socket), "--pid-file", str(home / "pid"), "--log-dir", str(home)),
    ]
    with started(command, {**sink, "HOME": str(home)}, socket) as process:
        yield process, {"SPEECHD_ADDRESS": f"unix_socket:{socket}"}


def spoken_socket(home: Path) -> Path:
    """Gives where a dispatcher of ours listens."""
    return home / "speechd.sock"


def end_spawned(home: Path, how: signal.Signals) -> None:
    """Ends the dispatcher that the client's library has started, if any."""
    note = home / "run/speech-dispatcher/pid/speech-dispatcher.pid"
    if note.exists():
        with suppress(ProcessLookupError):
            os.kill(int(note.read_text()), how)


def without_dispatcher() -> list[str]:
    """Gives a command that starts the rest of its arguments where there is no dispatcher.

    Raises:
        CannotTryError: it is there and cannot be hidden.
    """
    found = shutil.which(DISPATCHER)
    if found is None:
        return []
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        raise CannotTryError(f"needs root, to hide {DISPATCHER} from the program")
    hide = 'mount --bind /dev/null "$0" && exec "$@"'
    return ["unshare", "--mount", "sh", "-c", hide, found]


@contextmanager
def started(
    command: list[str], environment: Mapping[str, str], socket: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Gives a server that listens on a socket, and sees to it that it is gone after the block."""
    with subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # What it starts belongs to its group, and ends with it.
        start_new_session=True,
    ) as process:
        try:
            while not socket.exists():
                with suppress(subprocess.TimeoutExpired):
                    raise CannotTryError(f"{command[0]} ends with {process.wait(0.05)}")
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


FAULTS = [
    Fault("no sound server", no_sound_server),
    Fault("no speech-dispatcher", no_dispatcher),
    Fault("dispatcher killed", dispatcher_killed),
    Fault("dispatcher comes back", dispatcher_restarted),
]
