"""The preview pane: WebEngine, or plain Qt where that is missing."""
