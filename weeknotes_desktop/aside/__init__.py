"""Processes of our own beside the window, which may take too long or die without harm."""
