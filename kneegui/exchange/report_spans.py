"""A period in weeks, months or years: what was practised and what pain was told in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median_low

from kneegui.domain.session import SessionStatus
from kneegui.domain.session_head import SessionHead
from kneegui.exchange.report import Grain, Span, Told
from kneegui.progress.days import local_day, monday_of

_MOST_DAYS_IN_WEEKS = 70
_MOST_DAYS_IN_MONTHS = 2 * 366


def grain_of(first: date, last: date) -> Grain:
    """Gives the spans in which a period makes a table of some ten to twenty rows."""
    days = (last - first).days + 1
    if days <= _MOST_DAYS_IN_WEEKS:
        return Grain.WEEK
    return Grain.MONTH if days <= _MOST_DAYS_IN_MONTHS else Grain.YEAR


def spans_of(
    heads: Sequence[SessionHead], first: date, last: date, grain: Grain
) -> tuple[Span, ...]:
    """Gives the spans of a period, none left out; the first and the last may be cut by it.

    Args:
        heads: the sessions of the period.
        first: its first day.
        last: its last day.
        grain: how long the spans are.
    """
    asked = any(head.pain_worst is not None for head in heads)
    by_end: defaultdict[date, list[SessionHead]] = defaultdict(list)
    for head in heads:
        by_end[min(_end_of(local_day(head.started_at), grain), last)].append(head)
    spans: list[Span] = []
    while first <= last:
        end = min(_end_of(first, grain), last)
        spans.append(_span(by_end[end], first, end, asked=asked))
        first = end + timedelta(days=1)
    return tuple(spans)


def told(values: Iterable[int | None]) -> Told | None:
    """Gives the lowest, the middle and the highest of the answers; None without any.

    Of an even number the lower of the two middle ones is given: each was really told.
    """
    answers = sorted(value for value in values if value is not None)
    if not answers:
        return None
    return Told(low=answers[0], middle=median_low(answers), high=answers[-1])


def _end_of(day: date, grain: Grain) -> date:
    if grain is Grain.WEEK:
        return monday_of(day) + timedelta(days=6)
    if grain is Grain.MONTH:
        in_next = day.replace(day=28) + timedelta(days=4)
        return in_next - timedelta(days=in_next.day)
    return date(day.year, 12, 31)


def _span(heads: Sequence[SessionHead], first: date, last: date, *, asked: bool) -> Span:
    done = [head for head in heads if head.done_steps]
    return Span(
        first=first,
        last=last,
        days=len({local_day(head.started_at) for head in done}),
        sessions=len(done),
        early=sum(head.status is not SessionStatus.COMPLETED for head in done),
        seconds=sum(head.seconds for head in done),
        before=told(head.pain_before for head in heads),
        worst=told(_highest(head) for head in heads) if asked else None,
        after=told(head.pain_after for head in heads),
        morning=told(head.pain_morning for head in heads),
    )


def _highest(head: SessionHead) -> int | None:
    """Gives the worst pain of a session for a span.

    Unlike that of a single session it is there without one that was told on the way: the sessions
    with such a pain are few, and taken alone the span would be told better or worse than it was.
    """
    answers = (head.pain_before, head.pain_worst, head.pain_after)
    return max((pain for pain in answers if pain is not None), default=None)
