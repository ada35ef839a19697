"""Tests of the dialog in which a note is published."""
