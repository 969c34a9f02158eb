"""The words for what the program knows by key: goals, areas, doses, times."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kneegui.catalogue.filtering import NO_EQUIPMENT
from kneegui.domain.dose import Dose, Range
from kneegui.domain.exercise import (
    BodyArea,
    EquipmentKind,
    Exercise,
    Goal,
    Neighbour,
    Position,
    Sides,
)
from kneegui.domain.routine import Routine


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def goal_word(goal: Goal) -> str:
    """Gives the name of a goal."""
    return {
        Goal.RELEASE: _tr("Release"),
        Goal.STRETCH: _tr("Stretch"),
        Goal.STRENGTHEN: _tr("Strengthen"),
    }[goal]


GOAL_ICON = {
    Goal.RELEASE: "waves-bold",
    Goal.STRETCH: "flower-lotus-bold",
    Goal.STRENGTHEN: "barbell-bold",
}


def area_word(area: BodyArea) -> str:
    """Gives the name of a body area."""
    return {
        BodyArea.QUADS: _tr("Quads"),
        BodyArea.OUTER_THIGH: _tr("Outer thigh"),
        BodyArea.INNER_THIGH: _tr("Inner thigh"),
        BodyArea.HAMSTRINGS: _tr("Hamstrings"),
        BodyArea.CALVES: _tr("Calves"),
        BodyArea.HIPS: _tr("Hips"),
        BodyArea.GLUTES: _tr("Glutes"),
        BodyArea.TRUNK: _tr("Trunk"),
    }[area]


def position_word(position: Position) -> str:
    """Gives the name of a position."""
    return {
        Position.BACK: _tr("Lying on the back"),
        Position.SIDE: _tr("Lying on the side"),
        Position.FACE_DOWN: _tr("Lying face down"),
        Position.FLOOR: _tr("Sitting on the floor"),
        Position.CHAIR: _tr("Sitting on a chair"),
        Position.KNEELING: _tr("Kneeling"),
        Position.STANDING: _tr("Standing"),
    }[position]


def equipment_word(kind: str) -> str:
    """Gives the name of a piece of equipment, or of needing none."""
    return {
        EquipmentKind.ROLLER: _tr("Foam roller"),
        EquipmentKind.BALL: _tr("Ball"),
        EquipmentKind.STICK: _tr("Stick"),
        EquipmentKind.MASSAGE_GUN: _tr("Massage gun"),
        EquipmentKind.MAT: _tr("Mat"),
        EquipmentKind.CHAIR: _tr("Chair"),
        EquipmentKind.WALL: _tr("Wall"),
        EquipmentKind.COUCH: _tr("Couch"),
        EquipmentKind.STRAP: _tr("Strap"),
        EquipmentKind.BAND: _tr("Loop band"),
        EquipmentKind.EDGE: _tr("Plate or book"),
        EquipmentKind.STEP: _tr("Step"),
        EquipmentKind.CUSHION: _tr("Cushion"),
        NO_EQUIPMENT: _tr("None needed"),
    }[kind]


def equipment_line(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """Gives what a routine needs, such as ``You need: foam roller, ball.``, in one sentence.

    What its exercises work without is left out.

    Args:
        routine: what is to be done.
        exercises: every exercise of the routine by its id.
    """
    needed = dict.fromkeys(
        equipment_word(thing.kind)
        for item in routine.items
        for thing in exercises[item.exercise].equipment
        if not thing.optional
    )
    if not needed:
        return _tr("You need no equipment.")
    return _tr("You need: {things}.").format(things=", ".join(needed).lower())


def easier_words(easier: Neighbour | None, exercises: Mapping[str, Exercise]) -> str:
    """Gives the easier way in sentences that stand alone; empty where there is none.

    Where another exercise takes over, it is named first: its text may go on from there, as in
    ``Quad set instead. Or lift to half the height.``
    """
    if easier is None:
        return ""
    if easier.exercise is None:
        return easier.text or ""
    name = exercises[easier.exercise].name
    if easier.text is None:
        return _tr("{exercise} instead.").format(exercise=name)
    return _tr("{exercise} instead. {text}").format(exercise=name, text=easier.text)


def sides_word(sides: Sides) -> str:
    """Gives how a dose counts: each side, or nothing where both sides work at once."""
    return "" if sides is Sides.BOTH else _tr("each side")


def duration(seconds: int) -> str:
    """Gives a short time: ``45 s``, ``2 min``; times that are no whole minutes as ``1:30``."""
    if seconds < 60:
        return _tr("{seconds} s").format(seconds=seconds)
    if seconds % 60:
        return clock(seconds)
    return _tr("{minutes} min").format(minutes=seconds // 60)


def clock(seconds: int) -> str:
    """Gives a time as a clock shows it: ``3:05``."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def minutes(seconds: int) -> str:
    """Gives a time in whole minutes, at least one."""
    return _tr("{minutes} min").format(minutes=max(1, round(seconds / 60)))


def number_range(values: Range) -> str:
    """Gives ``20`` or ``15–20``."""
    low, high = values
    return str(low) if low == high else f"{low}–{high}"


def duration_range(values: Range) -> str:
    """Gives ``30 s``, ``20–30 s``, ``1–2 min``."""
    low, high = values
    if low == high:
        return duration(low)
    if low % 60 == 0 and high % 60 == 0:
        return _tr("{low}–{high} min").format(low=low // 60, high=high // 60)
    return _tr("{low}–{high} s").format(low=low, high=high)


def amount(dose: Dose) -> str:
    """Gives a dose in one line without sides: ``2 × 10``, ``3 × 30 s``, ``3 × 10, hold 5 s``."""
    if dose.seconds is not None:
        time = duration(dose.seconds)
        return time if dose.sets == 1 else f"{dose.sets} × {time}"
    if dose.hold_s is None and dose.sets == 1:
        return _tr("{reps} reps").format(reps=dose.reps)
    if dose.hold_s is None:
        return f"{dose.sets} × {dose.reps}"
    hold = duration(dose.hold_s)
    if dose.sets == 1:
        return hold if dose.reps == 1 else f"{dose.reps} × {hold}"
    return _tr("{sets} × {reps}, hold {hold}").format(sets=dose.sets, reps=dose.reps, hold=hold)


def dose_line(exercise: Exercise, dose: Dose) -> str:
    """Gives a dose in one line: ``2 × 10 each side``."""
    return " ".join(filter(None, (amount(dose), sides_word(exercise.sides))))
