"""Week, note, goal, audience: what WeekNotes is about, with no outside world in it."""
