"""Facts in a line: whole ones, and no dot at an end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneegui.ui.widgets.fact_line import FactLine
from tests.ui.stage import Stage

FACTS = ("Completed", "10 of 10 steps", "16 min", "Left knee", "Effort: just right, 5 of 10")


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_it_breaks_between_two_facts_and_leaves_the_dot_out(stage: Stage, percent: int) -> None:
    stage.theme.set_text_percent(percent)
    page = QWidget()
    line = FactLine(stage.theme)
    column = QVBoxLayout(page)
    column.addWidget(line)
    column.addStretch(1)
    line.set_facts(FACTS)
    stage.show(page)
    seen: set[int] = set()
    for width in range(900, 300, -20):
        page.resize(width, 500)
        stage.settle()
        lines = line.text().split("\n")
        seen.add(len(lines))

        assert tuple(fact for each in lines for fact in each.split("  ·  ")) == FACTS
        assert line.height() >= len(lines) * line.fontMetrics().height()
        longest = max(lines, key=line.fontMetrics().horizontalAdvance)
        if "·" in longest:
            assert line.fontMetrics().horizontalAdvance(longest) <= line.width()
    assert len(seen) > 1
