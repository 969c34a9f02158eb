"""The card of pain: none, one, two and thousands of sessions."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kneegui.ui.theme.roles import Role
from kneegui.ui.trends.pain_card import PainCard
from kneegui.ui.widgets.chart_legend import ChartLegend
from tests.progress.samples import SATURDAY, head
from tests.support.pixels import count, pixels
from tests.ui.stage import Stage
from tests.ui.trends.charts import plot_of, put, table_of, words_of

NOTHING = "Pain shows here once you answer how the knee is, before and after a session."


def legend(card: PainCard) -> str:
    found = card.findChild(ChartLegend)
    assert found is not None
    return found.accessibleName()


def test_without_an_answer_it_says_what_will_be_here(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    card.show_heads([head(0), head(1)], SATURDAY)
    put(stage, qtbot, card)

    assert words_of(card) == ["Pain per session", NOTHING]
    assert card.slot.plot is None


def test_one_session_is_a_point_without_a_band(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    card.show_heads([head(0, pain_before=4, pain_after=3)], SATURDAY)
    put(stage, qtbot, card)

    assert "Pain 3 after the session of Sat 21 Nov" in words_of(card)
    assert legend(card) == "before, after"
    assert [stop.words for stop in plot_of(card).stops] == [
        "Sat 21 Nov, Arms: before 4, after 3, about the same"
    ]


def test_two_sessions_are_compared(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    card.show_heads([head(0, pain_after=3), head(10, pain_after=6)], SATURDAY)
    put(stage, qtbot, card)

    assert (
        "Lower since Wed 11 Nov. Pain 6 after the first session, 3 after the latest."
        in words_of(card)
    )
    assert legend(card) == "before, after, about the same as at first, 5–7"


def test_pointing_tells_the_session_and_leaving_the_whole(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    card.show_heads([head(0, pain_after=3), head(10, pain_after=6)], SATURDAY)
    put(stage, qtbot, card)
    plot, whole = plot_of(card), words_of(card)

    plot.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Home)
    assert "Wed 11 Nov, Arms: after 6" in words_of(card)
    assert plot.accessibleName() == "Pain per session: Wed 11 Nov, Arms: after 6"

    plot.clearFocus()
    stage.settle()
    assert words_of(card) == whole


def test_the_chart_keeps_its_place_while_words_change(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    long = "A routine with a name so long that what is told of it takes two lines of a card"
    told = {"pain_before": 3, "pain_worst": 6, "pain_after": 2, "pain_morning": 1}
    card.show_heads([head(0, title=long, **told), head(10, pain_after=6)], SATURDAY)
    put(stage, qtbot, card, (560, 500))
    top = card.slot.y()

    plot_of(card).point(1)
    stage.settle()

    assert card.slot.y() == top


def test_only_the_last_weeks_are_shown_unless_asked(stage: Stage, qtbot: QtBot) -> None:
    heads = [head(ago, pain_after=ago % 7) for ago in (3, 30, 60, 200)]
    card = PainCard(stage.theme)
    card.show_heads(heads, SATURDAY)
    put(stage, qtbot, card)
    assert len(plot_of(card).stops) == 2

    card.show_heads(heads, SATURDAY, SATURDAY - timedelta(days=365))

    assert len(plot_of(card).stops) == 4


def test_of_thousands_of_sessions_the_months_are_told(stage: Stage, qtbot: QtBot) -> None:
    heads = [head(ago, pain_before=5, pain_after=ago % 4) for ago in range(2000)]
    card = PainCard(stage.theme)
    card.show_heads(heads, SATURDAY, SATURDAY - timedelta(days=2000))
    put(stage, qtbot, card)

    plot = plot_of(card)

    assert legend(card) == (
        "after each session, middle of the month, about the same as at first, 1–3"
    )
    # From June 2021 to November 2026.
    assert len(plot.stops) == 66
    assert plot.stops[-1].words == "November 2026: after 21 sessions 0 to 3, in the middle 1"
    assert count(pixels(plot), stage.theme.colour(Role.PRIMARY)) > 500


def test_the_table_has_the_same_numbers(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    told = {"pain_before": 3, "pain_worst": 6, "pain_after": 0, "pain_morning": 1}
    card.show_heads([head(0, **told), head(1), head(10, pain_after=6)], SATURDAY)
    put(stage, qtbot, card)

    card.set_table(is_table=True)
    stage.settle()

    assert table_of(card) == [
        "Session | Before | Worst | After | Next morning | Change",
        "Wed 11 Nov, Arms | – | – | 6 | – | –",
        "Fri 20 Nov, Arms | – | – | – | – | –",
        "Sat 21 Nov, Arms | 3 | 6 | 0 | 1 | lower",
    ]
    assert not card.slot.isVisible()

    card.set_table(is_table=False)
    assert card.slot.isVisible()


def test_other_sessions_fill_the_table_anew(stage: Stage, qtbot: QtBot) -> None:
    card = PainCard(stage.theme)
    card.show_heads([head(0, pain_after=3)], SATURDAY)
    put(stage, qtbot, card)
    card.set_table(is_table=True)

    card.show_heads([head(0, pain_after=5)], SATURDAY)
    stage.settle()
    assert table_of(card)[1:] == ["Sat 21 Nov, Arms | – | – | 5 | – | –"]

    card.show_heads([], SATURDAY)
    assert words_of(card) == ["Pain per session", NOTHING]


def test_a_card_may_be_closed_while_its_chart_is_being_made(stage: Stage) -> None:
    card = PainCard(stage.theme)
    card.show_heads([head(0, pain_after=3)], SATURDAY)
    stage.show(card, (700, 400))

    stage.end_page()
    stage.settle()

    assert card.slot.plot is None
