"""Processes of our own beside the window, which may die without harm; and long work undisturbed."""
