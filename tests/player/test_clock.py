"""The clocks of the player."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from kneegui.player.clock import ScaledClock, SystemClock
from tests.support.manual_clock import ManualClock


def test_the_system_clock_never_goes_back() -> None:
    clock = SystemClock()

    moments = [clock.monotonic() for _ in range(1000)]

    assert moments == sorted(moments)


def test_local_time_knows_its_offset() -> None:
    assert SystemClock().local_time().utcoffset() is not None


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ({"CLOCK_BOOTTIME": 7, "CLOCK_MONOTONIC": 1}, 70.0),
        ({"CLOCK_MONOTONIC": 1}, 10.0),
        ({}, 5.0),
    ],
    ids=["Linux", "macOS", "Windows"],
)
def test_the_clock_that_goes_on_while_the_machine_sleeps_is_asked(
    there: dict[str, int], expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        monkeypatch.delattr(time, name, raising=False)
    for name, number in there.items():
        monkeypatch.setattr(time, name, number, raising=False)
    monkeypatch.setattr(time, "clock_gettime", lambda number: number * 10.0, raising=False)
    monkeypatch.setattr(time, "monotonic", lambda: 5.0)

    assert SystemClock().monotonic() == expected


def test_a_scaled_clock_runs_so_many_times_as_fast() -> None:
    real = ManualClock(100.0)
    clock = ScaledClock(60, real)

    assert clock.monotonic() == 100.0
    real.move(2.5)
    assert clock.monotonic() == 250.0
    assert clock.scale == 60


def test_a_scaled_clock_has_the_local_time_of_the_other() -> None:
    real = ManualClock()
    clock = ScaledClock(60, real)
    before = clock.local_time()

    real.move(2)

    assert clock.local_time() - before == timedelta(seconds=2)


@pytest.mark.parametrize("scale", [0, -1, float("nan")])
def test_a_clock_cannot_stand_still_or_go_back(scale: float) -> None:
    with pytest.raises(ValueError, match="times as fast"):
        ScaledClock(scale, ManualClock())
