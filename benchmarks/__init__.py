"""Figures, measured on purpose; no test measures time."""
