"""Questions that stand over a page."""
