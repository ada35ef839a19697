"""What WeekNotes can do, as if it had no window; the listing of this folder is the feature list."""
