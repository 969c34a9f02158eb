"""Lists of the program as Qt models."""
