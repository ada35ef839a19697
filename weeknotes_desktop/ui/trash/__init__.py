"""What was removed, in a window beside the main one."""
