"""Other runs of the program on the same library: a second start, and commands."""
