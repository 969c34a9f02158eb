"""From end to end, as a user would."""
