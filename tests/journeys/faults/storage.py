"""The data folder goes away, or has no room."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.journeys.faults.driver import new_folder, running
from tests.journeys.faults.fault import CannotTryError, Fault, Seen, finish, go_on, said, whole

ROOM = "2m"


def deleted(home: Path) -> Seen:
    folder = new_folder(home)
    with running(folder) as program:
        program.press("Start")
        for steps in (2, 5):
            go_on(program, "kept", steps)
            shutil.rmtree(folder, ignore_errors=True)
        session = finish(program, folder)
    return Seen(whole(session), [str(session), *said(program)])


def full(home: Path) -> Seen:
    with small_disk(home / "kneegui"):
        folder = home / "kneegui"
        (folder / "settings.json").write_text('{"voice": false, "sounds": false}')
        with running(folder) as program:
            program.press("Start")
            go_on(program, "kept", 2)
            filling = folder / "filling"
            fill(filling)
            go_on(program, "ended", 6)
            kept = len(program.of("kept"))
            filling.unlink()
            session = finish(program, folder)
    wrong = [] if kept < 6 else ["it was not full"]
    if len(said(program)) != 1:
        wrong.append(f"told {len(said(program))} times")
    return Seen(
        [*whole(session), *wrong],
        [f"{session}; {kept} kept when 6 were done on a full disk", *said(program)],
    )


@contextmanager
def small_disk(place: Path) -> Iterator[None]:
    """Puts a file system of two megabytes at a place while the block lasts.

    Raises:
        CannotTryError: that is not allowed here.
    """
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or mount is None or unmount is None:
        raise CannotTryError("needs root, to mount a small file system")
    command = [mount, "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotTryError(done.stderr.strip())
    try:
        yield
    finally:
        subprocess.run([unmount, str(place)], check=True)


def fill(path: Path) -> None:
    """Writes a file as long as there is room."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


FAULTS = [Fault("folder deleted", deleted), Fault("disk full", full)]
