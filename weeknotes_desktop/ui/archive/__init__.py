"""The archive pane: model, rows, list."""
