"""The sessions of a list, by month, as a list model."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from kneegui.ui.models.roles import LINE_ROLE
from kneegui.ui.models.session_model import (
    COUNT_ROLE,
    LONG_LINE_ROLE,
    MIDDLE_LINE_ROLE,
    SESSION_ROLE,
    SessionModel,
)
from kneegui.ui.session_filter import Order, SessionFilter
from tests.ui.some_sessions import TODAY, at, broken_off, some_session

HEARD = Qt.ItemDataRole.AccessibleTextRole


def picture(model: SessionModel) -> str:
    """Gives the list as text: months at the edge, sessions moved in."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return "\n".join(
        f"  {index.data()}, {index.data(LINE_ROLE)[:10].strip()}"
        if index.data(SESSION_ROLE)
        else f"{index.data()}: {index.data(COUNT_ROLE)}"
        for index in indexes
    )


@pytest.fixture
def model() -> SessionModel:
    model = SessionModel()
    sessions = [some_session(21, "roll-four"), some_session(), some_session(1, "stretch-four")]
    model.show([*sessions, some_session(330, "short")], TODAY)
    return model


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = SessionModel()
    qtmodeltester.check(model)

    model.show([some_session(), some_session(30)], TODAY)
    model.set_filter(SessionFilter(words="five"))
    model.set_order(Order.LONGEST)
    model.show([], TODAY)


def test_the_latest_stands_first_below_its_month(model: SessionModel) -> None:
    assert picture(model) == (
        "November 2026: 2 sessions on 2 days\n"
        "  After-run five, Sat 21 Nov\n  Stretch four, Fri 20 Nov\n"
        "October 2026: 1 session\n  Roll four, Sat 31 Oct\n"
        "December 2025: 1 session\n  Short mode, Fri 26 Dec"
    )
    assert list(model.headings) == [0, 3, 5]
    assert model.shown == 4


def test_the_oldest_first_has_its_months_too(model: SessionModel) -> None:
    model.set_order(Order.OLDEST)

    assert picture(model).startswith("December 2025: 1 session\n  Short mode")
    assert list(model.headings) == [0, 2, 4]
    assert model.order is Order.OLDEST


def test_another_order_has_no_months_and_tells_the_year(model: SessionModel) -> None:
    model.set_order(Order.LONGEST)
    lines = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]

    assert list(model.headings) == []
    assert lines[0].startswith("Sat 31 Oct  ·")
    assert lines[1].startswith("Fri 26 Dec 2025  ·")


def test_a_filter_leaves_months_without_sessions_out(model: SessionModel) -> None:
    model.set_filter(SessionFilter(words="roll"))
    assert picture(model) == "October 2026: 1 session\n  Roll four, Sat 31 Oct"
    assert model.shown == 1
    assert model.filter.words == "roll"

    model.show([some_session(2, "roll-four")], TODAY)
    assert picture(model) == "November 2026: 1 session\n  Roll four, Thu 19 Nov"

    model.set_filter(SessionFilter(words="swimming"))
    assert (model.rowCount(), model.shown) == (0, 0)


def test_a_month_is_the_one_the_user_had() -> None:
    # In UTC it was still October.
    late = some_session(0, "short", started_at=at(TODAY.replace(day=1), 0, 10))
    model = SessionModel()

    model.show([late], TODAY)

    assert picture(model) == "November 2026: 1 session\n  Short mode, Sun 1 Nov"


def test_the_name_of_a_month_cannot_be_chosen(model: SessionModel) -> None:
    flags = model.flags(model.index(0, 0))

    assert not flags & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_session_is_found_by_its_id(model: SessionModel) -> None:
    wanted = some_session(1, "stretch-four").id

    assert model.row_of(wanted).row() == 2
    assert not model.row_of("unknown").isValid()


def test_a_row_is_shown_short_or_long_and_heard_whole(model: SessionModel) -> None:
    index = model.index(1, 0)

    assert index.data(LINE_ROLE) == "Sat 21 Nov  ·  3 min"
    assert index.data(MIDDLE_LINE_ROLE) == "Sat 21 Nov  ·  3 min  ·  8 of 8 steps"
    assert index.data(LONG_LINE_ROLE) == "Sat 21 Nov, 19:20  ·  3 min  ·  8 of 8 steps"
    assert index.data(HEARD).startswith("After-run five, Saturday 21 November, 19:20, 3 min")
    assert model.index(0, 0).data(HEARD) == "November 2026, 2 sessions on 2 days"


def test_what_is_not_known_is_none(model: SessionModel) -> None:
    role = Qt.ItemDataRole.DecorationRole

    assert [model.index(row, 0).data(role) for row in (0, 1)] == [None, None]
    assert model.data(QModelIndex()) is None


def test_rows_are_put_into_words_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    name = "kneegui.ui.models.session_model.session_line_short"
    monkeypatch.setattr(name, lambda session, day: told.append(session.id) or day)
    model = SessionModel()
    model.show([some_session(days) for days in range(50)], TODAY + timedelta())
    assert told == []

    model.index(1, 0).data(LINE_ROLE)
    assert len(told) == 1


def test_a_month_tells_on_how_many_days_was_practised() -> None:
    model = SessionModel()
    twice = [some_session(3, id=f"number-{number}") for number in range(2)]

    model.show([*twice, some_session(5)], TODAY)
    assert model.index(0, 0).data(COUNT_ROLE) == "3 sessions on 2 days"

    model.show([*twice, broken_off(1, 0)], TODAY)
    assert model.index(0, 0).data(COUNT_ROLE) == "3 sessions, 1 day with practice"
