"""KneeGuide: guided routines for runners whose knees hurt after running."""

__version__ = "0.1.0"
