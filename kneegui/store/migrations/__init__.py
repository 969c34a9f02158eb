"""How an older database becomes one of today; Alembic is imported for that alone."""
