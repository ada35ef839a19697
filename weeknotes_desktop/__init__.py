"""WeekNotes Desktop: write, keep and publish weeknotes."""

__version__ = "0.1.0"
