"""The printed report: its words can be found, and every page looks as if somebody cared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kneegui.domain.session import Moment, Session
from kneegui.exchange.pdf_report.paper import BOTTOM_MARGIN, POINT, SIDE_MARGIN, Paper
from kneegui.exchange.pdf_report.report_words import course_told
from kneegui.exchange.pdf_report.report_writer import report_pdf
from kneegui.exchange.report_content import make_report
from kneegui.progress.days import since
from kneegui.progress.pain_trend import Change, pain_trend
from tests.exchange.pdf_report.conftest import Print
from tests.progress.samples import SATURDAY, head
from tests.support.as_stored import heads_of, repeated
from tests.support.pdf_reader import ReadPdf, read_pdf
from tests.support.shipped import shipped_content

FORBIDDEN = ("you have", "treat", "cure", "heal", "risk", "score", "predict")


def is_white(picture: QImage, left: int, width: int) -> bool:
    """True where nothing is printed on a strip from top to bottom."""
    strip = picture.copy(left, 0, width, picture.height())
    white = QImage(strip.size(), strip.format())
    white.fill(255)
    return strip == white


def blank_below(picture: QImage) -> int:
    """Gives how much is left white above the foot of a page."""
    foot = picture.height() - round(BOTTOM_MARGIN / POINT)
    top = foot
    while top > 0 and is_white_row(picture, top - 1):
        top -= 1
    return foot - top


def is_white_row(picture: QImage, row: int) -> bool:
    """True where nothing is printed from left to right."""
    strip = picture.copy(0, row, picture.width(), 1)
    white = QImage(strip.size(), strip.format())
    white.fill(255)
    return strip == white


def assert_well_printed(read: ReadPdf) -> None:
    """Fails where a page lacks its number, or something stands in the margins."""
    margin = round(SIDE_MARGIN / POINT) - 2
    for number, page in enumerate(read.pages, start=1):
        assert f"Page {number} of {len(read.pages)}" in page.text
        assert "no diagnosis" in page.text
        assert is_white(page.picture, 0, margin)
        assert is_white(page.picture, page.picture.width() - margin, margin)
        assert not is_white(page.picture, margin, page.picture.width() - 2 * margin)


# What it tells


def test_half_a_year_is_told_in_a_few_pages(printed: Print, sessions: Sequence[Session]) -> None:
    noted = [session.id for session in sessions if session.note][:5]

    read = printed(sessions, name="Alex Example", notes=noted)

    assert 2 <= len(read.pages) <= 4
    assert_well_printed(read)
    assert read.title == "Knee exercise report, 24 May to 21 November 2026"
    for words in (
        "Alex Example",
        "24 May to 21 November 2026",
        "whole weeks with 3 days or more",
        "sessions, 113 of them completed",
        "Next morning",
        "Month by month",
        "Half-kneeling hip flexor stretch",
        "Exercises that hurt",
        "Left and right",
        "Notes of the user",
        "How to read this report",
        "two points are a change that people notice. That one point is none is a choice of the "
        "program. [2, 3, 4]",
        "[3] Piva 2009",
        "Silbernagel 2007",
    ):
        assert words in read.text, words
    assert "Runs" not in read.text


def test_an_exercise_has_as_many_sessions_in_every_table(
    printed: Print, sessions: Sequence[Session]
) -> None:
    text = printed(sessions).text

    assert "Foam roll: quadriceps, in seconds 42 of 62 1 × 60 s" in text
    assert "Foam roll: quadriceps, in reps 20 of 62 1 × 5 reps" in text
    assert "Foam roll: quadriceps 2 of 62" in text
    assert re.search(r"Foam roll: quadriceps, in reps \d+ \d+ ", text)


def test_the_pain_is_told_by_the_rule_of_the_window(
    printed: Print, sessions: Sequence[Session]
) -> None:
    inside = since(heads_of(sessions)[::-1], SATURDAY - timedelta(days=181))

    text = printed(sessions).pages[0].text

    course = pain_trend(inside).course
    assert course is not None
    assert course.change is Change.LOWER
    assert course_told(course) in text
    assert f"After {course.first} at first, {course.latest} latest" in text


def test_the_middle_one_is_called_the_median(printed: Print, sessions: Sequence[Session]) -> None:
    for days in (182, 365):
        text = printed(list(repeated(sessions, 2, timedelta(days=182))), days=days).text

        assert "Median of the first 5 answers of the period: " in text
        assert "by the median" in text
        assert "Pain: the median of the answers" in text
        assert "middle" not in text


def test_no_worst_of_a_month_is_below_the_pain_after(
    printed: Print, sessions: Sequence[Session]
) -> None:
    rows = re.findall(
        r"min (\d\S* \(\S+\)) (\d\S* \(\S+\)) (\d\S* \(\S+\))", printed(sessions).text
    )

    highest = [[int(re.findall(r"\d+", told)[-1]) for told in row] for row in rows]
    assert len(highest) == 7
    for before, worst, after in highest:
        assert worst >= max(before, after)


def test_the_same_numbers_of_both_sides_have_the_same_words(
    printed: Print, sessions: Sequence[Session]
) -> None:
    text = printed(sessions).text

    minutes = re.findall(
        r"(\d+) min (\d+) min (about the same|left \+\d+ min|right \+\d+ min)", text
    )
    assert len(minutes) > 3
    for left, right, words in minutes:
        ahead = int(left) - int(right)
        side = "left" if ahead > 0 else "right"
        assert words == (f"{side} +{abs(ahead)} min" if ahead else "about the same")


def test_the_table_of_sides_counts_holds_too(printed: Print, sessions: Sequence[Session]) -> None:
    text = " ".join(printed(sessions).text.split())

    assert "Repetitions or holds, or time where an exercise is done for a time" in text


def test_one_answer_has_nothing_to_be_the_same_as(qapp: QApplication, printed: Print) -> None:
    report = make_report(
        shipped_content(),
        [head(1, pain_before=4, pain_after=4)],
        [],
        first=SATURDAY - timedelta(days=6),
        last=SATURDAY,
        made_on=SATURDAY,
    )

    text = read_pdf(report_pdf(report)).text

    assert "Shaded" not in text
    assert "Pain after a session" not in text


def test_what_was_never_told_has_no_column(printed: Print, sessions: Sequence[Session]) -> None:
    with_morning = printed(sessions[-9:], days=21)
    without = printed([replace(each, pain_morning=None) for each in sessions[-9:]], days=21)
    silent = [
        replace(each, pain_before=None, pain_worst=None, pain_after=None, pain_morning=None)
        for each in sessions[-9:]
    ]

    assert "Time Pain before" in without.text
    assert "morning" in with_morning.text.split("How to read")[0]
    assert "morning" not in without.text.split("How to read")[0]
    assert "median of the answers" not in printed(silent, days=21).text


def test_only_sources_that_are_cited_are_named(printed: Print, sessions: Sequence[Session]) -> None:
    for days, told in ((182, sessions), (7, [replace(sessions[-1], pain_morning=None)]), (7, [])):
        text = printed(told, days=days).text
        reading, _, sources = text.partition(" Sources ")

        cited = {
            each for group in re.findall(r"\[([^]]+)\]", reading) for each in group.split(", ")
        }
        named = re.findall(r"\[([^]]+)\] \S", sources)

        assert set(named) == cited
        assert len(named) == len(cited)
        assert ("coactivephysio" in sources) is (days == 182)
        assert "Seen:" not in text


def test_sources_are_numbered_as_they_are_mentioned(
    printed: Print, sessions: Sequence[Session]
) -> None:
    reading, _, sources = printed(sessions).text.partition(" Sources ")

    groups = re.findall(r"\[([^]]+)\]", reading.split("How to read")[1])
    mentioned = dict.fromkeys(int(each) for group in groups for each in group.split(", "))
    named = [int(each) for each in re.findall(r"\[(\d+)\]", sources)]
    assert list(mentioned) == named == list(range(1, len(named) + 1))
    assert len(named) > 9


def test_all_notes_of_half_a_year_leave_it_four_pages(
    printed: Print, sessions: Sequence[Session]
) -> None:
    noted = [session.id for session in sessions if session.note]

    for paper in Paper:
        assert len(printed(sessions, paper=paper, notes=noted).pages) <= 4


def test_no_page_but_the_last_is_left_blank_below(
    printed: Print, sessions: Sequence[Session]
) -> None:
    noted = [session.id for session in sessions if session.note]

    for paper in Paper:
        for page in printed(sessions, paper=paper, notes=noted).pages[:-1]:
            assert blank_below(page.picture) < page.height / 6


def test_it_diagnoses_nothing(printed: Print, sessions: Sequence[Session]) -> None:
    text = printed(sessions).text.lower().replace("how to treat knee pain", "")

    told = [word for word in FORBIDDEN if re.search(rf"\b{word}", text.split("sources")[0])]
    assert told == []


def test_nothing_at_all_is_said_so_on_one_page(printed: Print) -> None:
    read = printed([], days=30)

    assert len(read.pages) == 1
    assert_well_printed(read)
    assert "In this time no session was noted." in read.text
    assert "Practice" not in read.text


def test_three_sessions_are_told_week_by_week(printed: Print, sessions: Sequence[Session]) -> None:
    read = printed(sessions[-3:], days=14)

    assert len(read.pages) <= 3
    assert_well_printed(read)
    assert "Week by week" in read.text
    assert "of whole weeks" not in read.text


def test_ten_years_are_told_in_no_more_pages(printed: Print, sessions: Sequence[Session]) -> None:
    decade = list(repeated(sessions, 20, timedelta(days=182)))

    read = printed(decade, days=3650)

    assert len(read.pages) <= 4
    assert_well_printed(read)
    assert "Year by year" in read.text
    assert "lowest to highest of a month" in read.text
    assert "2,360" in read.text


def test_months_without_an_answer_are_gaps(printed: Print, sessions: Sequence[Session]) -> None:
    many = list(repeated(sessions, 2, timedelta(days=182)))
    asked = [
        replace(one, pain_morning=None) if one.started_at.local.month in (3, 4) else one
        for one in many
    ]

    read = printed(asked, days=365)

    assert "lowest to highest of a month" in read.text
    assert_well_printed(read)


def test_a_monday_s_session_is_a_week_of_one_day(
    printed: Print, sessions: Sequence[Session]
) -> None:
    began = Moment.of(datetime(2026, 11, 16, 9, tzinfo=UTC))
    monday = replace(sessions[-1], started_at=began)
    sunday = replace(
        monday, id="sunday", started_at=replace(began, utc=datetime(2026, 11, 15, 9, tzinfo=UTC))
    )

    text = printed([sunday, monday], days=7).text

    assert "15 Nov 1 1" in text
    assert "16 – 21 Nov 1 1" in text


def test_one_session_without_an_answer_needs_no_chart(
    printed: Print, sessions: Sequence[Session]
) -> None:
    silent = replace(
        sessions[-1], pain_before=None, pain_worst=None, pain_after=None, pain_morning=None
    )
    silent = replace(silent, steps=tuple(replace(step, pain=None) for step in silent.steps))

    read = printed([silent], days=7)

    assert "at first" not in read.text
    assert "Pain after a session" not in read.text
    assert "Days a week" not in read.text
    assert_well_printed(read)


def test_only_the_worst_pain_was_told(qapp: QApplication, printed: Print) -> None:
    report = make_report(
        shipped_content(),
        [head(1, pain_worst=4, done_steps=0, seconds=0.0)],
        [],
        first=SATURDAY - timedelta(days=6),
        last=SATURDAY,
        made_on=SATURDAY,
    )

    assert report_pdf(report).startswith(b"%PDF-")


def test_an_exercise_that_never_hurt_is_said_so(
    printed: Print, sessions: Sequence[Session]
) -> None:
    painless = [
        replace(session, steps=tuple(replace(step, pain=None) for step in session.steps))
        for session in sessions[-3:]
    ]

    assert "No pain was noted in an exercise." in printed(painless, days=14).text


# How it looks


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_paper_has_its_size(
    printed: Print, sessions: Sequence[Session], paper: Paper, size: tuple[int, int]
) -> None:
    read = printed(sessions, paper=paper)

    assert {(page.width, page.height) for page in read.pages} == {size}
    assert_well_printed(read)


def test_every_page_but_the_first_tells_what_it_is_of(
    printed: Print, sessions: Sequence[Session]
) -> None:
    first, *others = printed(sessions, name="Alex").pages

    assert first.text.startswith("Knee exercise report Alex 24 May")
    assert others
    for page in others:
        assert page.text.startswith("Knee exercise report · Alex 24 May to 21 November 2026")


def test_a_table_that_goes_on_has_its_head_once_more(
    printed: Print, sessions: Sequence[Session]
) -> None:
    titles = {f"exercise-{n}": f"Exercise number {n}" for n in range(70)}
    steps = sessions[-1].steps[:1] * len(titles)
    many = replace(
        sessions[-1],
        steps=tuple(
            replace(step, ordinal=n, exercise=key, title=title)
            for n, (step, (key, title)) in enumerate(zip(steps, titles.items(), strict=True))
        ),
    )

    read = printed([many], days=7)

    with_rows = [page for page in read.pages if "Exercise number" in page.text]
    assert len(with_rows) >= 4
    for page in with_rows:
        heads = (page.text.find("Exercise Sessions First"), page.text.find("Exercise Done left"))
        assert 0 <= min(place for place in heads if place >= 0) < page.text.find("Exercise number")
    assert_well_printed(read)


def test_letters_are_found_one_by_one(printed: Print, sessions: Sequence[Session]) -> None:
    noted = replace(sessions[-1], note="Office, affluent, 2x10, ->, 0123456789")

    assert "Office, affluent, 2x10, ->, 0123456789" in printed([noted], notes=[noted.id]).text


def test_names_in_other_scripts_are_found(printed: Print, sessions: Sequence[Session]) -> None:
    named = replace(sessions[-1], title="Приседания", note="Zwölf ñandú, naïve")

    text = printed([named], name="Анна Иванова", notes=[named.id]).text

    for words in ("Анна Иванова", "Приседания", "Zwölf ñandú, naïve"):
        assert words in text


def test_a_very_long_note_goes_over_pages(printed: Print, sessions: Sequence[Session]) -> None:
    note = "Word. " * 1500 + "\n\n" + "unbroken" * 60 + "\nThe end."
    noted = replace(sessions[-1], note=note)

    read = printed([noted], days=14, notes=[noted.id])

    assert sum("Word. Word." in page.text for page in read.pages) >= 2
    assert read.text.count("Word.") == 1500
    assert "The end." in read.text
    assert_well_printed(read)


def test_very_long_names_stay_in_their_places(printed: Print, sessions: Sequence[Session]) -> None:
    title = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen " * 3
    steps = tuple(replace(step, title=title) for step in sessions[-1].steps)
    named = replace(sessions[-1], title=title, note="Said", steps=steps)

    read = printed([named], days=14, name=title, notes=[named.id])

    assert_well_printed(read)
    assert "…" in read.pages[1].text


def test_the_fonts_come_with_it(qapp: QApplication, sessions: Sequence[Session]) -> None:
    report = make_report(
        shipped_content(), [head(1)], [], first=SATURDAY, last=SATURDAY, made_on=SATURDAY
    )

    data = report_pdf(report)

    fonts = data.count(b"/Type /FontDescriptor")
    assert fonts >= 2
    assert data.count(b"/FontFile2") == fonts
    assert b"/Subtype /Image" not in data
