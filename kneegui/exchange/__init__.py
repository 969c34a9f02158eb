"""In and out of the program: one format a file."""
