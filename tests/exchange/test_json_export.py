"""The export says what the sessions say, in the words of version 1."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given, settings

from kneegui.domain.session import (
    Moment,
    Session,
    SessionStatus,
    Side,
    StepKind,
    StepStatus,
)
from kneegui.exchange.json_export import export_json, json_bytes
from tests.store.samples import any_session, session, step

SESSION_FIELDS = [
    "id",
    "routine",
    "title",
    "started_at",
    "ended_at",
    "status",
    "planned_steps",
    "first_side",
    "pain_side",
    "pain_before",
    "pain_worst",
    "pain_after",
    "pain_morning",
    "effort",
    "note",
    "edited_at",
    "steps",
]
STEP_FIELDS = [
    "ordinal",
    "attempt",
    "exercise",
    "title",
    "kind",
    "side",
    "set",
    "planned",
    "done",
    "status",
    "started_at",
    "seconds",
    "pain",
]


def moment(hour: int, offset_minutes: int) -> Moment:
    return Moment(utc=datetime(2026, 3, 1, hour, 15, tzinfo=UTC), offset_minutes=offset_minutes)


def test_nothing_done_is_an_empty_list() -> None:
    assert export_json([]) == {"version": 1, "sessions": []}


def test_a_session_is_told_whole() -> None:
    record = step(
        4,
        1,
        kind=StepKind.HOLD,
        side=Side.LEFT,
        set=2,
        planned=3,
        done=1,
        status=StepStatus.STOPPED,
        started_at=moment(7, -210),
        seconds=12.5,
        pain=6,
    )
    whole = session(
        status=SessionStatus.LEFT,
        started_at=moment(7, -210),
        ended_at=moment(8, 60),
        planned_steps=9,
        first_side=Side.RIGHT,
        pain_side=Side.BOTH,
        pain_before=2,
        pain_worst=6,
        pain_after=3,
        pain_morning=1,
        effort=7,
        note="Zwölf",
        edited_at=moment(9, 0),
        steps=(record,),
    )

    assert export_json(iter([whole])) == {
        "version": 1,
        "sessions": [
            {
                "id": "first",
                "routine": "arms",
                "title": "Arms",
                "started_at": "2026-03-01T03:45:00-03:30",
                "ended_at": "2026-03-01T09:15:00+01:00",
                "status": "left",
                "planned_steps": 9,
                "first_side": "right",
                "pain_side": "both",
                "pain_before": 2,
                "pain_worst": 6,
                "pain_after": 3,
                "pain_morning": 1,
                "effort": 7,
                "note": "Zwölf",
                "edited_at": "2026-03-01T09:15:00+00:00",
                "steps": [
                    {
                        "ordinal": 4,
                        "attempt": 1,
                        "exercise": "arm-swing",
                        "title": "Arm swing",
                        "kind": "hold",
                        "side": "left",
                        "set": 2,
                        "planned": 3,
                        "done": 1,
                        "status": "stopped",
                        "started_at": "2026-03-01T03:45:00-03:30",
                        "seconds": 12.5,
                        "pain": 6,
                    }
                ],
            }
        ],
    }


def test_the_fields_have_the_order_they_are_described_in() -> None:
    (told,) = export_json([session(steps=(step(),))])["sessions"]

    assert list(told) == SESSION_FIELDS
    assert list(told["steps"][0]) == STEP_FIELDS


def test_sessions_keep_their_order() -> None:
    told = export_json([session("b"), session("a")])

    assert [one["id"] for one in told["sessions"]] == ["b", "a"]


def as_time(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


@settings(deadline=None)
@given(any_session)
def test_any_session_survives_as_json(one: Session) -> None:
    (told,) = json.loads(json.dumps(export_json([one])))["sessions"]

    for field in set(SESSION_FIELDS) - {"started_at", "ended_at", "edited_at", "steps"}:
        assert told[field] == getattr(one, field)
    assert datetime.fromisoformat(told["started_at"]) == one.started_at.local
    assert as_time(told["ended_at"]) == (one.ended_at and one.ended_at.local)
    assert as_time(told["edited_at"]) == (one.edited_at and one.edited_at.local)
    for record, line in zip(one.steps, told["steps"], strict=True):
        for field in set(STEP_FIELDS) - {"started_at"}:
            assert line[field] == getattr(record, field)
        time = datetime.fromisoformat(line["started_at"])
        assert time == record.started_at.local
        assert Moment.of(time) == record.started_at


def test_a_file_is_what_the_json_module_would_write() -> None:
    whole = [session(note='Zwölf\t"3"\n\\', steps=(step(seconds=0.1),)), session("second")]

    written = json.dumps(export_json(whole), indent=2, ensure_ascii=False) + "\n"
    assert json_bytes(whole).decode() == written
    assert json_bytes([]) == b'{\n  "version": 1,\n  "sessions": []\n}\n'
