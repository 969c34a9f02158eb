"""The clockwork of the player: a routine as steps, and what happens when. No Qt, no threads."""
