"""The shipped content: read, checked, turned into domain objects, and searched."""
