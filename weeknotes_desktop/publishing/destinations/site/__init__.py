"""The static site: a page for each note, archives, a feed, and a search that needs no server."""
