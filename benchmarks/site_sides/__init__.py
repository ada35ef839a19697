"""Those that make sites in the same run, and what they make them of."""
