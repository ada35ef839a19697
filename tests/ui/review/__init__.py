"""Tests of the window of the Friday review."""
