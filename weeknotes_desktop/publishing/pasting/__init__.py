"""What the clipboard or a drop brings, made into Markdown and pictures fit to keep."""
