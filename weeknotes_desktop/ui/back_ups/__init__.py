"""The window of the back-ups: which there are, and what restoring one would change."""
