"""What the design prescribes, written down a second time and read by the tests.

Derived from the design's own tables, not from ``exercises.json``: where the two disagree, one of
them was copied wrongly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kneegui.domain.dose import ArticleDose, Dose, Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A dose without rest and reasons."""

    sets: int
    reps: int | None = None
    hold_s: int | None = None
    seconds: int | None = None


def amount_of(dose: Dose) -> Amount:
    """Gives the numbers of a dose."""
    return Amount(sets=dose.sets, reps=dose.reps, hold_s=dose.hold_s, seconds=dose.seconds)


def amount(text: str) -> Amount:
    """Reads ``1 x 5``, ``1 x 3 x 30 s hold`` and ``1 x 45 s``."""
    sets, *rest = (part.strip() for part in text.split(" x "))
    match rest:
        case [reps, hold] if hold.endswith(" s hold"):
            return Amount(sets=int(sets), reps=int(reps), hold_s=int(hold.removesuffix(" s hold")))
        case [seconds] if seconds.endswith(" s"):
            return Amount(sets=int(sets), seconds=int(seconds.removesuffix(" s")))
        case [reps]:
            return Amount(sets=int(sets), reps=int(reps))
        case _:
            raise ValueError(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRow:
    """One row of the design's dose table."""

    id: str
    articles: tuple[str, ...]
    phases: tuple[tuple[str, int], ...]
    start: Amount
    target: Amount
    """The start again, where the table has a dash."""
    sides: str
    rest_s: int
    start_time: str
    target_time: str


# The table says `2` for sides; which of the two kinds it is stands in the words above it: S1, S3,
# T3 and T4 alternate. Where the phases have a hold of a stretch or an isometric exercise, its
# seconds belong to the dose and stand there. Two targets follow the exercise's own description:
# the couch stretch builds up to the article's two minutes, and the wall sit to three holds of 30 s
# in one set (the table gives no time for either).
_DOSE_TABLE = """
roll-quads        000 002 004  up 4 / stop 1 / down 4 / stop 1                  1 x 5              -                   each         15  1:55  -
roll-outer-thigh  000 002 003  to hip 4 / stop 1 / to knee 4 / stop 1           1 x 5              -                   each         15  1:55  -
ball-quads        000          across 3 / stop 1 / back 3 / stop 1              1 x 5              -                   each         15  1:35  -
roll-tfl          004          roll 2 / back 2                                  1 x 45 s           -                   each         15  1:45  -
roll-piriformis   004          roll 2 / back 2                                  1 x 45 s           -                   each         15  1:45  -
roll-hamstrings   002 004      up 4 / stop 1 / down 4 / stop 1                  1 x 5              -                   each         15  1:55  -
roll-calf         002 004      up 4 / stop 1 / down 4 / stop 1                  1 x 5              -                   each         15  1:55  -
roll-adductors    004          out 3 / back 3                                   1 x 45 s           -                   each         15  1:45  -
stick-quads       004          up 2 / down 2                                    1 x 60 s           -                   each         10  2:10  -
massage-gun       002          -                                                1 x 60 s           -                   each         10  2:10  -
calf-stretch      000 002      ease in 3 / hold 30 / ease out 2                 1 x 3 x 30 s hold  -                   alternating  5   3:35  -
childs-pose       000          sit back 3 / hold 10 / return 3                  1 x 2 x 10 s hold  -                   both         10  0:32  -
knee-to-chest     001          draw in 2 / hold 5 / lower 2                     1 x 5 x 5 s hold   -                   alternating  0   1:30  -
hamstring-stretch-seated  003  ease in 3 / hold 30 / ease out 2                 1 x 2 x 30 s hold  -                   each         5   2:25  -
hamstring-stretch-strap   002  raise 3 / hold 30 / lower 3                      1 x 3 x 30 s hold  -                   each         5   3:41  -
quad-stretch      002          ease in 3 / hold 30 / ease out 2                 1 x 3 x 30 s hold  -                   each         5   3:35  -
hip-flexor-stretch  002        ease in 3 / hold 30 / ease out 2                 1 x 3 x 30 s hold  -                   each         5   3:35  -
couch-stretch     004          rise 5 / hold 30 / return 5                      1 x 2 x 30 s hold  1 x 1 x 120 s hold  each         10  2:50  -
quad-set          003          tighten 1 / hold 5 / release 1 / rest 2          2 x 10 x 5 s hold  3 x 10 x 5 s hold   both         30  3:30  5:30
straight-leg-raise  002        lift 2 / hold 1 / lower 2 / rest 1               2 x 10             3 x 20              each         30  5:30  14:30
leg-extension     001          lift 2 / hold 5 / lower 2 / rest 1               1 x 10 x 5 s hold  2 x 10 x 5 s hold   alternating  45  4:05  8:55
toe-taps          001          lower 2 / tap 1 / lift 2                         2 x 10             3 x 15              alternating  30  4:50  10:00
clamshell         002 003 004  open 2 / hold 1 / close 2 / rest 1               2 x 10             3 x 20              each         30  5:30  14:30
band-bridge       002          lift 2 / hold 1 / lower 2 / rest 1               2 x 10             3 x 20              both         45  2:45  7:30
hip-abduction     002 004      lift 2 / hold 1 / lower 2 / rest 1               2 x 10             3 x 20              each         30  5:30  14:30
single-leg-bridge  002 004     lift 2 / hold 1 / lower 2 / rest 1               2 x 8              3 x 20              each         45  5:27  15:45
partial-squat     001          lower 3 / hold 1 / rise 2 / rest 1               2 x 10             3 x 15              both         60  3:20  7:15
wall-sit          001          slide down 2 / hold 10 / slide up 2 / rest 10    1 x 5 x 10 s hold  1 x 3 x 30 s hold   both         0   2:00  -
step-down         002          lower 3 / touch 1 / rise 2 / rest 1              2 x 8              3 x 20              each         60  6:44  19:00
"""  # noqa: E501  a table has its rows whole


def _dose_row(line: str) -> DoseRow:
    name, _, rest = line.partition(" ")
    articles, phases, start, target, sides, rest_s, *times = (
        cell for cell in rest.strip().split("  ") if cell.strip()
    )
    return DoseRow(
        id=name,
        articles=tuple(articles.split()),
        phases=_phases(phases.strip()),
        start=amount(start.strip()),
        target=amount((start if target.strip() == "-" else target).strip()),
        sides=sides.strip(),
        rest_s=int(rest_s),
        start_time=times[0].strip(),
        target_time=times[1].strip(),
    )


def _phases(text: str) -> tuple[tuple[str, int], ...]:
    if text == "-":
        return ()
    pairs = (phase.strip().rpartition(" ") for phase in text.split("/"))
    return tuple((name, int(seconds)) for name, _, seconds in pairs)


DOSE_ROWS = tuple(_dose_row(line) for line in _DOSE_TABLE.strip().splitlines())
"""The 29 exercises, in the order of the catalogue."""

# A value that is not there is one on which the article is silent. One hold is one repetition, so
# "3 x 30 s" of a stretch is three repetitions held for 30 s, and "1 x 2 min" is one held for 120.
# The five minutes of 004 are for all areas together and no number for any single one.
_ARTICLE_TABLE = """
roll-quads                000  sets 1, reps 5
roll-quads                002  seconds 60-120
roll-quads                004  silent
roll-outer-thigh          000  sets 1, reps 5
roll-outer-thigh          002  seconds 60-120
roll-outer-thigh          003  seconds 60-120
ball-quads                000  sets 1, reps 5
roll-tfl                  004  silent
roll-piriformis           004  silent
roll-hamstrings           002  seconds 60-120
roll-hamstrings           004  silent
roll-calf                 002  seconds 60-120
roll-calf                 004  silent
roll-adductors            004  silent
stick-quads               004  silent
massage-gun               002  silent
calf-stretch              000  sets 1, reps 2, hold_s 10
calf-stretch              002  reps 3, hold_s 30
childs-pose               000  sets 1, reps 2, hold_s 10
knee-to-chest             001  hold_s 5
hamstring-stretch-seated  003  reps 2-3, hold_s 20-30
hamstring-stretch-strap   002  reps 3, hold_s 30
quad-stretch              002  reps 3, hold_s 30
hip-flexor-stretch        002  reps 3, hold_s 30
couch-stretch             004  reps 1, hold_s 120
quad-set                  003  sets 3, reps 10, hold_s 5-10
straight-leg-raise        002  sets 3, reps 20
leg-extension             001  hold_s 5
toe-taps                  001  silent
clamshell                 002  sets 3, reps 20
clamshell                 003  sets 3, reps 10
clamshell                 004  sets 1, reps 15-20
band-bridge               002  sets 3, reps 20
hip-abduction             002  sets 3, reps 20
hip-abduction             004  sets 1, reps 15-20
single-leg-bridge         002  sets 3, reps 20
single-leg-bridge         004  sets 1, reps 15-20
partial-squat             001  silent
wall-sit                  001  silent
step-down                 002  sets 3, reps 20
"""


def _article_row(line: str) -> tuple[str, ArticleDose]:
    exercise, article, numbers = line.split(maxsplit=2)
    values: dict[str, Range] = {}
    for number in numbers.split(", ") if numbers != "silent" else []:
        name, _, ends = number.partition(" ")
        low, _, high = ends.partition("-")
        values[name] = (int(low), int(high or low))
    return exercise, replace(ArticleDose(article=article), **values)


ARTICLE_DOSES = tuple(_article_row(line) for line in _ARTICLE_TABLE.strip().splitlines())
"""Each exercise with each article that names it."""
