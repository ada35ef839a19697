"""The window of categories and tags."""
