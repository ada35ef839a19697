"""The dialog in which a note is published."""
