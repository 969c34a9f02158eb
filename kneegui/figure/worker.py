"""Draws figures from any side for another process: ``python -m kneegui.figure.worker POSES``.

Drawing keeps an interpreter busy, so the window has it done in a process of its own. Each line on
standard input is a JSON object with ``name, pose, yaw, pitch, width, height, fine``; yaw and pitch
are degrees from the best angle. Each answer on standard output is ``HEADER`` (width, height) and
the premultiplied RGBA bytes. The process ends with its input.
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

from kneegui.figure.live import LiveView

HEADER = struct.Struct("<II")


def serve(poses: Path, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers every request until the input ends; the last figure stays open."""
    name, view = "", None
    for line in requests:
        request: dict[str, Any] = json.loads(line)
        if view is None or request["name"] != name:
            name = request["name"]
            view = LiveView.open(poses, name)
        yaw, pitch = view.best_angle
        pixels = view.render(
            request["pose"],
            yaw + request["yaw"],
            pitch + request["pitch"],
            request["width"],
            request["height"],
            fine=request["fine"],
        )
        height, width, _ = pixels.shape
        answers.write(HEADER.pack(width, height))
        answers.write(pixels.tobytes())
        answers.flush()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
