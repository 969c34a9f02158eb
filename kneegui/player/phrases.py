"""The sentences of the voice.

There is no number in them but the last three seconds, so that none can be taken for a repetition.
Source: content.md 6.
"""

from __future__ import annotations

from dataclasses import dataclass

from kneegui.domain.session import Side
from kneegui.player.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Every sentence but the names and cues of the exercises, which come from the content.

    The defaults are English; another language passes its own. Words in braces are filled in.
    """

    left: str = "Left side."
    right: str = "Right side."
    left_first: str = "Left side first."
    right_first: str = "Right side first."
    left_turn: str = "Left."
    """At a repetition of an exercise that changes sides with each."""
    right_turn: str = "Right."
    name: str = "{title}."
    sided_name: str = "{side} {title}."
    taking_turns: str = "Change sides each time."
    rest: str = "Rest. Next: {name}"
    switch: str = "{side} Change over."
    last_set: str = "Last set."
    own_pace: str = "At your own pace."
    half_time: str = "Half-time."
    counts: tuple[str, str, str] = ("One.", "Two.", "Three.")
    paused: str = "Paused."
    slept: str = "Paused. Resume when you are ready."
    """After a pause nobody asked for."""
    hurts: str = "Stopped. Ease out of the position."
    done: str = "All done. How is the knee now?"
    ended: str = "The session ends here. How is the knee now?"

    def name_of(self, step: Step) -> str:
        """Gives the exercise of a step, with the side first where it has one."""
        title = step.title.replace(":", ",")
        if step.alternates_from is not None:
            first = self.left_first if step.alternates_from is Side.LEFT else self.right_first
            named = self.sided_name.format(side=first, title=title)
            return f"{named} {self.taking_turns}"
        if step.side is Side.BOTH:
            return self.name.format(title=title)
        return self.sided_name.format(side=self.side(step.side), title=title)

    def side(self, side: Side) -> str:
        """Gives a side as a sentence: left, or else right."""
        return self.left if side is Side.LEFT else self.right

    def turn(self, side: Side) -> str:
        """Gives the side of one repetition: left, or else right."""
        return self.left_turn if side is Side.LEFT else self.right_turn

    def rest_before(self, step: Step) -> str:
        """Gives what is said in a rest: what comes next, and whether it is the last."""
        said = self.rest.format(name=self.name_of(step))
        return f"{said} {self.last_set}" if step.set == step.sets else said

    def switch_to(self, side: Side) -> str:
        """Gives what is said when the sides change."""
        return self.switch.format(side=self.side(side))

    def count(self, left: int) -> str:
        """Gives one of the last three seconds."""
        return self.counts[left - 1]
