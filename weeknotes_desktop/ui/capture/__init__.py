"""Jots and tasks: what is caught beside the note."""
