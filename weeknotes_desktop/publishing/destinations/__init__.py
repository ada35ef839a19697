"""Where notes are published; each destination is a room that gets a ``PublicView``."""
