"""What the user has done, kept in one SQLite file. The only package that speaks SQL.

``Store`` in ``store.py`` is the way in; importing it imports no SQLAlchemy.
"""
