"""The exercises that were done, and the chosen one over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kneegui.domain.practised_step import PractisedStep
from kneegui.domain.session import StepKind, StepStatus
from kneegui.domain.session_head import SessionHead
from kneegui.progress.exercise_progress import steps_by_exercise
from kneegui.progress.hurting import hurting
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.line_plot import LinePlot
from kneegui.ui.theme.roles import Role
from kneegui.ui.trends.exercises_pane import ExercisesPane
from kneegui.ui.widgets.chart_legend import ChartLegend
from kneegui.ui.widgets.list_view import ThemedListView
from tests.progress.samples import GOALS, SATURDAY, head, step
from tests.support.pixels import count, pixels
from tests.ui.stage import Stage
from tests.ui.trends.charts import plot_of, put, table_of, wait_for_charts, words_of

FIRST = SATURDAY - timedelta(days=90)


def show(
    pane: ExercisesPane, practice: Sequence[PractisedStep], *, effort: int | None = None, **of: Any
) -> None:
    """Shows steps; the heads of their sessions have an effort, and a routine by days ago."""
    ids = dict.fromkeys(one.session_id for one in practice)
    heads: list[SessionHead] = [
        head(0, **{"id": one, "effort": effort, **of.get(one.replace("session-", "of_"), {})})
        for one in ids
    ]
    steps = steps_by_exercise(practice)
    pane.show_steps(steps, heads, hurting(steps), GOALS, FIRST, SATURDAY)


def pane_with(
    stage: Stage,
    qtbot: QtBot,
    practice: Sequence[PractisedStep],
    size: tuple[int, int] = (1280, 600),
    **how: Any,
) -> ExercisesPane:
    pane = ExercisesPane(stage.theme, ChartLibrary())
    show(pane, practice, **how)
    put(stage, qtbot, pane, size)
    return pane


def listed(pane: ExercisesPane) -> list[str]:
    view = pane.findChild(ThemedListView)
    assert view is not None
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def told(pane: ExercisesPane) -> list[str]:
    return [stop.words for stop in plot_of(pane).stops]


def choices(stage: Stage) -> list[str]:
    return [button.text() for button in stage.seen(QAbstractButton)]


def test_the_exercises_come_with_the_one_of_most_sessions_first(stage: Stage, qtbot: QtBot) -> None:
    practice = [
        step(9, "calf"),
        step(9, "wall-sit", pain=4),
        step(3, "wall-sit"),
        step(1, "clamshell", done=0),
    ]

    pane = pane_with(stage, qtbot, practice)

    assert listed(pane) == [
        "Wall-sit, 2 sessions, last Wed 18 Nov, worst pain 4",
        "Calf, 1 session, last Thu 12 Nov",
    ]
    assert "Wall-sit" in words_of(pane.card)


def test_another_exercise_is_chosen_from_the_list(stage: Stage, qtbot: QtBot) -> None:
    pane = pane_with(stage, qtbot, [step(9), step(9, "calf", done=6), step(3)])
    view = pane.findChild(ThemedListView)
    assert view is not None

    stage.click_row(view, 1)

    assert "Calf" in words_of(pane.card)
    assert told(pane) == ["Thu 12 Nov, Arms: 6 reps"]
    assert plot_of(pane).accessibleName() == "Calf"


def test_the_chosen_exercise_stays_while_it_is_there(stage: Stage, qtbot: QtBot) -> None:
    both = [step(9), step(9, "calf"), step(3)]
    pane = pane_with(stage, qtbot, both)
    pane.choose("calf")

    show(pane, [*both, step(0)])
    assert "Calf" in words_of(pane.card)

    show(pane, [step(0)])
    assert "Clamshell" in words_of(pane.card)


def test_an_exercise_that_was_not_done_cannot_be_chosen(stage: Stage, qtbot: QtBot) -> None:
    pane = pane_with(stage, qtbot, [step(9), step(9, "calf"), step(3)])

    pane.choose("swimming")

    assert "Clamshell" in words_of(pane.card)


def test_without_practice_it_says_what_will_be_here(stage: Stage, qtbot: QtBot) -> None:
    pane = pane_with(stage, qtbot, [])

    assert words_of(pane) == ["Exercise", "Exercises show here after a session."]
    assert choices(stage) == []


def test_the_best_is_told_and_each_session(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(9, done=8), step(3, done=12), step(3, set=2, done=12), step(0, done=20)]

    pane = pane_with(stage, qtbot, practice)

    assert "Best 2 × 12 on Wed 18 Nov" in words_of(pane.card)
    assert told(pane) == [
        "Thu 12 Nov, Arms: 8 reps",
        "Wed 18 Nov, Arms: 2 × 12",
        "Sat 21 Nov, Arms: 20 reps",
    ]


def test_pointing_tells_the_session(stage: Stage, qtbot: QtBot) -> None:
    pane = pane_with(stage, qtbot, [step(9, done=8), step(3, done=12)], effort=4)

    plot_of(pane).setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Home)

    assert "Thu 12 Nov, Arms: 8 reps, effort of the session 4" in words_of(pane.card)


def test_hold_and_effort_are_offered_where_there_are_any(stage: Stage, qtbot: QtBot) -> None:
    held = [step(9, "calf", kind=StepKind.HOLD, done=2, seconds=70.0)]
    pane = pane_with(stage, qtbot, held)
    assert choices(stage) == ["Amount", "Hold"]

    show(pane, held, effort=3)
    stage.settle()
    assert choices(stage) == ["Amount", "Hold", "Effort"]

    show(pane, [step(9)])
    stage.settle()
    assert choices(stage) == []


def test_the_length_of_holds_over_time(stage: Stage, qtbot: QtBot) -> None:
    practice = [
        step(9, "calf", kind=StepKind.HOLD, done=2, seconds=70.0),
        step(5, "calf"),
        step(0, "calf", kind=StepKind.HOLD, done=2, seconds=90.0),
    ]
    pane = pane_with(stage, qtbot, practice)
    assert "Best 10 reps on Mon 16 Nov, longest hold 45 s, the way in and out included" in words_of(
        pane.card
    )

    stage.press("Show: Hold")

    assert told(pane) == [
        "Thu 12 Nov, Arms: 2 holds, held 35 s each",
        "Sat 21 Nov, Arms: 2 holds, held 45 s each",
    ]
    legend = pane.card.findChild(ChartLegend)
    assert legend is not None
    assert legend.accessibleName() == "seconds of the longest hold"


def test_of_one_hold_a_session_its_length_is_shown(stage: Stage, qtbot: QtBot) -> None:
    holds = [
        step(ago, "calf", kind=StepKind.HOLD, done=1, seconds=seconds)
        for ago, seconds in ((9, 100.0), (5, 130.0))
    ]
    pane = pane_with(stage, qtbot, holds)

    assert "Longest hold 130 s, the way in and out included" in words_of(pane.card)
    assert "Amount" not in choices(stage)
    assert not any("Best" in words for words in words_of(pane.card))
    legend = pane.card.findChild(ChartLegend)
    assert legend is not None
    assert legend.accessibleName() == "seconds of the longest hold"

    show(pane, [*holds, step(1, "calf", kind=StepKind.HOLD, done=4, seconds=60.0)], effort=3)
    stage.settle()

    assert {"Amount", "Hold", "Effort"} <= set(choices(stage))


def test_a_measure_that_is_gone_gives_way_to_the_amount(stage: Stage, qtbot: QtBot) -> None:
    pane = pane_with(stage, qtbot, [step(9)], effort=3)
    stage.press("Show: Effort")
    legend = pane.card.findChild(ChartLegend)
    assert legend is not None
    assert legend.accessibleName() == "effort of the whole session, 0 to 10"

    show(pane, [step(9)])
    stage.settle()

    assert legend.accessibleName() == "reps per side"


def test_what_hurt_is_marked(stage: Stage, qtbot: QtBot) -> None:
    hurt = [step(9), step(0, pain=4, status=StepStatus.STOPPED)]
    pane = pane_with(stage, qtbot, hurt)

    legend = pane.card.findChild(ChartLegend)

    assert legend is not None
    assert legend.accessibleName() == "reps per side, it hurt"
    assert count(pixels(plot_of(pane)), stage.theme.colour(Role.DANGER)) > 8


def test_a_line_joins_sessions_of_one_routine_only(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(10, done=10), step(3, done=10)]
    same = pane_with(stage, qtbot, practice)
    joined = count(pixels(plot_of(same)), stage.theme.colour(Role.PRIMARY))

    show(same, practice, of_10={"routine": "short"}, of_3={"routine": "long"})
    stage.settle()

    apart = count(pixels(plot_of(same)), stage.theme.colour(Role.PRIMARY))
    assert joined - apart > 80


def test_what_was_counted_otherwise_is_left_out_and_told(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(9, done=10), step(0, kind=StepKind.TIMED, done=45)]

    pane = pane_with(stage, qtbot, practice)

    assert "Best 45 s on Sat 21 Nov, not shown: 1 session counted in reps" in words_of(pane.card)
    assert told(pane) == ["Sat 21 Nov, Arms: 45 s"]


def test_holds_are_told_as_holds(stage: Stage, qtbot: QtBot) -> None:
    held = step(9, "calf", kind=StepKind.HOLD, done=2, seconds=70.0)
    pane = pane_with(stage, qtbot, [held])
    legend = pane.card.findChild(ChartLegend)
    assert legend is not None

    assert legend.accessibleName() == "holds per side"
    assert "Best 2 holds on Thu 12 Nov, longest hold 35 s, the way in and out included" in words_of(
        pane.card
    )

    show(pane, [held, step(0, "calf", kind=StepKind.TIMED, done=45)])
    stage.settle()
    assert "Best 45 s on Sat 21 Nov, not shown: 1 session counted in holds" in words_of(pane.card)


def test_each_measure_tells_of_itself(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(ago, "calf", kind=StepKind.HOLD, done=2, seconds=70.0) for ago in (9, 5, 1)]
    efforts: dict[str, Any] = {
        f"of_{ago}": {"effort": effort} for ago, effort in ((9, 7), (5, 3), (1, 4))
    }
    pane = pane_with(stage, qtbot, practice, **efforts)

    stage.press("Show: Effort")
    assert "Effort 3 to 7, the latest 4" in words_of(pane.card)

    stage.press("Show: Hold")
    assert "Longest hold 35 s, the way in and out included" in words_of(pane.card)

    show(pane, practice, effort=4)
    stage.press("Show: Effort")
    assert "Effort 4" in words_of(pane.card)


def test_the_table_has_the_same_numbers(stage: Stage, qtbot: QtBot) -> None:
    practice = [
        step(9, "calf", kind=StepKind.HOLD, done=2, seconds=70.0, pain=2),
        step(0, "calf", pain=4, status=StepStatus.STOPPED),
        step(0, "calf", set=2),
    ]
    pane = pane_with(stage, qtbot, practice, of_9={"effort": 3})

    pane.card.set_table(is_table=True)
    stage.settle()

    assert table_of(pane.card) == [
        "Session | Done per side | Longest hold | Effort of the session | Pain",
        "Thu 12 Nov, Arms | 2 holds | 35 s | 3 | 2",
        "Sat 21 Nov, Arms | 2 × 10 | – | – | 4, stopped",
    ]
    assert choices(stage) == []


def test_list_and_chart_stand_below_each_other_in_a_narrow_window(
    stage: Stage, qtbot: QtBot
) -> None:
    pane = pane_with(stage, qtbot, [step(9)], (1280, 700))
    view = pane.findChild(ThemedListView)
    assert view is not None
    beside = pane.card.x()
    assert beside > view.width()

    stage.resize(800, 700)
    wait_for_charts(stage, qtbot)

    assert pane.card.x() == 0
    assert pane.card.y() > view.height()


def test_thousands_of_sessions_are_drawn(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(ago, done=5 + ago % 9) for ago in reversed(range(2000))]

    pane = pane_with(stage, qtbot, practice)

    assert len(told(pane)) == 2000
    assert count(pixels(plot_of(pane)), stage.theme.colour(Role.PRIMARY)) > 1000


def test_each_of_several_lines_is_named(stage: Stage, qtbot: QtBot) -> None:
    practice = [step(ago, done=20 if ago % 2 else 5) for ago in (12, 11, 2, 1)]
    other = {"routine": "other", "title": "Roll four"}
    pane = pane_with(stage, qtbot, practice, of_11=other, of_1=other)
    plot = plot_of(pane)
    legend = pane.card.findChild(ChartLegend)
    assert legend is not None

    assert legend.accessibleName() == "reps per side, a line for each routine"
    assert isinstance(plot, LinePlot)
    assert plot.names == [(2, "Arms"), (3, "Roll four")]
    picture = pixels(plot)
    named = count(picture, stage.theme.colour(Role.TEXT_SECOND))
    for role in (Role.PRIMARY, Role.REST_RING):
        assert count(picture, stage.theme.colour(role)) > 60
    show(pane, practice)
    stage.settle()
    assert plot.names == ()
    assert legend.accessibleName() == "reps per side"
    assert named > count(pixels(plot), stage.theme.colour(Role.TEXT_SECOND))
