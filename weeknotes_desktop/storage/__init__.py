"""Notes and goals on disk; the only place that says SQL."""
