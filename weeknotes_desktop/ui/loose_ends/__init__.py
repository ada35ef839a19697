"""Goals without an answer, in a window beside the main one."""
