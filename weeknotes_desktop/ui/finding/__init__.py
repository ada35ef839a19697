"""Finding and replacing: the bar over the text, and the window for all notes."""
