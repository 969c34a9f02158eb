"""A report holds what its period holds, and says where its rules come from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import kneegui
from kneegui.domain.session import SessionStatus, Side, StepKind, StepStatus
from kneegui.exchange.report import RULE_SOURCES, Grain, Report, Rule
from kneegui.exchange.report_content import make_report, report_notes
from kneegui.progress.exercise_progress import Unit
from tests.progress.samples import SATURDAY, head, step
from tests.support.shipped import shipped_content


def report(*heads: Any, steps: tuple[Any, ...] = (), days: int = 21, **changes: Any) -> Report:
    """Gives the report of so many days up to the Saturday."""
    first = SATURDAY - timedelta(days=days - 1)
    return make_report(
        shipped_content(), heads, steps, first=first, last=SATURDAY, made_on=SATURDAY, **changes
    )


def test_nothing_at_all_is_an_empty_report() -> None:
    nothing = report()

    assert nothing.is_empty
    assert (nothing.days, nothing.sessions, nothing.seconds, nothing.whole_weeks) == (0, 0, 0, 0)
    assert nothing.weeks == nothing.spans == nothing.months == nothing.doses == ()
    assert nothing.articles == ()
    assert nothing.program == f"KneeGuide {kneegui.__version__}"


def test_what_was_practised_is_counted() -> None:
    told = report(
        head(0),
        head(0, id="again", status=SessionStatus.LEFT),
        head(4),
        head(5, done_steps=0, status=SessionStatus.LEFT),
    )

    assert (told.days, told.sessions, told.completed, told.seconds) == (2, 3, 2, 1800.0)
    assert not told.is_empty


def test_what_lies_outside_the_period_is_left_out() -> None:
    steps = (step(40, done=3), step(21), step(20, done=8), step(0, done=9))

    told = report(head(40), head(21), head(20), head(0), steps=steps)

    assert told.sessions == 2
    (line,) = told.doses
    assert (line.sessions, line.first.done, line.latest.done) == (2, 8, 9)


def test_only_whole_weeks_are_held_against_the_plan() -> None:
    # Saturday's own week is not over, and of that of the first session a part is not known.
    told = report(*(head(days) for days in (0, 1, 2, 6, 7, 8, 13, 14)), days=20)

    assert (told.whole_weeks, told.planned_weeks) == (1, 1)
    assert [week.days for week in told.weeks] == [2, 3, 3]


def test_a_pause_at_the_beginning_counts() -> None:
    told = report(head(50), head(0), days=21)

    assert [week.days for week in told.weeks] == [0, 0, 0, 1]
    assert told.planned_weeks == 0


def test_time_before_the_first_session_is_not_told_of() -> None:
    told = report(head(3), days=365)

    assert told.grain is Grain.WEEK
    assert [(span.first, span.last) for span in told.spans] == [
        (SATURDAY - timedelta(days=3), SATURDAY)
    ]


def test_exercises_come_with_first_latest_and_most() -> None:
    steps = (
        *(step(9, done=8, set=1), step(9, done=6, set=2)),
        *(step(5, done=12, set=1), step(5, done=12, set=2)),
        *(step(1, done=10, set=1), step(1, done=10, set=2)),
        step(1, "quads", done=4),
        step(1, "never", done=0, status=StepStatus.SKIPPED),
    )

    told = report(head(9), head(5), head(1), steps=steps)

    assert [line.exercise for line in told.doses] == ["clamshell", "quads"]
    line = told.doses[0]
    assert (line.first.sets, line.latest.sets, line.most.sets) == ((8, 6), (10, 10), (12, 12))


def test_first_and_latest_are_of_one_routine() -> None:
    heads = (head(9), head(7, routine="legs"), head(5, routine="legs"))
    steps = (step(9, done=20), step(7, done=8), step(5, done=12))

    (line,) = report(*heads, steps=steps).doses

    assert (line.first.done, line.latest.done, line.most.done, line.sessions) == (8, 12, 20, 3)


def test_what_was_counted_both_ways_has_a_line_for_each() -> None:
    steps = (
        step(9, done=5, side=Side.LEFT),
        step(5, done=60, side=Side.LEFT, kind=StepKind.TIMED),
        step(3, done=60, side=Side.LEFT, kind=StepKind.TIMED, pain=4),
    )

    told = report(head(9), head(5), head(3), steps=steps)

    assert [(line.first.unit, line.counted, line.sessions) for line in told.doses] == [
        (Unit.SECONDS, 2, 3),
        (Unit.REPS, 1, 3),
    ]
    assert not any(line.is_only for line in told.doses)
    assert [side.left.done for side in told.sides] == [120, 5]
    assert told.hurting[0].sessions == 3


def test_sides_and_pain_are_told() -> None:
    steps = (
        step(1, side=Side.LEFT, done=10),
        step(1, side=Side.RIGHT, done=4, pain=6, status=StepStatus.STOPPED),
    )

    told = report(head(1), steps=steps)

    assert told.sides[0].left_ahead == 6
    assert (told.hurting[0].worst, told.hurting[0].stopped) == (6, 1)


def test_only_the_notes_that_were_ticked_are_in_it() -> None:
    heads = (
        head(1, note="Later "),
        head(3, note="Earlier"),
        head(2, note="  "),
        head(30, note="x"),
    )

    told = report(*heads, notes={heads[1].id, heads[3].id})

    assert [note.text for note in told.notes] == ["Earlier"]
    assert report(*heads).notes == ()


def test_the_notes_to_choose_from_come_oldest_first() -> None:
    heads = (
        head(1, note="Later "),
        head(3, note="Earlier"),
        head(2, note="  "),
        head(30, note="x"),
    )

    notes = report_notes(heads, SATURDAY - timedelta(days=9), SATURDAY)

    assert [(note.text, note.title) for note in notes] == [("Earlier", "Arms"), ("Later", "Arms")]


def test_the_articles_are_those_of_the_routines_that_were_practised() -> None:
    told = report(
        head(1, routine="strength-1"), head(2, routine="cool-down"), head(3, routine="own")
    )

    assert [article.id for article in told.articles] == ["002", "004"]


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_names_publications_the_content_knows(rule: Rule) -> None:
    known = shipped_content().evidence_by_id

    assert RULE_SOURCES[rule]
    assert all(source in known for source in RULE_SOURCES[rule])
    assert set(RULE_SOURCES[rule]) <= {publication.id for publication in report().evidence}


def test_the_name_has_no_space_around_it() -> None:
    assert report(name="  Alex ").name == "Alex"
