"""Movement: a picture's key poses settled on their supports, and every moment in between."""

from __future__ import annotations

from functools import cached_property

from kneegui.figure.camera import Camera, fill_camera, fit_camera, frame_class
from kneegui.figure.contacts import settle
from kneegui.figure.inbetween import blend, comparable
from kneegui.figure.pose import PoseFile
from kneegui.figure.scene import (
    Scene,
    build_scene,
    fitted_mats,
    stage_of,
    supports_of,
    with_mats,
)
from kneegui.figure.solver import Pose


class Movement:
    """One repetition of a picture; ``t`` runs from 0 (start) to 1 (end, or once round a cycle).

    Making one settles all key poses (about 0.05 s); it never changes afterwards.
    """

    def __init__(self, file: PoseFile) -> None:
        self.file = file
        self.times = list(file.times)
        self.keys: list[Pose] = [settle(p, supports_of(file, p)) for p in file.poses.values()]
        if file.cycle:
            self.keys.append(self.keys[0])
            self.times.append(1.0)
        elif len(self.keys) == 1:
            self.keys.append(self.keys[0])
            self.times = [0.0, 1.0]
        self._pairs = [comparable(a, b) for a, b in zip(self.keys, self.keys[1:], strict=False)]
        bare = [build_scene(file, pose) for pose in self.keys]
        self.frame_class: str = file.camera.get("frame") or frame_class(bare)
        shortest = 1.30 if self.frame_class == "kneeling" else 1.45
        self._mats = fitted_mats(bare, shortest)
        fitted = [with_mats(scene, self._mats) for scene in bare]
        self._stage = stage_of(fitted)
        for scene in fitted:
            scene.stage = self._stage
        self.key_scenes: list[Scene] = fitted

    def pose_at(self, t: float) -> Pose:
        """Give the settled pose at ``t``; a key pose exactly at its time."""
        if self.file.cycle:
            t = t % 1.0
        i = next(
            (i for i in range(len(self._pairs)) if t <= self.times[i + 1]), len(self._pairs) - 1
        )
        before, after = self.times[i], self.times[i + 1]
        if abs(t - before) < 1e-6:
            return self.keys[i]
        if abs(t - after) < 1e-6:
            return self.keys[i + 1]
        pose = blend(*self._pairs[i], (t - before) / (after - before))
        return settle(pose, supports_of(self.file, pose), warm=True)

    def at(self, t: float) -> Scene:
        """Give the scene at ``t``."""
        scene = with_mats(build_scene(self.file, self.pose_at(float(t))), self._mats)
        scene.stage = self._stage
        return scene

    @cached_property
    def reach(self) -> list[Scene]:
        """Scenes that together show how far the body moves: key poses and the middle."""
        middles = [(a + b) / 2 for a, b in zip(self.times, self.times[1:], strict=False)]
        return self.key_scenes + [self.at(t) for t in middles]

    def camera(self, width: int, height: int, view: tuple[float, float] | None = None) -> Camera:
        """Give the camera for a picture of ``width`` x ``height`` pixels (see ``fit_camera``)."""
        return fit_camera(self.key_scenes, self.file.camera, width, height, view)

    def card_camera(self, width: int, height: int) -> Camera:
        """Give the camera for a small card: its end position fills the frame."""
        last = self.at(0.5) if self.file.cycle else self.key_scenes[-1]
        return fill_camera([last], self.file.camera, width, height)
