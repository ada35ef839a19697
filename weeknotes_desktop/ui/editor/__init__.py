"""The editor pane: title, facts, toolbar and Markdown."""
