"""The window of the Friday review and its five pages."""
