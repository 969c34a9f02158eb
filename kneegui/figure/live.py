"""Live pictures for turning by hand: a pose at any yaw and pitch, quickly, without Qt.

A ``LiveView`` keeps the solved scene, its cones and shadows of one moment; each further angle of it
costs only the rays.  It is for one worker thread at a time.
"""

from __future__ import annotations

from pathlib import Path

from kneegui.figure.camera import Camera
from kneegui.figure.motion import Movement
from kneegui.figure.pose import read_pose_file
from kneegui.figure.renderer import SceneRenderer
from kneegui.figure.vectors import Array

LIVE_SIZE = (400, 300)
PITCH_RANGE = (-5.0, 60.0)
"""Degrees a viewer may look up or down."""


class LiveView:
    """One movement to be turned by hand; make it in a worker (about 0.1 s)."""

    def __init__(self, movement: Movement) -> None:
        self._movement = movement
        self._camera = movement.camera(*LIVE_SIZE)
        self._t: float | None = None
        self._renderer = SceneRenderer(movement.key_scenes[0])

    @classmethod
    def open(cls, poses: Path, name: str) -> LiveView:
        """Give the view of a picture from the folder of pose files.

        Raises:
            PoseFileError: there is no such picture.
        """
        return cls(Movement(read_pose_file(poses / f"{name}.toml")))

    @property
    def best_angle(self) -> tuple[float, float]:
        """Yaw and pitch of the baked pictures, degrees."""
        return self._camera.yaw, self._camera.pitch

    def render(
        self,
        t: float,
        yaw: float,
        pitch: float,
        width: int = LIVE_SIZE[0],
        height: int = LIVE_SIZE[1],
        fine: bool = False,
    ) -> Array:
        """Give the picture at moment ``t``: (height, width, 4) bytes, premultiplied RGBA.

        While dragging ask for the small size, not ``fine`` (25 to 40 ms at 400 x 300); when let go
        for a large one, ``fine`` (smooth edges).  ``pitch`` is held within ``PITCH_RANGE``.
        """
        if t != self._t:
            self._renderer, self._t = SceneRenderer(self._movement.at(t)), t
        pitch = min(max(pitch, PITCH_RANGE[0]), PITCH_RANGE[1])
        camera = self._turned(yaw, pitch, width, height)
        return self._renderer.render(camera, width, height, 3 if fine else 1, shine=fine).rgba

    def _turned(self, yaw: float, pitch: float, width: int, height: int) -> Camera:
        """Give the camera at another angle: same scale, turned about the middle of the figure."""
        base = self._movement.camera(width, height)
        centres = self._movement.key_scenes[0].figure.centres
        middle = (centres.min(0) + centres.max(0)) / 2
        x, y, _ = base.project(middle)
        turned = Camera(yaw, pitch, base.scale)
        tx, ty, _ = turned.project(middle)
        return Camera(yaw, pitch, base.scale, float(x - tx), float(y - ty))
