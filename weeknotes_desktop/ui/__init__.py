"""The window; the only place that says Qt."""

from __future__ import annotations

from weeknotes_desktop.ui import plain_imports

# Before any other room of the window is imported.
plain_imports.restore()
