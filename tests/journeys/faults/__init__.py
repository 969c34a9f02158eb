"""What may go wrong around a session, tried on the real program.

``python -m tests.journeys.faults [NAME ...]`` prints what was seen.
"""
