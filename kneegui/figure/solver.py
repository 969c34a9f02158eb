"""Solves one pose of the grammar in ``pose``: bone rotations, joint positions, anchors.

Directions, joint angles and targets (inverse kinematics) may be mixed limb by limb.  What the
pose asks for and cannot be reached is reported in ``Figure.errors``; nothing is raised for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from kneegui.figure.body import (
    BALL_BONE,
    BALL_CENTRE,
    BALL_INDEX,
    BALL_RADII,
    BONES,
    LENGTHS,
    SIDES,
)
from kneegui.figure.hands import hand_numbers
from kneegui.figure.limbs import arm_frames, leg_frames, shrug, two_bone
from kneegui.figure.points import Place, locate
from kneegui.figure.vectors import (
    Array,
    Matrix,
    Vector,
    direction,
    frame_along_y,
    frame_along_z,
    turn_x,
    turn_y,
    turn_z,
    unit,
    vector,
)

Pose: TypeAlias = dict[str, Any]
"""One key pose as written in a pose file (see ``pose``)."""

FOOT_ANGLES: dict[str, float] = {"relaxed": 18, "neutral": 0, "point": 50, "flex": -12}
_ANKLE = LENGTHS["ankle"]
FOOT_POINTS: dict[str, tuple[float, float, float]] = {
    "sole": (0, -_ANKLE, 0),
    "ball": (0, -_ANKLE, 0.112),
    "toe": (0, -_ANKLE + 0.005, 0.185),
    "ankle": (0, 0, 0),
    "heel": (0, -_ANKLE + 0.034, -0.062),
    "top": (0, -0.03, 0.1),
}
"""What ``by`` may put on a leg's target, in the foot's frame."""


def _hand_point(by: str, sg: int) -> Vector:
    """Give what ``by`` puts on an arm's target, in the hand's frame."""
    points = {
        "palm": (-sg * 0.016, -0.075, 0),
        "wrist": (0, 0, 0),
        "tips": (-sg * 0.010, -0.165, 0),
        "fist": (-sg * 0.020, -0.070, 0),
    }
    return vector(*points[by])


@dataclass(slots=True)
class Figure:
    """A solved body in the world.

    ``rotations`` (bones, 3, 3) and ``origins`` (bones, 3) follow ``BONES``; ``centres`` (balls, 3)
    and ``axes`` (balls, 3, 3: columns are the scaled half axes) follow ``BALLS``; ``hands`` holds
    the numbers of the drawn hands by side.
    """

    rotations: Array
    origins: Array
    anchors: dict[str, Vector]
    centres: Array
    axes: Array
    hands: dict[str, list[float]]
    errors: list[str]

    def rotation(self, bone: str) -> Matrix:
        """Give the frame of a bone."""
        return self.rotations[BONES.index(bone)]

    def origin(self, bone: str) -> Vector:
        """Give the joint a bone starts at."""
        return self.origins[BONES.index(bone)]

    def place(self, at: object) -> Place:
        """Give the place of a point of a pose file on this body."""
        rotations = dict(zip(BONES, self.rotations, strict=True))
        origins = dict(zip(BONES, self.origins, strict=True))
        return locate(rotations, origins, self.anchors, at)


class _Skeleton:
    """A body while it is being solved, from the pelvis outwards."""

    def __init__(self, pose: Pose) -> None:
        self.pose = pose
        self.rotations: dict[str, Matrix] = {}
        self.origins: dict[str, Vector] = {}
        self.anchors: dict[str, Vector] = {}
        self.errors: list[str] = []
        self.hands: dict[str, list[float]] = {}

    def place(self, at: object) -> Place:
        return locate(self.rotations, self.origins, self.anchors, at)

    def solve_trunk(self) -> None:
        pelvis = self.pose["pelvis"]
        frame = frame_along_y(
            direction(pelvis.get("head", "up")), direction(pelvis.get("front", "right"))
        )
        self.rotations["pelvis"] = frame
        self.origins["pelvis"] = np.array(pelvis["at"], float)
        spine = self.pose.get("spine", {})
        weights = spine.get("weights", [0.34, 0.33, 0.33])
        below = "pelvis"
        for link, weight in zip(("s1", "s2", "s3"), weights, strict=True):
            step = vector(0, LENGTHS[link], 0)
            self.origins[link] = self.origins[below] + self.rotations[below] @ step
            self.rotations[link] = (
                self.rotations[below]
                @ turn_y(spine.get("twist", 0) * weight)
                @ turn_z(-spine.get("side", 0) * weight)
                @ turn_x(spine.get("flex", 0) * weight)
            )
            below = link
        self._solve_head()
        chest = self.rotations["s3"]
        self.anchors["pelvis"] = self.origins["pelvis"]
        self.anchors["chest"] = self.origins["s3"] + chest @ vector(0, 0.1, 0.1)
        head = self.origins["head"] + self.rotations["head"] @ vector(0, 0.12, 0)
        self.anchors["head"] = head

    def _solve_head(self) -> None:
        chest, head = self.rotations["s3"], self.pose.get("head", {})
        self.origins["head"] = self.origins["s3"] + chest @ vector(0, LENGTHS["neck"], -0.012)
        if "look" in head:
            look = direction(head["look"])
            crown = direction(head["crown"]) if "crown" in head else chest[:, 1]
            self.rotations["head"] = frame_along_y(unit(crown - (crown @ look) * look), look)
        else:
            self.rotations["head"] = (
                chest
                @ turn_y(head.get("turn", 0))
                @ turn_z(-head.get("tilt", 0))
                @ turn_x(head.get("nod", 0))
            )

    def solve_legs(self) -> None:
        sides = list(SIDES)
        if "R" in str(self.pose.get("legL", {}).get("at", "")):
            sides.reverse()  # the left leg refers to the right one: solve that first
        for s, sg in sides:
            self._solve_leg(s, sg, self.pose.get("leg" + s, {}))

    def _foot_frame(self, leg: Mapping[str, Any], shin: Matrix) -> Matrix:
        foot = leg.get("foot", "relaxed")
        if foot == "flat":
            toes = direction(leg["toes"]) if "toes" in leg else shin[:, 2] * vector(1, 0, 1)
            return frame_along_y(direction(leg.get("sole_up", "up")), toes)
        if foot == "dir":
            return frame_along_z(direction(leg["toes"]), direction(leg.get("sole_up", "up")))
        degrees = FOOT_ANGLES[foot] if isinstance(foot, str) else float(foot)
        return shin @ turn_x(degrees)

    def _solve_leg(self, s: str, sg: int, leg: Mapping[str, Any]) -> None:
        pelvis = self.rotations["pelvis"]
        hip = self.origins["pelvis"] + pelvis @ vector(sg * LENGTHS["hip"], 0, 0)
        hint = direction(leg["knee"]) if "knee" in leg else pelvis[:, 2]
        miss = 0.0
        if "hip" in leg:
            flexion, abduction, rotation = [*leg["hip"], 0, 0, 0][:3]
            thigh = pelvis @ turn_x(-flexion) @ turn_z(sg * abduction) @ turn_y(sg * rotation)
            shin = thigh @ turn_x(float(leg.get("kneeflex", 0)))
            knee = hip - thigh[:, 1] * LENGTHS["thigh"]
            ankle = knee - shin[:, 1] * LENGTHS["shin"]
            hint = thigh[:, 2]
        elif "thigh" in leg:
            knee = hip + direction(leg["thigh"]) * LENGTHS["thigh"]
            ankle = knee + direction(leg.get("shin", leg["thigh"])) * LENGTHS["shin"]
            thigh, shin = leg_frames(hip, knee, ankle, hint)
        else:
            target = self.place(leg["at"]).point
            offset = vector(*FOOT_POINTS[leg.get("by", "sole")])
            shin = np.eye(3) if leg.get("foot") == "flat" else pelvis
            thigh = knee = ankle = shin
            for _ in range(8):  # the foot follows the shin and the shin the foot
                ankle_goal = target - self._foot_frame(leg, shin) @ offset
                knee, ankle, miss = two_bone(
                    hip, ankle_goal, LENGTHS["thigh"], LENGTHS["shin"], hint
                )
                thigh, shin = leg_frames(hip, knee, ankle, hint)
        along = unit(knee - hip)
        aside = hint - (hint @ along) * along
        if np.linalg.norm(aside) > 0.15 and thigh[:, 2] @ unit(aside) < -0.2:
            self.errors.append(f"leg{s}: knee bends the wrong way (hint says otherwise)")
        if miss > 0.01:
            self.errors.append(f"leg{s}: target {miss * 100:.1f} cm out of reach")
        self._place_leg(s, leg, (thigh, shin), (hip, knee, ankle))

    def _place_leg(
        self,
        s: str,
        leg: Mapping[str, Any],
        frames: tuple[Matrix, Matrix],
        joints: tuple[Vector, Vector, Vector],
    ) -> None:
        thigh, shin = frames
        hip, knee, ankle = joints
        foot = self._foot_frame(leg, shin)
        for bone, frame, joint in (
            ("thigh", thigh, hip),
            ("shin", shin, knee),
            ("foot", foot, ankle),
        ):
            self.rotations[bone + s], self.origins[bone + s] = frame, joint
        self.origins["toes" + s] = ankle + foot @ vector(0, -_ANKLE + 0.028, 0.128)
        self.rotations["toes" + s] = foot @ turn_x(-leg.get("toebend", 0))
        self.anchors |= {
            "hip" + s: hip,
            "knee" + s: knee,
            "ankle" + s: ankle,
            "midthigh" + s: (hip + knee) / 2,
            "midshin" + s: (knee + ankle) / 2,
            "kneecap" + s: knee + thigh[:, 2] * 0.055,
            "sole" + s: ankle + foot @ vector(0, -_ANKLE, 0.06),
            "ball" + s: ankle + foot @ vector(0, -_ANKLE, 0.112),
            "instep" + s: ankle + foot @ vector(0, -0.005, 0.06),
        }

    def solve_arms(self) -> None:
        for s, sg in SIDES:
            self._solve_arm(s, sg, self.pose.get("arm" + s, {}))

    def _hand_frame(self, arm: Mapping[str, Any], fore: Matrix, sg: int) -> Matrix:
        """Give the hand's frame: -Y along the fingers, the palm's normal is -X * sg."""
        if "fingers" not in arm and "palm" not in arm:
            return fore @ turn_z(-sg * arm.get("wrist", 0))
        y = -direction(arm["fingers"]) if "fingers" in arm else fore[:, 1]
        if arm.get("palm") == "in":  # against the skin, the fingers lie along it
            normal = self.place(arm["at"]).normal
            if normal is None:
                raise ValueError(f"palm = 'in' needs a point on the skin, not {arm['at']!r}")
            palm = -normal
            y = unit(y - (y @ palm) * palm)
        else:
            palm = direction(arm.get("palm", "down"))
        x = -sg * palm
        x = unit(x - (x @ y) * y)
        return np.column_stack([x, y, np.cross(x, y)])

    def _solve_arm(self, s: str, sg: int, arm: Mapping[str, Any]) -> None:
        chest = self.rotations["s3"]
        upper_length, fore_length = LENGTHS["uarm"], LENGTHS["farm"]
        joint = vector(sg * LENGTHS["shoulder"], LENGTHS["shoulder_up"], -0.005)
        base = self.origins["s3"] + chest @ joint
        if "shoulder" in arm:  # moved inward, up, forward
            base = base + chest @ (np.array(arm["shoulder"], float) * [-sg, 1, 1])
        hint = direction(arm["elbow"]) if "elbow" in arm else -chest[:, 2]
        miss, by = 0.0, arm.get("by", "palm")
        if "at" not in arm or by == "elbow":
            if by == "elbow":
                goal = self.place(arm["at"]).point
                shoulder = base + shrug(chest, unit(goal - base))
                way = unit(goal + vector(0, 0.036, 0) - shoulder)
            else:
                way = direction(arm.get("upper", "down"))
            shoulder = base + shrug(chest, way)
            elbow = shoulder + way * upper_length
            wrist = elbow + direction(arm.get("fore", way)) * fore_length
        else:
            target = self.place(arm["at"]).point
            shoulder = base + shrug(chest, unit(target - base))
            offset, fore = _hand_point(by, sg), chest
            elbow = wrist = shoulder
            for _ in range(6):  # the hand follows the forearm and the forearm the hand
                goal = target - self._hand_frame(arm, fore, sg) @ offset
                elbow, wrist, miss = two_bone(shoulder, goal, upper_length, fore_length, hint)
                fore = arm_frames(shoulder, elbow, wrist, hint, chest[:, 2])[1]
        if miss > 0.01:
            self.errors.append(f"arm{s}: target {miss * 100:.1f} cm out of reach")
        upper, fore = arm_frames(shoulder, elbow, wrist, hint, chest[:, 2])
        hand = self._hand_frame(arm, fore, sg)
        for bone, frame, start in (
            ("clav", chest, shoulder),
            ("uarm", upper, shoulder),
            ("farm", fore, elbow),
            ("hand", hand, wrist),
        ):
            self.rotations[bone + s], self.origins[bone + s] = frame, start
        self.anchors |= {
            "shoulder" + s: shoulder,
            "elbow" + s: elbow,
            "wrist" + s: wrist,
            "hand" + s: wrist + hand @ vector(0, -0.08, 0),
            "grip" + s: wrist + hand @ vector(-sg * 0.030, -0.078, 0.004),
        }
        self.hands[s] = hand_numbers(arm)

    def figure(self) -> Figure:
        rotations = np.array([self.rotations[bone] for bone in BONES])
        origins = np.array([self.origins[bone] for bone in BONES])
        per_ball = rotations[BALL_BONE]
        centres = np.einsum("nij,nj->ni", per_ball, self._curled()) + origins[BALL_BONE]
        return Figure(
            rotations=rotations,
            origins=origins,
            anchors=self.anchors,
            centres=centres,
            axes=per_ball * BALL_RADII[:, None, :],
            hands=self.hands,
            errors=self.errors,
        )

    def _curled(self) -> Array:
        """Give the balls' local centres with the plain fingers bent by ``curl`` degrees."""
        centres = BALL_CENTRE
        for s, sg in SIDES:
            curl = float(self.pose.get("arm" + s, {}).get("curl", 0))
            if not curl:
                continue
            centres = centres.copy()
            palm, middle, tip = (BALL_INDEX[f"ha{i}{s}"] for i in (1, 2, 3))
            knuckle = BALL_CENTRE[palm]
            first = turn_z(-sg * curl * 0.55) @ (BALL_CENTRE[middle] - knuckle)
            second = turn_z(-sg * curl * 1.25) @ (BALL_CENTRE[tip] - BALL_CENTRE[middle])
            centres[middle] = knuckle + first
            centres[tip] = centres[middle] + second
            inwards = vector(-sg * 0.012, 0, -0.006) * min(1, curl / 60)
            for thumb in ("hb1", "hb2"):
                centres[BALL_INDEX[thumb + s]] = BALL_CENTRE[BALL_INDEX[thumb + s]] + inwards
        return centres


def solve(pose: Pose) -> Figure:
    """Give the body in a pose, without contacts (see ``contacts.settle``).

    Raises:
        KeyError, ValueError: the pose names something that does not exist.
    """
    skeleton = _Skeleton(pose)
    skeleton.solve_trunk()
    skeleton.solve_legs()
    skeleton.solve_arms()
    return skeleton.figure()
