"""What a note said before, in a window beside the main one."""
