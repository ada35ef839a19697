"""What changed in a note since it was published, in a window beside the main one."""
