"""Rows to pick: one in place of the other, or any number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kneegui.ui.models.pick_model import Pick, PickModel

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
CLOSED = Pick(key="c", title="Third", line="Damaged", is_open=False)
PICKS = (Pick(key="a", title="First", line="1"), Pick(key="b", title="Second", line=""), CLOSED)


def model(*, many: bool, picked: set[str] | None = None) -> PickModel:
    made = PickModel(many=many)
    made.show(PICKS, picked or set())
    return made


def states(of: PickModel) -> list[object]:
    return [of.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(of.rowCount())]


def pick(of: PickModel, row: int) -> tuple[str, ...]:
    of.pick(of.index(row, 0))
    return of.picked


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    tested = model(many=True)
    qtmodeltester.check(tested)

    pick(tested, 1)
    tested.show(())
    tested.pick_all(on=True)


def test_of_many_each_is_picked_by_itself() -> None:
    many = model(many=True, picked={"b"})

    assert many.picked == ("b",)
    assert pick(many, 0) == ("a", "b")
    assert pick(many, 1) == ("a",)
    assert states(many) == [CHECKED, UNCHECKED, None]


def test_of_one_the_next_takes_its_place() -> None:
    one = model(many=False)

    assert one.picked == ()
    assert pick(one, 0) == ("a",)
    assert pick(one, 1) == ("b",)
    assert pick(one, 1) == ("b",)


def test_what_is_closed_cannot_be_picked() -> None:
    many = model(many=True, picked={"a", "c"})

    assert many.picked == ("a",)
    assert pick(many, 2) == ("a",)
    many.pick_all(on=True)
    assert many.picked == ("a", "b")
    assert not many.flags(many.index(2, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert many.flags(many.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_all_and_none_are_told_once() -> None:
    many = model(many=True)
    told: list[tuple[str, ...]] = []
    many.picked_changed.connect(lambda: told.append(many.picked))

    for on in (True, True, False):
        many.pick_all(on=on)

    assert told == [("a", "b"), ()]


def test_a_row_is_heard_with_its_line() -> None:
    many = model(many=True)

    heard = [many.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert heard == ["First, 1", "Second", "Third, Damaged"]
