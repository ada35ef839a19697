"""The writer’s own words, in a window beside the main one."""
