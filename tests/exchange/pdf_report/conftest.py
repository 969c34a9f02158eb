"""Reports, printed and read again by somebody else's reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kneegui.domain.session import Session
from kneegui.exchange.pdf_report.paper import Paper
from kneegui.exchange.pdf_report.report_writer import report_pdf
from kneegui.exchange.report_content import make_report
from tests.progress.samples import SATURDAY
from tests.support.as_stored import heads_of, practice_of, with_mornings
from tests.support.lifelike import half_year
from tests.support.pdf_reader import ReadPdf, read_pdf
from tests.support.shipped import shipped_content

Print = Callable[..., ReadPdf]


@pytest.fixture(scope="session")
def sessions() -> Sequence[Session]:
    """Gives half a year of sessions, the oldest first."""
    return list(with_mornings(half_year(SATURDAY)))


@pytest.fixture
def printed(qapp: QApplication) -> Print:
    """Gives the function that prints sessions of so many days up to a Saturday."""

    def print_report(
        sessions: Sequence[Session], days: int = 182, paper: Paper = Paper.A4, **changes: Any
    ) -> ReadPdf:
        report = make_report(
            shipped_content(),
            heads_of(sessions),
            practice_of(sessions),
            first=SATURDAY - timedelta(days=days - 1),
            last=SATURDAY,
            made_on=SATURDAY,
            **changes,
        )
        return read_pdf(report_pdf(report, paper))

    return print_report
