"""Damaged files, brought in: whatever they hold, what is here is not harmed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kneegui.domain.session import Session, SessionStatus
from kneegui.exchange.errors import ImportFileError
from kneegui.exchange.json_export import json_bytes
from kneegui.exchange.json_import import parse_json
from kneegui.store.store import Store
from tests.exchange.mutated_files import mutated
from tests.store.samples import at, session, step

SUITE = 200
"""So many files in the suite; ``make bench`` tries 2,000."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of damaged files."""

    refused: int
    taken: int
    harmed: int
    """Sessions that were here and are not as they were, nor as a later edit says."""


def some_sessions() -> list[Session]:
    """Gives three sessions with everything in them."""
    return [
        session(
            f"{number}b5c1c1e-6f0e-4a57-9c41-0c7f5b3c9d11",
            status=SessionStatus.COMPLETED,
            ended_at=at(20),
            pain_before=3,
            pain_worst=4,
            pain_after=2,
            pain_morning=1,
            effort=5,
            note="Ü\t“quoted”\nline",
            edited_at=at(1000 + number),
            steps=(step(1), step(2, pain=4), step(2, 1)),
        )
        for number in range(3)
    ]


def bring_in(folder: Path, times: int) -> Tried:
    """Gives what becomes of so many damaged files, each brought into the same sessions."""
    store = Store(folder, lambda _sentence: None)
    refused = taken = harmed = 0
    try:
        for one in some_sessions():
            store.sessions.begin(one)
        before = {one.id: one for one in store.sessions.all()}
        data = json_bytes(before.values())
        for seed in range(times):
            try:
                incoming = parse_json(mutated(data, seed), "knee.json")
            except ImportFileError:
                refused += 1
                assert store.sessions.all() == tuple(before.values())
                continue
            taken += 1
            store.sessions.merge(incoming)
            harmed += sum(not _is_unharmed(before, one) for one in store.sessions.all())
            _put_back(store, before)
    finally:
        store.close()
    return Tried(refused, taken, harmed)


def _is_unharmed(before: dict[str, Session], now: Session) -> bool:
    """True where a session is new, or has at least the steps it had."""
    was = before.get(now.id)
    return was is None or {(s.ordinal, s.attempt) for s in was.steps} <= {
        (s.ordinal, s.attempt) for s in now.steps
    }


def _put_back(store: Store, before: dict[str, Session]) -> None:
    now = store.sessions.all()
    if now == tuple(before.values()):
        return
    for one in now:
        store.sessions.delete(one.id)
    for one in before.values():
        store.sessions.begin(one)


def test_no_damaged_file_harms_what_is_here(tmp_path: Path) -> None:
    tried = bring_in(tmp_path, SUITE)

    assert tried.harmed == 0
    assert tried.refused > SUITE / 2
    assert tried.refused + tried.taken == SUITE
