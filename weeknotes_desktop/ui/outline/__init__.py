"""The outline of the open note, in a window beside it."""
