"""The words of the report."""

from __future__ import annotations

import pytest

from kneegui.domain.session import Side, StepKind
from kneegui.exchange.pdf_report.report_words import (
    course_short,
    course_told,
    dose_word,
    side_words,
    told_word,
)
from kneegui.exchange.report import Told
from kneegui.progress.exercise_progress import exercise_points
from kneegui.progress.pain_trend import pain_course
from kneegui.progress.sides import left_and_right
from tests.progress.samples import SATURDAY, step


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (970, 980, ("16 min", "16 min", "about the same")),
        (989, 991, ("16 min", "17 min", "right +1 min")),
        (980, 970, ("16 min", "16 min", "about the same")),
        (1560, 1619, ("26 min", "27 min", "right +1 min")),
        (1570, 1600, ("26 min", "27 min", "right +1 min")),
        (970, 1051, ("16 min", "18 min", "right +2 min")),
        (1020, 960, ("17 min", "16 min", "left +1 min")),
        (0, 130, ("0 min", "2 min", "right +2 min")),
        (60, 40, ("60 s", "40 s", "left +20 s")),
        (60, 60, ("60 s", "60 s", "the same")),
    ],
)
def test_a_difference_never_contradicts_the_times_beside_it(
    left: int, right: int, told: tuple[str, str, str]
) -> None:
    steps = [
        step(side=side, kind=StepKind.TIMED, done=done)
        for side, done in ((Side.LEFT, left), (Side.RIGHT, right))
    ]

    (sides,) = left_and_right({"quads": steps})

    assert side_words(sides) == told


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [(1040, 1041, ("1,040", "1,041", "right +1")), (40, 40, ("40", "40", "the same"))],
)
def test_repetitions_are_compared_one_by_one(
    left: int, right: int, told: tuple[str, str, str]
) -> None:
    steps = [step(side=side, done=n) for side, n in ((Side.LEFT, left), (Side.RIGHT, right))]

    (sides,) = left_and_right({"quads": steps})

    assert side_words(sides) == told


@pytest.mark.parametrize(
    ("pains", "told", "short"),
    [
        (
            [5, 2],
            "Pain after a session became lower. "
            "It was 5 after the first session of the period, 2 after the latest.",
            "5 at first, 2 latest",
        ),
        (
            [1, 1, 1, 2, 2, 2],
            "Pain after a session stayed about the same. "
            "Median of the first 3 answers of the period: 1; of the latest 3: 2.",
            "1 at first, 2 latest",
        ),
        (
            [1, 3],
            "Pain after a session became higher. "
            "It was 1 after the first session of the period, 3 after the latest.",
            "1 at first, 3 latest",
        ),
    ],
)
def test_the_course_of_pain_is_told_with_its_numbers(
    pains: list[int], told: str, short: str
) -> None:
    course = pain_course((SATURDAY, pain) for pain in pains)

    assert course is not None
    assert (course_told(course), course_short(course)) == (told, short)


@pytest.mark.parametrize(
    ("kind", "sets", "told", "in_all"),
    [
        (StepKind.WORK, (14, 14), "2 × 14 reps", "2 × 14 = 28 reps"),
        (StepKind.WORK, (10, 8), "10 + 8 reps", "10 + 8 = 18 reps"),
        (StepKind.WORK, (26,), "1 × 26 reps", "1 × 26 reps"),
        (StepKind.WORK, (1,), "1 rep", "1 rep"),
        (StepKind.TIMED, (45, 45), "2 × 45 s", "2 × 45 = 90 s"),
        (StepKind.HOLD, (1,), "1 hold, 60 s", "1 hold, 60 s"),
        (StepKind.HOLD, (1, 1), "2 × 1 holds, 60 s", "2 × 1 = 2 holds, 60 s"),
    ],
)
def test_what_was_done_is_told_with_what_it_counts(
    kind: StepKind, sets: tuple[int, ...], told: str, in_all: str
) -> None:
    steps = [step(kind=kind, set=number, done=done) for number, done in enumerate(sets)]

    (point,) = exercise_points(steps)

    assert (dose_word(point), dose_word(point, in_all=True)) == (told, in_all)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (None, "–"),
        (Told(low=3, middle=3, high=3), "3"),
        (Told(low=2, middle=3, high=5), "3 (2–5)"),
    ],
)
def test_the_answers_of_a_span_are_told_by_their_middle_one(told: Told | None, words: str) -> None:
    assert told_word(told) == words
