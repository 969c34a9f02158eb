"""Cards that look back: each computes nothing, draws a chart, and tells the same as a table."""
