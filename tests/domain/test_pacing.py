"""Where in a repetition a moment lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneegui.domain.exercise import Phase, PhaseKind
from kneegui.domain.pacing import CONTINUOUS, pose_at, shortened


def phase(kind: PhaseKind, seconds: int) -> Phase:
    return Phase(name=kind.value, kind=kind, seconds=seconds)


LIFT = (
    phase(PhaseKind.OUT, 2),
    phase(PhaseKind.HOLD, 1),
    phase(PhaseKind.BACK, 2),
    phase(PhaseKind.REST, 1),
)


@pytest.mark.parametrize(
    ("seconds", "pose"),
    [(0, 0.0), (1, 0.5), (2, 1.0), (2.7, 1.0), (3, 1.0), (4, 0.5), (5, 0.0), (5.9, 0.0), (6, 0.0)],
)
def test_the_pose_follows_the_phases(seconds: float, pose: float) -> None:
    assert pose_at(LIFT, seconds) == pytest.approx(pose)


def test_the_movement_starts_and_stops_softly() -> None:
    first, middle = pose_at(LIFT, 0.1), pose_at(LIFT, 1.05) - pose_at(LIFT, 0.95)

    assert 0 < first < 0.1 * middle / 0.1


def test_the_next_repetition_looks_like_the_first() -> None:
    assert pose_at(LIFT, 6 * 7 + 1.3) == pytest.approx(pose_at(LIFT, 1.3))


def test_without_a_rhythm_the_movement_goes_to_and_fro() -> None:
    assert pose_at((), 2.0) == pytest.approx(1.0)
    assert pose_at((), 4.0) == pytest.approx(0.0)
    assert sum(phase.seconds for phase in CONTINUOUS) == 4


phases = st.lists(
    st.builds(phase, st.sampled_from(PhaseKind), st.integers(1, 30)), min_size=1, max_size=6
)


@given(phases, st.floats(0, 10_000))
def test_the_pose_never_leaves_the_movement(some: list[Phase], seconds: float) -> None:
    assert 0.0 <= pose_at(some, seconds) <= 1.0


@given(phases, st.integers(1, 5))
def test_only_standing_still_is_shortened(some: list[Phase], most: int) -> None:
    for before, after in zip(some, shortened(some, most), strict=True):
        still = before.kind in (PhaseKind.HOLD, PhaseKind.REST)
        assert after.seconds == (min(before.seconds, most) if still else before.seconds)
        assert (after.name, after.kind) == (before.name, before.kind)
