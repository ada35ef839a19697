"""The window; the only place that says Qt."""
