"""Dictionaries, and the process that looks words up in them."""
