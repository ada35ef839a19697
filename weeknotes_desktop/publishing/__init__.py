"""Notes on their way in and out; the only place that says Markdown and HTML."""
