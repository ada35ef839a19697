"""How goals go on from week to week: the thread of one, and tying two together."""
