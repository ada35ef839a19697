"""What Python-Markdown has to learn to read weeknotes."""
