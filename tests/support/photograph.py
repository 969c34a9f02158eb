"""Photographs a program's window on a virtual display.

``python -m tests.support.photograph PICTURE -- COMMAND ...`` starts the command there, waits until
its window is painted and at rest, writes the picture, says where it is, and ends the command.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.support.virtual_display import Picture, VirtualDisplay

PAINTED = 12
"""More colours than these are a painted window, not an empty one."""
PATIENCE_S = 30.0
REST_S = 3.0
LOOK_EVERY_S = 0.3


def photograph(command: list[str]) -> Picture | str:
    """Gives the picture of the command's window, or a sentence about why there is none."""
    with VirtualDisplay() as display:
        program = subprocess.Popen(command, env=display.environment())
        try:
            return _wait_for_window(display, program)
        finally:
            _end(program)


def _wait_for_window(display: VirtualDisplay, program: subprocess.Popen[bytes]) -> Picture | str:
    started = time.monotonic()
    painted_at: float | None = None
    before: Picture | None = None
    while (now := time.monotonic()) - started < PATIENCE_S:
        if program.poll() is not None:
            return f"The program ended with {program.returncode} before its window was painted."
        shown = display.picture()
        if shown.colours() > PAINTED:
            painted_at = painted_at or now
            # A moving figure never comes to rest: then any moment will do.
            if shown == before or now - painted_at > REST_S:
                return shown
        before = shown
        time.sleep(LOOK_EVERY_S)
    return f"No window was painted within {PATIENCE_S:.0f} seconds."


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(timeout=5)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def main(arguments: list[str]) -> int:
    """Runs the command line above; gives 0 when there is a picture, else 1."""
    path, dashes, *command = arguments
    assert dashes == "--"
    result = photograph(command)
    if isinstance(result, str):
        print(result, file=sys.stderr)
        return 1
    try:
        result.save(Path(path))
    except OSError as error:
        print(f"The screenshot cannot be written: {error}", file=sys.stderr)
        return 1
    print(f"The program opened its window; a screenshot is in {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
