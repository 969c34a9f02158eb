"""The commands that print instead of opening a window."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kneegui.catalogue.reader import read_content
from kneegui.domain.content import Content
from kneegui.domain.dose import Dose
from kneegui.domain.exercise import Exercise
from kneegui.domain.routine import Routine
from kneegui.domain.timing import item_seconds, total_seconds
from kneegui.resource_files import resource_folder


def print_list(what: str, style: str) -> None:
    """Prints the ``exercises`` or the ``routines`` as a ``table`` or as ``json``.

    Raises:
        ContentError: the content file is wrong.
    """
    content = read_content(resource_folder() / "exercises.json")
    if what == "exercises":
        rows = [_exercise_json(exercise) for exercise in content.exercises]
        table: Callable[[Content], list[tuple[str, ...]]] = _exercise_table
    else:
        rows = [_routine_json(routine, content) for routine in content.programmes]
        table = _routine_table
    if style == "json":
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _print_table(table(content))


def print_checks(data_dir: str | None, environment: Mapping[str, str]) -> bool:
    """Prints whether database, voice, sound, keep-awake and display work; True where all do.

    Raises:
        FolderError: the data folder cannot be made.
    """
    from kneegui.desktop.checks import run_checks
    from kneegui.desktop.folders import data_folder
    from kneegui.store.store import Store

    folder = data_folder(data_dir, environment)

    def database() -> str:
        store = Store(folder, lambda _sentence: None)
        try:
            notice = store.open()
            return notice or str(store.path)
        finally:
            store.close()

    checks = run_checks(folder, environment, database)
    _print_table(
        [
            ("what", "works", "found"),
            *((each.name, "yes" if each.ok else "no", each.detail) for each in checks),
        ]
    )
    return all(each.ok for each in checks)


def _exercise_json(exercise: Exercise) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "goal": exercise.goal.value,
        "sides": exercise.sides.value,
        "body_areas": [area.value for area in exercise.body_areas],
        "muscles": list(exercise.muscles),
        "equipment": [thing.kind.value for thing in exercise.equipment],
        "start": _dose_json(exercise.start),
        "target": _dose_json(exercise.target),
        "doses": [
            {
                "article": dose.article,
                "sets": dose.sets,
                "reps": dose.reps,
                "hold_s": dose.hold_s,
                "seconds": dose.seconds,
            }
            for dose in exercise.doses
        ],
    }


def _dose_json(dose: Dose) -> dict[str, int | None]:
    return {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": dose.hold_s,
        "seconds": dose.seconds,
        "rest_s": dose.rest_s,
    }


def _routine_json(routine: Routine, content: Content) -> dict[str, Any]:
    seconds = item_seconds(routine, content.exercise_by_id)
    return {
        "key": routine.key,
        "title": routine.title,
        "sources": list(routine.sources),
        "total_seconds": sum(seconds),
        "items": [
            {
                "exercise": item.exercise,
                "dose": _dose_json(item.dose),
                "target": _dose_json(item.target) if item.target is not None else None,
                "seconds": time,
            }
            for item, time in zip(routine.items, seconds, strict=True)
        ],
    }


def _exercise_table(content: Content) -> list[tuple[str, ...]]:
    return [
        ("id", "name", "goal", "sides", "start", "target", "articles"),
        *(
            (
                exercise.id,
                exercise.name,
                exercise.goal.value,
                exercise.sides.value,
                _dose_words(exercise.start),
                _dose_words(exercise.target) if exercise.progresses else "-",
                " ".join(exercise.articles),
            )
            for exercise in content.exercises
        ),
    ]


def _routine_table(content: Content) -> list[tuple[str, ...]]:
    rows = [("key", "title", "time", "built up", "exercises", "articles")]
    for routine in content.programmes:
        start = total_seconds(routine, content.exercise_by_id)
        target = total_seconds(routine, content.exercise_by_id, target=True)
        rows.append(
            (
                routine.key,
                routine.title,
                _clock(start),
                _clock(target) if target != start else "-",
                str(len(routine.items)),
                " ".join(routine.sources) or "-",
            )
        )
    return rows


def _dose_words(dose: Dose) -> str:
    if dose.seconds is not None:
        return f"{dose.sets} x {dose.seconds} s"
    hold = f" x {dose.hold_s} s" if dose.hold_s is not None else ""
    return f"{dose.sets} x {dose.reps}{hold}"


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(line.rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
