"""The cards with a row for each exercise: what got easier, what hurts, left and right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from kneegui.domain.session import Side, StepKind, StepStatus
from kneegui.domain.settings import ThemeChoice
from kneegui.progress.exercise_progress import steps_by_exercise
from kneegui.progress.hurting import hurting
from kneegui.ui.theme.roles import Role
from kneegui.ui.trends.easier_card import EasierCard
from kneegui.ui.trends.hurts_card import HurtsCard
from kneegui.ui.trends.rows_card import RowsCard
from kneegui.ui.trends.sides_card import SidesCard
from tests.progress.samples import GOALS, SATURDAY, head, step
from tests.support.pixels import colours, count, different, pixels
from tests.ui.stage import Stage
from tests.ui.trends.charts import put, table_of, words_of

EASIER = [
    step(9, "wall-sit", done=20, kind=StepKind.TIMED, title="Wall sit"),
    step(9, done=6),
    step(0, "wall-sit", done=35, kind=StepKind.TIMED, title="Wall sit"),
    step(0, done=10),
]
HURT = [
    step(9, "calf", pain=3),
    step(4, "calf", pain=5, status=StepStatus.STOPPED),
    step(4, "calf", set=2),
    step(0, "clamshell", status=StepStatus.STOPPED),
]
SIDED = [
    step(0, side=Side.LEFT, done=10),
    step(0, side=Side.RIGHT, done=6, pain=4, status=StepStatus.STOPPED),
    step(0, "calf", side=Side.LEFT, kind=StepKind.TIMED, done=60, seconds=30.0),
]


def easier_card(stage: Stage, qtbot: QtBot, size: tuple[int, int] = (1000, 400)) -> EasierCard:
    card = EasierCard(stage.theme)
    card.show_steps([head(9), head(0)], steps_by_exercise(EASIER), GOALS)
    put(stage, qtbot, card, size)
    return card


def hurts_card(stage: Stage, qtbot: QtBot) -> HurtsCard:
    card = HurtsCard(stage.theme)
    card.show_hurting(hurting(steps_by_exercise(HURT)), GOALS, SATURDAY)
    put(stage, qtbot, card)
    return card


def sides_card(stage: Stage, qtbot: QtBot, size: tuple[int, int] = (1000, 400)) -> SidesCard:
    card = SidesCard(stage.theme)
    card.show_steps(steps_by_exercise(SIDED), GOALS)
    put(stage, qtbot, card, size)
    return card


def view_of(card: RowsCard) -> QListView:
    view = card.findChild(QListView)
    assert view is not None
    return view


def listed(card: RowsCard) -> list[str]:
    model = view_of(card).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_got_easier_tells_the_first_and_the_latest(stage: Stage, qtbot: QtBot) -> None:
    card = easier_card(stage, qtbot)

    assert listed(card) == [
        "Wall sit, 20 s to 35 s, 2 sessions of Arms",
        "Clamshell, 6 reps to 10 reps, 2 sessions of Arms",
    ]
    card.set_table(is_table=True)
    stage.settle()
    assert table_of(card) == [
        "Exercise | First | Latest | Routine | Sessions of it",
        "Wall sit | 20 s | 35 s | Arms | 2",
        "Clamshell | 6 reps | 10 reps | Arms | 2",
    ]


def test_longer_holds_are_told_in_seconds(stage: Stage, qtbot: QtBot) -> None:
    card = EasierCard(stage.theme)
    held = [
        step(ago, "calf", kind=StepKind.HOLD, done=2, seconds=seconds)
        for ago, seconds in ((9, 70.0), (0, 100.0))
    ]
    card.show_steps([head(9), head(0)], steps_by_exercise(held), GOALS)
    put(stage, qtbot, card)

    assert listed(card) == ["Calf, 35 s to 50 s, 2 sessions of Arms"]


def test_only_the_few_that_grew_most_are_listed(stage: Stage, qtbot: QtBot) -> None:
    names = [f"exercise-{number}" for number in range(6)]
    practice = [
        step(ago, name, done=10 + grown * number)
        for ago, grown in ((9, 0), (0, 1))
        for number, name in enumerate(names)
    ]
    card = EasierCard(stage.theme)
    card.show_steps([head(9), head(0)], steps_by_exercise(practice), GOALS)

    assert [row.split(",")[0] for row in listed(card)] == [
        "Exercise-5",
        "Exercise-4",
        "Exercise-3",
        "Exercise-2",
    ]


def test_all_exercises_can_be_asked_for(stage: Stage, qtbot: QtBot) -> None:
    card = easier_card(stage, qtbot)

    with qtbot.waitSignal(card.all_wanted):
        stage.press("All exercises")


def test_what_hurts_tells_how_often_and_the_worst(stage: Stage, qtbot: QtBot) -> None:
    card = hurts_card(stage, qtbot)

    assert listed(card) == [
        "Calf, worst 5 of 10, in 2 of 2 sessions, stopped in 1, last Tue 17 Nov",
        "Clamshell, in 1 of 1 session, stopped in 1, last Sat 21 Nov",
    ]
    card.set_table(is_table=True)
    stage.settle()
    assert table_of(card) == [
        "Exercise | Worst pain | Sessions it hurt in | Sessions in all | Stopped in | Last",
        "Calf | 5 | 2 | 2 | 1 | Tue 17 Nov",
        "Clamshell | – | 1 | 1 | 1 | Sat 21 Nov",
    ]


def test_where_more_hurts_the_table_has_the_rest(stage: Stage, qtbot: QtBot) -> None:
    steps = steps_by_exercise([step(0, f"exercise-{n}", pain=4) for n in range(8)])
    card = HurtsCard(stage.theme)
    card.show_hurting(hurting(steps), GOALS, SATURDAY)
    put(stage, qtbot, card)

    assert len(listed(card)) == 6
    order = "Most often first; the number is the worst pain."
    assert f"{order} The first 6 of 8; the table has all." in words_of(card)
    card.set_table(is_table=True)
    assert len(table_of(card)) == 9
    assert words_of(card) == ["What hurts", "Most often first."]
    card.set_table(is_table=False)
    assert f"{order} The first 6 of 8; the table has all." in words_of(card)


def test_each_side_tells_what_it_did(stage: Stage, qtbot: QtBot) -> None:
    card = sides_card(stage, qtbot)

    assert listed(card) == [
        "Clamshell, L 10 reps, R 6 reps, stopped by pain left 0, right 1 times",
        "Calf, L 60 s, R 0 s",
    ]
    assert "Stopped by pain: left 0, right 1 sets." in words_of(card)
    card.set_table(is_table=True)
    stage.settle()
    assert table_of(card) == [
        "Exercise | Left | Right | Stopped, left and right | Worst pain, left and right",
        "Clamshell | 10 reps | 6 reps | 0 / 1 | – / 4",
        "Calf | 60 s | 0 s | 0 / 0 | – / –",
    ]


def test_the_sides_of_a_stretch_tell_holds(stage: Stage, qtbot: QtBot) -> None:
    held = [
        step(ago, "calf", side=side, kind=StepKind.HOLD, done=1)
        for ago in (3, 0)
        for side in (Side.LEFT, Side.RIGHT)
    ]
    card = SidesCard(stage.theme)
    card.show_steps(steps_by_exercise(held[:3]), GOALS)
    put(stage, qtbot, card)

    assert listed(card) == ["Calf, L 2 holds, R 1 hold"]
    card.set_table(is_table=True)
    stage.settle()
    assert table_of(card)[1] == "Calf | 2 holds | 1 hold | 0 / 0 | – / –"


def test_sides_without_a_stop_say_so(stage: Stage, qtbot: QtBot) -> None:
    card = SidesCard(stage.theme)
    card.show_steps(steps_by_exercise([step(0, side=Side.LEFT)]), GOALS)
    put(stage, qtbot, card)

    assert "No set on one side was stopped by pain." in words_of(card)


def test_a_longer_bar_is_the_side_that_did_more(stage: Stage, qtbot: QtBot) -> None:
    card = sides_card(stage, qtbot)
    picture, ink = pixels(view_of(card)), stage.theme.colour(Role.PRIMARY)
    row = view_of(card).visualRect(view_of(card).model().index(0, 0))
    y = row.center().y()

    inked = [x for x in range(picture.width()) if picture.pixelColor(x, y) == ink]
    gap = next(x for x in inked if x + 3 not in inked and x != inked[-1])
    left, right = gap - inked[0], inked[-1] - gap

    assert right / left == pytest.approx(0.6, abs=0.05)


@pytest.mark.parametrize("kind", ["easier", "hurts", "sides"])
def test_without_rows_a_card_says_why(stage: Stage, qtbot: QtBot, kind: str) -> None:
    easier, hurts, sides = EasierCard(stage.theme), HurtsCard(stage.theme), SidesCard(stage.theme)
    easier.show_steps([], steps_by_exercise([]), GOALS)
    hurts.show_hurting([], GOALS, SATURDAY)
    sides.show_steps({}, GOALS)
    card = {"easier": easier, "hurts": hurts, "sides": sides}[kind]
    put(stage, qtbot, card)
    words = {
        "easier": "Exercises show here once you do more of them than at first in the same "
        "routine, with no more effort or pain.",
        "hurts": "No pain was told in an exercise.",
        "sides": "Exercises with two sides show here after a session.",
    }[kind]

    assert words in words_of(card)
    assert not view_of(card).isVisible()
    card.set_table(is_table=True)
    assert words in words_of(card)
    for other in {easier, hurts, sides} - {card}:
        other.deleteLater()


def test_a_row_leads_to_its_exercise(stage: Stage, qtbot: QtBot) -> None:
    card = hurts_card(stage, qtbot)
    chosen: list[str] = []
    card.exercise_chosen.connect(chosen.append)

    stage.click_row(view_of(card), 1)
    view_of(card).setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Up)
    before = pixels(view_of(card))
    stage.key(Qt.Key.Key_Return)

    assert chosen == ["clamshell", "calf"]
    assert count(before, stage.theme.colour(Role.FOCUS)) > 200


@pytest.mark.parametrize("width", [500, 1100])
def test_every_row_is_seen_whole(stage: Stage, qtbot: QtBot, width: int) -> None:
    for card in (easier_card(stage, qtbot, (width, 500)), sides_card(stage, qtbot, (width, 500))):
        put(stage, qtbot, card, (width, 500))
        view = view_of(card)
        last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))

        assert last.bottom() <= view.viewport().height()
        assert view.viewport().height() - last.bottom() < 6
        stage.end_page()


def test_rows_follow_the_theme_and_the_size_of_text(stage: Stage, qtbot: QtBot) -> None:
    card = easier_card(stage, qtbot)
    light, height = pixels(card), view_of(card).height()
    assert colours(light) > 20

    stage.theme.choose(ThemeChoice.DARK)
    stage.settle()
    assert different(light, pixels(card)) > 10000

    stage.theme.set_text_percent(150)
    stage.settle()
    assert view_of(card).height() > height * 1.4
