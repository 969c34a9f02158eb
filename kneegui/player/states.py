"""What the engine can be doing, and which command is allowed when: the one table.

A session is READY until Start. Then it is RUNNING: its clock walks through the timeline, and each
step begins at the deadline of the one before, however late the engine was woken. In a self-paced
set it is WAITING instead, until EndSet. Pause makes it PAUSED; Resume makes it RESUMING, which
counts 3-2-1 and then goes on exactly where it stood. Hurt makes it HURTING: the clock stands and
only an answer, TakeBack or Leave is taken. TakeBack makes it PAUSED. GoOn resumes, like Resume;
SwapEasier and SkipExercise go on at once with getting ready for what comes instead; End makes it
FINISHED, as the end of the last step does. Leave makes it LEFT. From FINISHED and LEFT nothing
leads on.

Next, Back, JumpToItem and AddSeconds change the place in the timeline and not the state: who is
paused stays paused at the new place. (Between RUNNING and WAITING the new step decides, and Next
in the last step finishes.)

By itself, as time passes, RUNNING becomes FINISHED at the end of the last step, RESUMING becomes
RUNNING or WAITING, and any of these three becomes PAUSED when the engine was not woken for longer
than the gap limit: the machine was asleep, and the pause began when it was last awake.

A session that is resumed in the middle of an exercise starts like any pause that ends, with a
longer count: time to get into position.

What is not in ``TABLE`` raises ``IllegalCommandError`` and changes nothing. So do these, though
the table has them:

* AddSeconds in repetitions, or where nothing is left to take off: three seconds always remain;
* JumpToItem to an exercise that is not there;
* GoOn at a pain of 6 and more or a sign that stops the exercise, SwapEasier likewise until it has
  settled, SkipExercise at a sign that ends the session. Source: content.md 4.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kneegui.player.commands import (
    AddSeconds,
    Back,
    Command,
    End,
    EndSet,
    GoOn,
    Hurt,
    JumpToItem,
    Leave,
    Next,
    Pause,
    Resume,
    SkipExercise,
    Start,
    SwapEasier,
    TakeBack,
)


class State(StrEnum):
    """What the engine is doing."""

    READY = "ready"
    """Not started yet."""
    RUNNING = "running"
    """The clock walks through a step."""
    WAITING = "waiting"
    """In a self-paced set; the clock only measures how long it takes."""
    PAUSED = "paused"
    RESUMING = "resuming"
    """Counting 3-2-1 before it goes on."""
    HURTING = "hurting"
    """It hurts; the user is being asked."""
    FINISHED = "finished"
    LEFT = "left"


GOING = frozenset({State.RUNNING, State.WAITING})
"""States in which the clock of the step goes."""
WATCHED = GOING | {State.RESUMING}
"""States in which time matters, so that a gap in it becomes a pause."""

_MOVES = frozenset({Next, Back, JumpToItem, AddSeconds, Hurt, Leave})
"""What works whether the clock goes or stands."""

TABLE: Mapping[State, frozenset[type[Command]]] = {
    State.READY: frozenset({Start, Leave}),
    State.RUNNING: _MOVES | {Pause},
    State.WAITING: _MOVES | {Pause, EndSet},
    State.PAUSED: _MOVES | {Resume},
    State.RESUMING: _MOVES | {Pause},
    State.HURTING: frozenset({TakeBack, GoOn, SwapEasier, SkipExercise, End, Leave}),
    State.FINISHED: frozenset(),
    State.LEFT: frozenset(),
}
