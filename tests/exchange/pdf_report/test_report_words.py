"""The words of the report."""

from __future__ import annotations

import pytest

from kneegui.domain.session import Side, StepKind
from kneegui.exchange.pdf_report.report_words import course_short, course_told, side_words
from kneegui.progress.pain_trend import pain_course
from kneegui.progress.sides import left_and_right
from tests.progress.samples import SATURDAY, step


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (970, 980, ("16 min", "16 min", "about the same")),
        (989, 991, ("16 min", "17 min", "about the same")),
        (980, 970, ("16 min", "16 min", "about the same")),
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
            "It was 5 after the first session of this time, 2 after the latest.",
            "first 5, latest 2",
        ),
        (
            [1, 1, 1, 2, 2, 2],
            "Pain after a session stayed about the same. "
            "The middle one of the first 3 answers of this time is 1, that of the latest 3 is 2.",
            "first 3: 1, latest 3: 2",
        ),
        (
            [1, 3],
            "Pain after a session became higher. "
            "It was 1 after the first session of this time, 3 after the latest.",
            "first 1, latest 3",
        ),
    ],
)
def test_the_course_of_pain_is_told_with_its_numbers(
    pains: list[int], told: str, short: str
) -> None:
    course = pain_course((SATURDAY, pain) for pain in pains)

    assert course is not None
    assert (course_told(course), course_short(course)) == (told, short)
